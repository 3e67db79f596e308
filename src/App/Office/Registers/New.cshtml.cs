using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Disclosure;
using Gongkai.Records.Registers;
using Gongkai.Rules;
using Gongkai.Rules.Access;
using Gongkai.Rules.Disclosure;
using Gongkai.Rules.Registers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Registers;

/// <summary>登记: a new row of a register.</summary>
[Permits(Permission.KeepRegisters)]
public sealed class New(Store store, Me me, RegisterDesk registers) : RegisterForm(store, me, registers)
{
    readonly Store store = store;
    readonly Me me = me;
    readonly RegisterDesk registers = registers;

    /// <summary>What the row is about, where one came from there: a published document, a project that was bought.</summary>
    [FromQuery(Name = "item")] public string? Item { get; set; }

    [FromQuery(Name = "project")] public string? Project { get; set; }

    public async Task<IActionResult> OnGet(string kind)
    {
        if (!await Open(kind)) return NotFound();
        var known = await Known();
        // What must be chosen is left to choose; elsewhere stands what is usual.
        var usual = RegisterFields.New(Kind, me.Agency);
        Values = RegisterFields.Of(Kind).ToDictionary(field => field.Key, field => known is not null ? field.Typed(known) : field is { Kind: FieldKind.Choice, Must: false } ? field.Typed(usual) : null);
        return Page();
    }

    public async Task<IActionResult> OnPost(string kind)
    {
        if (!await Open(kind)) return NotFound();
        if (Values.Count == 0) return this.Again();
        var row = RegisterFields.New(Kind, me.Agency);
        await Take(row);
        if (!ModelState.IsValid) return this.Again();
        if (row is NormativeDocument document && await Shown() is { } shown && NormativeJoining.ToJoining(document, shown, await store.RowOfItem(shown.Id)) is null) document.ItemId = shown.Id;
        await registers.Wrote(row);
        store.Add(row);
        await store.Save(me.Does(RegisterDeeds.Entered));
        return this.Done(row.PublishBy is { } due ? $"已登记，请在 {due:yyyy-MM-dd} 前送审公开。" : "已登记。", $"~{RegisterPlaces.Of(row)}");
    }

    async Task<InformationItem?> Shown() =>
        Kind == RegisterKind.Normative && Handle.TryParse(Item, null, out var item) ? await store.Items.AsNoTracking().Public().OfAgency(me.Agency).SingleOrDefaultAsync(one => one.Handle == item) : null;

    // As far as what it is about says it.
    async Task<RegisterRow?> Known()
    {
        if (await Shown() is { } shown)
        {
            var days = NormativeJoining.DaysOf(shown);
            return new NormativeDocument
            {
                AgencyId = me.Agency, Number = shown.DocumentNumber ?? "", Title = shown.Title, On = shown.FormedOn, DisclosedOn = shown.PublishedAt?.DayAtOffice, RepealedOn = days.Repealed, LapsedOn = days.Lapsed, RepealedBy = days.Repealed is null ? null : shown.EndedWhy,
                NormativeKind = shown.Genre == Genre.Rules ? NormativeKind.Rules : NormativeKind.Normative,
            };
        }
        if (Kind != RegisterKind.Contract || !Handle.TryParse(Project, null, out var handle) || await store.Procurements.AsNoTracking().OfAgency(me.Agency).SingleOrDefaultAsync(one => one.Handle == handle) is not { } project) return null;
        return new ProcurementContract { AgencyId = me.Agency, Title = $"{project.Title}合同", ProjectNumber = project.Number, Supplier = project.Supplier, Subject = project.Subject, Fen = project.Fen, On = project.SignedOn ?? default };
    }

    async Task<bool> Open(string kind)
    {
        if (me.Agency == Guid.Empty || RegisterKinds.Coded(kind) is not { } register) return false;
        Kind = register;
        await ReadDepartments();
        return true;
    }
}
