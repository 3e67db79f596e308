using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Gongkai.Records;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(Gongkai.App.Tests.Platform))]

namespace Gongkai.App.Tests;

/// <summary>The platform as a first start shows it, in a directory of its own, on a day of our choosing.</summary>
public class Platform : WebApplicationFactory<Program>
{
    public static DateTimeOffset Now { get; } = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Where this platform keeps everything.</summary>
    public string Data { get; } = Directory.CreateTempSubdirectory("gongkai-tests-").FullName;

    /// <summary>Settings of this platform alone.</summary>
    protected virtual IEnumerable<(string Key, string Value)> Settings => [("Limits:FormsPerMinute", "1000000")];

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Data", Data);
        foreach (var (key, value) in Settings) builder.UseSetting(key, value);
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(new Stopped()));
    }

    /// <summary>A visitor who keeps cookies, follows no redirect, and comes to localhost.</summary>
    public HttpClient Visitor() => CreateClient(new() { AllowAutoRedirect = false });

    public async Task<IDocument> Page(string path) => await (await Visitor().GetAsync(path)).Html();

    public async Task In(Func<Store, Task> work)
    {
        await using var scope = Services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<Store>());
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing) return;
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Data, recursive: true);
    }

    sealed class Stopped : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}

/// <summary>Answers as documents.</summary>
public static class Documents
{
    public static async Task<IDocument> Html(this HttpResponseMessage response) =>
        new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    public static string? Meta(this IDocument page, string name) => page.QuerySelector($"meta[name='{name}']")?.GetAttribute("content");

    /// <summary>What a reader sees of an element, with its white space as one space.</summary>
    public static string Words(this IElement? element) => string.Join(' ', (element?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
