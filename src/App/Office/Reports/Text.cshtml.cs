using System.Globalization;
using System.Security.Cryptography;
using System.Text;
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

/// <summary>填写文字: the introduction and the six parts, with what the law asks of each, and last year's text beside.</summary>
[Permits(Permission.PrepareReports)]
public sealed class Text(Drafting drafting) : PageModel, IFramed
{
    public const int Longest = 20000;

    public DraftFile Paper { get; private set; } = null!;

    /// <summary>The texts by the number of their part.</summary>
    [BindProperty] public Dictionary<int, Part> Parts { get; set; } = [];

    public Frame Frame => Places.Frame(Paper.Draft, (ModelState.IsValid ? "" : "错误：") + "填写文字");

    /// <summary>A part as it is typed, and a mark of the text that was before the writer's eyes.</summary>
    public sealed class Part
    {
        public string? Text { get; set; }
        public string? Seen { get; set; }
    }

    /// <summary>What someone else wrote in the meantime, and who; by the number of the part.</summary>
    public Dictionary<int, (string Text, string By)> Theirs { get; } = [];

    public static string NameOf(int section, ReportForm form) => section == 0 ? "说明（标题与第一部分之间）" : form.Sections[section - 1].Heading;

    /// <summary>The text of the same part in last year's report.</summary>
    public string? BeforeIn(int section) => Paper.Before is { } before && before.Prose.Where(part => part.Section == section).Select(part => part.Paragraph).ToList() is { Count: > 0 } paragraphs
        ? string.Join('\n', paragraphs) : null;

    public async Task<IActionResult> OnGet(Handle handle)
    {
        if (await drafting.Open(handle) is not { } file) return NotFound();
        if (file.Preparation.ToEditing() is not null) return Redirect(file.Draft.Path);
        Paper = file;
        foreach (var section in Enumerable.Range(0, 7)) Parts[section] = new() { Text = file.Find(section)?.Text, Seen = MarkOf(file.Find(section)?.Text) };
        return Page();
    }

    public async Task<IActionResult> OnPost(Handle handle, [FromForm] string? next)
    {
        var written = 0;
        var done = await drafting.Do(ReportDeeds.TextWritten, handle, file => file.Preparation.ToEditing(), file =>
        {
            Paper = file;
            foreach (var (section, part) in Parts) Compare(section, part);
            if (!ModelState.IsValid) return Task.CompletedTask;
            foreach (var (section, part) in Parts.Where(part => Ours(part.Value) && ReportText.Tidy(part.Value.Text) != (Paper.Find(part.Key)?.Text ?? "")))
            {
                if (file.Write(section, part.Text ?? "", drafting.Pen) is { } added) drafting.Add(added);
                written++;
            }
            if (written > 0) file.Draft.Wrote(drafting.Pen);
            return Task.CompletedTask;
        });
        if (done.File is null) return NotFound();
        if (done.Bar is { } bar)
        {
            return this.Done(bar.Reason, done.File.Draft.Path);
        }
        if (!ModelState.IsValid) return Page();
        return this.Done(written == 0 ? "没有改动。" : $"已保存，改动 {written} 个部分。", next == "back" ? Paper.Draft.Path : $"{Paper.Draft.Path}/text");
    }

    void Compare(int section, Part part)
    {
        if (section is < 0 or > 6) { ModelState.AddModelError("", "没有这个部分，请刷新页面后重试。"); return; }
        if (part.Text?.Length > Longest) ModelState.AddModelError($"Parts[{section}].Text", $"{NameOf(section, Paper.Form)}超过 {Longest} 字，请精简。");
        var own = Paper.Find(section);
        if (own is null || MarkOf(own.Text) == part.Seen || own.Text == ReportText.Tidy(part.Text)) return;
        var ours = Ours(part);
        // Whoever saves again has both texts before their eyes.
        part.Seen = MarkOf(own.Text);
        ModelState.SetModelValue($"Parts[{section}].Seen", part.Seen, part.Seen);
        if (!ours)
        {
            part.Text = own.Text;
            return;
        }
        var by = $"{own.ByRole}于 {own.At.AtOffice.ToString("HH:mm", CultureInfo.InvariantCulture)}";
        Theirs[section] = (own.Text, by);
        ModelState.AddModelError($"Parts[{section}].Text", $"{NameOf(section, Paper.Form)}：{by} 已更新，您的修改保留在格里，对方的文字在下面。请合并后保存。");
    }

    static bool Ours(Part part) => MarkOf(part.Text) != part.Seen;

    static string MarkOf(string? text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ReportText.Tidy(text))).AsSpan(0, 12));
}
