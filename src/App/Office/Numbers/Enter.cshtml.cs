using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Numbers;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Numbers;

/// <summary>补登: a number that was given on paper is entered, so that nobody gives it again.</summary>
[Permits(Permission.ManageSettings)]
public sealed class Enter(Store store, Me me, TimeProvider time) : PageModel, IFramed
{
    [BindProperty] public Form Input { get; set; } = new();

    public IReadOnlyList<NumberSeries> Series { get; private set; } = [];
    public Frame Frame => new("补登已用文号", new Crumb("文号", Index.Path), new Crumb("补登已用文号")) { Under = Index.Path };

    public sealed class Form
    {
        /// <summary>The series' handle.</summary>
        public string? Kind { get; set; }
        public string? Number { get; set; }
        public DateOnly? On { get; set; }
        public string? Subject { get; set; }
    }

    public async Task OnGet()
    {
        await Find();
        Input.On = time.Today;
    }

    public async Task<IActionResult> OnPost()
    {
        await Find();
        var series = Series.FirstOrDefault(one => one.Handle.ToString() == Input.Kind);
        if (series is null) ModelState.AddModelError("Input.Kind", "请选择文种。");
        if (Input.On is null) ModelState.TryAddModelError("Input.On", "请填写成文日期，例如 2026-06-01。");
        else if (Input.On > time.Today) ModelState.AddModelError("Input.On", "成文日期不能晚于今天，请核对。");
        if (Input.Subject?.Trim() is not { Length: > 0 and <= TakenNumber.LongestSubject }) ModelState.AddModelError("Input.Subject", $"请填写用于哪件公文，最多 {TakenNumber.LongestSubject} 个字。");
        if (!ModelState.IsValid) return this.Again();

        var act = me.Does(NumberDeeds.Entered);
        string? refused = null;
        TakenNumber? taken = null;
        await store.Write(act, async () =>
        {
            // Asked where nobody else writes: two who enter the same number at once do not both succeed.
            refused = (await store.ToEnterNumber(series!, Input.Number, Input.On!.Value))?.Reason;
            if (refused is null) taken = store.EnterNumber(series!, Input.Number!, new(Input.On!.Value, Input.Subject!.Trim()), act);
        });
        if (refused is not null)
        {
            ModelState.AddModelError("Input.Number", refused);
            return this.Again();
        }
        return this.Done($"已补登文号 {taken!.Text}。", "~" + Index.Path);
    }

    async Task Find() => Series = await store.NumberSeries.AsNoTracking().Where(series => series.AgencyId == me.Agency && series.ClosedAt == null).OrderBy(series => series.Name).ToListAsync();
}
