using Gongkai.App.Shared.Files;
using Gongkai.App.Shared.Letters;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Files;
using Microsoft.AspNetCore.DataProtection;

namespace Gongkai.App;

/// <summary>Where the files lie, and who looks them over for viruses.</summary>
public static class Files
{
    public static void AddFiles(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(new Scanner(Address(builder.Configuration["Scanner"])));
        services.AddSingleton(provider => new FileStore(Root(builder), Keys(provider.GetRequiredService<IDataProtectionProvider>())));
        services.AddScoped<Uploads>();
        services.AddScoped<LetterDesk>();
        services.AddScoped<AgencySettings>();
        services.AddScoped<ApplicantMail>();
        services.AddSingleton(LetterDesk.Owned);
    }

    /// <summary>The folder that <c>Files</c> names, or <c>files</c> in the data folder.</summary>
    public static string Folder(IConfiguration configuration) =>
        configuration["Files"] is { Length: > 0 } given ? given : Path.Combine(configuration["Data"] ?? "data", "files");

    /// <summary>Locks the key of each sealed file with the keys beside the store.</summary>
    public static FileKeys Keys(IDataProtectionProvider protection)
    {
        var protector = protection.CreateProtector("Gongkai.Files.Key");
        return new(key => Convert.ToBase64String(protector.Protect(key)), locked => protector.Unprotect(Convert.FromBase64String(locked)));
    }

    static string Root(WebApplicationBuilder builder)
    {
        var root = Path.GetFullPath(Folder(builder.Configuration));
        var web = Path.GetFullPath(builder.Environment.WebRootPath ?? Path.Combine(builder.Environment.ContentRootPath, "wwwroot"));
        return (root + Path.DirectorySeparatorChar).StartsWith(web + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? throw new InvalidSettingsException($"Files 不能放在网站目录（{web}）里，否则文件会被直接下载。请换一个目录。")
            : root;
    }

    static string? Address(string? given)
    {
        try
        {
            _ = new Scanner(given);
            return given;
        }
        catch (FormatException wrong)
        {
            throw new InvalidSettingsException(wrong.Message);
        }
    }
}
