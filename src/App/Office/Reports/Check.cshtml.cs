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

/// <summary>校验并送审签: each rule, whether it holds, and where not; warnings are explained here, and the report is handed to the leader (O21).</summary>
[Permits(Permission.PrepareReports)]
public sealed class Check(Drafting drafting) : PageModel, IFramed
{
    public DraftFile Paper { get; private set; } = null!;
    public IReadOnlyList<Finding> Findings { get; private set; } = [];
    public Impediment? Bar { get; private set; }

    /// <summary>What is said about the warnings, by the finding's key.</summary>
    [BindProperty] public Dictionary<string, string?> Notes { get; set; } = [];

    public Frame Frame => Places.Frame(Paper.Draft, "校验并送审签");
    public bool Open => Paper.Preparation.ToEditing() is null;

    /// <summary>The field in which a cell is filled in: an error is one click from where it is put right.</summary>
    public string FieldOf(FormCell cell)
    {
        // A total is put right by its first part.
        while (Paper.Form.TotalOf(cell) is { } sum) cell = sum.Right[0];
        return $"{Paper.Draft.Path}/tables/{cell.Table.Number}#Cells_{cell.Key.Replace('.', '_')}_";
    }

    public async Task<IActionResult> OnGet(Handle handle)
    {
        if (await drafting.Open(handle) is not { } file) return NotFound();
        Show(file);
        return Page();
    }

    /// <summary>Keeps what is said about the warnings.</summary>
    public async Task<IActionResult> OnPostNotes(Handle handle)
    {
        var done = await drafting.Do(ReportDeeds.Explained, handle, file => file.Preparation.ToEditing(), Keep);
        return done.File is null ? NotFound() : Told(done.File, done.Bar?.Reason ?? "说明已保存。", "check");
    }

    /// <summary>送审签: keeps what is said, and hands the report over where nothing stands in the way.</summary>
    public async Task<IActionResult> OnPostHandOver(Handle handle)
    {
        Impediment? left = null;
        var done = await drafting.Do(ReportDeeds.HandedOver, handle, file => file.Preparation.ToEditing(), async file =>
        {
            await Keep(file);
            left = file.Preparation.ToHandingOver();
            if (left is null) file.Draft.HandOver(file.Digest, drafting.Pen);
        });
        if (done.File is null) return NotFound();
        if ((done.Bar ?? left) is not { } bar) return Told(done.File, "已送审签，请领导审签。", "");
        Show(done.File);
        ModelState.AddModelError("", bar.Reason);
        return Page();
    }

    Task Keep(DraftFile file)
    {
        foreach (var finding in file.Findings.Where(finding => finding.Severity == Severity.Warning))
        {
            var note = Notes.GetValueOrDefault(DraftFile.KeyOf(finding))?.Trim() ?? "";
            if (note.Length > 500) note = note[..500];
            if (note == (file.NoteOn(finding)?.Note ?? "")) continue;
            if (file.Note(finding, note, drafting.Pen) is { } added) drafting.Add(added);
        }
        return Task.CompletedTask;
    }

    void Show(DraftFile file) => (Paper, Findings, Bar) = (file, file.Findings, file.Preparation.ToHandingOver());

    RedirectResult Told(DraftFile file, string words, string page)
    {
        return this.Done(words, $"{file.Draft.Path}/{page}".TrimEnd('/'));
    }
}
