using Gongkai.Records.Files;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Tests.Files;

/// <summary>The scanner finds what it knows; while it is silent, a file waits where nobody gets it.</summary>
public sealed class ScannerTests(TestStores stores) : IDisposable
{
    readonly Cabinet cabinet = new();

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => cabinet.Dispose();

    [Theory, InlineData(true), InlineData(false)]
    public async Task It_knows_the_test_virus_over_both_kinds_of_socket(bool unix)
    {
        using var clamd = new Clamd(unix ? Path.Combine(cabinet.Folder, "clamd.ctl") : null);
        var scanner = new Scanner(clamd.Address);

        Assert.True(await scanner.Answers(Cancelled));
        Assert.Equal(Scan.Infected, await scanner.Scan(Clamd.Eicar, Cancelled));
        Assert.Equal(Scan.Infected, await scanner.Scan((byte[])[.. new byte[200_000], .. Clamd.Eicar], Cancelled));
        Assert.Equal(Scan.Clean, await scanner.Scan(new byte[200_000], Cancelled));
        Assert.Equal(Scan.Clean, await scanner.Scan(ReadOnlyMemory<byte>.Empty, Cancelled));
    }

    [Theory, InlineData(""), InlineData("INSTREAM size limit exceeded. ERROR\0"), InlineData("stream: OK?\0")]
    public async Task An_answer_that_is_none_makes_the_file_wait(string answer)
    {
        using var clamd = new Clamd { Instead = answer };

        Assert.Equal(Scan.Waiting, await new Scanner(clamd.Address).Scan("甲"u8.ToArray(), Cancelled));
    }

    [Fact]
    public async Task A_scanner_that_is_down_makes_the_file_wait()
    {
        string address;
        using (var clamd = new Clamd()) address = clamd.Address;

        Assert.Equal(Scan.Waiting, await new Scanner(address).Scan("甲"u8.ToArray(), Cancelled));
        Assert.Equal(Scan.Waiting, await new Scanner(Path.Combine(cabinet.Folder, "nobody.ctl")).Scan("甲"u8.ToArray(), Cancelled));
        Assert.False(await new Scanner(address).Answers(Cancelled));
    }

    [Fact]
    public async Task Where_there_is_none_the_row_says_so()
    {
        Assert.False(new Scanner(null).IsConfigured);
        Assert.Equal(Scan.NotConfigured, await new Scanner("").Scan(Clamd.Eicar, Cancelled));
    }

    [Theory, InlineData("nonsense"), InlineData("host:"), InlineData("host:99999"), InlineData(":3310")]
    public void An_address_that_is_none_is_refused(string address) => Assert.Throws<FormatException>(() => new Scanner(address));

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task When_it_comes_back_it_is_asked_about_all_that_wait(StoreKind kind)
    {
        using var store = StoreChoice.Open(stores.Ready(kind));
        var files = cabinet.Open();
        var good = Cabinet.Row(files.Put("好"u8, seal: true), Scan.Waiting);
        var bad = Cabinet.Row(files.Put(Clamd.Eicar, seal: true), Scan.Waiting);
        store.AddRange(good, bad);
        await store.Save(TestActs.Test);
        using var clamd = new Clamd { Instead = "" };
        var scanner = new Scanner(clamd.Address);

        Assert.Equal(0, await Quarantine.Rescan(store, files, scanner, TestActs.Now));
        Assert.False(good.Readable);
        clamd.Instead = null;
        Assert.Equal(2, await Quarantine.Rescan(store, files, scanner, TestActs.Now));

        Assert.Equal("好"u8.ToArray(), files.Read(good));
        Assert.Equal((Scan.Infected, false), (bad.Scan, bad.Readable));
        Assert.Equal(2, await store.Trail.CountAsync(entry => entry.Deed == Quarantine.Scanned.Code, Cancelled));
    }
}
