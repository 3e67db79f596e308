using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Gongkai.Documents.Redaction;

/// <summary>A table from the codes of a font to characters (ToUnicode), read wherever it stands in a file: any text may have been written with any of them.</summary>
sealed partial class CodeTable
{
    const int MostCodes = 70_000;

    readonly Dictionary<int, string> characters = [];
    readonly int length = 1;

    CodeTable(string text)
    {
        foreach (Match block in Block().Matches(text))
        {
            var parts = Hex().Matches(block.Groups[2].Value).Select(match => string.Concat(match.Value.Where(sign => !char.IsWhiteSpace(sign) && sign is not ('<' or '>')))).ToList();
            // Codes of one byte are written with two digits.
            if (parts.Count > 0 && parts[0].Length > 2) length = 2;
            if (block.Groups[1].Value == "char")
                for (var i = 0; i + 1 < parts.Count; i += 2) Add(Number(parts[i]), parts[i + 1]);
            else
                for (var i = 0; i + 2 < parts.Count; i++)
                {
                    var (from, to) = (Number(parts[i]), Number(parts[i + 1]));
                    i += 2;
                    if (parts[i] == "[")
                        for (i++; i < parts.Count && parts[i] != "]"; i++) Add(from++, parts[i]);
                    else
                        for (var code = from; code <= Math.Min(to, from + 0xFFFF); code++) Add(code, parts[i], code - from);
                }
        }
    }

    /// <summary>The table that a stream is; <c>null</c> where it is none.</summary>
    public static CodeTable? Of(ReadOnlySpan<byte> stream)
    {
        if (stream.IndexOf("beginbf"u8) < 0) return null;
        var table = new CodeTable(Encoding.Latin1.GetString(stream));
        return table.characters.Count > 0 ? table : null;
    }

    /// <summary>What codes say by it.</summary>
    public string Read(ReadOnlySpan<byte> codes)
    {
        var text = new StringBuilder();
        for (var at = 0; at + length <= codes.Length; at += length)
            if (characters.TryGetValue(length == 1 ? codes[at] : codes[at] << 8 | codes[at + 1], out var said)) text.Append(said);
        return text.ToString();
    }

    void Add(int code, string said, int further = 0)
    {
        if (characters.Count >= MostCodes || said.Length < 4) return;
        var units = Enumerable.Range(0, said.Length / 4).Select(i => (char)Number(said.Substring(4 * i, 4))).ToArray();
        units[^1] = (char)(units[^1] + further);
        characters[code] = new(units);
    }

    static int Number(string hex) => int.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number) ? number : 0;

    [GeneratedRegex(@"beginbf(char|range)(.*?)endbf\1", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"<[0-9A-Fa-f\s]+>|\[|\]")]
    private static partial Regex Hex();
}
