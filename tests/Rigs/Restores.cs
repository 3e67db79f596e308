using Gongkai.Records.Backups;
using Microsoft.Data.Sqlite;

namespace Gongkai.Rigs;

/// <summary>R11: a backup is made while eight write, and restored to an empty place. Every row and file is as it was at that moment, everything acknowledged before it is there, and a damaged backup is known.</summary>
/// <remarks>The control copies the database's file under the running platform.</remarks>
static class Restores
{
    const int Damages = 200;

    public static async Task<Verdict> Run(int backups, bool control)
    {
        using var ground = new Ground();
        int acknowledged = 0, rows = 0, differing = 0, undetected = 0;
        Books? books = null;
        var holds = true;
        await using var victim = await Victim.Start(ground);
        using var clients = new Clients(victim.Url);
        await clients.Send(20);
        for (var i = 0; i < backups; i++)
        {
            // In the control somebody reads meanwhile: what is written from here on stands in the log alone, however often that is emptied.
            await using var reader = control ? await Reading(ground) : null;
            if (control) await clients.Send(20);
            var before = clients.Served;
            var file = Path.Combine(ground.Folder, $"backup-{i}");
            var place = Ground.PlaceOf(Path.Combine(ground.Folder, $"restored-{i}"));
            var load = clients.Send(60);
            var taken = control ? CopyFile(ground, place) : Backup.Make(ground.Place, file, "rig", TimeProvider.System.GetUtcNow());
            await load;
            acknowledged += before.Count;
            if (taken is not null)
            {
                Restoration.Run(place, new(file, WithoutKeys: true), TimeProvider.System.GetUtcNow());
                var again = Backup.Make(place, file + "-again", "rig", TimeProvider.System.GetUtcNow());
                rows += (int)taken.Tables.Sum(table => table.Rows);
                differing += taken.Tables.Except(again.Tables).Count() + taken.Members.Where(member => member.Name.StartsWith("files/", StringComparison.Ordinal)).Except(again.Members).Count();
                undetected += await Undetected(file, ground);
            }
            try
            {
                books = await Books.Read(place, before);
                holds &= books.Hold;
            }
            catch (SqliteException)
            {
                // A file that was copied while it was written need not even open.
                holds = false;
            }
            SqliteConnection.ClearAllPools();
        }
        return new(holds && differing == 0 && undetected == 0,
            $"{backups} {(control ? "copies" : "backups")} under load, {acknowledged} acts acknowledged before them, {rows} rows: {differing} tables or files differ after the restore, {books?.ToString() ?? "unopenable"}, {undetected} of {Damages * backups} single damaged bytes undetected");
    }

    static async Task<SqliteConnection> Reading(Ground ground)
    {
        var connection = new SqliteConnection($"Data Source={ground.Place.SqliteFile};Pooling=False");
        await connection.OpenAsync();
        var command = connection.CreateCommand();
        command.CommandText = "BEGIN; SELECT count(*) FROM sqlite_master";
        await command.ExecuteScalarAsync();
        return connection;
    }

    // What people do who do not know of the log beside the file.
    static Manifest? CopyFile(Ground ground, StorePlace place)
    {
        Directory.CreateDirectory(place.Data);
        File.Copy(ground.Place.SqliteFile!, place.SqliteFile!);
        Ground.Copy(ground.Place.Files, place.Files);
        return null;
    }

    static async Task<int> Undetected(string file, Ground ground)
    {
        var bytes = await File.ReadAllBytesAsync(file);
        var random = new Random(20260601);
        var damaged = Path.Combine(ground.Folder, "damaged");
        var undetected = 0;
        for (var i = 0; i < Damages; i++)
        {
            var place = random.Next(bytes.Length);
            var bit = (byte)(1 << random.Next(8));
            bytes[place] ^= bit;
            await File.WriteAllBytesAsync(damaged, bytes);
            bytes[place] ^= bit;
            try
            {
                Backup.Check(damaged);
                undetected++;
            }
            catch (UnusableBackupException) { }
        }
        return undetected;
    }
}
