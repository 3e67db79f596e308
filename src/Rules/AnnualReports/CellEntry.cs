using System.Globalization;
using System.Text.RegularExpressions;

namespace Gongkai.Rules.AnnualReports;

/// <summary>Reads what someone typed or pasted into a cell.</summary>
public static partial class CellEntry
{
    /// <summary>The value, or why it is none, as a Chinese sentence. Full-width digits and separators of thousands are understood; nothing typed is a blank.</summary>
    public static (CellValue Value, string? Problem) Read(FormCell cell, string? typed)
    {
        var text = Printed.Narrow(typed ?? "").Replace(" ", "", StringComparison.Ordinal);
        if (text.Length == 0) return (CellValue.Blank, null);
        var digits = Thousands().IsMatch(text) ? text.Replace(",", "", StringComparison.Ordinal) : text;
        var shape = cell.Unit switch
        {
            Unit.Count => Whole(),
            Unit.Change => Signed(),
            Unit.Yuan or Unit.TenThousandYuan => Amount(),
        };
        if (!shape.IsMatch(digits) || !decimal.TryParse(digits, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return (CellValue.Blank, $"{cell.Place}要填{Wanted(cell.Unit)}，您填的是“{typed!.Trim()}”。");
        return (digits[0] is '+' or '-' ? CellValue.Text(digits, number) : number, null);
    }

    static string Wanted(Unit unit) => unit switch
    {
        Unit.Count => "不小于0的整数",
        Unit.Change => "整数，增加的前面写“+”，减少的前面写“-”",
        Unit.Yuan => "不小于0的金额（元）",
        Unit.TenThousandYuan => "不小于0的金额（万元）",
    };

    [GeneratedRegex(@"^\d{1,12}$")]
    private static partial Regex Whole();

    [GeneratedRegex(@"^[+-]?\d{1,12}$")]
    private static partial Regex Signed();

    [GeneratedRegex(@"^\d{1,12}(\.\d{1,6})?$")]
    private static partial Regex Amount();

    [GeneratedRegex(@"^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$")]
    private static partial Regex Thousands();
}
