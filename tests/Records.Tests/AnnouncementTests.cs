namespace Gongkai.Records.Tests;

/// <summary>One node tells the others that the public sees something else now.</summary>
public sealed class AnnouncementTests(TestStores stores)
{
    [Fact]
    public async Task What_is_committed_is_heard_elsewhere_and_what_is_rolled_back_is_not()
    {
        var connection = stores.Ready(StoreKind.Postgres);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var (hears, heard) = (new TaskCompletionSource(), new SemaphoreSlim(0));
        var listening = Announcements.Listen(connection, hears.SetResult, () => heard.Release(), stop.Token);
        await hears.Task.WaitAsync(TimeSpan.FromSeconds(30), stop.Token);

        using var store = StoreChoice.Open(connection);
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.Write(TestActs.Test, async () =>
        {
            await store.Announce();
            throw new InvalidOperationException("rolled back");
        }));
        await store.Write(TestActs.Test, store.Announce);
        Assert.True(await heard.WaitAsync(TimeSpan.FromSeconds(30), stop.Token));

        // Announcements come in their order: had the first been told, it would have been here before the second.
        await store.Write(TestActs.Test, store.Announce);
        Assert.True(await heard.WaitAsync(TimeSpan.FromSeconds(30), stop.Token));
        Assert.Equal(0, heard.CurrentCount);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => listening);
    }

    [Fact]
    public async Task A_store_in_a_file_has_nobody_to_tell()
    {
        using var store = StoreChoice.Open(stores.Ready(StoreKind.Sqlite));

        await store.Announce();

        Assert.False(store.HasNodes());
    }
}
