using System.Globalization;

namespace Gongkai.Rigs;

/// <summary>A part of R4: of the writes that one request asks of the database, the first fails, then the second, and so on, until one goes through clean. Each is refused politely or served, and then done once.</summary>
/// <remarks>The platform has one worker, so that the N-th write is the N-th of all. At its small size it goes on by larger steps.</remarks>
static class FirstWrites
{
    const int Whole = 400, Last = 2000;

    public static async Task<(bool Holds, string Line)> Run(int requests)
    {
        using var ground = new Ground();
        await using var victim = await Victim.Start(["env", "DOTNET_ThreadPool_ForceMaxWorkerThreads=1"], ground, "--Logging:LogLevel:Default=None", "--Logging:LogLevel:Gongkai=None");
        using var citizen = new Citizen("citizen");
        var receipts = new Dictionary<string, Receipt>();
        string[] files = [Path.Combine(ground.Data, "gongkai.db"), Path.Combine(ground.Data, "gongkai.db-wal")];
        var (steps, refused, clean, holds) = (0, 0, false, true);
        async Task<bool> Served()
        {
            if (await citizen.File(victim.Url) is { } receipt)
            {
                receipts[citizen.Key] = receipt;
                citizen.Next();
                return true;
            }
            refused++;
            holds &= (int)citizen.Refusal! is 503 or 507 && citizen.Astray == 0;
            return false;
        }
        holds &= await Served();
        for (var write = 1; write < Last && !clean; write += requests >= Whole ? 1 : 1 + write / 3)
        {
            steps++;
            await using var fault = await Injection.Into(victim.Id, "pwrite64,ftruncate,fsync,fdatasync", $"error=EIO:when={write.ToString(CultureInfo.InvariantCulture)}", files);
            var served = await Served();
            await fault.End();
            clean = fault.Count == 0;
            // What was refused is done now; what was served through the fault is there too.
            if (!served) holds &= await Served();
        }
        await victim.Kill();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var books = await Books.Read(ground.Place, new Dictionary<string, string>()) + await Requests.Read(ground.Place, receipts);
        return (holds && clean && refused > 0 && books.Hold && books.Done == receipts.Count, $"the N-th write of a request fails, {steps} times until one is clean: {refused} refused, afterwards {books}");
    }
}
