using System.ComponentModel.DataAnnotations;
using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Registers;
using Gongkai.Rules.Access;
using Gongkai.Rules.Registers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Registers;

/// <summary>台账公开期限: what local rules set, from a day of decision on. Rows that are decided later are counted by it, and those on record anew.</summary>
[Permits(Permission.ManageSettings)]
public sealed class Terms(Store store, Me me, Desk desk) : PageModel, IFramed
{
    public sealed class Form
    {
        [Required(ErrorMessage = "请填写起始日期")] public DateOnly? From { get; set; }
        [Required(ErrorMessage = "请填写公开期限")] public int? PublishWithin { get; set; }
        [Required(ErrorMessage = "请填写公示年限")] public int? YearsPublic { get; set; }
        [Required(ErrorMessage = "请填写自然人的公示年限")] public int? YearsPublicOfPersons { get; set; }
        [Required(ErrorMessage = "请填写依据"), MaxLength(500, ErrorMessage = "依据最多 500 个字")] public string? Why { get; set; }
    }

    [BindProperty] public Form Input { get; set; } = new();
    public IReadOnlyList<RegisterSetting> Held { get; private set; } = [];
    public Frame Frame => RegisterPlaces.Frame("公开期限设置");

    public async Task<IActionResult> OnGet()
    {
        if (me.Agency == Guid.Empty) return NotFound();
        await Read();
        var usual = RegisterTerms.Usual;
        (Input.PublishWithin, Input.YearsPublic, Input.YearsPublicOfPersons) = (usual.PublishWithin, usual.YearsPublic, usual.YearsPublicOfPersons);
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (me.Agency == Guid.Empty) return NotFound();
        await Read();
        var terms = ModelState.IsValid ? new RegisterTerms(Input.From!.Value, Input.PublishWithin!.Value, Input.YearsPublic!.Value, Input.YearsPublicOfPersons!.Value) : null;
        if (terms?.Fault is { } fault) ModelState.AddModelError("", fault.Reason);
        if (Held.Any(one => one.From == Input.From)) ModelState.AddModelError("Input.From", "从这一天起已经有一条设置，请另选日期");
        if (terms is null || !ModelState.IsValid) return this.Again();
        await store.Write(me.Does(RegisterDeeds.TermsSet, Input.Why!.Trim()), async () =>
        {
            store.Add(new RegisterSetting { AgencyId = me.Agency, From = terms.From, PublishWithin = terms.PublishWithin, YearsPublic = terms.YearsPublic, YearsPublicOfPersons = terms.YearsPublicOfPersons, Why = Input.Why!.Trim() });
            await store.SaveChangesAsync();
            await store.RecountRegisters(me.Agency, terms.From, desk.Calendar);
        });
        return this.Done("已设置，从这一天起的决定按新的期限计算。", $"~{RegisterPlaces.Path}/terms");
    }

    async Task Read() => Held = await store.RegisterSettings.AsNoTracking().Where(one => one.AgencyId == me.Agency).OrderByDescending(one => one.From).ToListAsync();
}
