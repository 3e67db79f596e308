namespace Gongkai.App.Ui;

/// <summary>What this site says of itself on every page: its name, and the nine marks that inspectors look for at the foot (国办发〔2017〕47号).</summary>
public sealed class Site
{
    public string Name { get; init; } = "";
    public string Domain { get; init; } = "";
    public string IdCode { get; init; } = "";

    /// <summary>A sentence over every page, such as that this is a demonstration; empty on a real site.</summary>
    public string? Notice { get; init; }

    /// <summary>党政机关网站标识.</summary>
    public Mark Official { get; init; } = new();

    /// <summary>ICP备案编号.</summary>
    public Mark Icp { get; init; } = new();

    /// <summary>公安机关备案标识.</summary>
    public Mark Police { get; init; } = new();

    /// <summary>网站主办单位.</summary>
    public string Host { get; init; } = "";

    /// <summary>联系方式.</summary>
    public string Phone { get; init; } = "";
    public string Address { get; init; } = "";

    /// <summary>“我为政府网站找错”监督举报平台入口.</summary>
    public Mark FindErrors { get; init; } = new();

    /// <summary>适老化（无障碍）标识.</summary>
    public Mark Accessibility { get; init; } = new();

    /// <summary>The site is reached over https only: secure cookies, HSTS.</summary>
    public bool Https { get; init; }

    /// <summary>The absolute address of a path, from the settings and never from what the request claims.</summary>
    public string Absolute(string path) => $"{(Https ? "https" : "http")}://{Domain}{path}";

    /// <summary>A mark at the foot: its words, and where they lead, if anywhere.</summary>
    public sealed class Mark
    {
        public string Text { get; init; } = "";
        public Uri? Url { get; init; }
    }

    /// <summary>A missing mark is found at the start, not by an inspector.</summary>
    public IEnumerable<string> Missing()
    {
        (string Name, string Value)[] marks =
        [
            ("Site:Name", Name), ("Site:Domain", Domain), ("Site:Host", Host), ("Site:Phone", Phone), ("Site:Address", Address),
            ("Site:Official:Text", Official.Text), ("Site:Icp:Text", Icp.Text), ("Site:Police:Text", Police.Text),
            ("Site:FindErrors:Text", FindErrors.Text), ("Site:Accessibility:Text", Accessibility.Text),
        ];
        foreach (var (name, value) in marks)
            if (string.IsNullOrWhiteSpace(value)) yield return $"缺少站点设置 {name}，请在 appsettings.json 中填写。";
        if (IdCode.Length != 10 || !IdCode.All(char.IsAsciiDigit)) yield return "站点设置 Site:IdCode 应为 10 位数字的网站标识码。";
    }
}

/// <summary>Reads the site's settings, and refuses to start without them.</summary>
public static class Sites
{
    public static void AddSite(this WebApplicationBuilder builder)
    {
        var site = builder.Configuration.GetSection("Site").Get<Site>() ?? new Site();
        if (site.Missing().ToArray() is { Length: > 0 } missing) throw new InvalidSettingsException(string.Join(Environment.NewLine, missing));
        builder.Services.AddSingleton(site);
    }
}

/// <summary>Settings with which the platform must not start; the message says which, in Chinese.</summary>
public sealed class InvalidSettingsException(string message) : Exception(message);
