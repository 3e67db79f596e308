using Gongkai.App.Ui;
using Gongkai.Documents.Redaction;
using Gongkai.Records;
using Gongkai.Records.Files;
using Gongkai.Records.Requests;
using Gongkai.Records.Requests.Redaction;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.App.Office.Redactions;

// By their words: every place of a text, a number that was offered, what may stay elsewhere.
public sealed partial class Marking
{
    /// <summary>Covers every place of a text, on this page or on all.</summary>
    public async Task<IActionResult> OnPostFind(Handle handle)
    {
        if (!await Begin(handle)) return NotFound();
        var text = Plain(Input.Text);
        if (text.Length is 0 or > LongestText) ModelState.AddModelError("Input.Text", text.Length == 0 ? "请填写要遮盖的文字" : $"最多 {LongestText} 个字，请分几次查找");
        Checked();
        if (!ModelState.IsValid) return Page();
        List<(int Page, RedactionBox Box)> found;
        try
        {
            found = await desk.Find(State.Source, text, Input.Everywhere ? null : Number, HttpContext.RequestAborted);
        }
        catch (Exception refused) when (refused is RoomFullException or RedactionRefusedException or AlteredFileException)
        {
            ModelState.AddModelError("Input.Text", refused is AlteredFileException ? "原件已损坏或者丢失，请重新上传。" : refused.Message);
            return Page();
        }
        var open = found.Where(one => !IsCovered(one.Page, one.Box)).ToList();
        if (open is []) ModelState.AddModelError("Input.Text", found is [] ? "没有找到这些文字。扫描件、图片里的文字不能查找，请直接框选。" : $"找到 {found.Count} 处，都已经标出。");
        else if (Places.Count + open.Count > MostPlaces) ModelState.AddModelError("Input.Text", $"找到 {open.Count} 处，超过一份文件 {MostPlaces} 处的上限，请拆分文件后再处理。");
        if (!ModelState.IsValid) return Page();
        foreach (var page in open.GroupBy(one => one.Page)) Lay(page.Key, page.Select(one => one.Box), Plain(Input.Note));
        return await Saved(RedactionDeeds.Marked, $"已标出 {open.Count} 处（{ReleaseWords.Pages([.. open.Select(one => one.Page).Distinct().Order()])}），请逐处核对。");
    }

    /// <summary>Covers a number that was offered.</summary>
    public async Task<IActionResult> OnPostAccept(Handle handle)
    {
        if (!await Begin(handle)) return NotFound();
        var hint = Hints.FirstOrDefault(one => one.Number == Input.Hint);
        if (hint is null) ModelState.AddModelError("", "这一处已经标出，或者页面有变化，请核对后再试。");
        if (!ModelState.IsValid) return Page();
        Lay(Number, hint!.What.Boxes, hint.What.Name);
        return await Saved(RedactionDeeds.Marked, $"已标出{hint.What.Name}。");
    }

    /// <summary>What may stand elsewhere, though it is covered in one place; and no longer.</summary>
    public async Task<IActionResult> OnPostKeep(Handle handle) => await Keep(handle, word => Redaction.Keep(word), "已记下，生成公开版时允许它在别处出现。");

    public async Task<IActionResult> OnPostCover(Handle handle) => await Keep(handle, word =>
    {
        Redaction.Cover(word);
        return true;
    }, "已取消，生成公开版时它在任何地方都不能出现。");

    async Task<IActionResult> Keep(Handle handle, Func<string, bool> change, string message)
    {
        if (!await Begin(handle)) return NotFound();
        var word = Plain(Input.Word);
        if (word.Length is 0 or > LongestText) ModelState.AddModelError("Input.Word", word.Length == 0 ? "请填写可以保留的文字" : $"最多 {LongestText} 个字");
        else if (Redaction.Kept.Count >= 200) ModelState.AddModelError("Input.Word", "保留的文字最多 200 个，请先删去不用的");
        if (!ModelState.IsValid) return Page();
        return change(word) ? await Saved(RedactionDeeds.Kept, message) : this.Done("已经记下过。", $"~{At(Number)}");
    }
}
