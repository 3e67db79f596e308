using System.Globalization;
using System.Text.RegularExpressions;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.Documents.Reading;

/// <summary>Reads what is printed in a cell. A blank is blank, a dash is a dash; only a number is a number.</summary>
public static partial class PrintedNumber
{
    /// <summary>The value of a cell in which <paramref name="printed"/> stands.</summary>
    public static CellValue Read(string printed)
    {
        if (printed.Length is > 0 and < 16 && !printed.AsSpan().ContainsAnyExceptInRange('0', '9')) return decimal.Parse(printed, NumberStyles.None, CultureInfo.InvariantCulture);
        var text = Folding.Narrow(printed).Trim();
        if (text.Length == 0) return CellValue.Blank;
        if (Plain().IsMatch(text) && Number(text) is { } plain) return plain;
        return CellValue.Text(printed.Trim(), NumberIn(text));
    }

    /// <summary>Whether the text is something that people print in a cell: a number, a number with a sign or unit, a dash.</summary>
    public static bool Fits(string narrow) =>
        narrow.Length is > 0 and < 40 && (!narrow.AsSpan().ContainsAnyExceptInRange('0', '9') || Printed().IsMatch(narrow));

    // Exactly one number, or we do not know which is meant.
    static decimal? NumberIn(string text)
    {
        var found = Numbers().Matches(text);
        if (found.Count != 1) return null;
        var number = Number(found[0].Groups["number"].Value);
        return found[0].Groups["down"].Success ? -number : number;
    }

    static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"^\d{1,20}(\.\d{1,8})?$")]
    private static partial Regex Plain();

    [GeneratedRegex(@"^(?:([+\-]|增加?了?|减少?了?|增长|下降|[↑↓])?\s*\d[\d,]*(\.\d+)?\s*(万元|亿元|元|件|项|个|条|份|次|宗|起)?|[-/\\—–*×]{1,3}|无|空)$")]
    private static partial Regex Printed();

    [GeneratedRegex(@"((?<down>(?<![\d\p{L}])-|减少?了?|下降|↓)|\+|增加?了?|增长|↑)?\s*(?<number>\d[\d,]*(\.\d+)?)")]
    private static partial Regex Numbers();
}
