using System.Security.Cryptography;
using System.Text;
using Gongkai.Records.Organizations;
using Gongkai.Rules;
using Gongkai.Rules.AnnualReports;
using Gongkai.Rules.Organizations;

namespace Gongkai.Records.AnnualReports;

/// <summary>A draft with everything that stands in it: what a page shows, and what an act changes.</summary>
public sealed class DraftFile(Agency agency, ReportDraft draft, IEnumerable<ReportCell> cells, IEnumerable<ReportText> texts, IEnumerable<FindingNote> notes)
{
    readonly Dictionary<string, ReportCell> cells = cells.ToDictionary(cell => cell.Key, StringComparer.Ordinal);
    readonly Dictionary<int, ReportText> texts = texts.ToDictionary(text => text.Section);
    readonly Dictionary<string, FindingNote> notes = notes.ToDictionary(note => note.Finding, StringComparer.Ordinal);

    public Agency Agency => agency;
    public ReportDraft Draft => draft;
    public ReportForm Form => draft.Form;

    /// <summary>The newest published report of the year before.</summary>
    public Report? Before { get; init; }

    /// <summary>What the supervising office has set for this year.</summary>
    public ReportTerm? Term { get; init; }

    /// <summary>Another draft of the same year that is not published.</summary>
    public bool CorrectionUnderWay { get; init; }

    public bool IsGovernment => agency.Kind == AgencyKind.Government;
    public ReportDue Due => ReportDue.Of(draft.Year, agency.Standing, Term?.SubmitBy, Term?.PublishBy);

    public ReportCell? Find(FormCell cell) => cells.GetValueOrDefault(cell.Key);
    public ReportText? Find(int section) => texts.GetValueOrDefault(section);
    public FindingNote? NoteOn(Finding finding) => notes.GetValueOrDefault(KeyOf(finding));

    public CellValues Values => Form.Totalled(cell => Find(cell)?.Value ?? CellValue.Blank);

    /// <summary>The report as it would be published now.</summary>
    public Report ToReport() => new()
    {
        Form = Form,
        Agency = agency.Name,
        Year = draft.Year,
        Title = $"{agency.Name}{draft.Year}年政府信息公开工作年度报告",
        Introduction = Find(0)?.Paragraphs ?? [],
        Sections = [.. Form.Sections.Select(section => new ReportSection(section.Number, section.Heading, Find(section.Number)?.Paragraphs ?? []))],
        Cells = Values,
    };

    /// <summary>The SHA-256 of the content and of the correction's words, in hexadecimal digits: what is signed is what is published.</summary>
    public string Digest => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{ReportContent.Write(ToReport())}\n{draft.Version}\n{draft.Correction}")));

    public IReadOnlyList<Finding> Findings => DraftChecks.Of(ToReport(), Before);

    /// <summary>As the rules see it.</summary>
    public Preparation Preparation
    {
        get
        {
            var findings = Findings;
            return new(draft.Year, draft.State, Digest)
            {
                Version = draft.Version,
                Correction = draft.Correction,
                Hands = draft.Hands,
                Errors = findings.Count(finding => finding.Severity == Severity.Error),
                Unexplained = findings.Count(finding => finding.Severity == Severity.Warning && NoteOn(finding) is not { Note.Length: > 0 }),
                CheckedDigest = draft.CheckedDigest,
                SignedDigest = draft.SignedDigest,
                FiledFirst = Term?.FiledFirst ?? false,
                ClearedDigest = draft.ClearedDigest,
                CorrectionUnderWay = CorrectionUnderWay,
            };
        }
    }

    /// <summary>How many of the cells of a table are written by hand, supplied, or still blank.</summary>
    public IReadOnlyList<(string Name, int Count)> Sources(FormTable table) =>
    [
        .. from cell in Form.Cells
           where cell.Table == table
           group cell by Form.TotalOf(cell) is not null ? "表内相加" : Find(cell) is { Reading: not CellReading.Blank } found ? found.Source.Name : "还没有填" into same
           select (same.Key, same.Count()),
    ];

    /// <summary>Writes into a cell; a new one is given back, to be added to the store.</summary>
    public ReportCell? Write(FormCell at, CellValue value, string? note, Pen pen)
    {
        var (cell, isNew) = CellAt(at);
        cell.Write(value, note, pen);
        return isNew ? cell : null;
    }

    /// <summary>Puts in what the system supplies; new cells are given back.</summary>
    public IReadOnlyList<ReportCell> Supply(CellSource source, IEnumerable<Supplied> numbers, Pen pen)
    {
        List<ReportCell> added = [];
        foreach (var supplied in numbers)
        {
            var (cell, isNew) = CellAt(Form[supplied.Key]);
            cell.Supply(supplied.Number, source, supplied.From, pen);
            if (isNew) added.Add(cell);
        }
        return added;
    }

    /// <summary>Writes the text of a part; a new one is given back.</summary>
    public ReportText? Write(int section, string text, Pen pen)
    {
        var isNew = !texts.TryGetValue(section, out var found);
        if (isNew) texts.Add(section, found = new() { DraftId = draft.Id, Section = section });
        found!.Write(text, pen);
        return isNew ? found : null;
    }

    /// <summary>Notes why a warning may stand; a new note is given back.</summary>
    public FindingNote? Note(Finding finding, string note, Pen pen)
    {
        var isNew = !notes.TryGetValue(KeyOf(finding), out var found);
        if (isNew) notes.Add(KeyOf(finding), found = new() { DraftId = draft.Id, Finding = KeyOf(finding) });
        found!.Write(note, pen);
        return isNew ? found : null;
    }

    /// <summary>What stands for a finding in an address or a field.</summary>
    public static string KeyOf(Finding finding) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(DraftChecks.KeyOf(finding))));

    (ReportCell Cell, bool IsNew) CellAt(FormCell at)
    {
        if (cells.TryGetValue(at.Key, out var found)) return (found, false);
        cells.Add(at.Key, found = new() { DraftId = draft.Id, Key = at.Key });
        return (found, true);
    }
}
