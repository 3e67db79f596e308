using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Search;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Search;

/// <summary>Changes or removes one group of words.</summary>
[Permits(Permission.ManageColumns)]
public sealed class One(Store store, Me me, TimeProvider time) : PageModel, IFramed
{
    SearchSynonym synonym = null!;

    public Frame Frame => new("修改同义词", new("检索同义词", Index.Path), new("修改同义词")) { Under = Index.Path };
    [BindProperty] public Index.Form Input { get; set; } = new();

    public async Task<IActionResult> OnGet(string handle)
    {
        if (!await Open(handle)) return NotFound();
        Input = new() { Revision = synonym.Revision, Words = string.Join('、', synonym.Words), Note = synonym.Note };
        return Page();
    }

    public async Task<IActionResult> OnPost(string handle)
    {
        if (!await Open(handle)) return NotFound();
        if (ModelState.IsValid && Input.Wrong(await store.SearchSynonyms.AsNoTracking().Where(one => one.AgencyId == me.Agency && one.Id != synonym.Id).ToListAsync()) is { } wrong) ModelState.AddModelError("Input.Words", wrong);
        if (!ModelState.IsValid) return this.Again();
        (synonym.Words, synonym.Note, synonym.ChangedAt) = (Input.Split(), Input.Note?.Trim() is { Length: > 0 } note ? note : null, time.Now);
        if (!await this.Saved(store, me.Does(SearchSynonym.Changed), synonym, Input.Revision)) return Page();
        return this.Done("已保存，搜索马上适用。", "~" + Index.Path);
    }

    public async Task<IActionResult> OnPostRemove(string handle)
    {
        if (!await Open(handle)) return NotFound();
        ModelState.Clear();
        store.Remove(synonym);
        if (!await this.Saved(store, me.Does(SearchSynonym.Removed), synonym, Input.Revision)) return Page();
        return this.Done("已删除这一组同义词。", "~" + Index.Path);
    }

    async Task<bool> Open(string handle)
    {
        if (!Handle.TryParse(handle, null, out var named) || await store.SearchSynonyms.SingleOrDefaultAsync(one => one.Handle == named && one.AgencyId == me.Agency) is not { } found) return false;
        synonym = found;
        return true;
    }
}
