using System.Security.Cryptography;
using Gongkai.Records;
using Gongkai.Records.Backups;
using Gongkai.Records.Trail;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Rigs;

/// <summary>R5: one bit changes somewhere in the database, its log or a file while the platform stands still. Where that touches a record, the trail or a file, the start or the audit says so.</summary>
/// <remarks>The control asks SQLite alone, whose pages bear no checksum.</remarks>
static class Flips
{
    public static async Task<Verdict> Run(int flips, bool control)
    {
        using var ground = new Ground();
        await ground.Prepare();
        var files = Deeds.Files(ground.Place.Files);
        var whole = Path.Combine(ground.Folder, "whole");
        await using (var store = ground.Place.Open())
        {
            await store.Database.OpenConnectionAsync();
            for (var i = 0; i < 30; i++) await Deeds.Do(store, files, $"k{i}", TimeProvider.System.GetUtcNow());
            await store.Database.ExecuteSqlAsync($"PRAGMA wal_checkpoint(TRUNCATE)");
            for (var i = 30; i < 40; i++) await Deeds.Do(store, files, $"k{i}", TimeProvider.System.GetUtcNow());
            await Of(ground.Data).Export(store, TimeProvider.System.GetUtcNow());
            // As a process leaves it that was killed: the last acts stand in the log alone.
            Ground.Copy(ground.Data, whole);
            File.Delete(Path.Combine(whole, "gongkai.db-shm"));
        }
        var facts = Facts(whole, ground);
        var random = new Random(20260601);
        string[] targets = [Path.Combine(whole, "gongkai.db"), Path.Combine(whole, "gongkai.db-wal"), .. Directory.EnumerateFiles(Path.Combine(whole, "files"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

        int touched = 0, missed = 0;
        var where = new int[3];
        var damaged = Path.Combine(ground.Folder, "damaged");
        Ground.Copy(whole, damaged);
        for (var flip = 0; flip < flips; flip++)
        {
            var kind = flip % 4 is 0 or 1 ? 0 : flip % 4 - 1;
            var target = kind < 2 ? targets[kind] : targets[random.Next(2, targets.Length)];
            var file = Path.Combine(damaged, Path.GetRelativePath(whole, target));
            var bytes = await File.ReadAllBytesAsync(file);
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            await File.WriteAllBytesAsync(file, bytes);
            if (Facts(damaged, ground) != facts)
            {
                touched++;
                where[kind]++;
                if (!await Found(damaged, control)) missed++;
            }
            SqliteConnection.ClearAllPools();
            // Whole again: what was flipped, and what SQLite did to its own files when it looked.
            File.Copy(target, file, overwrite: true);
            CopyDatabase(whole, damaged);
        }
        var alarms = await Found(whole, control) ? 1 : 0;
        return new(missed == 0 && alarms == 0 && touched > 0,
            $"{flips} flips, {touched} touched something ({where[0]} in the database, {where[1]} in its log, {where[2]} in files): {missed} missed; {alarms} false alarms");
    }

    static void CopyDatabase(string from, string to)
    {
        Directory.CreateDirectory(to);
        File.Delete(Path.Combine(to, "gongkai.db-shm"));
        foreach (var name in (string[])["gongkai.db", "gongkai.db-wal"]) File.Copy(Path.Combine(from, name), Path.Combine(to, name), overwrite: true);
    }

    static Checkpoints Of(string data) => new(Path.Combine(data, "checkpoints"), Path.Combine(data, "checkpoint.pem"));

    static async Task<bool> Found(string data, bool control)
    {
        var place = Ground.PlaceOf(data);
        try
        {
            if (!control)
            {
                await using var store = place.Open();
                store.Prepare();
            }
            if (Soundness.Faults(place).Count > 0) return true;
            if (control) return false;
            await foreach (var _ in Verification.Of(place.Open)) return true;
            await foreach (var _ in Of(data).Verify(place.Open)) return true;
            return false;
        }
        catch (Exception said) when (said is SqliteException or UnusableStoreException or InvalidCastException or FormatException or InvalidOperationException or ArgumentException)
        {
            return true;
        }
    }

    // A digest of every record, every entry of the trail and every file; what cannot be read is a fact of its own. It looks at a copy, since looking moves the log.
    static string Facts(string data, Ground ground)
    {
        var copy = Path.Combine(ground.Folder, "looked-at");
        CopyDatabase(data, copy);
        try
        {
            using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach (var file in Directory.EnumerateFiles(Path.Combine(data, "files"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)) digest.AppendData(File.ReadAllBytes(file));
            using var store = Ground.PlaceOf(copy).Open();
            var tables = store.Model.GetEntityTypes().Where(table => typeof(IRecord).IsAssignableFrom(table.ClrType)).Select(table => table.GetTableName()!)
                .Concat(["trail_entries", "trail_changes", "trail_personal"]).Distinct().Order(StringComparer.Ordinal).ToList();
            using var connection = new SqliteConnection(Ground.ConnectionOf(copy) + ";Pooling=False");
            connection.Open();
            foreach (var table in tables)
            {
                using var command = new SqliteCommand($"SELECT * FROM {table} ORDER BY 1, 2, 3", connection);
                using var reader = command.ExecuteReader();
                while (reader.Read())
                    for (var column = 0; column < reader.FieldCount; column++)
                        digest.AppendData(reader.IsDBNull(column) ? [0] : reader.GetValue(column) is byte[] bytes ? bytes : System.Text.Encoding.UTF8.GetBytes($"{reader.GetValue(column)};"));
            }
            return Convert.ToHexStringLower(digest.GetHashAndReset());
        }
        catch (SqliteException)
        {
            return "unreadable";
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(copy, recursive: true);
        }
    }
}
