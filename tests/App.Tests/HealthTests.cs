using Gongkai.Records;
using System.Net;
using Microsoft.Data.Sqlite;

namespace Gongkai.App.Tests;

/// <summary>A platform of its own, whose ground is pulled away.</summary>
public sealed class GroundlessPlatform : Platform;

public class HealthTests(Platform platform, GroundlessPlatform groundless) : IClassFixture<GroundlessPlatform>
{
    [Fact]
    public async Task A_platform_that_is_well_says_so_and_no_more()
    {
        Assert.Equal("ok", await platform.Visitor().GetStringAsync("/health/live", TestContext.Current.CancellationToken));
        var (status, words) = await Ready(platform);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Matches("""^\{"process":"ok","store":"ok","disk":"(ok|scarce)","keys":"ok","ready":true\}$""", words);
    }

    [Fact]
    public async Task A_platform_without_its_store_or_keys_is_alive_and_not_ready()
    {
        Assert.Equal(HttpStatusCode.OK, (await Ready(groundless)).Status);
        SqliteConnection.ClearAllPools();
        var file = Path.Combine(groundless.Data, "gongkai.db");
        File.Move(file, file + ".away");
        Directory.CreateDirectory(file);
        var (status, words) = await Ready(groundless);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, true), (status, words.Contains("\"store\":\"unreachable\"", StringComparison.Ordinal)));
        Assert.Equal("ok", await groundless.Visitor().GetStringAsync("/health/live", TestContext.Current.CancellationToken));

        Directory.Delete(file);
        File.Move(file + ".away", file);
        Assert.Equal(HttpStatusCode.OK, (await Ready(groundless)).Status);

        var keys = Path.Combine(groundless.Data, "keys");
        Directory.Move(keys, keys + ".away");
        (status, words) = await Ready(groundless);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, true), (status, words.Contains("\"keys\":\"unwritable\"", StringComparison.Ordinal)));
        Directory.Move(keys + ".away", keys);
    }

    [Theory]
    [InlineData(0, 1000, true, true)]
    [InlineData(40, 1000, true, true)]
    [InlineData(40, 500, false, true)]
    [InlineData(100, 4000, true, false)]
    [InlineData(200, 4000, false, false)]
    public void A_disk_is_scarce_under_a_twentieth_and_full_under_64_MB(long freeMegabytes, long totalMegabytes, bool scarce, bool gone)
    {
        var room = new Room(freeMegabytes << 20, totalMegabytes << 20);

        Assert.Equal((scarce, gone), (room.IsScarce, room.IsGone));
    }

    static async Task<(HttpStatusCode Status, string Words)> Ready(Platform platform)
    {
        using var answer = await platform.Visitor().GetAsync("/health/ready", TestContext.Current.CancellationToken);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
