using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.AnnualReports;
using Gongkai.Rules;
using Gongkai.Rules.Access;
using Gongkai.Rules.AnnualReports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.App.Office.Reports;

/// <summary>填写表格: one statutory table as a grid of fields, last year beside each; totals add themselves up.</summary>
[Permits(Permission.PrepareReports), ManyFields]
public sealed class Table(Drafting drafting) : PageModel, IFramed
{
    static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public DraftFile Paper { get; private set; } = null!;
    public FormTable Of { get; private set; } = null!;

    /// <summary>What stands in each field, by the cell's key.</summary>
    [BindProperty] public Dictionary<string, string?> Cells { get; set; } = [];

    /// <summary>What stood in each field when the page was shown.</summary>
    [BindProperty] public string? Seen { get; set; }

    /// <summary>说明: why a supplied number is changed.</summary>
    [BindProperty] public string? Note { get; set; }

    /// <summary>Cells that someone else changed in the meantime.</summary>
    public IReadOnlyList<TypedCell> Conflicts { get; private set; } = [];

    /// <summary>Who changed the first of them, and when.</summary>
    public string ChangedBy { get; private set; } = "";

    public Frame Frame => Places.Frame(Paper.Draft, (ModelState.IsValid ? "" : "错误：") + $"填写表{"〇一二三四"[Of.Number]}");
    public IEnumerable<FormCell> Typed => Paper.Form.Cells.Where(cell => cell.Table == Of && Paper.Form.TotalOf(cell) is null);

    /// <summary>The totals of what stands in the fields now.</summary>
    public CellValues Values => Paper.Form.Totalled(cell => cell.Table == Of ? CellEntry.Read(cell, Cells.GetValueOrDefault(cell.Key)).Value : CellValue.Blank);

    public decimal? BeforeIn(FormCell cell) =>
        Paper.Before is { } before && before.Form.Find(cell.Key) is { } then && before.Cells[then] is { Reading: CellReading.Number, Number: { } number } ? number : null;

    public async Task<IActionResult> OnGet(Handle handle, int number)
    {
        if (await drafting.Open(handle) is not { } file || file.Form.Tables.SingleOrDefault(table => table.Number == number) is not { } table) return NotFound();
        if (file.Preparation.ToEditing() is not null) return Redirect(file.Draft.Path);
        (Paper, Of) = (file, table);
        foreach (var cell in Typed) Cells[cell.Key] = Now(cell);
        Seen = Shown();
        return Page();
    }

    public async Task<IActionResult> OnPost(Handle handle, int number, [FromForm] string? next)
    {
        TableEntry? entry = null;
        var done = await drafting.Do(ReportDeeds.CellsWritten, handle, file => file.Preparation.ToEditing(), file =>
        {
            if (file.Form.Tables.SingleOrDefault(table => table.Number == number) is not { } table) return Task.CompletedTask;
            (Paper, Of) = (file, table);
            entry = Read(zeros: next == "zeros");
            Refuse(entry);
            if (ModelState.IsValid) Write(entry);
            return Task.CompletedTask;
        }, Note);
        if (done.File is null || Of is null && done.Bar is null) return NotFound();
        if (done.Bar is { } bar)
        {
            return this.Done(bar.Reason, done.File.Draft.Path);
        }
        if (!ModelState.IsValid)
        {
            Merge(entry!);
            return Page();
        }
        return this.Done(entry!.Changes is [] ? "没有改动。" : $"已保存，改动 {entry.Changes.Count} 格。", next == "back" ? Paper.Draft.Path : $"{Paper.Draft.Path}/tables/{number}");
    }

    TableEntry Read(bool zeros)
    {
        var seen = SeenValues();
        foreach (var cell in Typed)
            if (zeros && string.IsNullOrWhiteSpace(Cells.GetValueOrDefault(cell.Key))) Cells[cell.Key] = "0";
        return TableEntry.Of(Typed.Select(cell => new TypedCell(cell, seen.GetValueOrDefault(cell.Key, Now(cell)), Cells.GetValueOrDefault(cell.Key) ?? "", Now(cell))));
    }

    void Refuse(TableEntry entry)
    {
        foreach (var (cell, problem) in entry.Problems) ModelState.AddModelError($"Cells[{cell.Key}]", problem);
        foreach (var conflict in entry.Conflicts)
            ModelState.AddModelError($"Cells[{conflict.Cell.Key}]", $"{conflict.Cell.Place}：别人已改为“{Words(conflict.Now)}”，您填的“{Words(conflict.Typed)}”还在格里。请核对后保存。");
        if (entry.Changes.FirstOrDefault(change => Paper.Find(change.Cell) is { Supplied: { } supplied } && change.Value.Number != supplied) is { Cell: { } changed } && string.IsNullOrWhiteSpace(Note))
            ModelState.AddModelError(nameof(Note), $"{changed.Place}是自动取得的数，改动时请写明理由。");
    }

    void Write(TableEntry entry)
    {
        foreach (var (cell, value) in entry.Changes)
            if (Paper.Write(cell, value, string.IsNullOrWhiteSpace(Note) ? null : Note.Trim(), drafting.Pen) is { } added) drafting.Add(added);
        if (entry.Changes is not []) Paper.Draft.Wrote(drafting.Pen);
    }

    // What only another one changed is shown as it stands now; what is ours stays in the field, and is compared with what stands there now.
    void Merge(TableEntry entry)
    {
        var seen = SeenValues();
        Conflicts = entry.Conflicts;
        if (Conflicts is [var first, ..] && Paper.Find(first.Cell) is { } theirs)
            ChangedBy = $"{theirs.ByRole}于 {theirs.At.AtOffice.ToString("HH:mm", CultureInfo.InvariantCulture)} 已更新此表，您的修改已保留在下面";
        foreach (var cell in Typed)
            if (seen.TryGetValue(cell.Key, out var was) && (Cells.GetValueOrDefault(cell.Key) ?? "") == was) Cells[cell.Key] = Now(cell);
        Seen = Shown();
        // The fields show what is in Cells, not what was posted.
        ModelState.SetModelValue(nameof(Seen), Seen, Seen);
    }

    string Now(FormCell cell) => Paper.Find(cell)?.Value.ToString() ?? "";

    string Shown() => JsonSerializer.Serialize(Typed.ToDictionary(cell => cell.Key, Now), Plain);

    Dictionary<string, string> SeenValues()
    {
        try { return JsonSerializer.Deserialize<Dictionary<string, string>>(Seen ?? "{}") ?? []; }
        catch (JsonException) { return []; }
    }

    static string Words(string text) => text.Length == 0 ? "空白" : text;
}
