using Gongkai.Records;
using Gongkai.Records.Organizations;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Rigs;

/// <summary>The act that the rigs do again and again: a new agency under a key, recorded in the trail. Asked twice with one key, it is done once.</summary>
static class Deeds
{
    static readonly Deed Added = new("rig.added", "台架写入");

    public static async Task Do(Store store, string key, DateTimeOffset at)
    {
        if (await store.Agencies.AnyAsync(agency => agency.Code == key)) return;
        store.Add(new Agency { Code = key, Name = $"台架{key}局" });
        await store.Save(new(Added, Hand.Program, at));
    }
}
