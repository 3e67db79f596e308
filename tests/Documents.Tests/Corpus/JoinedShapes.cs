namespace Gongkai.Documents.Tests.Corpus;

/// <summary>Whole tables, or whole rows, on one line: with spaces, or with their digits run together.</summary>
public static class JoinedShapes
{
    public static IEnumerable<Shape> All =>
    [
        new("joined: a table on one line, spaces between", false, (source, _) => Shape.Text(source,
            Shape.Lines(source, table => [string.Join(' ', Words(source, table))]))),
        new("joined: a table on one line, three spaces between", false, (source, _) => Shape.Text(source,
            Shape.Lines(source, table => [string.Join("   ", Words(source, table))]))),
        new("joined: the whole report on one line", false, (source, _) => Shape.Text(source,
            [string.Join(' ', Shape.Lines(source, table => [string.Join(' ', Words(source, table))]))])),
        new("joined: a row a line, digits run together", false, (_, random) =>
            Together(random, source => Shape.Lines(source, table => Sheet.Of(source, table).Flat(Merging.Omitted).Select(row => string.Concat(row))))),
        new("joined: a row a line, digits run together behind a space", false, (_, random) =>
            Together(random, source => Shape.Lines(source, table => Sheet.Of(source, table).Lines.Select(line =>
                string.Concat(line.Where(box => box.Cell is null).Select(box => box.Text)) + " " + string.Concat(line.Where(box => box.Cell is not null).Select(box => box.Text)))))),
        new("joined: a table on one line, digits run together", false, (_, random) =>
            Together(random, source => Shape.Lines(source, table => [string.Concat(Words(source, table))]))),
    ];

    static IEnumerable<string> Words(ReportSource source, int table) => Sheet.Of(source, table).Flat(Merging.Omitted).SelectMany(row => row).Where(cell => cell.Length > 0);

    /// <summary>Small numbers only: every way to split a city's digits cannot be tried.</summary>
    static Published Together(Random random, Func<ReportSource, List<string>> lines)
    {
        var source = SourceMaker.Make(random.Next(100_000), size: random.Next(3));
        var file = Shape.Text(source, lines(source));
        var (undecided, optional) = Splitting.Judge(source);
        return file with { Truth = file.Truth.Without(undecided) with { Optional = optional.Select(cell => cell.Index).ToHashSet() } };
    }
}
