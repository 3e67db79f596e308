namespace Gongkai.Documents.Reading.Papers;

/// <summary>Tells empty cells from mere air between lines.</summary>
static class Air
{
    /// <summary>A line without a box: something empty stood there, and its neighbours tell what.</summary>
    public static Line Empty { get; } = new(LineKind.Raw, []);

    /// <summary>An empty cell by the look of it: air that is wider than between numbers. At a table's edge it may be nothing.</summary>
    public static Line Gap { get; } = new(LineKind.Raw, [new("", 0)]);

    /// <summary>Empty lines between numbers are empty cells only where numbers otherwise follow each other more closely.</summary>
    public static List<Line> Taken(List<Line> lines)
    {
        bool Value(int i) => lines[i].Boxes.Count == 1 && lines[i].Boxes[0].Text.Length < 24 && PrintedNumber.Fits(Folding.Narrow(lines[i].Boxes[0].Text).Trim());
        var air = int.MaxValue;
        var last = -1;
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Boxes.Count == 0) continue;
            if (last >= 0 && i - last - 1 < air && Value(i) && Value(last)) air = i - last - 1;
            last = i;
        }

        List<Line> taken = [];
        var empty = 0;
        foreach (var line in lines)
        {
            if (line.Boxes.Count == 0) { empty++; continue; }
            if (air < int.MaxValue && empty > air && taken.Count > 0)
                for (var blank = (empty - air) / (air + 1); blank > 0; blank--) taken.Add(Gap);
            empty = 0;
            taken.Add(line);
        }
        return taken;
    }
}
