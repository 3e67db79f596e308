using System.ComponentModel.DataAnnotations;
using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Reviews;
using Gongkai.Rules.Access;
using Gongkai.Rules.Reviews;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Reviews;

/// <summary>统计口径: in which column of table 4 each result is counted, and from which day on another one holds.</summary>
[Permits(Permission.KeepReviews)]
public sealed class Conventions(Store store, Me me) : PageModel, IFramed
{
    public sealed class Form
    {
        [Required(ErrorMessage = "请选择案件类别")] public RemedyKind? Kind { get; set; }
        [Required(ErrorMessage = "请选择结果")] public RemedyResult? Result { get; set; }
        [Required(ErrorMessage = "请选择统计项")] public RemedyColumn? Column { get; set; }
        [Required(ErrorMessage = "请填写从哪一天的结果起这样统计")] public DateOnly? From { get; set; }
        [Required(ErrorMessage = "请填写依据"), MaxLength(500, ErrorMessage = "依据最多 500 个字")] public string? Why { get; set; }
    }

    public Frame Frame => new("统计口径", new("复议诉讼", Index.Path), new("统计口径")) { Under = Index.Path };
    public IReadOnlyList<ReviewConvention> Held { get; private set; } = [];
    [BindProperty] public Form Input { get; set; } = new();

    public async Task OnGet() => await Open();

    public async Task<IActionResult> OnPost()
    {
        if (me.Agency == Guid.Empty) return NotFound();
        await Open();
        if (ModelState.IsValid && new ResultConvention(Input.Kind!.Value, Input.Result!.Value, Input.From!.Value, Input.Column!.Value, Input.Why!).ToHolding() is { } impediment) ModelState.AddModelError("", impediment.Reason);
        if (Held.Any(one => one.Kind == Input.Kind && one.Result == Input.Result && one.From == Input.From)) ModelState.AddModelError("Input.From", "从这一天起已经有一条同样结果的口径，请另选日期。");
        if (!ModelState.IsValid) return this.Again();
        store.Add(new ReviewConvention { AgencyId = me.Agency, Kind = Input.Kind!.Value, Result = Input.Result!.Value, From = Input.From!.Value, Column = Input.Column!.Value, Why = Input.Why!.Trim() });
        await store.Save(me.Does(ReviewDeeds.Convention, Input.Why.Trim()));
        return this.Done("已设置。这一天以后的结果按新口径统计，已审签的报告不变。", $"~{Index.Path}/conventions");
    }

    async Task Open() => Held = await store.ReviewConventions.AsNoTracking().Where(one => one.AgencyId == me.Agency).OrderByDescending(one => one.From).ToListAsync();
}
