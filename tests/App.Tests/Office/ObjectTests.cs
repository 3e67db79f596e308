using System.Text;
using System.Text.RegularExpressions;
using Gongkai.App.Access;
using Gongkai.App.Tests.Accounts;
using Gongkai.Records;
using Gongkai.Records.Accounts;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.App.Tests.Office;

/// <summary>Every address of the office that names an object (reliability.md S1-obj): one's own opens; another's, one that is not there and nonsense are one answer, to the letter.</summary>
/// <remarks>The addresses are read from the running platform: a new one without a sample fails.</remarks>
public sealed partial class ObjectTests(Door door) : IClassFixture<Door>
{
    const string Missing = "00000000000000000000000000", Nonsense = "%27%20OR%201%3D1";

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <param name="Pattern">As it is registered.</param>
    /// <param name="Key">Which sample fits it.</param>
    sealed record Address(string Pattern, string Key, PermitsAttribute Permits, IReadOnlyList<(string Verb, string? Handler)> Calls);

    [Fact]
    public async Task Another_agencys_object_is_as_one_that_is_not_there_and_ones_own_opens()
    {
        var samples = await Samples.Make(door);
        List<string> faults = [];
        foreach (var address in await Addresses())
        {
            if (!samples.Known.TryGetValue(address.Key, out var sample))
            {
                faults.Add($"{address.Pattern}: no sample for {address.Key}");
                continue;
            }
            var client = await Actor(address.Permits.Permission);
            // A report is packed once it is published; until then nobody has a package.
            if (sample.Opens && !address.Pattern.EndsWith("package.zip", StringComparison.Ordinal) && address.Calls.Any(call => call.Verb == "GET") && await Answer(client, address, sample.Own, "GET", null) is var own && own.StartsWith("404", StringComparison.Ordinal))
                faults.Add($"GET {address.Pattern}: one's own is not found");
            foreach (var (verb, handler) in address.Calls)
            {
                var absent = await Answer(client, address, sample.Missing ?? Missing, verb, handler);
                foreach (var (what, value) in new[] { ("another's", sample.Theirs), ("nonsense", Nonsense) })
                    if (await Answer(client, address, value, verb, handler) is var found && found != absent) faults.Add($"{verb} {address.Pattern} {handler}, {what}: {Difference(found, absent)}");
                if (!absent.StartsWith("404", StringComparison.Ordinal)) faults.Add($"{verb} {address.Pattern} {handler}: missing answers {absent[..3]}");
            }
        }
        Assert.True(faults is [], string.Join('\n', faults));
    }

    [Fact]
    public async Task Another_departments_object_is_as_one_that_is_not_there_for_a_role_in_one_department()
    {
        var samples = await Samples.Make(door);
        List<string> faults = [];
        var seen = 0;
        foreach (var address in (await Addresses()).Where(address => address.Permits.InDepartment))
        {
            var sample = samples.Known[address.Key];
            var client = await door.As(await samples.Limited(door, Holder(address.Permits.Permission)));
            if (await Answer(client, address, sample.Own, "GET", null) is var own && own.StartsWith("404", StringComparison.Ordinal)) faults.Add($"GET {address.Pattern}: one's own is not found");
            foreach (var (verb, handler) in address.Calls)
            {
                seen++;
                if (await Answer(client, address, sample.Beside!, verb, handler) is var found && await Answer(client, address, Missing, verb, handler) is var absent && found != absent)
                    faults.Add($"{verb} {address.Pattern} {handler}: {Difference(found, absent)}");
            }
        }
        Assert.True(faults is [], string.Join('\n', faults));
        Assert.True(seen > 15, $"only {seen}");
    }

    /// <summary>A place where two objects differ is found: the pages of two people are not the same answer.</summary>
    [Fact]
    public async Task The_comparison_sees_a_difference()
    {
        var samples = await Samples.Make(door);
        var page = (await Addresses()).Single(address => address.Pattern == "office/people/{handle}");
        var client = await Actor(Permission.SeeOrganization);
        Assert.NotEqual(await Answer(client, page, samples.Known["people"].Own, "GET", null), await Answer(client, page, samples.Known["people"].Beside!, "GET", null));
    }

    async Task<List<Address>> Addresses()
    {
        List<Address> addresses = [];
        foreach (var endpoint in door.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().OrderBy(one => one.Metadata.GetMetadata<PageActionDescriptor>() is null))
        {
            var pattern = endpoint.RoutePattern.RawText!.Trim('/');
            if (!pattern.StartsWith("office/", StringComparison.Ordinal) || !Place().IsMatch(pattern)) continue;
            var parts = pattern.Split('/');
            var key = parts[2] is "series" or "handovers" or "normative" ? $"{parts[1]}/{parts[2]}" : parts[1];
            if (addresses.All(known => known.Pattern != pattern)) addresses.Add(new(pattern, key, endpoint.Metadata.GetMetadata<PermitsAttribute>()!, await Calls(endpoint)));
        }
        Assert.True(addresses.Count > 30, $"only {addresses.Count}");
        return addresses;
    }

    async Task<IReadOnlyList<(string, string?)>> Calls(RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page) return [("GET", null)];
        var compiled = await door.Services.GetRequiredService<PageLoader>().LoadAsync(page, endpoint.Metadata);
        return [.. compiled.HandlerMethods.Where(handler => handler.HttpMethod is "Get" or "Post").Select(handler => (handler.HttpMethod.ToUpperInvariant(), (string?)handler.Name))];
    }

    async Task<HttpClient> Actor(Permission permission)
    {
        var client = await door.As(Holder(permission));
        // The cookie of the forms comes with the first page.
        await client.GetAsync("/office/me", Cancelled);
        return client;
    }

    static Role Holder(Permission permission) => permission.Holders().Contains(Role.Reviewer) ? Role.Reviewer : permission.Holders()[0];

    /// <summary>Status, headers and body, without what is random in each answer, without the caller's own cookies and without the name that was asked for.</summary>
    static async Task<string> Answer(HttpClient client, Address address, string value, string verb, string? handler)
    {
        var path = "/" + Other().Replace(Place().Replace(address.Pattern, value), place => place.Groups[1].Value is "page" ? "1" : place.Groups[1].Value != "kind" ? "2" : address.Key == "import" ? "people" : address.Key == "registers" ? "licences" : "task-order") + (handler is null ? "" : $"?handler={handler}");
        using var request = new HttpRequestMessage(new(verb), path);
        if (verb == "POST") request.Content = new FormUrlEncodedContent([new("_form", (await client.Token("/office/me"))!)]);
        using var answer = await client.SendAsync(request, Cancelled);
        var text = new StringBuilder($"{(int)answer.StatusCode}\n");
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key != "Set-Cookie").OrderBy(header => header.Key, StringComparer.Ordinal)) text.Append(name).Append(": ").AppendJoin(',', values).Append('\n');
        text.Append(await answer.Content.ReadAsStringAsync(Cancelled));
        return Token().Replace(text.ToString(), "…").Replace(path, "…", StringComparison.Ordinal).Replace(value, "…", StringComparison.Ordinal).Replace(Uri.UnescapeDataString(value), "…", StringComparison.Ordinal).Replace(Missing, "…", StringComparison.Ordinal);
    }

    static string Difference(string one, string other)
    {
        var (left, right) = (one.Split('\n'), other.Split('\n'));
        var at = left.Zip(right).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"“{left.ElementAtOrDefault(at)?.Trim()}” for “{right.ElementAtOrDefault(at)?.Trim()}”";
    }

    [GeneratedRegex(@"\{(?:handle|which|code|chain)\??(?::[^}]*)?\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"\{(\w+)\??(?::[^}]*)?\}")]
    private static partial Regex Other();

    [GeneratedRegex("CfDJ8[\\w-]+|错误编号：<code>[^<]*")]
    private static partial Regex Token();
}
