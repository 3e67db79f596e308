using System.Net;
using System.Text;
using Gongkai.App.Access;
using Gongkai.Records;
using Gongkai.Records.Accounts;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.App.Tests.Accounts;

/// <summary>A platform that tells in a header whether a request passed the closed door, so that "not yours" and "not there" can be told apart here.</summary>
public sealed class GlassDoor : Door
{
    public const string Passed = "X-Test-Passed";

    // With every route that settings can open; nobody answers there.
    protected override IEnumerable<(string Key, string Value)> More => [("Oidc:Authority", "http://127.0.0.1:9"), ("Oidc:ClientId", "gongkai"), ("Oidc:ClientSecret", "x")];

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services =>
        {
            var real = services.Last(service => service.ServiceType == typeof(IAuthorizationMiddlewareResultHandler)).ImplementationType!;
            services.AddSingleton<IAuthorizationMiddlewareResultHandler>(provider => new Seen((IAuthorizationMiddlewareResultHandler)ActivatorUtilities.CreateInstance(provider, real)));
        });
    }

    sealed class Seen(IAuthorizationMiddlewareResultHandler real) : IAuthorizationMiddlewareResultHandler
    {
        public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
        {
            if (authorizeResult.Succeeded) context.Response.OnStarting(() => { context.Response.Headers[Passed] = "1"; return Task.CompletedTask; });
            return real.HandleAsync(next, context, policy, authorizeResult);
        }
    }
}

/// <summary>Every address × everyone × every verb (reliability.md S1): who passes is an approved file, so that a change of it is a visible difference.</summary>
public sealed class MatrixTests(GlassDoor door) : IClassFixture<GlassDoor>
{
    static readonly string[] Verbs = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_endpoint_says_who_may_open_it() => Assert.Empty(Unmarked(Endpoints()));

    [Fact]
    public void An_endpoint_that_does_not_say_it_is_found()
    {
        var planted = new RouteEndpoint(_ => Task.CompletedTask, RoutePatternFactory.Parse("/office/planted"), 0, EndpointMetadataCollection.Empty, "planted");
        Assert.Equal(["office/planted"], Unmarked([.. Endpoints(), planted]));
    }

    [Fact]
    public async Task Everyone_reaches_what_the_approved_table_says_and_nothing_else()
    {
        var actors = await Actors();
        var table = new StringBuilder($"""
            # Who passes the door of each address. O passes, D is shown the sign-in page, - finds nothing (404), x is refused otherwise.
            # One letter each for: {string.Join(' ', actors.Select(actor => actor.Name))}

            """);
        List<string> faults = [];
        var endpoints = Endpoints().GroupBy(endpoint => endpoint.RoutePattern.RawText!.Trim('/')).OrderBy(group => group.Key, StringComparer.Ordinal).ToList();
        foreach (var group in endpoints)
            foreach (var verb in Verbs)
            {
                var letters = new StringBuilder();
                foreach (var (name, client) in actors)
                {
                    using var answer = await client.SendAsync(new(new(verb), Filled(group.Key)), Cancelled);
                    if ((int)answer.StatusCode >= 500) faults.Add($"{verb} /{group.Key} as {name}: {(int)answer.StatusCode}");
                    if (group.Key.StartsWith("office", StringComparison.Ordinal)) faults.AddRange(Bare(answer).Select(lack => $"{verb} /{group.Key} as {name}: {lack}"));
                    letters.Append(Letter(answer, group));
                }
                table.Append($"{verb,-7} /{group.Key,-48} {letters}\n");
            }

        Matches(table.ToString());
        Assert.Empty(faults);
    }

    /// <summary>The addresses that neither a policy nor a mark opens; the fallback policy closes them, and nobody meant it.</summary>
    static List<string> Unmarked(IEnumerable<RouteEndpoint> endpoints) =>
    [
        .. endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<PermitsAttribute>() is null && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .Select(endpoint => endpoint.RoutePattern.RawText!.Trim('/')).Distinct(),
    ];

    List<RouteEndpoint> Endpoints() => [.. door.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    // What a page of the office must carry, whatever its answer (S7).
    static IEnumerable<string> Bare(HttpResponseMessage answer)
    {
        if (answer.Headers.CacheControl?.NoStore != true) yield return "may be kept";
        if (!answer.Headers.Contains("Content-Security-Policy")) yield return "no Content-Security-Policy";
        if (!answer.Headers.Contains("X-Content-Type-Options")) yield return "no nosniff";
    }

    static char Letter(HttpResponseMessage answer, IEnumerable<RouteEndpoint> endpoints) =>
        answer.Headers.Contains(GlassDoor.Passed) || endpoints.Any(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null) ? 'O'
        : answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.ToString().Contains(Entrance.SignInPath, StringComparison.Ordinal) ? 'D'
        : answer.StatusCode == HttpStatusCode.NotFound ? '-' : 'x';

    async Task<List<(string Name, HttpClient Client)>> Actors()
    {
        List<(string, HttpClient)> actors = [("anyone", door.Visitor())];
        foreach (var role in Enum.GetValues<Role>()) actors.Add((role.ToString(), await door.As(role)));
        actors.Add(("ReviewerOfAnother", await door.As(Role.Reviewer, "cgj")));
        actors.Add(("ReviewerOfOneDepartment", await door.As(await Limited(Role.Reviewer))));
        actors.Add(("LeaderOfOneDepartment", await door.As(await Limited(Role.Leader))));
        var (disabled, _) = await door.Officer(Role.Reviewer);
        actors.Add(("Disabled", await door.As(disabled)));
        var (expired, _) = await door.Officer(Role.Reviewer);
        actors.Add(("Expired", await door.As(expired)));
        await door.In(async store =>
        {
            (await store.Accounts.SingleAsync(one => one.Id == disabled.Id)).Disable(Platform.Now);
            (await store.Sessions.SingleAsync(one => one.AccountId == expired.Id)).IdleEndsAt = Platform.Now;
            await store.Save(new(AccountDeeds.Disabled, Hand.Program, Platform.Now));
        });
        return actors;
    }

    async Task<Account> Limited(Role role)
    {
        Account account = null!;
        await door.In(async store =>
        {
            var department = await store.Departments.FirstAsync(one => one.AbolishedOn == null, Cancelled);
            account = new() { SignInName = $"t{Handle.Next()}", Name = "测试", AgencyId = department.AgencyId, Stamp = Handle.Next().ToString() };
            store.AddRange(account, new Grant { AccountId = account.Id, Role = role, AgencyId = department.AgencyId, DepartmentId = department.Id, GrantedAt = Platform.Now });
            await store.Save(new(new("test.prepared", "测试准备"), Hand.Program, Platform.Now));
        });
        return account;
    }

    /// <summary>An address with something in its places that fits their kinds, and that names nothing.</summary>
    internal static string Filled(string pattern) => "/" + System.Text.RegularExpressions.Regex.Replace(pattern, @"\{(\w+)\??(?::[^}]*)?\}", place => place.Groups[1].Value switch
    {
        "year" => "2019",
        "number" or "sequence" or "page" => "1",
        "status" => "404",
        "code" => "nowhere",
        "ending" => ".docx",
        "chain" => Guid.Empty.ToString("D"),
        _ => "00000000000000000000000000",
    });

    static void Matches(string table)
    {
        var file = Path.Combine(Path.GetDirectoryName(Here())!, "..", "AuthorizationMatrix.txt");
        if (Environment.GetEnvironmentVariable("ACCEPT") is not null) File.WriteAllText(file, table);
        Assert.Equal(File.Exists(file) ? File.ReadAllText(file) : "", table);
    }

    static string Here([System.Runtime.CompilerServices.CallerFilePath] string here = "") => here;
}
