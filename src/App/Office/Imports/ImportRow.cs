using Gongkai.Rules;

namespace Gongkai.App.Office.Imports;

/// <summary>A row of a list that is imported.</summary>
/// <param name="Number">As the spreadsheet counts it.</param>
/// <param name="Cells">By the heading of the column.</param>
public sealed record ImportRow(long Number, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>A cell without blanks around it; empty where the list has no such column.</summary>
    public string this[string heading] => Cells.GetValueOrDefault(heading, "").Trim();

    /// <summary>A cell, or <c>null</c> where it is empty: what is not said changes nothing.</summary>
    public string? Said(string heading) => this[heading] is { Length: > 0 } said ? said : null;

    /// <summary>A whole number from 1, however it is typed.</summary>
    public int? WholeNumber(string heading, int most, ICollection<RowProblem> problems)
    {
        if (Said(heading) is not { } said) return null;
        if (int.TryParse(Typed.Digits(said), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most) return number;
        problems.Add(new(heading, $"“{said}”不是 1 到 {most} 的数字，请改正。"));
        return null;
    }

    /// <summary>A day, however it is typed.</summary>
    public DateOnly? Day(string heading, ICollection<RowProblem> problems)
    {
        if (Said(heading) is not { } said) return null;
        if (Typed.DayOfCell(said) is { } day) return day;
        problems.Add(new(heading, $"“{said}”不是日期，请写成 2026-09-21。"));
        return null;
    }

    /// <summary>One of some words.</summary>
    public T? OneOf<T>(string heading, IReadOnlyDictionary<string, T> words, ICollection<RowProblem> problems) where T : struct
    {
        if (Said(heading) is not { } said) return null;
        if (words.TryGetValue(Typed.Narrow(said), out var known) || words.TryGetValue(said, out known)) return known;
        problems.Add(new(heading, $"“{said}”不在可选范围内，请填写：{string.Join("、", words.Keys)}。"));
        return null;
    }
}

/// <summary>Why a row cannot be taken.</summary>
/// <param name="Column">The heading of the cell; empty where it concerns the whole row.</param>
/// <param name="Sentence">What is wrong, and what to do.</param>
public sealed record RowProblem(string Column, string Sentence);
