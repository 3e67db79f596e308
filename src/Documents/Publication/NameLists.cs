using Gongkai.Documents.Reading;

namespace Gongkai.Documents.Publication;

/// <summary>Counts the full names in the lists of a draft: under a heading 姓名 each cell of two to four Chinese characters. A hint, for the law asks for some lists.</summary>
sealed class NameLists
{
    const int Least = 3;

    readonly Dictionary<string, (int Column, int Names)> tables = [];

    public void Take(string table, string text)
    {
        if (!text.Contains('\t', StringComparison.Ordinal)) return;
        var cells = text.Split('\t');
        if (tables.TryGetValue(table, out var known))
        {
            if (known.Column < cells.Length && IsName(cells[known.Column].Trim())) tables[table] = known with { Names = known.Names + 1 };
        }
        else if (Array.FindIndex(cells, cell => Folding.Han(cell) is "姓名" or "申请人" or "申请人姓名" or "户主" or "户主姓名" or "保障对象" or "承租人") is >= 0 and var column) tables[table] = (column, 0);
    }

    /// <summary>The tables with names in them.</summary>
    public IEnumerable<(string Table, int Names)> Found => tables.Where(table => table.Value.Names >= Least).Select(table => (table.Key, table.Value.Names));

    static bool IsName(string cell) => cell.Length is >= 2 and <= 4 && cell.All(Folding.IsHan) && cell is not ("姓名" or "合计" or "小计" or "备注");
}
