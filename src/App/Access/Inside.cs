using Gongkai.App.Ui;
using Microsoft.AspNetCore.Http.Features;

namespace Gongkai.App.Access;

/// <summary>What this program answers to an address.</summary>
/// <param name="Leads">Where it leads on, if it does.</param>
/// <param name="Body">The beginning of what it says; empty where only the head was asked for.</param>
public sealed record InsideAnswer(int Status, string? Leads, string Body)
{
    public bool IsOpen => Status == StatusCodes.Status200OK;
}

/// <summary>Asks this program what an anonymous visitor asks, through the whole of what a request passes, without a network and past the kept pages.</summary>
public sealed class Inside(IHttpContextFactory contexts, IServiceScopeFactory scopes, Site site)
{
    const int MostRead = 4 * 1024 * 1024;

    RequestDelegate? whole;

    /// <summary>Marks a request as one from within; what it gets is made anew.</summary>
    public sealed class Mark;

    /// <summary>All that a request passes, from its first step.</summary>
    internal RequestDelegate Begin(RequestDelegate first) => whole = first;

    /// <param name="address">From the root of the application, with its question.</param>
    /// <param name="onlyHead">Only whether it answers.</param>
    public async Task<InsideAnswer> Ask(string address, bool onlyHead, CancellationToken cancelled)
    {
        var ask = whole ?? throw new InvalidOperationException("The program has not begun to answer.");
        var question = address.IndexOf('?', StringComparison.Ordinal);
        await using var scope = scopes.CreateAsyncScope();
        using var body = new Beginning(MostRead);
        var answer = new Answer();
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(new HttpRequestFeature
        {
            Method = onlyHead ? HttpMethods.Head : HttpMethods.Get, Protocol = "HTTP/1.1", Scheme = site.Https ? "https" : "http", RawTarget = address,
            Path = Uri.UnescapeDataString(question < 0 ? address : address[..question]), QueryString = question < 0 ? "" : address[question..], Headers = new HeaderDictionary { ["Host"] = site.Domain },
        });
        features.Set<IHttpResponseFeature>(answer);
        features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(body));
        features.Set<IHttpRequestLifetimeFeature>(new HttpRequestLifetimeFeature { RequestAborted = cancelled });
        features.Set<IServiceProvidersFeature>(new Given(scope.ServiceProvider));
        features.Set(new Mark());
        var context = contexts.Create(features);
        try
        {
            await ask(context);
            await context.Response.CompleteAsync();
            return new(context.Response.StatusCode, context.Response.Headers.Location, body.Text);
        }
        finally
        {
            await answer.Complete();
            contexts.Dispose(context);
        }
    }

    sealed class Given(IServiceProvider services) : IServiceProvidersFeature
    {
        public IServiceProvider RequestServices { get; set; } = services;
    }

    // The framework's own forgets what is to be done at the end.
    sealed class Answer : HttpResponseFeature
    {
        readonly Stack<(Func<object, Task> Do, object With)> last = [];

        public override void OnCompleted(Func<object, Task> callback, object state) => last.Push((callback, state));

        public async Task Complete()
        {
            while (last.TryPop(out var one)) await one.Do(one.With);
        }
    }

    /// <summary>Keeps so many bytes, and lets the rest go.</summary>
    sealed class Beginning(int most) : Stream
    {
        readonly MemoryStream kept = new();

        public string Text => System.Text.Encoding.UTF8.GetString(kept.GetBuffer(), 0, (int)kept.Length);

        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => kept.Length;
        public override long Position { get => kept.Position; set => throw new NotSupportedException(); }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));
        public override void Write(ReadOnlySpan<byte> buffer) => kept.Write(buffer[..Math.Min(buffer.Length, most - (int)kept.Length)]);

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Write(buffer.Span);
            return default;
        }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
