using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Organizations;
using Gongkai.Records.Registers;
using Gongkai.Rules.Registers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Registers;

/// <summary>The form of a row of any register; entering and changing differ in what they begin with and what they ask beside.</summary>
public abstract class RegisterForm(Store store, Me me, RegisterDesk registers) : PageModel, IFramed
{
    public RegisterKind Kind { get; protected set; }

    /// <summary>The row that is changed; <c>null</c> for a new one.</summary>
    public RegisterRow? Old { get; protected set; }

    /// <summary>What was typed, by the field's key.</summary>
    [BindProperty] public Dictionary<string, string?> Values { get; set; } = [];

    /// <summary>The handle of the department.</summary>
    [BindProperty] public string? Department { get; set; }

    [BindProperty] public string? Why { get; set; }
    [BindProperty] public int Revision { get; set; }
    public IReadOnlyList<(string Handle, string Name)> Departments { get; private set; } = [];
    public string Back => Old is null ? RegisterPlaces.Of(Kind) : RegisterPlaces.Of(Old);
    public Frame Frame => RegisterPlaces.Frame(Old is null ? "登记" : "修改", new Crumb(Kind.Name, RegisterPlaces.Of(Kind)));

    /// <summary>The departments to choose from.</summary>
    protected async Task ReadDepartments() =>
        Departments = [.. (await store.DepartmentsOf(me.Agency).AsNoTracking().Select(one => new { one.Handle, one.Name }).ToListAsync()).Select(one => (one.Handle.ToString(), one.Name))];

    /// <summary>Takes what was typed into a row; what is wrong stands in the model state.</summary>
    protected async Task Take(RegisterRow row)
    {
        foreach (var (field, sentence) in await registers.Take(row, Values, await registers.MayMakeRules())) ModelState.AddModelError($"Values[{field}]", sentence);
        row.DepartmentId = Handle.TryParse(Department, null, out var named) ? await store.DepartmentsOf(me.Agency).Where(one => one.Handle == named).Select(one => (Guid?)one.Id).SingleOrDefaultAsync() : null;
    }
}
