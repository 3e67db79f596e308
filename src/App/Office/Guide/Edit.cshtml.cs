using System.ComponentModel.DataAnnotations;
using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Disclosure;
using Gongkai.Rules.Access;
using Gongkai.Rules.Disclosure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Guide;

/// <summary>Writes a new version of the guide, which somebody else signs.</summary>
[Permits(Permission.ManageColumns)]
public sealed class Edit(Store store, Me me, TimeProvider time) : PageModel, IFramed
{
    const string TooLong = "最多 4000 个字，请精简";

    public sealed class Form
    {
        /// <summary>The newest version when the page was opened.</summary>
        public int Last { get; set; }

        [Required(ErrorMessage = "请填写信息分类"), MaxLength(GuideText.Longest, ErrorMessage = TooLong)] public string? Classes { get; set; }
        [Required(ErrorMessage = "请填写编排体系"), MaxLength(GuideText.Longest, ErrorMessage = TooLong)] public string? Arrangement { get; set; }
        [Required(ErrorMessage = "请填写获取方式"), MaxLength(GuideText.Longest, ErrorMessage = TooLong)] public string? Access { get; set; }
        [Required(ErrorMessage = "请填写申请程序"), MaxLength(GuideText.Longest, ErrorMessage = TooLong)] public string? Procedure { get; set; }
        [Required(ErrorMessage = "请填写收费"), MaxLength(GuideText.Longest, ErrorMessage = TooLong)] public string? Fees { get; set; }
        [Required(ErrorMessage = "请填写救济途径"), MaxLength(GuideText.Longest, ErrorMessage = TooLong)] public string? Remedies { get; set; }
        [MaxLength(300, ErrorMessage = "修改原因最多 300 个字")] public string? Why { get; set; }
    }

    public Frame Frame => new("拟写公开指南", new("公开指南", Index.Path), new("拟写")) { Under = Index.Path };
    [BindProperty] public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGet()
    {
        if (me.Agency == Guid.Empty) return NotFound();
        var last = await Last();
        var text = last?.Says ?? GuideText.Usual;
        Input = new() { Last = last?.Number ?? 0, Classes = text.Classes, Arrangement = text.Arrangement, Access = text.Access, Procedure = text.Procedure, Fees = text.Fees, Remedies = text.Remedies };
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (me.Agency == Guid.Empty) return NotFound();
        var last = await Last();
        if (last is not null && string.IsNullOrWhiteSpace(Input.Why)) ModelState.AddModelError("Input.Why", "请填写修改原因。");
        if ((last?.Number ?? 0) != Input.Last)
        {
            ModelState.AddModelError("", Answers.Overtaken);
            ModelState.SetModelValue("Input.Last", last!.Number, $"{last.Number}");
        }
        if (!ModelState.IsValid) return this.Again();
        // A browser sends CR LF.
        static string Lines(string? text) => text!.ReplaceLineEndings("\n").Trim();
        var text = new GuideText(Lines(Input.Classes), Lines(Input.Arrangement), Lines(Input.Access), Lines(Input.Procedure), Lines(Input.Fees), Lines(Input.Remedies));
        if (last?.Says == text) ModelState.AddModelError("", "与上一版相比没有修改，不用送审签；内容仍然正确的，请在指南页确认。");
        if (text.ToHandIn() is { } impediment) ModelState.AddModelError("", impediment.Reason);
        if (!ModelState.IsValid) return this.Again();
        store.Add(GuideVersion.Of(me.Agency, Input.Last + 1, text, me.Account, me.Name, Input.Why?.Trim() is { Length: > 0 } why ? why : null, time.Now));
        try
        {
            await store.Save(me.Does(ItemDeeds.GuideWritten));
        }
        catch (DbUpdateException) when (store.GuideVersions.AsNoTracking().Any(one => one.AgencyId == me.Agency && one.Number > Input.Last))
        {
            ModelState.AddModelError("", Answers.Overtaken);
            return this.Again();
        }
        return this.Done("已送审签。审签前，公众看到的内容不变。", $"~{Index.Path}");
    }

    Task<GuideVersion?> Last() => store.GuideVersions.AsNoTracking().Where(one => one.AgencyId == me.Agency).OrderByDescending(one => one.Number).FirstOrDefaultAsync();
}
