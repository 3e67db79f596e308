using Gongkai.App.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.App.Tests;

/// <summary>Every address, who may see it and on which surface it stands; a change of security is a change of this list.</summary>
public class RouteTests(Platform platform)
{
    [Fact]
    public async Task The_list_of_all_routes_is_as_approved()
    {
        var lines = new List<string>();
        foreach (var endpoint in platform.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var surface = endpoint.Metadata.GetMetadata<Surfaces.Mark>()?.Surface ?? "none";
            lines.Add($"{await Verbs(endpoint),-9} /{endpoint.RoutePattern.RawText?.Trim('/'),-44} {surface,-8} {Policy(endpoint)}");
        }
        Snapshot.Matches(string.Join('\n', lines.Distinct().Order(StringComparer.Ordinal)) + '\n');
    }

    [Fact]
    public async Task A_page_that_does_not_say_who_may_see_it_is_seen_by_nobody()
    {
        var fallback = await platform.Services.GetRequiredService<IAuthorizationPolicyProvider>().GetFallbackPolicyAsync();
        var authorization = platform.Services.GetRequiredService<IAuthorizationService>();

        Assert.NotNull(fallback);
        Assert.False((await authorization.AuthorizeAsync(new(), null, fallback)).Succeeded);
    }

    static string Policy(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<PublishedAttribute>() is { } published ? $"published {string.Join(',', published.Keys)}".TrimEnd()
        : endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null ? "anyone"
        : endpoint.Metadata.GetMetadata<PermitsAttribute>() is { } permits ? permits.Policy! : "closed";

    async Task<string> Verbs(RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is { HttpMethods: { Count: > 0 } methods }) return string.Join(',', methods.Order(StringComparer.Ordinal));
        if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page) return "ANY";
        var compiled = await platform.Services.GetRequiredService<PageLoader>().LoadAsync(page, endpoint.Metadata);
        return string.Join(',', compiled.HandlerMethods.Select(handler => handler.HttpMethod.ToUpperInvariant()).DefaultIfEmpty("GET").Distinct().Order(StringComparer.Ordinal));
    }
}

/// <summary>A platform on which only an inner surface is open.</summary>
public sealed class InnerPlatform : Platform
{
    protected override IEnumerable<(string Key, string Value)> Settings => [("Surfaces:0", "Office")];
}

public class SurfaceTests(InnerPlatform inner) : IClassFixture<InnerPlatform>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/zfxxgk/nb/")]
    [InlineData("/zfxxgk/nb/2019/zjj")]
    [InlineData("/zfxxgk/nb/ml.csv")]
    [InlineData("/jc/")]
    public async Task A_closed_surface_has_no_routes(string path) =>
        Assert.Equal(404, (int)(await inner.Visitor().GetAsync(path, TestContext.Current.CancellationToken)).StatusCode);

    [Fact]
    public async Task The_health_of_the_process_is_told_on_every_surface() =>
        Assert.Equal("ok", await inner.Visitor().GetStringAsync("/healthz", TestContext.Current.CancellationToken));
}
