using Gongkai.Records;
using Gongkai.Records.Requests;
using Gongkai.Records.Requests.Redaction;
using Gongkai.Records.Requests.Letters;
using Gongkai.Records.Trail;
using Gongkai.Rules;
using Gongkai.Rules.Requests;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Requests;

/// <summary>One node of a case's timeline: who did what, when, and what it did to the due day.</summary>
/// <param name="On">The day on which it was done at the office; of a fact that was taken over from elsewhere, the fact's own day.</param>
/// <param name="At">When it was done; <c>null</c> for a fact that was taken over, since nobody here saw when.</param>
/// <param name="Effect">期限由…变为…; <c>null</c> where it stayed.</param>
public sealed record CaseEvent(DateOnly On, DateTimeOffset? At, string By, string What, string? Note, string? Effect);

/// <summary>Reads the timeline from the trail, and the effects from the file. Facts that no act of a case tells (taken over from a ledger) tell themselves.</summary>
public static class CaseEvents
{
    static readonly Dictionary<string, string> Names = (from holder in (Type[])[typeof(RequestDeeds), typeof(LetterDeeds), typeof(RedactionDeeds)]
                                                       from property in holder.GetProperties()
                                                       let deed = (Deed)property.GetValue(null)!
                                                       // Every mark is in the trail; the case's story would be nothing else.
                                                       where !deed.Looks && deed != RequestDeeds.LedgerImported && deed != RedactionDeeds.Marked && deed != RedactionDeeds.Moved && deed != RedactionDeeds.Unmarked && deed != RedactionDeeds.Kept
                                                       select deed).ToDictionary(deed => deed.Code, deed => deed.Name);

    /// <summary>The newest first.</summary>
    public static async Task<IReadOnlyList<CaseEvent>> EventsOf(this Store store, CaseFile file, IReadOnlyCollection<Guid> letters)
    {
        Guid[] records = [file.Request.Id, .. letters];
        var entries = (await (from change in store.Set<TrailChange>()
                              join entry in store.Trail on new { change.Chain, change.Sequence } equals new { entry.Chain, entry.Sequence }
                              where records.Contains(change.Record)
                              select new { entry.Chain, entry.Sequence, entry.At, entry.By, entry.Deed, entry.Why }).Distinct().ToListAsync())
            .Where(entry => Names.ContainsKey(entry.Deed)).OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Sequence).ToList();
        var acts = entries.Select(entry => entry.At).ToHashSet();
        var dues = DuesOf(file);
        var acted = from entry in entries
                    let pages = file.Pages.Where(page => page.At == entry.At).ToList()
                    select new CaseEvent(entry.At.DayAtOffice, entry.At, entry.By, Names[entry.Deed], entry.Why ?? pages.LastOrDefault()?.Note, pages is [] ? null : Effect(dues[pages[0].Number - 1], dues[pages[^1].Number]));
        var takenOver = from page in file.Pages.Reverse()
                        where !acts.Contains(page.At)
                        select new CaseEvent(page.On, null, page.ByName, page.Fact.Name, page.Note, Effect(dues[page.Number - 1], dues[page.Number]));
        return [.. acted.Concat(takenOver).OrderByDescending(one => one.On)];
    }

    // When the answer was due before the first page and after each.
    static List<DateOnly?> DuesOf(CaseFile file)
    {
        var clock = Clock.Read([], file.Calendar, file.Terms);
        return [clock.Due, .. file.Pages.Select(page => (clock = clock.After(page.Fact)).Due)];
    }

    static string? Effect(DateOnly? before, DateOnly? after) => (before, after) switch
    {
        _ when before == after => null,
        (null, { } due) => $"答复期限 {due:yyyy-MM-dd}",
        ({ } was, null) => $"期限暂停（原为 {was:yyyy-MM-dd}）",
        var (was, due) => $"期限由 {was:yyyy-MM-dd} 变为 {due:yyyy-MM-dd}",
    };
}
