using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gongkai.App.Tests;

/// <summary>A platform whose clock breaks once it has started, and whose log we can read.</summary>
public sealed class BrokenPlatform : Platform
{
    public Book Written { get; } = new();
    readonly Clock clock = new();

    public void Break() => clock.Broken = true;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(clock);
            services.AddSingleton<ILoggerProvider>(Written);
        });
    }

    sealed class Clock : TimeProvider
    {
        public bool Broken { get; set; }
        public override DateTimeOffset GetUtcNow() => Broken ? throw new InvalidOperationException("the secret inner words") : Now;
    }

    public sealed class Book : ILoggerProvider, ILogger
    {
        public System.Collections.Concurrent.ConcurrentQueue<string> Lines { get; } = [];
        public ILogger CreateLogger(string categoryName) => this;
        public void Dispose() { }
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
        public bool IsEnabled(LogLevel logLevel) => true;
        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Enqueue(formatter(state, exception));
    }
}

public class FaultTests(BrokenPlatform broken) : IClassFixture<BrokenPlatform>
{
    [Fact]
    public async Task A_fault_of_ours_gets_a_page_with_a_number_that_stands_in_the_log_and_nothing_of_its_inside()
    {
        var visitor = broken.Visitor();
        broken.Break();
        var answer = await visitor.GetAsync("/zfxxgk/nb/", TestContext.Current.CancellationToken);
        var page = await answer.Html();
        var number = page.QuerySelector(".empty code").Words();

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.True(answer.Headers.Contains("Content-Security-Policy"));
        Assert.Equal("页面暂时打不开", page.QuerySelector("h1").Words());
        Assert.NotEmpty(number);
        Assert.Contains(broken.Written.Lines, line => line.Contains(number, StringComparison.Ordinal));
        Assert.DoesNotContain("secret inner words", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }
}
