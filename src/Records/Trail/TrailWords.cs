using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Gongkai.Records.Trail;

/// <summary>What a trailed table and its columns are called in Chinese, for whoever reads the trail: read from <c>words.txt</c>.</summary>
public static class TrailWords
{
    const string Everywhere = "*";

    /// <summary>A table: its name, and the column whose value names one of its rows.</summary>
    sealed record Table(string Name, string? Title, Dictionary<string, (string Name, string? LeadsTo, int Place)> Columns);

    static readonly Dictionary<string, Table> Tables = Read();

    /// <summary>任务 for <c>tasks</c>; the table's own name where an older program had one that we no longer have.</summary>
    public static string Of(string table) => Tables.TryGetValue(table, out var known) ? known.Name : table;

    /// <summary>完成期限 for <c>DueOn</c> of <c>tasks</c>; <c>null</c> where nobody named it.</summary>
    public static string? Of(string table, string column) => Find(table, column)?.Name;

    /// <summary>Where a column stands in the list of its table: its own first, and then what all have.</summary>
    public static int PlaceOf(string table, string column) => Tables.TryGetValue(table, out var known) && known.Columns.TryGetValue(column, out var own) ? own.Place
        : Tables[Everywhere].Columns.TryGetValue(column, out var common) ? 1000 + common.Place
        : int.MaxValue;

    /// <summary>The table to which a column leads, by the model or by the list; <c>null</c> where it leads to none.</summary>
    public static string? LeadsTo(IReadOnlyEntityType table, string column) => Find(table.GetTableName()!, column)?.LeadsTo
        ?? table.GetForeignKeys().FirstOrDefault(key => key.Properties is [var one] && one.Name == column)?.PrincipalEntityType.GetTableName();

    /// <summary>The column whose value names a row; <c>null</c> where a row has no name of its own.</summary>
    public static string? TitleOf(string table) => Tables.GetValueOrDefault(table)?.Title;

    static (string Name, string? LeadsTo, int Place)? Find(string table, string column) =>
        Tables.TryGetValue(table, out var known) && known.Columns.TryGetValue(column, out var own) ? own
        : Tables[Everywhere].Columns.TryGetValue(column, out var common) ? common
        : null;

    static Dictionary<string, Table> Read()
    {
        using var reader = new StreamReader(typeof(TrailWords).Assembly.GetManifestResourceStream("Trail/words.txt")!);
        var tables = new Dictionary<string, Table>();
        Table? table = null;
        while (reader.ReadLine() is { } line)
        {
            if (line is "" or ['#', ..]) continue;
            var words = line.Trim('[', ']').Split(' ');
            if (line[0] == '[') tables.Add(words[0], table = new(words[1], words.ElementAtOrDefault(2), []));
            else table!.Columns.Add(words[0], (words[1], words.ElementAtOrDefault(2)?.TrimStart('→'), table.Columns.Count));
        }
        return tables;
    }
}
