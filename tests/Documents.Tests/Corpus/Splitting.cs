using System.Globalization;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.Documents.Tests.Corpus;

/// <summary>Splits digits that were run together, by trying everything: the yardstick for the reader's own way.</summary>
public static class Splitting
{
    /// <summary>The cells that more than one split would leave with different numbers, and those that some cell beside them leaves so.</summary>
    public static (HashSet<FormCell> Undecided, HashSet<FormCell> Optional) Judge(ReportSource source)
    {
        HashSet<FormCell> undecided = [], optional = [];
        foreach (var block in source.Form.Table2.Blocks)
            foreach (var row in block.Rows)
                Weigh([.. block.Columns.Select(column => source.Form[$"t2.{row.Key}.{column.Key}"])], source, [.. Splits(Joined(source, "t2", row, block.Columns), [.. block.Columns.Select(column => column.Unit)])]);
        Requests(source, Weigh);
        Remedies(source, Weigh);
        return (undecided, optional);

        void Weigh(FormCell[] cells, ReportSource truth, List<decimal[]> splits)
        {
            if (splits.Count == 1 && cells[0].Table.Number != 2) return;
            // Table 2 has no sums: a reader may rely on the digits alone where only one split is possible, or may not.
            optional.UnionWith(cells);
            for (var i = 0; i < cells.Length; i++)
                if (splits.Any(split => split[i] != splits[0][i])) undecided.Add(cells[i]);
        }
    }

    static string Joined(ReportSource source, string table, FormRow row, IReadOnlyList<FormColumn> columns) =>
        string.Concat(columns.Select(column => source[$"{table}.{row.Key}.{column.Key}"].Text));

    /// <summary>Every way to cut a text into numbers of these units.</summary>
    static IEnumerable<decimal[]> Splits(string digits, IReadOnlyList<Unit> units, int at = 0)
    {
        if (at == units.Count)
        {
            if (digits.Length == 0) yield return [];
            yield break;
        }
        for (var length = 1; length <= digits.Length - (units.Count - at - 1); length++)
            if (Number(digits[..length], units[at]) is { } number)
                foreach (var rest in Splits(digits[length..], units, at + 1))
                    yield return [number, .. rest];
    }

    static decimal? Number(string text, Unit unit)
    {
        var digits = unit == Unit.Change ? text.TrimStart('+', '-') : text;
        if (text.Length - digits.Length > 1 || digits.Length == 0) return null;
        if (unit is Unit.Count or Unit.Change ? !digits.All(char.IsAsciiDigit) : !char.IsAsciiDigit(digits[0]) || !char.IsAsciiDigit(digits[^1])) return null;
        if (digits.Length > 1 && digits[0] == '0' && digits[1] != '.') return null;
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    static void Requests(ReportSource source, Action<FormCell[], ReportSource, List<decimal[]>> weigh)
    {
        var block = source.Form.Table3.Blocks[0];
        Unit[] units = [.. block.Columns.Select(column => column.Unit)];
        var candidates = block.Rows.ToDictionary(row => row.Key, row =>
            Splits(Joined(source, "t3", row, block.Columns), units).Where(split => split[..^1].Sum() == split[^1]).Select(split => new Vector(split)).ToList());
        List<string> outcomes = [.. source.Form.Outcomes.Select(row => row.Key)];

        // A total is possible where the balance holds; from there on, what the outcomes may be.
        var possible = block.Rows.ToDictionary(row => row.Key, _ => new HashSet<Vector>());
        foreach (var total in candidates[ReportForm.Total])
        {
            HashSet<Vector>[] before = [[new Vector()], .. outcomes.Select(_ => new HashSet<Vector>())];
            for (var i = 0; i < outcomes.Count; i++)
                foreach (var sum in before[i])
                    foreach (var candidate in candidates[outcomes[i]])
                        if (sum.Plus(candidate) is var next && next.Within(total)) before[i + 1].Add(next);
            if (!before[^1].Contains(total)) continue;
            var balanced = (from received in candidates[ReportForm.Received]
                            from carriedIn in candidates[ReportForm.CarriedIn]
                            from over in candidates[ReportForm.CarriedOver]
                            where received.Plus(carriedIn) == total.Plus(over)
                            select (received, carriedIn, over)).ToList();
            if (balanced.Count == 0) continue;
            foreach (var (received, carriedIn, over) in balanced)
            {
                possible[ReportForm.Received].Add(received);
                possible[ReportForm.CarriedIn].Add(carriedIn);
                possible[ReportForm.CarriedOver].Add(over);
            }
            possible[ReportForm.Total].Add(total);
            HashSet<Vector> after = [total];
            for (var i = outcomes.Count - 1; i >= 0; i--)
            {
                var earlier = new HashSet<Vector>();
                foreach (var sum in before[i])
                    foreach (var candidate in candidates[outcomes[i]])
                        if (after.Contains(sum.Plus(candidate)))
                        {
                            possible[outcomes[i]].Add(candidate);
                            earlier.Add(sum);
                        }
                after = earlier;
            }
        }
        foreach (var row in block.Rows)
            weigh([.. block.Columns.Select(column => source.Form[$"t3.{row.Key}.{column.Key}"])], source, [.. possible[row.Key].Select(vector => vector.Numbers)]);
    }

    static void Remedies(ReportSource source, Action<FormCell[], ReportSource, List<decimal[]>> weigh)
    {
        var block = FormTables.Table4.Blocks[0];
        FormCell[] cells = [.. source.Form.Cells.Where(cell => cell.Table.Number == 4)];
        weigh(cells, source, [.. Blocks(string.Concat(block.Rows.Select(row => Joined(source, "t4", row, block.Columns))), block.Rows.Count)]);

        static IEnumerable<decimal[]> Blocks(string digits, int blocks)
        {
            if (blocks == 0)
            {
                if (digits.Length == 0) yield return [];
                yield break;
            }
            Unit[] five = [.. Enumerable.Repeat(Unit.Count, 5)];
            for (var length = 5; length <= digits.Length - 5 * (blocks - 1); length++)
                foreach (var split in Splits(digits[..length], five))
                    if (split[..^1].Sum() == split[^1])
                        foreach (var rest in Blocks(digits[length..], blocks - 1))
                            yield return [.. split, .. rest];
        }
    }

    /// <summary>One line of table 3: six numbers, and their sum as the seventh.</summary>
    readonly record struct Vector(int A, int B, int C, int D, int E, int F)
    {
        public Vector(decimal[] split) : this((int)split[0], (int)split[1], (int)split[2], (int)split[3], (int)split[4], (int)split[5]) { }

        public Vector Plus(Vector other) => new(A + other.A, B + other.B, C + other.C, D + other.D, E + other.E, F + other.F);
        public bool Within(Vector other) => A <= other.A && B <= other.B && C <= other.C && D <= other.D && E <= other.E && F <= other.F;
        public decimal[] Numbers => [A, B, C, D, E, F, A + B + C + D + E + F];
    }
}
