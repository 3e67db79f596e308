using System.Globalization;
using System.Text;

namespace Gongkai.Documents.Redaction;

/// <summary>The words that may still be searched and copied: signs that draw nothing (text rendering mode 3), each where it stands on the picture.</summary>
/// <remarks>Their codes are counted in the order of Unicode, so that the table from codes to characters tells nothing of any word.</remarks>
sealed class TextLayer
{
    readonly Dictionary<string, int> codes;

    public TextLayer(IEnumerable<string> signs)
    {
        string[] ordered = [.. signs.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        codes = ordered.Take(0xFFFE).Index().ToDictionary(sign => sign.Item, sign => sign.Index + 1, StringComparer.Ordinal);
    }

    public int Count => codes.Count;

    /// <summary>The content of one page, behind its picture.</summary>
    public string Content(IEnumerable<Glyph> glyphs)
    {
        var text = new StringBuilder("BT 3 Tr /T 1 Tf\n");
        foreach (var glyph in glyphs)
        {
            if (!codes.TryGetValue(glyph.Text, out var code)) continue;
            var (dx, dy) = (glyph.End.X - glyph.Start.X, glyph.End.Y - glyph.Start.Y);
            var length = Math.Sqrt(dx * dx + dy * dy);
            if (length < 0.01) continue;
            // The font's one width is an em, so the matrix alone says how long and how high the sign is.
            var high = glyph.Size / length;
            text.Append(CultureInfo.InvariantCulture, $"{dx:0.###} {dy:0.###} {-dy * high:0.###} {dx * high:0.###} {glyph.Start.X:0.###} {glyph.Start.Y:0.###} Tm <{code:X4}> Tj\n");
        }
        return text.Append("ET\n").ToString();
    }

    /// <summary>The table from codes to characters (ISO 32000, 9.10.3).</summary>
    public string ToUnicode()
    {
        List<string> ranges = [], single = [];
        (int From, int To, int Start)? open = null;
        foreach (var (sign, code) in codes.OrderBy(pair => pair.Value))
        {
            if (sign.Length > 1)
            {
                Close();
                single.Add($"<{code:X4}> <{Hex(sign)}>");
            }
            // A range may not run over the end of its last byte, on either side.
            else if (open is { } range && range.To + 1 == code && code % 256 != 0 && range.Start + code - range.From == sign[0] && sign[0] % 256 != 0) open = range with { To = code };
            else
            {
                Close();
                open = (code, code, sign[0]);
            }
        }
        Close();
        var text = new StringBuilder("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def /CMapName /Adobe-Identity-UCS def /CMapType 2 def\n1 begincodespacerange <0000> <FFFF> endcodespacerange\n");
        foreach (var part in ranges.Chunk(100)) text.Append(CultureInfo.InvariantCulture, $"{part.Length} beginbfrange\n{string.Join('\n', part)}\nendbfrange\n");
        foreach (var part in single.Chunk(100)) text.Append(CultureInfo.InvariantCulture, $"{part.Length} beginbfchar\n{string.Join('\n', part)}\nendbfchar\n");
        return text.Append("endcmap CMapName currentdict /CMap defineresource pop end end\n").ToString();

        void Close()
        {
            if (open is { } range) ranges.Add($"<{range.From:X4}> <{range.To:X4}> <{range.Start:X4}>");
            open = null;
        }
    }

    static string Hex(string sign) => Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(sign));
}
