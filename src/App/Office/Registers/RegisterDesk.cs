using Gongkai.App.Access;
using Gongkai.Records;
using Gongkai.Records.Organizations;
using Gongkai.Records.Registers;
using Gongkai.Rules.Access;
using Gongkai.Rules.Disclosure;
using Gongkai.Rules.Organizations;
using Gongkai.Rules.Registers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Registers;

/// <summary>What the pages of the registers ask again and again: a row of this desk, its rules, and taking what a form or a list says.</summary>
public sealed class RegisterDesk(Store store, Me me, Desk desk, Vault vault)
{
    /// <summary>A row of a register that may be seen here, tracked; or <c>null</c>.</summary>
    public async Task<RegisterRow?> Find(RegisterKind kind, Handle handle) =>
        await store.Register(kind).SingleOrDefaultAsync(row => row.Handle == handle) is { } row && await store.MayRead(me, Permission.SeeItems, row.AgencyId) ? row : null;

    /// <summary>Whether this person may change a row at this desk.</summary>
    public bool Keeps(RegisterRow row) => row.AgencyId == me.Agency && me.May(Permission.KeepRegisters);

    /// <summary>As the course of a review sees whoever is here.</summary>
    public ReviewHand Hand => new(me.Account, me.Name, me.May(Permission.KeepRegisters), me.May(Permission.ReviewItems), me.May(Permission.ReviewSecrecy), me.May(Permission.ApproveItems));

    /// <summary>Whether the agency may make 规章 (立法法): a government of a province or a city, a department of the State Council.</summary>
    public async Task<bool> MayMakeRules() =>
        await store.Agencies.AsNoTracking().Where(agency => agency.Id == me.Agency).Select(agency => new { agency.Kind, agency.Level, agency.Name }).SingleOrDefaultAsync() is { } one
        && (one.Level, one.Kind) is (Level.National, _) or (Level.Provincial or Level.Municipal, AgencyKind.Government);

    /// <summary>Takes values into a row.</summary>
    /// <param name="typed">By the field's key; what is not among them stays.</param>
    /// <returns>What is wrong, by the field's key.</returns>
    public async Task<IReadOnlyList<(string Field, string Sentence)>> Take(RegisterRow row, IReadOnlyDictionary<string, string?> typed, bool mayMakeRules)
    {
        List<(string, string)> problems = [.. RegisterTyping.Take(row, typed, vault.Seal)];
        if (problems is []) problems.AddRange(RegisterChecks.Faults(row, desk.Today, mayMakeRules));
        if (problems is [] && await Twin(row)) problems.Add(("number", "这个编号已经登记过，请在列表中打开它；同一文书有几个相对人的，每人一条。"));
        return problems;
    }

    async Task<bool> Twin(RegisterRow row)
    {
        var party = (row as DecisionRow)?.PartyName;
        var same = await store.Register(row.Kind).AsNoTracking().OfAgency(row.AgencyId).Valid.Where(other => other.Number == row.Number && other.Id != row.Id).ToListAsync();
        return same.Exists(other => row is not FeeReceipt ? (other as DecisionRow)?.PartyName == party : other.Title == row.Title);
    }

    /// <summary>Counts a row's days after it was written, and remembers whose hand it was.</summary>
    public async Task Wrote(RegisterRow row)
    {
        row.Wrote(me.Account);
        row.Recount(await store.RegisterTermsOf(row.AgencyId), desk.Calendar);
    }
}
