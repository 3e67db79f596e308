using System.Globalization;

namespace Gongkai.Documents.Reading.Papers;

/// <summary>Takes out page numbers that stand bare on lines of their own, where they cannot be taken for cells.</summary>
static class PageNumbers
{
    const int LeastLinesOnAPage = 12;

    /// <summary>The lines without them: bare numbers that count 1, 2, 3 … through a text, a page apart, and are all that it has of this kind.</summary>
    public static string[] Without(string[] lines)
    {
        List<int> places = [];
        for (var i = 0; i < lines.Length; i++)
        {
            var bare = lines[i].AsSpan().Trim();
            if (bare.Length is 0 or > 3 || !int.TryParse(bare, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) continue;
            // A text with cells on lines of their own has bare numbers in no such order.
            if (number != places.Count + 1 || (places.Count > 0 && i - places[^1] < LeastLinesOnAPage)) return lines;
            places.Add(i);
        }
        return places.Count < 2 ? lines : [.. lines.Where((_, i) => !places.Contains(i))];
    }
}
