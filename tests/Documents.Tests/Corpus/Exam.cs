using Gongkai.Documents.Reading;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.Documents.Tests.Corpus;

/// <summary>Reads published files and compares what was read with the truth.</summary>
public sealed class Exam
{
    readonly List<string> failures = [];

    public int Files { get; private set; }
    public int RightFiles { get; private set; }
    public int Cells { get; private set; }
    public int RightCells { get; private set; }

    /// <summary>Cells in which a number was read that is not printed there: the one fault that nothing excuses.</summary>
    public int Invented { get; private set; }

    public IReadOnlyList<string> Failures => failures;

    /// <summary>How many files each shape is tried with: few by default, many with GONGKAI_CORPUS=full.</summary>
    public static int Tries { get; } = Environment.GetEnvironmentVariable("GONGKAI_CORPUS") == "full" ? 60 : 4;

    public static Published Publish(Shape shape, int seed)
    {
        var random = new Random(seed * 31 + 7);
        return shape.Publish(SourceMaker.Make(seed, odd: shape.Blanks && seed % 3 == 0), random);
    }

    public void Take(string shape, int seed, Published file)
    {
        Files++;
        Cells += file.Truth.Cells.Count;
        string? wrong;
        try
        {
            using var stream = new MemoryStream(file.Bytes, writable: false);
            wrong = Compare(file.Truth, ReportReader.Read(stream, file.Name));
        }
        catch (UnreadableReportException refused)
        {
            wrong = refused.Message;
        }
        catch (Exception crash) when (crash is not OutOfMemoryException)
        {
            wrong = $"{crash.GetType().Name}: {crash.Message}{crash.StackTrace?.Split('\n')[0]}";
        }
        if (wrong is null)
        {
            RightFiles++;
            return;
        }
        failures.Add($"{shape} | seed {seed} | {wrong} | {Keep(shape, seed, file)}");
    }

    /// <summary>A file that was read wrongly is kept beside the tests, to be looked at.</summary>
    static string Keep(string shape, int seed, Published file)
    {
        var name = string.Concat(shape.Select(c => char.IsLetterOrDigit(c) ? c : '-'));
        var path = Path.Combine(AppContext.BaseDirectory, "failed", $"{name}-{seed}-{file.Name}");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, file.Bytes);
        return path;
    }

    string? Compare(Truth truth, Report report)
    {
        if (report.Form != truth.Form)
            return $"form {report.Form.Table2.Edition}/{report.Form.Table3.Edition}, not {truth.Form.Table2.Edition}/{truth.Form.Table3.Edition}";
        List<string> wrong = [];
        foreach (var cell in truth.Form.Cells)
        {
            var (expected, actual) = (truth.Cells[cell.Index], report.Cells[cell]);
            if (actual.Number == expected.Number || (actual.Number is null && truth.Optional.Contains(cell.Index)))
            {
                RightCells++;
                if (actual.Number == expected.Number && expected.Raw is { } raw && !truth.Optional.Contains(cell.Index) && Bare(actual.Raw) != Bare(raw)) wrong.Add($"{cell.Key} raw is “{actual.Raw}”, not “{raw}”");
                continue;
            }
            if (actual.Number is not null) Invented++;
            wrong.Add($"{cell.Key} is {actual.Number?.ToString() ?? "null"}, not {expected.Number?.ToString() ?? "null"}");
        }
        if (truth.Year is { } year && report.Year != year) wrong.Add($"year is {report.Year}, not {year}");
        if (truth.Agency is { } agency && report.Agency != agency) wrong.Add($"agency is {report.Agency}, not {agency}");
        var sections = report.Sections.Select(section => section.Number).ToList();
        if (!sections.SequenceEqual(truth.Sections)) wrong.Add($"sections are {string.Join(',', sections)}, not {string.Join(',', truth.Sections)}");
        else if (truth.Prose.Count > 0)
            foreach (var section in report.Sections)
                if (Prose(truth, section) is { } difference) wrong.Add($"part {section.Number} reads {difference}");
        return wrong.Count == 0 ? null : $"{wrong.Count} wrong: {string.Join("; ", wrong.Take(4))}";
    }

    /// <summary>Each part must hold its own prose, and before the last nothing else: no words or numbers of a table.</summary>
    static string? Prose(Truth truth, Gongkai.Rules.AnnualReports.ReportSection section)
    {
        var expected = Bare(string.Concat(truth.Prose[section.Number]));
        var actual = Bare(string.Concat(section.Paragraphs));
        var right = section.Number == 6 ? actual.StartsWith(expected, StringComparison.Ordinal) : actual == expected;
        if (right) return null;
        var same = expected.Zip(actual).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"“{actual[Math.Max(0, same - 5)..Math.Min(actual.Length, same + 30)]}”, not “{expected[Math.Max(0, same - 5)..Math.Min(expected.Length, same + 30)]}”";
    }

    static string Bare(string? text) => string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c) && c is not ('#' or '\u200B' or '\u00AD' or '\uFEFF')).Select(c => c is >= '！' and <= '～' ? (char)(c - 0xFEE0) : c));

    public override string ToString() =>
        $"{RightFiles}/{Files} files, {RightCells}/{Cells} cells, {Invented} invented\n{string.Join('\n', failures)}";
}
