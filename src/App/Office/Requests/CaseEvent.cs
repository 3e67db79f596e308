using Gongkai.Records;
using Gongkai.Records.Requests;
using Gongkai.Records.Trail;
using Gongkai.Rules.Requests;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Requests;

/// <summary>One node of a case's timeline: who did what, when, and what it did to the due day.</summary>
/// <param name="Effect">期限由…变为…; <c>null</c> where it stayed.</param>
public sealed record CaseEvent(DateTimeOffset At, string By, string What, string? Note, string? Effect);

/// <summary>Reads the timeline from the trail, and the effects from the file.</summary>
public static class CaseEvents
{
    static readonly Dictionary<string, string> Names = (from holder in (Type[])[typeof(RequestDeeds), typeof(LetterDeeds), typeof(RedactionDeeds)]
                                                       from property in holder.GetProperties()
                                                       let deed = (Deed)property.GetValue(null)!
                                                       // Every mark is in the trail; the case's story would be nothing else.
                                                       where !deed.Looks && deed != RedactionDeeds.Marked && deed != RedactionDeeds.Moved && deed != RedactionDeeds.Unmarked && deed != RedactionDeeds.Kept
                                                       select deed).ToDictionary(deed => deed.Code, deed => deed.Name);

    /// <summary>The newest first.</summary>
    public static async Task<IReadOnlyList<CaseEvent>> EventsOf(this Store store, CaseFile file, IReadOnlyCollection<Guid> letters)
    {
        Guid[] records = [file.Request.Id, .. letters];
        var entries = await (from change in store.Set<TrailChange>()
                             join entry in store.Trail on new { change.Chain, change.Sequence } equals new { entry.Chain, entry.Sequence }
                             where records.Contains(change.Record)
                             select new { entry.Chain, entry.Sequence, entry.At, entry.By, entry.Deed, entry.Why }).Distinct().ToListAsync();
        var effects = EffectsOf(file);
        return [.. from entry in entries
                   where Names.ContainsKey(entry.Deed)
                   orderby entry.At descending, entry.Sequence descending
                   let page = file.Pages.LastOrDefault(page => page.At == entry.At)
                   select new CaseEvent(entry.At, entry.By, Names[entry.Deed], entry.Why ?? page?.Note, page is null ? null : effects.GetValueOrDefault(page.At))];
    }

    static Dictionary<DateTimeOffset, string> EffectsOf(CaseFile file)
    {
        Dictionary<DateTimeOffset, string> effects = [];
        var before = Clock.Read([], file.Calendar);
        foreach (var act in file.Pages.GroupBy(page => page.At))
        {
            var after = act.Aggregate(before, (clock, page) => clock.After(page.Fact));
            if (after.Due != before.Due)
                effects[act.Key] = (before.Due, after.Due) switch
                {
                    (null, { } due) => $"答复期限 {due:yyyy-MM-dd}",
                    ({ } was, null) => $"期限暂停（原为 {was:yyyy-MM-dd}）",
                    var (was, due) => $"期限由 {was:yyyy-MM-dd} 变为 {due:yyyy-MM-dd}",
                };
            before = after;
        }
        return effects;
    }
}
