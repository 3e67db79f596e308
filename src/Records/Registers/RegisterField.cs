using System.Globalization;
using Gongkai.Rules;
using Gongkai.Rules.Registers;

namespace Gongkai.Records.Registers;

/// <summary>How a field of a register is typed and shown.</summary>
public enum FieldKind { Line, Text, Day, Choice, Flag, TenThousands, Yuan, Secret }

/// <summary>One field of a register: its names, how it is typed, and where it stands in a row. Forms, lists, files, imports and the portal all read these.</summary>
/// <param name="Key">Its name in forms and addresses.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Read">Its value: text, a day, money, a flag, a sealed number; <c>null</c> where there is none.</param>
/// <param name="Write">Takes such a value.</param>
public sealed record RegisterField(string Key, string Label, FieldKind Kind, Func<RegisterRow, object?> Read, Action<RegisterRow, object?> Write)
{
    /// <summary>Its name in the exchange of licences and penalties (双公示交换名): xk_wsh.</summary>
    public string? Code { get; init; }

    /// <summary>What older lists call it, and the field set of 2016.</summary>
    public IReadOnlyList<string> Older { get; init; } = [];

    public bool Must { get; init; }
    public int Longest { get; init; } = 200;
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>The public sees it.</summary>
    public bool Public { get; init; }

    /// <summary>Stands in the office's list unless other columns are chosen.</summary>
    public bool Listed { get; init; }

    /// <summary>What to write into it.</summary>
    public string? Hint { get; init; }

    public string Sample { get; init; } = "";

    /// <summary>The value as a form and a file have it; a sealed number stays hidden.</summary>
    public string? Typed(RegisterRow row) => Read(row) switch
    {
        null => null,
        string text => text,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        decimal amount => amount.ToString("0.######", CultureInfo.InvariantCulture),
        bool flag => flag ? "是" : "否",
        Sealed hidden => hidden.ToString(),
        var other => throw new InvalidOperationException($"{Key} cannot be a {other.GetType().Name}."),
    };

    /// <summary>What the public reads of it.</summary>
    public string? Shown(RegisterRow row) => !Public || Kind == FieldKind.Secret ? null : row is DecisionRow decision ? decision.Shown(Typed(row)) : Typed(row);

    /// <summary>Reads what was typed; a number that is to be sealed comes back as text.</summary>
    /// <returns>The value, or a sentence that says what is wrong.</returns>
    public (object? Value, string? Problem) Parse(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return Must ? (null, $"请填写{Label}。") : (null, null);
        // A browser, a list and a workbook end lines each in their way.
        var text = typed.Trim().ReplaceLineEndings("\n");
        switch (Kind)
        {
            case FieldKind.Day:
                return Gongkai.Rules.Typed.DayOfCell(text) is { } day ? (day, null) : (null, $"“{text}”不是日期，请写成 2026-09-21。");
            case FieldKind.Choice:
                var narrow = Gongkai.Rules.Typed.Narrow(text);
                return Choices.FirstOrDefault(choice => choice == text || choice == narrow) is { } known ? (known, null) : (null, $"“{text}”不在可选范围内，请填写：{string.Join("、", Choices)}。");
            case FieldKind.Flag:
                return text is "是" or "true" or "1" ? (true, null) : text is "否" or "false" or "0" ? (false, null) : (null, $"{Label}请填“是”或“否”。");
            case FieldKind.TenThousands or FieldKind.Yuan:
                return Money(text);
            default:
                return text.Length <= Longest ? (text, null) : (null, $"{Label}最多 {Longest} 个字，现在有 {text.Length} 个。");
        }
    }

    // To the 分: 万元 with six decimals, 元 with two.
    (object?, string?) Money(string text)
    {
        var number = Gongkai.Rules.Typed.Narrow(text).Replace(",", "", StringComparison.Ordinal);
        if (!decimal.TryParse(number, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)) return (null, $"“{text}”不是金额，请只写数字，例如 1.5。");
        var fen = amount * (Kind == FieldKind.TenThousands ? 1_000_000 : 100);
        return fen != decimal.Truncate(fen) ? (null, $"{Label}精确到分，请核对“{text}”。")
            : Math.Abs(fen) > 1_000_000_000_000_000m ? (null, $"{Label}数额过大，请核对单位（{(Kind == FieldKind.TenThousands ? "万元" : "元")}）。")
            : (amount, null);
    }
}

/// <summary>Makes fields of one kind of row.</summary>
static class FieldOf<T> where T : RegisterRow
{
    public static RegisterField Line(string key, string label, Func<T, string?> get, Action<T, string?> set) => new(key, label, FieldKind.Line, row => Empty(get((T)row)), (row, value) => set((T)row, (string?)value));

    public static RegisterField Text(string key, string label, Func<T, string?> get, Action<T, string?> set) => Line(key, label, get, set) with { Kind = FieldKind.Text, Longest = RegisterRow.LongestText };

    public static RegisterField Day(string key, string label, Func<T, DateOnly?> get, Action<T, DateOnly?> set) =>
        new(key, label, FieldKind.Day, row => get((T)row) is { } day && day != default ? day : null, (row, value) => set((T)row, (DateOnly?)value)) { Sample = "2026-03-02" };

    public static RegisterField Choice<TChoice>(string key, string label, Func<TChoice, string> name, Func<T, TChoice> get, Action<T, TChoice> set) where TChoice : struct, Enum
    {
        var words = Enum.GetValues<TChoice>().ToDictionary(name);
        return new(key, label, FieldKind.Choice, row => name(get((T)row)), (row, value) => { if (value is string word) set((T)row, words[word]); }) { Choices = [.. words.Keys], Sample = words.Keys.First() };
    }

    public static RegisterField Flag(string key, string label, Func<T, bool> get, Action<T, bool> set) => new(key, label, FieldKind.Flag, row => get((T)row), (row, value) => set((T)row, value is true)) { Sample = "否" };

    public static RegisterField TenThousands(string key, string label, Func<T, long?> get, Action<T, long?> set) =>
        new(key, label, FieldKind.TenThousands, row => get((T)row) / 1_000_000m, (row, value) => set((T)row, (long?)((decimal?)value * 1_000_000))) { Hint = "万元" };

    public static RegisterField Yuan(string key, string label, Func<T, long?> get, Action<T, long?> set) =>
        new(key, label, FieldKind.Yuan, row => get((T)row) / 100m, (row, value) => set((T)row, (long?)((decimal?)value * 100))) { Hint = "元，精确到分" };

    public static RegisterField Secret(string key, string label, Func<T, Sealed?> get, Action<T, Sealed?> set) => new(key, label, FieldKind.Secret, row => get((T)row), (row, value) => set((T)row, (Sealed?)value)) { Longest = 40 };

    static string? Empty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
