namespace Gongkai.App.Office.Redactions;

/// <summary>Where pages are read and drawn: a few at once, and only so many in the line, however many people leaf through large files.</summary>
/// <remarks>A page of 40 million pixels takes some 300 MB while it is drawn; the file itself is read only when its turn has come.</remarks>
public sealed class DrawingRoom(IConfiguration configuration) : IDisposable
{
    /// <summary>Whoever comes later is asked to come again.</summary>
    public const int MostWaiting = 24;

    readonly SemaphoreSlim places = new(Math.Max(1, configuration.GetValue("Redaction:Drawings", 2)));
    int inside;

    /// <exception cref="RoomFullException">Too many wait already.</exception>
    public async Task<T> Work<T>(Func<T> work, CancellationToken cancelled)
    {
        try
        {
            if (Interlocked.Increment(ref inside) > MostWaiting) throw new RoomFullException();
            await places.WaitAsync(cancelled);
            try
            {
                return await Task.Run(work, cancelled);
            }
            finally
            {
                places.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref inside);
        }
    }

    public void Dispose() => places.Dispose();
}

/// <summary>Too many pages are being drawn; the message is for the user.</summary>
public sealed class RoomFullException() : Exception("现在处理页面的人太多，请过几秒再试。");
