using Gongkai.Rules.AnnualReports;

namespace Gongkai.Documents.Tests.Corpus;

/// <summary>What is printed in one cell, and the number that a reader must find in it.</summary>
public readonly record struct PrintedCell(string Text, decimal? Number)
{
    public static PrintedCell Of(decimal number) => new(Plain(number), number);

    /// <summary>Anything but a plain number is kept as it is printed.</summary>
    public string? Raw => Text.Length > 0 && (Number is not { } number || Plain(number) != Text) ? Text : null;

    static string Plain(decimal number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A report before it is published: the truth that every shape of it must give back.</summary>
public sealed record ReportSource
{
    public required ReportForm Form { get; init; }
    public required int Year { get; init; }
    public required string Agency { get; init; }
    public required string Title { get; init; }
    public required IReadOnlyList<string> Introduction { get; init; }
    public required IReadOnlyList<ReportSection> Sections { get; init; }

    /// <summary>By the index of the form's cell.</summary>
    public required IReadOnlyList<PrintedCell> Cells { get; init; }

    /// <summary>The numbers of the tables that are printed.</summary>
    public IReadOnlyList<int> Tables { get; init; } = [2, 3, 4];

    /// <summary>What stands under the last part: agency and date.</summary>
    public IReadOnlyList<string> Signature { get; init; } = [];

    public LabelStyle Labels { get; init; } = new();

    public PrintedCell this[string key] => Cells[Form[key].Index];

    /// <summary>The report as a perfect reader would give it.</summary>
    public Report Read() => new()
    {
        Form = Form, Year = Year, Agency = Agency, Title = Title.Replace("\n", ""), Introduction = Introduction, Sections = Sections,
        Cells = new(Form, Form.Cells.Select(cell => !Tables.Contains(cell.Table.Number) ? default : Cells[cell.Index] switch
        {
            { Text: "" } => CellValue.Blank,
            { Raw: { } raw } odd => CellValue.Text(raw, odd.Number),
            var plain => plain.Number!.Value,
        })),
    };

    /// <summary>Whether a table stands in this part; of two parts with one number, in the latter.</summary>
    public bool Tabled(ReportSection section) => Tables.Contains(section.Number) && Sections.Last(other => other.Number == section.Number) == section;

    public ReportSource With(string key, PrintedCell cell) =>
        this with { Cells = [.. Cells.Select((old, index) => index == Form[key].Index ? cell : old)] };

    public ReportSource With(string key, decimal number) => With(key, PrintedCell.Of(number));
}

/// <summary>How agencies vary the form's labels without meaning anything by it.</summary>
public sealed record LabelStyle(bool HalfParens = false, string Dot = ".", string Quotes = "“”", bool Spaced = false, bool Wrapped = false, bool Notes = false, bool WideDigits = false)
{
    public string Apply(string label)
    {
        if (Dot != "." && label.Length > 2 && char.IsAsciiDigit(label[0]) && label[1] == '.')
            label = label[0] + Dot + label[2..];
        if (WideDigits && label.Length > 2 && char.IsAsciiDigit(label[0]))
            label = (char)(label[0] - '0' + '０') + label[1..];
        if (Quotes != "“”")
            label = Quotes.Length == 0 ? label.Replace("“", "").Replace("”", "") : label.Replace('“', Quotes[0]).Replace('”', Quotes[1]);
        if (Notes)
            label = Noted(label);
        if (HalfParens)
            label = label.Replace('（', '(').Replace('）', ')').Replace("：", ":");
        if (Spaced && label is "自然人" or "总计" or "其他" or "规章")
            label = string.Join(' ', label.ToCharArray());
        if (Wrapped && label.Length is > 3 and < 12 && !label.Contains('第'))
            label = label[..(label.Length / 2)] + "\n" + label[(label.Length / 2)..];
        return label;
    }

    static string Noted(string label) => label switch
    {
        "规章" => "规章（无规章制定权的填0）",
        "上一年项目数量" => "上一年项目数量（指2019年）",
        "本年增/减" => "本年增/减（减少用负数，如-8）",
        "行政规范性文件" or "规范性文件" => label + "（含以办公室名义印发的）",
        _ => label,
    };
}

/// <summary>One file as it is published, and what reading it must give.</summary>
public sealed record Published(string Name, byte[] Bytes, Truth Truth);

/// <summary>What a reader must find.</summary>
public sealed record Truth(ReportForm Form, int? Year, string? Agency, IReadOnlyList<PrintedCell> Cells, IReadOnlyList<int> Sections)
{
    public static Truth Of(ReportSource source) => new(source.Form, source.Year, source.Agency,
        [.. source.Form.Cells.Select(cell => source.Tables.Contains(cell.Table.Number) ? source.Cells[cell.Index] : new("", null))],
        [.. source.Sections.Select(section => section.Number)])
    {
        Prose = source.Sections.GroupBy(section => section.Number).ToDictionary(group => group.Key, group => (IReadOnlyList<string>)[.. group.SelectMany(section => section.Paragraphs)]),
    };

    /// <summary>The prose of each part, by its number.</summary>
    public IReadOnlyDictionary<int, IReadOnlyList<string>> Prose { get; init; } = new Dictionary<int, IReadOnlyList<string>>();

    /// <summary>Cells that a careful reader may leave unread.</summary>
    public IReadOnlySet<int> Optional { get; init; } = new HashSet<int>();

    /// <summary>The shape puts lines among the prose that may be read as prose.</summary>
    public Truth WithoutProse() => this with { Prose = new Dictionary<int, IReadOnlyList<string>>() };

    /// <summary>Cells that the shape has made undecidable.</summary>
    public Truth Without(IEnumerable<FormCell> cells)
    {
        var lost = cells.Select(cell => cell.Index).ToHashSet();
        return this with { Cells = [.. Cells.Select((cell, index) => lost.Contains(index) ? new("", null) : cell)] };
    }
}
