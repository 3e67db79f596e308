using System.Globalization;
using System.Text;

namespace Gongkai.Documents.Redaction;

/// <summary>The strings of a PDF's body or stream, with their escapes written out and in the order in which they stand.</summary>
/// <param name="Runs">Strings that were drawn one after another in one font, joined; and all of each font.</param>
/// <param name="All">Every string and name, joined as if nothing stood between them.</param>
/// <param name="Each">The same, kept apart.</param>
sealed record PdfStrings(IReadOnlyList<byte[]> Runs, byte[] All, byte[] Each)
{
    // In either way of reading two bytes as one sign, a sign stands between two strings that are kept apart.
    static readonly byte[] Apart = [0x7C, 0x7C, 0x7C, 0x7C];

    public static PdfStrings In(ReadOnlySpan<byte> bytes)
    {
        using MemoryStream all = new(), each = new();
        List<(string Font, MemoryStream Text)> runs = [];
        var (font, name) = ("", "");
        for (var at = 0; at < bytes.Length;)
        {
            var sign = bytes[at];
            byte[]? text = null;
            if (sign == '(') text = Literal(bytes, ref at);
            else if (sign == '<' && at + 1 < bytes.Length && bytes[at + 1] == '<') at += 2;
            else if (sign == '<') text = Hex(bytes, ref at);
            else if (sign == '/')
            {
                var written = Name(bytes, ref at);
                name = Encoding.Latin1.GetString(written);
                each.Write(written);
                each.Write(Apart);
            }
            else if (sign == '%') while (at < bytes.Length && bytes[at] is not (10 or 13)) at++;
            else if (sign == 'T' && at + 1 < bytes.Length && bytes[at + 1] == 'f')
            {
                font = name;
                at += 2;
            }
            else at++;
            if (text is null) continue;
            all.Write(text);
            each.Write(text);
            each.Write(Apart);
            if (runs.Count == 0 || runs[^1].Font != font) runs.Add((font, new()));
            runs[^1].Text.Write(text);
        }
        var joined = runs.Select(run => run.Text.ToArray()).ToList();
        if (runs.Count > 1) joined.AddRange(runs.GroupBy(run => run.Font).Where(group => group.Count() > 1).Select(group => group.SelectMany(run => run.Text.ToArray()).ToArray()));
        return new(joined, all.ToArray(), each.ToArray());
    }

    static byte[] Literal(ReadOnlySpan<byte> bytes, ref int at)
    {
        using MemoryStream text = new();
        var depth = 1;
        for (at++; at < bytes.Length; at++)
        {
            var sign = bytes[at];
            if (sign == '(') depth++;
            else if (sign == ')' && --depth == 0) break;
            if (sign != '\\' || at + 1 >= bytes.Length)
            {
                text.WriteByte(sign);
                continue;
            }
            var next = bytes[++at];
            if (next is >= (byte)'0' and <= (byte)'7')
            {
                var code = next - '0';
                for (var i = 0; i < 2 && at + 1 < bytes.Length && bytes[at + 1] is >= (byte)'0' and <= (byte)'7'; i++) code = code * 8 + bytes[++at] - '0';
                text.WriteByte((byte)code);
            }
            else if (next == 13 && at + 1 < bytes.Length && bytes[at + 1] == 10) at++;
            else if (next is not (10 or 13)) text.WriteByte(next switch { (byte)'n' => 10, (byte)'r' => 13, (byte)'t' => 9, (byte)'b' => 8, (byte)'f' => 12, _ => next });
        }
        at++;
        return text.ToArray();
    }

    static byte[] Hex(ReadOnlySpan<byte> bytes, ref int at)
    {
        using MemoryStream text = new();
        var high = -1;
        for (at++; at < bytes.Length && bytes[at] != '>'; at++)
        {
            if (!char.IsAsciiHexDigit((char)bytes[at])) continue;
            var digit = int.Parse(((char)bytes[at]).ToString(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            if (high < 0) high = digit;
            else
            {
                text.WriteByte((byte)(high << 4 | digit));
                high = -1;
            }
        }
        if (high >= 0) text.WriteByte((byte)(high << 4));
        at++;
        return text.ToArray();
    }

    static byte[] Name(ReadOnlySpan<byte> bytes, ref int at)
    {
        using MemoryStream name = new();
        for (at++; at < bytes.Length && bytes[at] is > 32 and not ((byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'/' or (byte)'%'); at++)
            if (bytes[at] == '#' && at + 2 < bytes.Length && byte.TryParse(bytes.Slice(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                name.WriteByte(code);
                at += 2;
            }
            else name.WriteByte(bytes[at]);
        return name.ToArray();
    }
}
