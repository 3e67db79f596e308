using System.Security.Claims;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Gongkai.App.Access;
using Gongkai.Records;
using Gongkai.Records.Accounts;
using Gongkai.Records.Demo;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

[assembly: AssemblyFixture(typeof(Gongkai.App.Tests.Platform))]

namespace Gongkai.App.Tests;

/// <summary>The platform as a first start shows it, in a directory of its own, on a day of our choosing.</summary>
public class Platform : WebApplicationFactory<Program>
{
    public static DateTimeOffset Now { get; } = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Where this platform keeps everything.</summary>
    public string Data { get; } = Directory.CreateTempSubdirectory("gongkai-tests-").FullName;

    /// <summary>Settings of this platform alone.</summary>
    protected virtual IEnumerable<(string Key, string Value)> Settings => [("Limits:FormsPerMinute", "1000000"), ("DemoRegisters", "false")];

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Data", Data);
        // Nothing works in the background of a test, unless the test sets it to work.
        builder.UseSetting("Works", "false");
        // What makes guessing slow would make testing slow.
        builder.UseSetting("Accounts:HashRounds", "1000");
        foreach (var (key, value) in Settings) builder.UseSetting(key, value);
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(new Stopped()));
    }

    /// <summary>A visitor who keeps cookies, follows no redirect, and comes to localhost.</summary>
    public HttpClient Visitor() => CreateClient(new() { AllowAutoRedirect = false });

    public async Task<IDocument> Page(string path) => await (await Visitor().GetAsync(path)).Html();

    /// <summary>An officer who has just signed in: an account of its own, with one role at one agency's desk.</summary>
    /// <param name="role">What the officer may do.</param>
    /// <param name="agency">The agency's code; the demo bureau where none is named.</param>
    public async Task<HttpClient> As(Role role, string agency = "zjj")
    {
        var (account, _) = await Officer(role, agency);
        return await As(account);
    }

    /// <summary>Makes an account with one role. Its sign-in name is invented.</summary>
    public async Task<(Account Account, Grant Grant)> Officer(Role role, string agency = "zjj")
    {
        Account account = null!;
        Grant grant = null!;
        await In(async store =>
        {
            var desk = await store.Agencies.WithCode(agency).Select(one => one.Id).SingleAsync();
            account = new() { SignInName = $"t{Handle.Next()}", Name = $"测试{role.Name}", AgencyId = desk, Stamp = Handle.Next().ToString() };
            grant = new() { AccountId = account.Id, Role = role, AgencyId = desk, GrantedAt = Now };
            store.AddRange(account, grant);
            await store.Save(new(new("test.prepared", "测试准备"), Hand.Program, Now));
        });
        return (account, grant);
    }

    /// <summary>A browser in which this account is signed in, without the sign-in page.</summary>
    public async Task<HttpClient> As(Account account)
    {
        List<Grant> grants = [];
        await In(async store => grants = await store.Grants.Where(grant => grant.AccountId == account.Id).ToListAsync());
        var options = Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(CookieAuthenticationDefaults.AuthenticationScheme);
        var key = await Services.GetRequiredService<Sessions>().StoreAsync(new(SignedIn.As(account, grants), CookieAuthenticationDefaults.AuthenticationScheme));
        // What the cookie of a session holds: its key, and nothing of the person.
        var reference = new ClaimsPrincipal(new ClaimsIdentity([new("Microsoft.AspNetCore.Authentication.Cookies-SessionId", key, ClaimValueTypes.String, options.ClaimsIssuer)], options.ClaimsIssuer));
        var client = Visitor();
        client.DefaultRequestHeaders.Add("Cookie", $"{options.Cookie.Name}={options.TicketDataFormat.Protect(new(reference, null, CookieAuthenticationDefaults.AuthenticationScheme))}");
        return client;
    }

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
        public override long GetTimestamp() => 0;
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
