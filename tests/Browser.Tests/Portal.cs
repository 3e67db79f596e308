using Gongkai.App.Access;
using Gongkai.App.Access.Accounts;
using Gongkai.Records;
using Gongkai.Records.Accounts;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Gongkai.Browser.Tests.Portal))]

namespace Gongkai.Browser.Tests;

/// <summary>The platform on a port of its own, and a Chromium that looks at it.</summary>
public class Portal : IAsyncLifetime
{
    public const string Password = "correct horse battery staple";

    const string Chromium = "/usr/bin/chromium";

    readonly string data = Directory.CreateTempSubdirectory("gongkai-browser-").FullName;
    WebApplication app = null!;
    IPlaywright playwright = null!;
    IBrowser browser = null!;

    public string Address { get; private set; } = "";

    /// <summary>What this platform is told besides.</summary>
    protected virtual IEnumerable<string> Settings => [];

    /// <summary>Under which name the browser finds it.</summary>
    protected virtual string Host => "127.0.0.1";

    /// <summary>What this platform takes for now; the machine's clock where nothing else is said.</summary>
    protected virtual TimeProvider? Clock => null;

    public virtual async ValueTask InitializeAsync()
    {
        if (!File.Exists(Chromium)) Assert.Fail("缺少 Chromium。请安装 Debian 软件包：apt-get install chromium fonts-noto-cjk");
        app = App.Web.Build(["--urls", "http://127.0.0.1:0", "--Data", data, "--Works", "false", "--Accounts:HashRounds", "1000",
            "--Limits:FormsPerMinute", "100000", "--Limits:FormsPerOfficerPerMinute", "100000", "--Limits:SignInsPerMinute", "100000", .. Settings], services => { if (Clock is { } clock) services.AddSingleton(clock); });
        await App.Data.OpenStore(app, empty: false);
        await app.StartAsync();
        Address = app.Urls.Single().Replace("127.0.0.1", Host, StringComparison.Ordinal);
        playwright = await Microsoft.Playwright.Playwright.CreateAsync();
        // Two lines of tests share two cores: what is right, but late, is right.
        Assertions.SetDefaultExpectTimeout(30_000);
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A tab that notes whatever the browser complains of: script errors, refused content, failed requests.</summary>
    public async Task<(IPage Page, List<string> Complaints)> Open(string path, int width = 1280, bool script = true, int height = 900, ForcedColors? colors = null)
    {
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, JavaScriptEnabled = script, ForcedColors = colors, Locale = "zh-CN", BaseURL = Address });
        var page = await context.NewPageAsync();
        List<string> complaints = [];
        page.Console += (_, line) => { if (line.Type is "error" or "warning") complaints.Add(line.Text); };
        page.PageError += (_, error) => complaints.Add(error);
        page.RequestFailed += (_, request) => complaints.Add($"{request.Url}: {request.Failure}");
        page.Request += (_, request) => { if (!request.Url.StartsWith(Address, StringComparison.Ordinal)) complaints.Add($"leaves us: {request.Url}"); };
        await page.GotoAsync(path);
        return (page, complaints);
    }

    /// <summary>Makes an account with one role at an agency's desk; no agency means the whole platform.</summary>
    /// <param name="initial">Whether the password was given by somebody else.</param>
    public async Task<Account> Person(Role role, string? agency, bool initial = false)
    {
        Account account = null!;
        await In(async (store, services) =>
        {
            var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
            var desk = agency is null ? (Guid?)null : await store.Agencies.WithCode(agency).Select(one => one.Id).SingleAsync();
            account = new() { SignInName = $"t{Handle.Next()}", Name = $"测试{role.Name}", AgencyId = desk, Stamp = "" };
            services.GetRequiredService<Passwords>().Set(account, Password, now, initial);
            store.AddRange(account, new Grant { AccountId = account.Id, Role = role, AgencyId = desk, GrantedAt = now });
            await store.Save(new(new("test.prepared", "测试准备"), Hand.Program, now));
        });
        return account;
    }

    /// <summary>A tab in which somebody came in by the sign-in page, with one role at an agency's desk.</summary>
    public async Task<(IPage Page, List<string> Complaints)> Desk(Role role, string? agency, string path)
    {
        var account = await Person(role, agency);
        var (page, complaints) = await Open("/office/signin");
        await page.Enter(account.SignInName, Password);
        await Assertions.Expect(page.Locator(".office-me")).ToContainTextAsync(account.Name);
        await page.GotoAsync(path);
        return (page, complaints);
    }

    public async Task In(Func<Store, IServiceProvider, Task> work)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<Store>(), scope.ServiceProvider);
    }

    /// <summary>The pages of the office that an address without identifiers reaches, each with what it asks of its reader.</summary>
    public async Task<List<(string Path, Permission Permission)>> OfficePages()
    {
        List<(string, Permission)> pages = [];
        foreach (var endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page
                && endpoint.Metadata.GetMetadata<PermitsAttribute>() is { } permits
                && endpoint.RoutePattern.RawText!.Trim('/').Split("/{")[0] is var path && path.StartsWith("office", StringComparison.Ordinal)
                && endpoint.RoutePattern.Parameters.All(parameter => parameter.IsOptional)
                && (await app.Services.GetRequiredService<PageLoader>().LoadAsync(page, endpoint.Metadata)).HandlerMethods is var handlers
                && (handlers.Count == 0 || handlers.Any(handler => handler.HttpMethod.Equals("get", StringComparison.OrdinalIgnoreCase))))
                pages.Add(($"/{path}", permits.Permission));
        return [.. pages.Distinct().OrderBy(page => page.Item1, StringComparer.Ordinal)];
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (browser is not null) await browser.CloseAsync();
        playwright?.Dispose();
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(data, recursive: true);
    }
}

/// <summary>A platform without anybody, on which everyone needs a second factor.</summary>
public sealed class EmptyPortal : Portal
{
    protected override IEnumerable<string> Settings => ["--Demo", "false", "--Accounts:SecondFactor", "required"];
}

/// <summary>What people do on every page.</summary>
public static class Hands
{
    public static async Task Enter(this IPage page, string name, string password)
    {
        await page.Locator("#Input_Name").FillAsync(name);
        await page.Locator("#Input_Password").FillAsync(password);
        await page.Press(AriaRole.Button, "登录");
    }

    /// <summary>By keyboard, until the page that it leads to stands.</summary>
    public static async Task Press(this IPage page, AriaRole role, string name)
    {
        var loaded = new TaskCompletionSource();
        void Stands(object? sender, IPage page) => loaded.TrySetResult();
        page.Load += Stands;
        await page.Locator("main").GetByRole(role, new() { Name = name, Exact = true }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await loaded.Task.WaitAsync(TimeSpan.FromSeconds(30));
        page.Load -= Stands;
    }
}
