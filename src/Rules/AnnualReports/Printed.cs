using System.Text.RegularExpressions;

namespace Gongkai.Rules.AnnualReports;

/// <summary>What the printed text of a cell shows beside its number: a sign, a unit of money, an approximation.</summary>
static partial class Printed
{
    /// <summary>No cell of any report counts so far: digits that ran together are not added up.</summary>
    public const decimal Beyond = 1_000_000_000_000_000;

    /// <summary>Full-width letters, digits and signs as narrow ones, one for one.</summary>
    public static string Narrow(string text) => string.Create(text.Length, text, (span, from) =>
    {
        for (var i = 0; i < span.Length; i++)
            span[i] = from[i] switch { >= '！' and <= '～' and var c => (char)(c - 0xFEE0), '\u3000' or '\u00A0' => ' ', '−' or '–' or '—' or '﹣' => '-', var c => c };
    });

    extension(Report report)
    {
        /// <summary>The number in a cell, or <c>null</c> where there is none that could be compared.</summary>
        public decimal? NumberIn(FormCell cell) =>
            report.Cells[cell] is { Reading: CellReading.Number or CellReading.Text, Number: > -Beyond and < Beyond and var number } ? number : null;
    }

    extension(CellValue value)
    {
        string Narrowed => Narrow(value.Raw ?? "").Replace(" ", "", StringComparison.Ordinal);

        /// <summary>A sign before the number, or a word that stands for one.</summary>
        public bool Signed => value.Number < 0 || Sign().IsMatch(value.Narrowed);

        /// <summary>元, not 万元 or 亿元.</summary>
        public bool InYuan => Yuan().IsMatch(value.Narrowed);

        /// <summary>万 or 万元.</summary>
        public bool InTenThousands => value.Raw is not null && value.Narrowed.Contains('万', StringComparison.Ordinal);

        /// <summary>亿 or 亿元.</summary>
        public bool InHundredMillions => value.Raw is not null && value.Narrowed.Contains('亿', StringComparison.Ordinal);

        /// <summary>Any unit of money.</summary>
        public bool IsMoney => Money().IsMatch(value.Narrowed);

        /// <summary>约, 余, 多: no one counts like this.</summary>
        public bool Approximate => value.Raw is not null && About().IsMatch(value.Narrowed);

        /// <summary>As it is printed, in quotation marks, or that it is blank.</summary>
        public string Shown => value.Reading == CellReading.Blank || string.IsNullOrWhiteSpace(value.ToString()) ? "空白" : $"“{value.ToString().Trim()}”";
    }

    [GeneratedRegex(@"^[+\-]\d|^[↑↓增减升降]|[增减]$")]
    private static partial Regex Sign();

    [GeneratedRegex("(?<![万亿千百])元|￥|¥")]
    private static partial Regex Yuan();

    [GeneratedRegex("元|￥|¥|\\d[万亿]")]
    private static partial Regex Money();

    [GeneratedRegex("约|余|多|左右|以上|近")]
    private static partial Regex About();
}
