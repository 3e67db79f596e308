namespace Gongkai.Rules.AnnualReports;

/// <summary>One cell as it comes back from someone's form: what they saw, what they typed, and what stands there by now.</summary>
public sealed record TypedCell(FormCell Cell, string Seen, string Typed, string Now);

/// <summary>What a table that came back changes, and where two people changed the same cell differently.</summary>
/// <param name="Changes">What to write.</param>
/// <param name="Conflicts">Cells that someone else changed in the meantime, and to something else: their text in <see cref="TypedCell.Now"/>, ours in <see cref="TypedCell.Typed"/>.</param>
/// <param name="Problems">What could not be understood.</param>
public sealed record TableEntry(IReadOnlyList<(FormCell Cell, CellValue Value)> Changes, IReadOnlyList<TypedCell> Conflicts, IReadOnlyList<(FormCell Cell, string Problem)> Problems)
{
    /// <summary>Compares three states of each cell: only what this person changed is written, and what only another one changed stays.</summary>
    public static TableEntry Of(IEnumerable<TypedCell> cells)
    {
        List<(FormCell, CellValue)> changes = [];
        List<TypedCell> conflicts = [];
        List<(FormCell, string)> problems = [];
        foreach (var cell in cells.Where(cell => !Same(cell.Cell, cell.Typed, cell.Seen)))
        {
            var (value, problem) = CellEntry.Read(cell.Cell, cell.Typed);
            if (problem is not null) problems.Add((cell.Cell, problem));
            else if (Same(cell.Cell, cell.Typed, cell.Now)) continue;
            else if (!Same(cell.Cell, cell.Now, cell.Seen)) conflicts.Add(cell);
            else changes.Add((cell.Cell, value));
        }
        return new(changes, conflicts, problems);
    }

    // 1,200 and １２００ are what stood there already.
    static bool Same(FormCell cell, string one, string other) =>
        one.Trim() == other.Trim() || CellEntry.Read(cell, one) is { Problem: null, Value: var first } && CellEntry.Read(cell, other) is { Problem: null, Value: var second } && first == second;
}
