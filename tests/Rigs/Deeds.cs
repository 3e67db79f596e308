using System.Text;
using Gongkai.Records;
using Gongkai.Records.Files;
using Gongkai.Records.Numbers;
using Gongkai.Records.Organizations;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Rigs;

/// <summary>The act that the rigs do again and again, under a key: a document number is taken and a file is attached to it. Asked twice with one key, it is done once.</summary>
static class Deeds
{
    static readonly Deed Begun = new("rig.begun", "台架准备"), Taken = new("rig.taken", "台架编号");
    static readonly DateOnly Day = new(2026, 6, 1);

    /// <summary>The agency and the numbers that the acts need.</summary>
    public static async Task Prepare(Store store, DateTimeOffset at)
    {
        if (await store.Agencies.AnyAsync(agency => agency.Code == "rig")) return;
        var agency = new Agency { Code = "rig", Name = "台架局" };
        store.AddRange(agency, new NumberSeries { AgencyId = agency.Id, Name = "台架文", Word = "台架", FirstYear = 2026 });
        await store.Save(new(Begun, Hand.Program, at));
        store.ChangeTracker.Clear();
    }

    /// <returns>The number.</returns>
    public static Task<string> Do(Store store, FileStore files, string key, DateTimeOffset at) => Do(store, files, key, Day, at);

    /// <param name="on">The document's date.</param>
    /// <returns>The number.</returns>
    public static async Task<string> Do(Store store, FileStore files, string key, DateOnly on, DateTimeOffset at)
    {
        if (await store.TakenNumbers.Where(taken => taken.Subject == key).Select(taken => taken.Text).SingleOrDefaultAsync() is { } done) return done;
        var series = await store.NumberSeries.AsNoTracking().SingleAsync(one => one.Word == "台架");
        var act = new Act(Taken, Hand.Program, at, series.AgencyId);
        var number = "";
        await store.Write(act, async () =>
        {
            var taken = await store.TakeNumber(series, new(on, key), act);
            number = taken.Text;
            store.Add(StoredFile.Of(files.Put(Content(key)), $"{key}.txt", "text/plain", ("rig", taken.Id), series.AgencyId, Scan.NotConfigured, at));
        });
        store.ChangeTracker.Clear();
        return number;
    }

    /// <summary>What is attached under a key.</summary>
    public static byte[] Content(string key) => Encoding.UTF8.GetBytes($"附件 {key}\n");

    /// <summary>In which folder of the files it lies.</summary>
    public static string FolderOf(string key) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Content(key))) is var hash ? Path.Combine(hash[..2], hash[2..4]) : "";

    /// <summary>Files of which none is sealed.</summary>
    public static FileStore Files(string folder) => new(folder, new(_ => throw new NotSupportedException(), _ => throw new NotSupportedException()));
}
