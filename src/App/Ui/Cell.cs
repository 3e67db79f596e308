using System.Globalization;

namespace Gongkai.App.Ui;

/// <summary>What stands in one cell of a list, on the page and in every file: words, or a number that may be summed.</summary>
/// <param name="Text">As it is shown; a number in invariant writing.</param>
/// <param name="IsNumber">It is a number of ours, and no text that looks like one.</param>
public readonly record struct Cell(string Text, bool IsNumber = false)
{
    // What a spreadsheet calculates when a text begins with it (CWE-1236), the full-width forms too: Excel takes them for the others.
    const string Triggers = "=+-@\t\r\n＝＋－＠";

    /// <summary>A spreadsheet would take it for a formula. Blanks and invisible marks before the sign do not hide it.</summary>
    public bool WouldBeCalculated => !IsNumber && First() is { } first && Triggers.Contains(first, StringComparison.Ordinal);

    char? First()
    {
        foreach (var letter in Text ?? "")
            if (letter is '\t' or '\r' or '\n' || !(char.IsWhiteSpace(letter) || char.GetUnicodeCategory(letter) is UnicodeCategory.Format or UnicodeCategory.Control)) return letter;
        return null;
    }

    public override string ToString() => Text ?? "";

    public static implicit operator Cell(string? text) => new(text ?? "");

    public static implicit operator Cell(int number) => new(number.ToString(CultureInfo.InvariantCulture), IsNumber: true);

    public static implicit operator Cell(decimal number) => new(number.ToString(CultureInfo.InvariantCulture), IsNumber: true);

    public static implicit operator Cell(DateOnly day) => new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public static implicit operator Cell(DateOnly? day) => day is { } known ? known : "";

    public static implicit operator Cell(DateTimeOffset time) => new(time.InBeijing());

    public static implicit operator Cell(DateTimeOffset? time) => time is { } known ? known : "";
}
