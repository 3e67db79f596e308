using System.Globalization;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Trail;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Access;

/// <summary>Saves what a page changed, unless someone else was first; then the page says who, and keeps what was typed.</summary>
public static class Saving
{
    /// <summary>Saves a record of which the form knew a revision.</summary>
    /// <param name="page">The page; its model state takes the message.</param>
    /// <param name="record">What is changed; other records may be changed with it.</param>
    /// <param name="revision">The revision that stood in the form.</param>
    /// <param name="field">The hidden field with that revision: it takes the newest, so that whoever has compared may save.</param>
    /// <returns>Whether it was saved.</returns>
    public static async Task<bool> Saved(this PageModel page, Store store, Act act, IRecord record, int revision, string field = "Input.Revision")
    {
        store.Expect(record, revision);
        try
        {
            await store.Save(act);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            await page.WasSecond(store, record.Id, field);
            return false;
        }
    }

    /// <summary>Says that someone else changed a record first.</summary>
    public static async Task WasSecond(this PageModel page, Store store, Guid record, string field = "Input.Revision")
    {
        store.ChangeTracker.Clear();
        var first = await (from change in store.Set<TrailChange>()
                           join entry in store.Trail on new { change.Chain, change.Sequence } equals new { entry.Chain, entry.Sequence }
                           where change.Record == record
                           orderby change.Revision descending
                           select new { entry.By, entry.At, change.Revision }).FirstAsync();
        page.ModelState.SetModelValue(field, first.Revision, first.Revision.ToString(CultureInfo.InvariantCulture));
        page.ModelState.AddModelError("", $"{first.By}于 {first.At.InBeijing()} 已更新此件，请打开最新内容对照后再保存；您的修改已保留在下方。");
    }
}
