using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Registers;
using Gongkai.Rules;
using Gongkai.Rules.Access;
using Gongkai.Rules.Registers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Registers;

/// <summary>修改: changes a row, with the reason; what is reviewed or public is not changed.</summary>
[Permits(Permission.KeepRegisters)]
public sealed class Edit(Store store, Me me, RegisterDesk registers) : RegisterForm(store, me, registers)
{
    readonly Store store = store;
    readonly Me me = me;
    readonly RegisterDesk registers = registers;

    public async Task<IActionResult> OnGet(string kind, Handle handle)
    {
        if (!await Open(kind, handle)) return NotFound();
        if (Bar is { } bar) return this.Done(bar.Reason, $"~{RegisterPlaces.Of(Old!)}");
        Revision = Old!.Revision;
        Values = RegisterFields.Of(Kind).ToDictionary(field => field.Key, field => field.Typed(Old));
        if (Old.DepartmentId is { } department) Department = (await store.Departments.AsNoTracking().SingleAsync(one => one.Id == department)).Handle.ToString();
        return Page();
    }

    public async Task<IActionResult> OnPost(string kind, Handle handle)
    {
        if (!await Open(kind, handle)) return NotFound();
        if (Values.Count == 0) return this.Again();
        if (Bar is { } bar) ModelState.AddModelError("", bar.Reason);
        if (string.IsNullOrWhiteSpace(Why)) ModelState.AddModelError(nameof(Why), "请写明修改原因");
        else if (Why.Length > 500) ModelState.AddModelError(nameof(Why), "修改原因最多 500 个字");
        if (ModelState.IsValid) await Take(Old!);
        if (!ModelState.IsValid)
        {
            store.ChangeTracker.Clear();
            return this.Again();
        }
        await registers.Wrote(Old!);
        var path = RegisterPlaces.Of(Old!);
        return await this.Saved(store, me.Does(RegisterDeeds.Changed, Why!.Trim()), Old!, Revision, nameof(Revision)) ? this.Done("已保存。", $"~{path}") : Page();
    }

    Impediment? Bar => Old!.VoidedAt is not null ? new("这条记录已经作废，不能修改。") : Old.State.ToChanging;

    async Task<bool> Open(string kind, Handle handle)
    {
        if (RegisterKinds.Coded(kind) is not { } register || await registers.Find(register, handle) is not { } row || !registers.Keeps(row)) return false;
        (Kind, Old) = (register, row);
        await ReadDepartments();
        return true;
    }
}
