using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Registers;
using Gongkai.Rules.Access;
using Gongkai.Rules.Registers;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.App.Office.Registers;

/// <summary>登记: a new row of a register.</summary>
[Permits(Permission.KeepRegisters)]
public sealed class New(Store store, Me me, RegisterDesk registers) : RegisterForm(store, me, registers)
{
    readonly Store store = store;
    readonly Me me = me;
    readonly RegisterDesk registers = registers;

    public async Task<IActionResult> OnGet(string kind)
    {
        if (!await Open(kind)) return NotFound();
        Values = RegisterFields.Of(Kind).ToDictionary(field => field.Key, _ => (string?)null);
        return Page();
    }

    public async Task<IActionResult> OnPost(string kind)
    {
        if (!await Open(kind)) return NotFound();
        if (Values.Count == 0) return this.Again();
        var row = RegisterFields.New(Kind, me.Agency);
        await Take(row);
        if (!ModelState.IsValid) return this.Again();
        await registers.Wrote(row);
        store.Add(row);
        await store.Save(me.Does(RegisterDeeds.Entered));
        return this.Done(row.PublishBy is { } due ? $"已登记，请在 {due:yyyy-MM-dd} 前送审公开。" : "已登记。", $"~{RegisterPlaces.Of(row)}");
    }

    async Task<bool> Open(string kind)
    {
        if (me.Agency == Guid.Empty || RegisterKinds.Coded(kind) is not { } register) return false;
        Kind = register;
        await ReadDepartments();
        return true;
    }
}
