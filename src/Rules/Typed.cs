using System.Globalization;

namespace Gongkai.Rules;

/// <summary>Days and numbers as people type them: full-width digits, every way to write a date, what a spreadsheet made of them.</summary>
public static class Typed
{
    static readonly string[] Days = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd", "yyyy年M月d日", "yyyy年M月d", "yyyy-M-d H:mm:ss", "yyyy/M/d H:mm:ss", "yyyy-M-dTHH:mm:ss"];

    /// <summary>The same with full-width letters, digits and signs as narrow ones, without blanks around it.</summary>
    public static string Narrow(string? text) => string.Concat((text ?? "").Select(sign => sign switch
    {
        >= '！' and <= '～' => (char)(sign - '！' + '!'),
        '\u3000' or '\u00A0' => ' ',
        '。' => '.',
        _ => sign,
    })).Trim();

    /// <summary>A day: 20260921, 2026-9-21, 2026.9.21, 2026/9/21, 2026年9月21日; <c>null</c> where it is none of these, or no day of any calendar.</summary>
    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(Narrow(text).Replace(" 00:00:00", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal), Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The same from a cell, which keeps a day as the number of days since 1899-12-30.</summary>
    public static DateOnly? DayOfCell(string? text) =>
        int.TryParse(Narrow(text), NumberStyles.None, CultureInfo.InvariantCulture, out var serial) && serial is > 10_000 and < 73_050 ? new DateOnly(1899, 12, 30).AddDays(serial) : Day(text);

    /// <summary>The digits of a cell that a spreadsheet took for a number: 1.3800001111E10 is 13800001111.</summary>
    public static string Digits(string? text) =>
        Narrow(text) is var narrow && narrow.Contains('E', StringComparison.OrdinalIgnoreCase) && decimal.TryParse(narrow, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number.ToString("0", CultureInfo.InvariantCulture) : narrow;
}
