namespace Gongkai.Rigs;

/// <summary>The last way of R4: the data folder stands on a disk of a few megabytes, which fills up and is cleared again.</summary>
static class FullDisk
{
    const int Ballast = 2 << 20;

    public static async Task<(bool Holds, string Line)> Run(int requests, bool control)
    {
        using var ground = new Ground();
        Directory.CreateDirectory(ground.Data);
        await Ground.Run("mount", "-t", "tmpfs", "-o", "size=11m", "tmpfs", ground.Data);
        try
        {
            var ballast = Path.Combine(ground.Data, "ballast");
            await File.WriteAllBytesAsync(ballast, new byte[Ballast]);
            await using var victim = await Victim.Start(ground, control ? ["--early"] : []);
            using var clients = new Clients(victim.Url);
            // Whoever acknowledges everything never hears that the disk is full.
            while (clients.Tally.Refused < requests && clients.Tally.Served < 5000) await clients.Send(requests);
            var full = clients.Tally;
            File.Delete(ballast);
            var recovered = await clients.Repeat();
            await victim.Kill();
            var books = await clients.Check(ground.Place);
            return (recovered && books.Hold && clients.Polite, $"a full disk ({full}), afterwards {clients.Tally}, {books}, {clients.Impolite} other answers");
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            await Ground.Run("umount", ground.Data);
        }
    }
}
