using System.Net;
using System.Reflection;
using System.Text;
using Gongkai.App.Access;
using Gongkai.Records;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.App.Tests.Accounts;

/// <summary>What a foreign page, a foreign form or a foreign field may do (reliability.md S15, S17): nothing.</summary>
public sealed class ForgeryTests(Door door) : IClassFixture<Door>
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_address_that_changes_something_takes_a_form_that_is_not_from_its_own_page()
    {
        var clients = new Dictionary<Role, HttpClient>();
        foreach (var role in Enum.GetValues<Role>()) clients[role] = await door.As(role);
        var another = await (await door.As(Role.Reviewer)).Token("/office/me");
        var tried = 0;
        List<string> accepted = [];
        foreach (var (verb, pattern, permission) in await Changing())
        {
            var client = permission is { } needed ? clients[needed.Holders()[0]] : door.Visitor();
            var own = permission is null ? await client.Token("/office/signin") : await client.Token("/office/me");
            var path = MatrixTests.Filled(pattern);
            var before = await Rows();
            foreach (var (how, request) in Forged(new(verb), path, own, another))
            {
                using var answer = await client.SendAsync(request, Cancelled);
                tried++;
                if (answer.StatusCode is not (HttpStatusCode.BadRequest or HttpStatusCode.NotFound or HttpStatusCode.UnsupportedMediaType)) accepted.Add($"{path} {how}: {(int)answer.StatusCode}");
                request.Dispose();
            }
            if (await Rows() != before) accepted.Add($"{path} changed something");
        }

        Assert.Empty(accepted);
        Assert.True(tried >= 40, $"{tried}");
    }

    [Fact]
    public async Task The_same_form_with_its_own_token_is_taken()
    {
        var client = await door.As(Role.SystemAdministrator);
        var before = await Rows();
        var answer = await client.Post("/office/accounts/new", ("Input.SignInName", "forged.not"), ("Input.Name", "甲"), ("Input.Agency", "zjj"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.NotEqual(before, await Rows());
    }

    [Fact]
    public async Task Foreign_fields_move_nothing()
    {
        var client = await door.As(Role.SystemAdministrator);
        string[] foreign = ["Id", "Handle", "Revision", "AgencyId", "PersonId", "PasswordHash", "Stamp", "DisabledAt", "MustChangePassword", "SecondFactorSince", "RecoveryCodes", "Role", "Roles", "IsAdmin", "Grants", "AccountId"];
        var fields = foreign.SelectMany(name => new[] { (name, "1"), ($"Input.{name}", "1"), ($"Account.{name}", "1") });
        await client.Post("/office/accounts/new", [("Input.SignInName", "plain.one"), ("Input.Name", "乙"), ("Input.Agency", "zjj"), .. fields]);

        await door.In(async store =>
        {
            var made = await store.Accounts.SingleAsync(account => account.SignInName == "plain.one", Cancelled);
            var bureau = await store.Agencies.Where(agency => agency.Code == "zjj").Select(agency => agency.Id).SingleAsync(Cancelled);
            Assert.Equal(bureau, made.AgencyId);
            Assert.True(made.MustChangePassword);
            Assert.Null(made.DisabledAt);
            Assert.Null(made.PersonId);
            Assert.Null(made.SecondFactorSince);
            Assert.Equal(1, made.Revision);
            Assert.NotEqual("1", made.Stamp);
            Assert.NotEqual("1", made.PasswordHash);
            Assert.False(await store.Grants.AnyAsync(grant => grant.AccountId == made.Id, Cancelled));
        });
    }

    [Fact]
    public void No_page_binds_what_is_kept() =>
        Assert.Empty(
            from page in typeof(Web).Assembly.GetTypes()
            where typeof(PageModel).IsAssignableFrom(page)
            from bound in page.GetProperties().Where(property => property.GetCustomAttribute<BindPropertyAttribute>() is not null || page.GetCustomAttribute<BindPropertiesAttribute>() is not null).Select(property => property.PropertyType)
                .Concat(page.GetMethods().Where(method => method.Name.StartsWith("OnPost", StringComparison.Ordinal)).SelectMany(method => method.GetParameters()).Select(parameter => parameter.ParameterType))
            where Kept(bound, [])
            select $"{page.FullName}: {bound.Name}");

    [Fact]
    public async Task No_flipped_byte_of_a_session_opens_the_office()
    {
        var client = await door.As(Role.Reviewer);
        var cookie = client.DefaultRequestHeaders.GetValues("Cookie").Single();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/office/me", Cancelled)).StatusCode);
        var (name, value) = (cookie.Split('=')[0], Microsoft.AspNetCore.WebUtilities.WebEncoders.Base64UrlDecode(cookie[(cookie.IndexOf('=', StringComparison.Ordinal) + 1)..]));
        for (var place = 0; place < value.Length; place++)
        {
            var forged = (byte[])value.Clone();
            forged[place] ^= (byte)(1 << (place % 8));
            var thief = door.Visitor();
            thief.DefaultRequestHeaders.Add("Cookie", $"{name}={Microsoft.AspNetCore.WebUtilities.WebEncoders.Base64UrlEncode(forged)}");
            Assert.Equal(HttpStatusCode.Redirect, (await thief.GetAsync("/office/me", Cancelled)).StatusCode);
        }
    }

    [Fact]
    public async Task No_flipped_byte_of_a_forms_token_or_of_its_cookie_is_taken()
    {
        using var bare = door.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        var shown = await bare.GetAsync("/jc/", Cancelled);
        var cookie = shown.Headers.GetValues("Set-Cookie").Single(one => one.StartsWith("gongkai-form=", StringComparison.Ordinal)).Split(';')[0]["gongkai-form=".Length..];
        var token = (await shown.Html()).QuerySelector("input[name=_form]")!.GetAttribute("value")!;
        async Task<HttpStatusCode> Sent(string oneCookie, string oneToken)
        {
            using var form = new MultipartFormDataContent { { new StringContent(oneToken), "_form" } };
            using var request = new HttpRequestMessage(HttpMethod.Post, "/jc/") { Content = form };
            request.Headers.Add("Cookie", $"gongkai-form={oneCookie}");
            using var answer = await bare.SendAsync(request, Cancelled);
            return answer.StatusCode;
        }

        // Without a file it is asked for one: so the form itself was taken.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Sent(cookie, token));
        foreach (var forged in Forgeries(cookie)) Assert.Equal(HttpStatusCode.BadRequest, await Sent(forged, token));
        foreach (var forged in Forgeries(token)) Assert.Equal(HttpStatusCode.BadRequest, await Sent(cookie, forged));
    }

    // The same with one bit of each byte turned.
    static IEnumerable<string> Forgeries(string protectedText)
    {
        var bytes = Microsoft.AspNetCore.WebUtilities.WebEncoders.Base64UrlDecode(protectedText);
        for (var place = 0; place < bytes.Length; place++)
        {
            bytes[place] ^= (byte)(1 << (place % 8));
            yield return Microsoft.AspNetCore.WebUtilities.WebEncoders.Base64UrlEncode(bytes);
            bytes[place] ^= (byte)(1 << (place % 8));
        }
    }

    static IEnumerable<(string How, HttpRequestMessage Request)> Forged(HttpMethod verb, string path, string? own, string? another)
    {
        yield return ("without a token", Form(verb, path, null));
        yield return ("with another's token", Form(verb, path, another));
        var foreign = Form(verb, path, own);
        foreign.Headers.Add("Sec-Fetch-Site", "cross-site");
        yield return ("from a foreign page", foreign);
        yield return ("as text", new(verb, path) { Content = new StringContent("{\"act\":\"disable\"}", Encoding.UTF8, "text/plain") });
        yield return ("as JSON", new(verb, path) { Content = new StringContent("{}", Encoding.UTF8, "application/json") });
    }

    static HttpRequestMessage Form(HttpMethod verb, string path, string? token) => new(verb, path)
    {
        Content = new FormUrlEncodedContent(token is null ? [new("act", "disable")] : [new("act", "disable"), new("_form", token)]),
    };

    // Everything that takes something, and the permission that opens it.
    async Task<List<(string Verb, string Pattern, Permission? Permission)>> Changing()
    {
        var loader = door.Services.GetRequiredService<PageLoader>();
        List<(string, string, Permission?)> found = [];
        foreach (var endpoint in door.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var pattern = endpoint.RoutePattern.RawText!.Trim('/');
            // The page that shows an error changes nothing, and answers the forms that were refused.
            if (pattern.StartsWith("cw/", StringComparison.Ordinal)) continue;
            // What would change the trail is refused whatever it bears, and the attempt recorded (TrailJourneyTests).
            if (pattern.StartsWith("office/trail", StringComparison.Ordinal) && endpoint.Metadata.GetMetadata<PageActionDescriptor>() is null) continue;
            var verbs = endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page
                ? (await loader.LoadAsync(page, endpoint.Metadata)).HandlerMethods.Select(handler => handler.HttpMethod.ToUpperInvariant())
                : endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [];
            found.AddRange(verbs.Where(verb => verb is "POST" or "PUT" or "PATCH" or "DELETE").Select(verb => (verb, pattern, endpoint.Metadata.GetMetadata<PermitsAttribute>()?.Permission)));
        }
        return [.. found.Distinct()];
    }

    // How many rows each table has, and how far the trail goes: what is changed is trailed, what is not trailed is counted.
    async Task<string> Rows()
    {
        var counts = new StringBuilder();
        await door.In(async store =>
        {
            foreach (var table in store.Model.GetEntityTypes().Select(type => type.GetTableName()!).Where(table => table is not "sessions").Distinct().Order(StringComparer.Ordinal))
#pragma warning disable EF1002 // The name comes from the model.
                counts.Append(System.Globalization.CultureInfo.InvariantCulture, $"{table} {await store.Database.SqlQueryRaw<int>($"SELECT count(*) AS \"Value\" FROM \"{table}\"").SingleAsync(Cancelled)}\n");
#pragma warning restore EF1002
        });
        return counts.ToString();
    }

    static bool Kept(Type type, HashSet<Type> seen)
    {
        if (!seen.Add(type)) return false;
        if (typeof(IRecord).IsAssignableFrom(type)) return true;
        var inner = type.IsGenericType ? type.GetGenericArguments() : type.IsArray ? [type.GetElementType()!] : [];
        return inner.Any(part => Kept(part, seen)) || (type.Namespace?.StartsWith("Gongkai", StringComparison.Ordinal) == true && !type.IsEnum && type.GetProperties().Any(property => Kept(property.PropertyType, seen)));
    }
}
