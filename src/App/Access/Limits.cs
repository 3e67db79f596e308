using Microsoft.AspNetCore.RateLimiting;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace Gongkai.App.Access;

/// <summary>How much one request, one visitor and all visitors together may ask of this machine.</summary>
public static class Limits
{
    /// <summary>All files of one form together.</summary>
    public const int UploadBytes = 20 * 1024 * 1024;

    /// <summary>The other fields and the boundaries between parts.</summary>
    const int FormOverhead = 64 * 1024;

    /// <summary>Up to here a form that is too large is read to its end and thrown away, so that the browser can show why; beyond, the line is cut.</summary>
    public const long DrainedBytes = 64L * 1024 * 1024;

    /// <summary>Forms that are worked on at once; each may hold its files in memory.</summary>
    static readonly int Workers = Math.Max(2, Environment.ProcessorCount);

    public static bool Exceeded(long? length) => length > UploadBytes + FormOverhead;

    public static void AddLimits(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = DrainedBytes;
            kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
            kestrel.Limits.MaxRequestLineSize = 4 * 1024;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
            kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(60);
            kestrel.Limits.MaxConcurrentConnections = 2000;
        });
        builder.Services.Configure<FormOptions>(form =>
        {
            form.MultipartBodyLengthLimit = UploadBytes;
            // A file that is to be checked never touches a disk.
            form.MemoryBufferThreshold = UploadBytes + FormOverhead;
            form.ValueCountLimit = 64;
            form.ValueLengthLimit = FormOverhead;
        });
        var forms = builder.Configuration.GetValue("Limits:FormsPerMinute", 30);
        // A bureau shares one address: its officers count each for themselves, and its sign-ins together.
        var officer = builder.Configuration.GetValue("Limits:FormsPerOfficerPerMinute", 120);
        var signIns = builder.Configuration.GetValue("Limits:SignInsPerMinute", 120);
        int Rate(string key) => key.StartsWith(Officer, StringComparison.Ordinal) ? officer : key.StartsWith(Door, StringComparison.Ordinal) ? signIns : forms;
        builder.Services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (rejected, _) =>
            {
                rejected.HttpContext.Response.Headers.RetryAfter = "60";
                return default;
            };
            options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PartitionedRateLimiter.Create<HttpContext, string>(context => IsForm(context)
                    ? RateLimitPartition.GetTokenBucketLimiter(Bucket(context), key => Tokens(Rate(key)))
                    : RateLimitPartition.GetNoLimiter("no form")),
                PartitionedRateLimiter.Create<HttpContext, string>(context => IsForm(context)
                    ? IsOffice(context) ? RateLimitPartition.GetConcurrencyLimiter("office", _ => new() { PermitLimit = 16 * Workers, QueueLimit = 256 })
                    : RateLimitPartition.GetConcurrencyLimiter("forms", _ => new() { PermitLimit = Workers, QueueLimit = 32 })
                    : RateLimitPartition.GetNoLimiter("no form")));
            // One office program at a time turns documents into PDF; it takes seconds and a whole core.
            options.AddConcurrencyLimiter("conversion", limit => (limit.PermitLimit, limit.QueueLimit) = (1, 8));
        });
    }

    const string Officer = "account:", Door = "door:";

    static TokenBucketRateLimiterOptions Tokens(int perMinute) => new()
    {
        TokenLimit = perMinute, TokensPerPeriod = perMinute, ReplenishmentPeriod = TimeSpan.FromMinutes(1), QueueLimit = 0,
    };

    static string Bucket(HttpContext context) =>
        context.User.FindFirst(Me.AccountClaim)?.Value is { } account ? Officer + account
        : context.Request.Path.StartsWithSegments(Entrance.SignInPath, StringComparison.OrdinalIgnoreCase) ? Door + Visitor(context.Connection.RemoteIpAddress)
        : Visitor(context.Connection.RemoteIpAddress);

    static bool IsOffice(HttpContext context) => context.Request.Path.StartsWithSegments("/office", StringComparison.OrdinalIgnoreCase);

    // An error page that answers a form is not a form.
    internal static bool IsForm(HttpContext context) => HttpMethods.IsPost(context.Request.Method) && !IsAnswered(context);

    internal static bool IsAnswered(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;

    /// <summary>Who asks, as far as an address tells: one household has one IPv4 address, or 2^64 of IPv6.</summary>
    public static string Visitor(IPAddress? address) => address switch
    {
        null => "unknown",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };
}

/// <summary>Reads a form before anyone else does, and refuses a large, broken or foreign one with its proper status.</summary>
public sealed class FormIntake(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (Limits.IsAnswered(context) || IsRead(context.Request.Method))
        {
            await next(context);
            return;
        }
        // A browser says where a form comes from; one on a foreign page is not ours, whatever it calls itself.
        if (context.Request.Headers["Sec-Fetch-Site"] is ["cross-site"] or ["same-site"])
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }
        if (!Limits.IsForm(context) || !context.Request.HasFormContentType)
        {
            await next(context);
            return;
        }
        context.Response.StatusCode = await Read(context.Request);
        if (context.Response.StatusCode == StatusCodes.Status200OK) await next(context);
    }

    static bool IsRead(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    static async Task<int> Read(HttpRequest request)
    {
        if (Limits.Exceeded(request.ContentLength)) return await Drain(request);
        try
        {
            await request.ReadFormAsync(request.HttpContext.RequestAborted);
            return StatusCodes.Status200OK;
        }
        catch (BadHttpRequestException bad)
        {
            return bad.StatusCode;
        }
        catch (InvalidDataException broken)
        {
            return broken.Message.Contains("length limit", StringComparison.Ordinal) ? await Drain(request) : StatusCodes.Status400BadRequest;
        }
        catch (IOException)
        {
            return StatusCodes.Status400BadRequest;
        }
    }

    static async Task<int> Drain(HttpRequest request)
    {
        if (request.ContentLength > Limits.DrainedBytes) return StatusCodes.Status413PayloadTooLarge;
        try { await request.Body.CopyToAsync(Stream.Null, request.HttpContext.RequestAborted); }
        catch (IOException) { /* It ended early, or went on for too long; the answer is the same. */ }
        return StatusCodes.Status413PayloadTooLarge;
    }
}
