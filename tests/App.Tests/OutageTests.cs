using System.Data.Common;
using System.Net;
using Gongkai.App.Access;
using Gongkai.Records;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Gongkai.App.Tests;

/// <summary>A platform whose database fails as we like.</summary>
public sealed class FailingPlatform : Platform
{
    readonly Failure failure = new();

    /// <summary>From now on, once it has started.</summary>
    /// <param name="with">What the database says; <c>null</c>: it answers again.</param>
    /// <param name="at">Only to commands with these words.</param>
    public void Fail(Exception? with, string at = "")
    {
        Assert.NotNull(Services);
        (failure.With, failure.At) = (with, at);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.ConfigureDbContext<SqliteStore>(options => options.AddInterceptors(failure)));
    }

    sealed class Failure : DbCommandInterceptor
    {
        public Exception? With { get; set; }
        public string At { get; set; } = "";

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
            With is null || !command.CommandText.Contains(At, StringComparison.Ordinal) ? new(result) : throw With;

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
            With is null || At is "" || !command.CommandText.Contains(At, StringComparison.Ordinal) ? new(result) : throw With;
    }
}

public class OutageTests(FailingPlatform failing) : IClassFixture<FailingPlatform>
{
    public static TheoryData<Exception, int> Outages => new()
    {
        { new SqliteException("", 13), 507 },
        { new SqliteException("", 10), 503 },
        { new SqliteException("", 5), 503 },
        { new SqliteException("", 11), 503 },
        { new DbUpdateException("", new SqliteException("", 13)), 507 },
        { new PostgresException("", "", "", "53100"), 507 },
        { new PostgresException("", "", "", "57P01"), 503 },
        { new PostgresException("", "", "", "25006"), 503 },
        { new PostgresException("", "", "", "40001"), 503 },
        { new PostgresException("", "", "", "XX001"), 503 },
        { new NpgsqlException("", new System.Net.Sockets.SocketException()), 503 },
        { new InvalidOperationException("", new NpgsqlException()), 503 },
        { new UncertainCommitException(), 503 },
        { new Gongkai.Records.NoRoomException(), 507 },
        { new IOException("", 28), 507 },
        { new IOException("", 5), 503 },
        { new TimeoutException(), 503 },
    };

    [Theory, MemberData(nameof(Outages))]
    public void What_passes_by_itself_is_no_fault_of_ours(Exception exception, int status) => Assert.Equal(status, Outage.Of(exception)?.Status);

    public static TheoryData<Exception> Faults =>
    [
        new InvalidOperationException(), new SqliteException("", 1), new SqliteException("", 19), new PostgresException("", "", "", "23505"),
        new PostgresException("", "", "", "42P01"), new DbUpdateConcurrencyException(), new IOException("", 2), new OperationCanceledException(),
    ];

    [Theory, MemberData(nameof(Faults))]
    public void A_bug_stays_a_bug(Exception exception) => Assert.Null(Outage.Of(exception));

    [Fact]
    public async Task A_full_disk_gets_a_sentence_and_is_over_when_there_is_room_again()
    {
        failing.Fail(new SqliteException("database or disk is full", 13));
        var answer = await failing.Visitor().GetAsync("/zfxxgk/nb/", TestContext.Current.CancellationToken);
        var page = await answer.Html();
        failing.Fail(null);
        var after = await failing.Visitor().GetAsync("/zfxxgk/nb/", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.InsufficientStorage, answer.StatusCode);
        Assert.Equal("30", answer.Headers.RetryAfter!.ToString());
        Assert.Equal("服务器存储空间不足", page.QuerySelector("h1").Words());
        Assert.DoesNotContain("disk is full", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    [Fact]
    public async Task A_save_that_the_standby_did_not_confirm_is_neither_done_nor_failed()
    {
        failing.Fail(new UncertainCommitException());
        var answer = await failing.Visitor().GetAsync("/zfxxgk/nb/ml.csv", TestContext.Current.CancellationToken);
        failing.Fail(null);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("不要重复提交", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
