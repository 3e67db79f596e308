using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Views;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Views;

/// <summary>Saves what is on the screen of a list as a view, or removes one of one's own.</summary>
[Permits(Permission.UseOffice)]
public sealed class Save(Store store, Me me, ViewsOf views) : PageModel, IFramed
{
    public sealed class Form
    {
        public string? Path { get; set; }
        public string? Query { get; set; }
        public string? Name { get; set; }
        public bool Shared { get; set; }
    }

    [BindProperty] public Form Input { get; set; } = new();

    public Frame Frame => new("保存视图", new Crumb("保存视图"));

    public IActionResult OnGet() => NotFound();

    public async Task<IActionResult> OnPost()
    {
        var query = Input.Query ?? "";
        if (me.Account is not { } account || !IsList(Input.Path) || !IsQuery(query)) return NotFound();
        if (SavedView.ToSave(Input.Name, query) is { } impediment)
        {
            ModelState.AddModelError("Input.Name", impediment.Reason);
            return this.Again();
        }
        var name = Input.Name!.Trim();
        var known = await store.SavedViews.SingleOrDefaultAsync(view => view.AccountId == account && view.Path == Input.Path && view.Name == name);
        if (known is not null) (known.Query, known.Shared) = (query, Input.Shared);
        else store.Add(new SavedView { AccountId = account, AgencyId = me.Agency, Path = Input.Path!, Name = name, Query = query, Shared = Input.Shared, DepartmentId = await views.Departments() is [var department, ..] ? department : null });
        await store.Save(me.Does(SavedView.Saved));
        return this.Done($"已保存视图“{name}”。", "~" + Input.Path + query);
    }

    public async Task<IActionResult> OnPostRemove(string handle)
    {
        if (!Handle.TryParse(handle, null, out var wanted)) return NotFound();
        if (await store.SavedViews.SingleOrDefaultAsync(view => view.Handle == wanted && view.AccountId == me.Account) is not { } view) return NotFound();
        store.Remove(view);
        await store.Save(me.Does(SavedView.Removed));
        return this.Done($"已删除视图“{view.Name}”。", "~" + view.Path);
    }

    static bool IsQuery(string query) => query is "" || query[0] == '?' && query.All(letter => letter is > ' ' and < (char)127 and not '#');

    // An address of ours, letters and hyphens between slashes: nothing that leads elsewhere.
    static bool IsList(string? path) => path is { Length: > 8 and <= 100 } && path.StartsWith("/office/", StringComparison.Ordinal)
        && path.All(letter => char.IsAsciiLetterLower(letter) || letter is '/' or '-') && !path.Contains("//", StringComparison.Ordinal);
}
