using Gongkai.Records.Disclosure;
using Gongkai.Rules.Disclosure;
using Gongkai.Rules.Registers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Registers;

/// <summary>A document: its row on the register, the item that the public reads, or both.</summary>
public sealed record NormativePair(NormativeDocument? Row, InformationItem? Item)
{
    DocumentDays? Own => Row is null ? null : NormativeJoining.DaysOf(Row);

    DocumentDays? Shown => Item is not { State: ItemState.Published } ? null : NormativeJoining.DaysOf(Item);

    /// <summary>How much more the register counts of it than the items do, in a year and a kind: made, repealed, in force at its end.</summary>
    public (int Made, int Repealed, int InForce) Surplus(NormativeKind kind, int year)
    {
        var own = Row?.NormativeKind == kind ? Own : null;
        var shown = Item?.Genre == NormativeJoining.GenreOf(kind) ? Shown : null;
        return (One(own?.MadeIn(year)) - One(shown?.MadeIn(year)), One(own?.RepealedIn(year)) - One(shown?.RepealedIn(year)), One(own?.StandsAfter(year)) - One(shown?.StandsAfter(year)));

        static int One(bool? counts) => counts == true ? 1 : 0;
    }

    /// <summary>What is wrong with it, in words; nothing where both say the same.</summary>
    public IReadOnlyList<string> Words => (Row, Item) switch
    {
        ({ } row, { } item) => NormativeJoining.Differences(row, item),
        ({ }, null) => ["台账有登记，没有对应的公开信息"],
        _ => ["已经公开，台账没有登记"],
    };
}

/// <summary>规范性文件 on the register against those that the public reads: which has no row, which no item, and what that makes of table 2.</summary>
/// <param name="Pairs">Every document of an agency, once.</param>
/// <param name="Foreign">How many published documents others issued: table 2 counts those that the agency made itself.</param>
public sealed record NormativeAgreement(IReadOnlyList<NormativePair> Pairs, int Foreign)
{
    /// <summary>Those that differ or stand on one side alone.</summary>
    public IEnumerable<NormativePair> Differing => Pairs.Where(pair => pair.Words is not []);

    /// <summary>What the register and the items count in a year: made, repealed by a decision, in force at its end.</summary>
    public ((int Made, int Repealed, int InForce) Rows, (int Made, int Repealed, int InForce) Items) Count(NormativeKind kind, int year)
    {
        var rows = Pairs.Select(pair => pair.Row).OfType<NormativeDocument>().Where(row => row.NormativeKind == kind).Select(NormativeJoining.DaysOf).ToList();
        var items = Pairs.Select(pair => pair.Item).OfType<InformationItem>().Where(item => item.State == ItemState.Published && item.Genre == NormativeJoining.GenreOf(kind)).Select(NormativeJoining.DaysOf).ToList();
        return (Of(rows), Of(items));

        (int, int, int) Of(List<DocumentDays> days) => (days.Count(one => one.MadeIn(year)), days.Count(one => one.RepealedIn(year)), days.Count(one => one.StandsAfter(year)));
    }

    /// <summary>Of an agency.</summary>
    public static async Task<NormativeAgreement> Of(Store store, Guid agency)
    {
        var rows = await store.Normatives.AsNoTracking().OfAgency(agency).Valid.OrderByDescending(row => row.On).ThenBy(row => row.Id).ToListAsync();
        var joined = rows.Select(row => row.ItemId).OfType<Guid>().ToHashSet();
        var items = await store.Items.AsNoTracking().OfAgency(agency).Where(item => (item.State == ItemState.Published && (item.Genre == Genre.Rules || item.Genre == Genre.Normative)) || store.Normatives.Any(row => row.ItemId == item.Id && row.VoidedAt == null)).ToDictionaryAsync(item => item.Id);
        // Whose it is, the issuer says; several may have made it together.
        var name = await store.Agencies.Where(one => one.Id == agency).Select(one => one.Name).SingleAsync();
        var foreign = items.Values.Where(item => !joined.Contains(item.Id) && !item.Issuer.Contains(name, StringComparison.Ordinal)).Select(item => item.Id).ToHashSet();
        return new(
        [
            .. rows.Select(row => new NormativePair(row, row.ItemId is { } id ? items.GetValueOrDefault(id) : null)),
            .. items.Values.Where(item => !joined.Contains(item.Id) && !foreign.Contains(item.Id) && item.State == ItemState.Published).OrderByDescending(item => item.FormedOn).ThenBy(item => item.Id).Select(item => new NormativePair(null, item)),
        ], foreign.Count);
    }

    /// <summary>Joins every row without an item to the one free item of the same number, where there is exactly one; inside a unit of work that the caller saves.</summary>
    /// <returns>How many were joined.</returns>
    public static async Task<int> JoinByNumber(Store store, Guid agency)
    {
        var agreement = await Of(store, agency);
        var items = agreement.Pairs.Where(pair => pair.Row is null && pair.Item!.DocumentNumber is not null).ToLookup(pair => NormativeJoining.Plain(pair.Item!.DocumentNumber));
        var count = 0;
        foreach (var same in agreement.Pairs.Where(pair => pair.Item is null).Select(pair => pair.Row!).GroupBy(row => NormativeJoining.Plain(row.Number)))
            if (same.ToList() is [var row] && items[same.Key].ToList() is [{ Item: { } item }] && NormativeJoining.ToJoining(row, item, null) is null)
            {
                (await store.Normatives.SingleAsync(one => one.Id == row.Id)).ItemId = item.Id;
                count++;
            }
        return count;
    }
}
