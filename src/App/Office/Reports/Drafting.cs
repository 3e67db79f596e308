using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.AnnualReports;
using Gongkai.Rules;
using Gongkai.Rules.Access;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Reports;

/// <summary>How a page gets at a draft of its own desk, and takes a step with it: opened, asked and done as one act.</summary>
public sealed class Drafting(Store store, Me me, TimeProvider time)
{
    public DateOnly Today => time.Today;

    /// <summary>Whoever writes now, in which role.</summary>
    public Pen Pen => new(me.Account, string.Join("、", me.Roles.Select(role => role.Name)), time.Now);

    /// <summary>The draft, or <c>null</c> where this desk has none by that handle.</summary>
    public Task<DraftFile?> Open(Handle handle) => store.OpenDraft(me.Agency, handle);

    /// <summary>The draft, to look at: one of this desk, or one that an agency left that was merged into it.</summary>
    public async Task<DraftFile?> Read(Handle handle) =>
        await store.ReportDrafts.AsNoTracking().SingleOrDefaultAsync(draft => draft.Handle == handle) is { } draft && await store.MayRead(me, Permission.SeeReports, draft.AgencyId)
            ? await store.OpenDraft(draft.AgencyId, handle) : null;

    /// <summary>Whether a draft is only looked at here.</summary>
    public bool IsInherited(ReportDraft draft) => draft.AgencyId != me.Agency;

    /// <summary>Adds a row that the step makes.</summary>
    public void Add(object row) => store.Add(row);

    /// <summary>Takes a step with the draft as it stands at that moment, while nobody else of the agency can write.</summary>
    /// <param name="deed">What the step is.</param>
    /// <param name="handle">Which draft.</param>
    /// <param name="may">What stands in the way; then nothing is done.</param>
    /// <param name="work">The step.</param>
    /// <param name="why">The reason that the trail keeps.</param>
    /// <returns>The draft, or <c>null</c> where there is none; and what stood in the way.</returns>
    public async Task<(DraftFile? File, Impediment? Bar)> Do(Deed deed, Handle handle, Func<DraftFile, Impediment?> may, Func<DraftFile, Task> work, string? why = null)
    {
        (DraftFile? File, Impediment? Bar) done = default;
        store.ChangeTracker.Clear();
        await store.Write(me.Does(deed, why), async () =>
        {
            if (await Open(handle) is not { } file) return;
            var bar = may(file);
            if (bar is null) await work(file);
            done = (file, bar);
        });
        return done;
    }
}
