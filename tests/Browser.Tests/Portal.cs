using System.Security.Claims;
using Gongkai.App.Access;
using Gongkai.Records;
using Gongkai.Records.Accounts;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Gongkai.Browser.Tests.Portal))]

namespace Gongkai.Browser.Tests;

/// <summary>The platform on a port of its own, and a Chromium that looks at it.</summary>
public sealed class Portal : IAsyncLifetime
{
    const string Chromium = "/usr/bin/chromium";

    readonly string data = Directory.CreateTempSubdirectory("gongkai-browser-").FullName;
    WebApplication app = null!;
    IPlaywright playwright = null!;
    IBrowser browser = null!;

    public string Address { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Chromium)) Assert.Fail("缺少 Chromium。请安装 Debian 软件包：apt-get install chromium fonts-noto-cjk");
        app = App.Web.Build(["--urls", "http://127.0.0.1:0", "--Data", data, "--Limits:FormsPerMinute", "100000"]);
        await App.Data.OpenStore(app, empty: false);
        await app.StartAsync();
        Address = app.Urls.Single();
        playwright = await Microsoft.Playwright.Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A tab that notes whatever the browser complains of: script errors, refused content, failed requests.</summary>
    public async Task<(IPage Page, List<string> Complaints)> Open(string path, int width = 1280, bool script = true)
    {
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 900 }, JavaScriptEnabled = script, Locale = "zh-CN", BaseURL = Address });
        var page = await context.NewPageAsync();
        List<string> complaints = [];
        page.Console += (_, line) => { if (line.Type is "error" or "warning") complaints.Add(line.Text); };
        page.PageError += (_, error) => complaints.Add(error);
        page.RequestFailed += (_, request) => complaints.Add($"{request.Url}: {request.Failure}");
        page.Request += (_, request) => { if (!request.Url.StartsWith(Address, StringComparison.Ordinal)) complaints.Add($"leaves us: {request.Url}"); };
        await page.GotoAsync(path);
        return (page, complaints);
    }

    /// <summary>A tab in which an officer of an agency is signed in, with one role.</summary>
    public async Task<(IPage Page, List<string> Complaints)> Desk(Role role, string agency, string path)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<Store>();
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
        var desk = await store.Agencies.WithCode(agency).Select(one => one.Id).SingleAsync();
        var account = new Account { SignInName = $"t{Handle.Next()}", Name = $"测试{role.Name}", AgencyId = desk, Stamp = Handle.Next().ToString() };
        var grant = new Grant { AccountId = account.Id, Role = role, AgencyId = desk, GrantedAt = now };
        store.AddRange(account, grant);
        await store.Save(new(new("test.prepared", "测试准备"), Hand.Program, now));
        var options = app.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(CookieAuthenticationDefaults.AuthenticationScheme);
        var key = await app.Services.GetRequiredService<Sessions>().StoreAsync(new(SignedIn.As(account, [grant]), CookieAuthenticationDefaults.AuthenticationScheme));
        // What the cookie of a session holds: its key, and nothing of the person.
        var reference = new ClaimsPrincipal(new ClaimsIdentity([new("Microsoft.AspNetCore.Authentication.Cookies-SessionId", key, ClaimValueTypes.String, options.ClaimsIssuer)], options.ClaimsIssuer));
        var (page, complaints) = await Open("/jc/");
        await page.Context.AddCookiesAsync([new() { Name = options.Cookie.Name!, Value = options.TicketDataFormat.Protect(new(reference, null, CookieAuthenticationDefaults.AuthenticationScheme)), Url = Address }]);
        await page.GotoAsync(path);
        return (page, complaints);
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.CloseAsync();
        playwright?.Dispose();
        if (app is not null) await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(data, recursive: true);
    }
}
