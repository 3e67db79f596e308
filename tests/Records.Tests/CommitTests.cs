using Gongkai.Records.Organizations;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Gongkai.Records.Tests;

/// <summary>A server whose standby never answers.</summary>
public sealed class LonelyServer : IDisposable
{
    readonly TestServer server = TestServer.StartOwn();

    public LonelyServer()
    {
        // A commit is given up after a second.
        Connection = new NpgsqlConnectionStringBuilder(server.Connection) { Database = "gongkai", CommandTimeout = 1 }.ConnectionString;
        using var store = StoreChoice.Open(new NpgsqlConnectionStringBuilder(Connection) { CommandTimeout = 60 }.ConnectionString);
        store.Prepare();
        store.Database.ExecuteSql($"ALTER SYSTEM SET synchronous_standby_names = 'nobody'");
        store.Database.ExecuteSql($"SELECT pg_reload_conf()");
    }

    public string Connection { get; }

    public void Dispose() => server.Leave([]);
}

/// <summary>While a standby is silent, no save may be reported as done.</summary>
public sealed class CommitTests(LonelyServer server) : IClassFixture<LonelyServer>
{
    static int count;

    static Agency Another() => new() { Code = $"a{count++}", Name = "某区住房和城乡建设局" };

    [Fact]
    public void A_save_that_the_standby_never_confirmed_is_no_success() => NeverConfirmed(store =>
    {
        store.Add(Another());
        store.SaveNow();
    });

    [Fact]
    public void Nor_is_one_of_several_statements() => NeverConfirmed(store =>
    {
        store.AddRange(Another(), Another());
        store.SaveNow();
    });

    [Fact]
    public void Nor_is_a_change_of_many_rows() => NeverConfirmed(store =>
    {
        store.Database.ExecuteSql($"INSERT INTO agencies (\"Id\", \"Code\", \"Name\") VALUES ({Guid.CreateVersion7()}, {$"b{count++}"}, 'x')");
        store.Agencies.ExecuteUpdate(agencies => agencies.SetProperty(agency => agency.Name, "某区"));
    });

    // The server takes up its new setting in its own time, so the first few may still pass; and on a busy machine the second may be over before the commit begins.
    void NeverConfirmed(Action<Store> save)
    {
        var refusal = Enumerable.Range(0, 20).Select(_ => Record.Exception(() =>
        {
            using var store = StoreChoice.Open(server.Connection);
            save(store);
        })).Select(exception => exception as UncertainCommitException ?? exception?.InnerException as UncertainCommitException).FirstOrDefault(uncertain => uncertain is not null);

        Assert.Equal("已保存在本机，但备用数据库没有确认，暂时不能保证不会丢失。请稍后查询结果，不要重复提交。", refusal?.Message);
    }
}
