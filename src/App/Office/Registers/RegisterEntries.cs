using Gongkai.App.Access;
using Gongkai.Records;
using Gongkai.Records.Registers;
using Gongkai.Rules;
using Gongkai.Rules.Access;
using Gongkai.Rules.Disclosure;
using Gongkai.Rules.Registers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Registers;

/// <summary>What the registers put on a desk: rows that must become public, decisions that must be taken down, batches that wait for one's step.</summary>
public sealed class RegisterEntries(Store store, Desk desk, RegisterDesk registers) : IDeskEntries
{
    const int Most = 20;

    // Nothing is near that is due later.
    const int Horizon = 10;

    // What is late stays with whoever keeps the registers: the other place is for those who direct, and nobody else sees it.
    public async Task<IReadOnlyList<DeskEntry>> Of(Me me, DateOnly today)
    {
        if (me.Agency == Guid.Empty) return [];
        List<DeskEntry> entries = [];
        if (me.May(Permission.KeepRegisters))
            foreach (var kind in RegisterDeadlines.Kinds)
            {
                var rows = store.Register(kind).AsNoTracking().OfAgency(me.Agency).Unpublished.Where(row => row.State == RowState.Kept && row.PublishBy <= today.AddDays(Horizon));
                if (await rows.OrderBy(row => row.PublishBy).Select(row => row.PublishBy).Take(DisclosureBatch.MostRows).ToListAsync() is [{ } first, ..] waits)
                    entries.Add(new(DeskPlace.Mine, kind.Name, $"{waits.Count} 条{kind.Name}等待送审公开", $"{RegisterPlaces.Of(kind)}/submit", first, "最近的期限"));
                foreach (var row in (await store.TakeDowns(kind, me.Agency)).Take(Most))
                    entries.Add(new(DeskPlace.Mine, kind.Name, $"{row.Words} {row.Overturned!.Value.Name}，请撤下", RegisterPlaces.Of(row), row.TakeDownBy));
            }
        // The two working days run from the signature, whether the contract was registered or not.
        if (me.May(Permission.KeepRegisters))
            foreach (var project in await store.WithoutContract(me.Agency, today.AddMonths(-6)).OrderBy(project => project.SignedOn).ThenBy(project => project.Id).Take(Most).ToListAsync())
                entries.Add(new(DeskPlace.Mine, RegisterKind.Contract.Name, $"{project.Words} 已签订合同，请登记合同并公告", RegisterPlaces.Of(project), RegisterClock.PublishBy(RegisterKind.Contract, project.SignedOn!.Value, RegisterTerms.Usual, desk.Calendar)));
        var steps = ReviewSteps.Judging.Where(step => me.May(step switch { ReviewStep.Department => Permission.ReviewItems, ReviewStep.Secrecy => Permission.ReviewSecrecy, ReviewStep.Leader => Permission.ApproveItems, ReviewStep.Author => Permission.KeepRegisters })).ToList();
        if (steps is []) return entries;
        var waiting = await store.DisclosureBatches.AsNoTracking().Where(batch => batch.AgencyId == me.Agency && batch.State == VersionState.InReview && steps.Contains(batch.Step)).OrderBy(batch => batch.HandedInAt).Take(Most).ToListAsync();
        foreach (var batch in waiting)
            if (BatchReview.ToJudge(batch, await store.OpinionsOf(batch), await store.RowsOf(batch), registers.Hand) is null)
                entries.Add(new(DeskPlace.Mine, "公开批次", $"{batch.Name}（{batch.Rows} 条）等待{batch.Step.Name}", $"{Batches.Path}/{batch.Handle}", null, batch.AuthorName));
        return entries;
    }
}
