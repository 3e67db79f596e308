namespace Gongkai.Rules.AnnualReports;

/// <summary>What a cell of the form counts, and so what may be printed in it.</summary>
public enum Unit
{
    /// <summary>A whole number of things (件、项): 0, 1, 2 …</summary>
    Count,

    /// <summary>A whole number that went up or down (本年增/减): it carries its sign.</summary>
    Change,

    /// <summary>An amount of money in yuan (元); the 2019 form names no unit for 采购总金额.</summary>
    Yuan,

    /// <summary>An amount of money in ten thousand yuan (万元).</summary>
    TenThousandYuan,
}

/// <summary>One of the six parts of a report (一、总体情况 …).</summary>
/// <param name="Number">1 to 6.</param>
/// <param name="Heading">As the form prints it, with its number.</param>
/// <param name="Signs">Any of these in a heading tells which part it is; reports vary the wording.</param>
public sealed record FormSection(int Number, string Heading, IReadOnlyList<string> Signs);

/// <summary>A column of a block: 自然人, 本年制发件数 …</summary>
/// <param name="Key">Its part of the cell's key.</param>
/// <param name="Label">As the form prints it.</param>
/// <param name="Unit">What its cells count.</param>
/// <param name="Variants">Other ways in which reports print it.</param>
public sealed record FormColumn(string Key, string Label, Unit Unit, params string[] Variants);

/// <summary>A row of a block: 规章, （一）予以公开 …</summary>
/// <param name="Key">Its part of the cell's key.</param>
/// <param name="Label">As the form prints it, without its number.</param>
/// <param name="Number">"一、", "（一）", "1." or nothing.</param>
/// <param name="Group">The heading that stands to its left and spans rows, such as （三）不予公开.</param>
/// <param name="Variants">Other ways in which reports print it.</param>
public sealed record FormRow(string Key, string Label, string Number = "", string? Group = null, params string[] Variants)
{
    public string Printed => Number + Label;
}

/// <summary>A part of a table with columns of its own: 第二十条第（一）项 in table 2; the whole of tables 3 and 4.</summary>
public sealed record FormBlock(string? Heading, IReadOnlyList<FormRow> Rows, IReadOnlyList<FormColumn> Columns);

/// <summary>One of the three statutory tables.</summary>
/// <param name="Number">2, 3 or 4: the number of the section that holds it.</param>
/// <param name="Caption">What it is, for a reader who does not see it.</param>
/// <param name="Edition">2019 or 2021: whose labels it carries. Table 4 is the same in both.</param>
/// <param name="Blocks">Its parts, in print order.</param>
public sealed record FormTable(int Number, string Caption, int Edition, IReadOnlyList<FormBlock> Blocks);

/// <summary>One cell of the form.</summary>
/// <param name="Index">Its place in a report's array of cells.</param>
/// <param name="Key">Its stable name: <c>t3.received.person</c>.</param>
public sealed record FormCell(int Index, string Key, FormTable Table, FormBlock Block, FormRow Row, FormColumn Column)
{
    public Unit Unit => Column.Unit;

    /// <summary>Where it stands, for a person: 表三“（一）予以公开”“自然人”.</summary>
    public string Place => $"表{"〇一二三四"[Table.Number]}“{Row.Printed}”“{Column.Label}”";

    /// <summary>A form has each cell once, so a cell is equal to itself alone.</summary>
    public bool Equals(FormCell? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Index;

    public override string ToString() => Key;
}

/// <summary>Two sides that the form makes equal (勾稽关系).</summary>
/// <param name="Rule">Its code in the table of checks: balance, outcome-sum, row-sum or table4-sum.</param>
public sealed record FormSum(string Rule, IReadOnlyList<FormCell> Left, IReadOnlyList<FormCell> Right);
