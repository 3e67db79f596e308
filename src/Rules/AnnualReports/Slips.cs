using System.Globalization;

namespace Gongkai.Rules.AnnualReports;

/// <summary>What probably happened, said only where the numbers really show it: the slips that people make when they fill in a form.</summary>
static class Slips
{
    /// <summary>What the numbers show of a sum that fails, as sentences that follow the finding's own; empty where they show nothing.</summary>
    public static string Of(FormSum sum, Suspect? suspect, SumArithmetic sums)
    {
        if (sums.Exchanged is { } pair)
            return $"{pair.First.Place}与{pair.Second.Place}很可能互相填反了：对调后各项勾稽关系都成立。";
        if (ShiftedRow(sum, sums) is { } row)
            return $"“{row}”一行很可能错了一列：整行移回一列后各项勾稽关系都成立。";
        if (suspect is null) return LeftOut(sum, sums);

        var mended = suspect.Mended > 1 ? $"，{suspect.Mended}处不平同时消除" : "";
        return $"很可能是{suspect.Cell.Place}填错：填的是{suspect.Actual:0.####}，应为{suspect.Expected:0.####}{mended}。"
            + Between(suspect.Expected, suspect.Actual, sums.Previous is { } previous && previous.Form.Find(suspect.Cell.Key) is { } before ? previous.NumberIn(before) : null);
    }

    /// <summary>How <paramref name="actual"/> may have come from <paramref name="expected"/>.</summary>
    public static string Between(decimal expected, decimal actual, decimal? yearBefore = null)
    {
        if (yearBefore == actual && actual > 1) return $"{actual:0.####}正是上一年报告同一格的数，可能沿用了上年数字。";
        var (right, printed) = (Digits(expected), Digits(actual));
        if (right.Length == printed.Length && right.Length > 1 && Transposed(right, printed)) return "可能是相邻两个数字写颠倒了。";
        if (Math.Abs(expected - actual) == 1) return "相差1，可能多计或漏计了一件。";
        if (right.Length > 1 && WithoutOne(right, printed)) return "可能是漏写了一位数字。";
        if (printed.Length > 1 && WithoutOne(printed, right)) return "可能是多写了一位数字。";
        if (right.Length == printed.Length && right.Length > 1 && right.Zip(printed).Count(d => d.First != d.Second) == 1) return "可能是写错了一位数字。";
        return "";
    }

    // 总计 is short by exactly one of its parts: that part was not added.
    static string LeftOut(FormSum sum, SumArithmetic sums)
    {
        var gap = -sums.Gap(sum);
        if (sum.Left.Count != 1 || gap <= 0) return "";
        if (sums.Left(sum) == 0) return "可能是合计漏填。";
        return sum.Right.Where(cell => sums.Value(cell) == gap).ToList() is [var only] ? $"所差的数恰等于{only.Place}，可能是合计时漏加了这一格。" : "";
    }

    static string? ShiftedRow(FormSum sum, SumArithmetic sums)
    {
        if (sum.Left[0].Table.Number != 3 || sums.Broken.Count is < 2 or > 16) return null;
        foreach (var row in SumArithmetic.Cells(sum).Select(cell => cell.Row).Distinct())
        {
            var cells = sums.RowOf(row);
            var values = cells.Select(sums.Known).OfType<decimal>().ToList();
            if (values.Count < cells.Count || values.TrueForAll(value => value == 0)) continue;
            if (values[0] == 0 && sums.MendsAll([.. cells.Zip([.. values.Skip(1), 0])])
                || values[^1] == 0 && sums.MendsAll([.. cells.Zip([0, .. values.SkipLast(1)])]))
                return row.Printed;
        }
        return null;
    }

    static string Digits(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);

    static bool Transposed(string a, string b)
    {
        var differing = Enumerable.Range(0, a.Length).Where(i => a[i] != b[i]).ToList();
        return differing is [var i, var j] && j == i + 1 && a[i] == b[j] && a[j] == b[i];
    }

    static bool WithoutOne(string longer, string shorter) =>
        longer.Length == shorter.Length + 1 && Enumerable.Range(0, longer.Length).Any(i => longer.Remove(i, 1) == shorter);
}
