namespace Gongkai.Documents.Reading.Papers;

/// <summary>Places cells that span rows and columns, row after row; a place that a cell above covers holds no box.</summary>
sealed class Grid(int mostColumns)
{
    readonly int[] covered = new int[mostColumns];
    List<Box> boxes = [];
    int column;

    public void NextRow()
    {
        boxes = [];
        column = 0;
        for (var c = 0; c < covered.Length; c++)
            if (covered[c] > 0) covered[c]--;
    }

    /// <summary>Puts a cell at the next free column.</summary>
    public void Place(string text, int columns, int rows)
    {
        while (column < mostColumns && covered[column] > 0) column++;
        if (column >= mostColumns) return;
        boxes.Add(new(text, column + (Math.Min(columns, mostColumns - column) - 1) / 2.0));
        for (var end = Math.Min(mostColumns, column + columns); column < end; column++)
            covered[column] = Math.Max(covered[column], rows);
    }

    /// <summary>Passes over places that are part of a cell above.</summary>
    public void Skip(int columns) => column += columns;

    /// <summary>Ends the row. A row of one cell, or with an essay in a cell, is a column of paragraphs and no row.</summary>
    public void Close(List<Line> lines, object owner)
    {
        if (boxes.Count >= 2 && !boxes.Exists(box => box.Text.Length > 400))
        {
            lines.Add(new(LineKind.Row, boxes, Owner: owner));
            return;
        }
        foreach (var box in boxes)
            foreach (var text in box.Text.Split('\n'))
                lines.Add(text.Length > 0 ? TextPaper.LineOf(text, 0, owner) : Air.Empty);
    }
}
