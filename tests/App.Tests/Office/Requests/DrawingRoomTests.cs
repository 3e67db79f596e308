using Gongkai.App.Office.Redactions;
using Microsoft.Extensions.Configuration;

namespace Gongkai.App.Tests.Office.Requests;

/// <summary>However many leaf through large files at once, a few pages are drawn at a time, and whoever comes too late is told so.</summary>
public sealed class DrawingRoomTests
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_so_many_are_drawn_at_once_only_so_many_wait_and_each_leaves_its_place()
    {
        using var room = new DrawingRoom(new ConfigurationBuilder().AddInMemoryCollection([new("Redaction:Drawings", "2")]).Build());
        using var gate = new ManualResetEventSlim();
        using var both = new CountdownEvent(2);
        var (inside, most) = (0, 0);
        int Draw()
        {
            lock (both) most = Math.Max(most, ++inside);
            if (!both.IsSet) both.Signal();
            gate.Wait(Cancelled);
            lock (both) inside--;
            return 1;
        }
        var works = Enumerable.Range(0, DrawingRoom.MostWaiting).Select(_ => room.Work(Draw, Cancelled)).ToList();
        both.Wait(Cancelled);
        Assert.Equal("现在处理页面的人太多，请过几秒再试。", (await Assert.ThrowsAsync<RoomFullException>(() => room.Work(Draw, Cancelled))).Message);
        gate.Set();
        Assert.Equal(DrawingRoom.MostWaiting, (await Task.WhenAll(works)).Sum());
        Assert.Equal(2, most);

        // What fails, and who goes away, leave their places too.
        for (var i = 0; i < DrawingRoom.MostWaiting + 1; i++) await Assert.ThrowsAsync<InvalidOperationException>(() => room.Work<int>(() => throw new InvalidOperationException(), Cancelled));
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();
        for (var i = 0; i < DrawingRoom.MostWaiting + 1; i++) await Assert.ThrowsAnyAsync<OperationCanceledException>(() => room.Work(Draw, gone.Token));
        Assert.Equal(1, await room.Work(Draw, Cancelled));
    }
}
