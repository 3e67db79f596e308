using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Net.Http.Headers;

namespace Gongkai.App.Access;

/// <summary>Marks a page that says the same to everyone: it may be seen by anyone, kept in the output cache and asked after by its tag.</summary>
/// <param name="keys">The query keys that it reads; any other key neither changes it nor fills the cache.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PublishedAttribute(params string[] keys) : Attribute, IAllowAnonymous
{
    public IReadOnlyList<string> Keys => keys;
}

/// <summary>Keeps published pages, and nothing else, for a minute or until something that the public sees changes.</summary>
public sealed class PublishedPages : IOutputCachePolicy
{
    // What a page says may depend on the day; it is never older than this.
    static readonly TimeSpan Kept = TimeSpan.FromSeconds(60);

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        if (context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<PublishedAttribute>() is not { } published) return default;
        if (!EntityTags.Reads(context.HttpContext.Request) || context.HttpContext.Features.Get<Inside.Mark>() is not null) return default;
        context.EnableOutputCaching = context.AllowCacheLookup = context.AllowCacheStorage = context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = Kept;
        context.CacheVaryByRules.QueryKeys = published.Keys is [] ? default : published.Keys.ToArray();
        var editions = context.HttpContext.RequestServices.GetRequiredService<Editions>();
        context.AllowCacheLookup = context.AllowCacheStorage = editions.Keeps;
        // The edition in which the request began: what it finds in the store is that edition's or a later one's, and never shown in the next.
        context.CacheVaryByRules.VaryByValues["edition"] = editions.Current.ToString(CultureInfo.InvariantCulture);
        return default;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => default;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK || response.Headers.SetCookie.Count > 0) context.AllowCacheStorage = false;
        return default;
    }
}

/// <summary>Gives published pages a tag of their content, and answers 304 to whoever has it already.</summary>
public sealed class EntityTags(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!Reads(context.Request) || context.GetEndpoint()?.Metadata.GetMetadata<PublishedAttribute>() is null)
        {
            await next(context);
            return;
        }
        using var page = await Whole(context);
        var response = context.Response;
        if (response.StatusCode == StatusCodes.Status200OK)
        {
            // Weak: compression changes the bytes and not the page.
            var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower((await SHA256.HashDataAsync(page)).AsSpan(0, 12))}\"", isWeak: true);
            page.Position = 0;
            var headers = response.GetTypedHeaders();
            headers.ETag = tag;
            headers.CacheControl = new() { Public = true, NoCache = true };
            response.ContentLength = page.Length;
            if (context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false) || known.Equals(EntityTagHeaderValue.Any)))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                response.ContentLength = null;
                response.Headers.ContentType = default;
                return;
            }
        }
        if (HttpMethods.IsGet(context.Request.Method)) await page.CopyToAsync(response.Body);
    }

    // The head of a page is that of the whole page, so a question for the head makes the page too.
    async Task<MemoryStream> Whole(HttpContext context)
    {
        var page = new MemoryStream();
        var (method, body) = (context.Request.Method, context.Response.Body);
        (context.Request.Method, context.Response.Body) = (HttpMethods.Get, page);
        try { await next(context); }
        finally { (context.Request.Method, context.Response.Body) = (method, body); }
        page.Position = 0;
        return page;
    }

    internal static bool Reads(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
}
