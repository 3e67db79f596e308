using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using Gongkai.Documents.Reading;

namespace Gongkai.Documents.Redaction;

/// <summary>The strings that must not be found, and the many ways in which bytes may say them.</summary>
/// <remarks>Compared without spaces and invisible marks, wide forms narrow, capitals small. Strings of fewer than two Chinese characters or four letters
/// and digits stand in every file by chance: they are looked for at their place alone.</remarks>
sealed partial class LeakWords
{
    /// <summary>Bytes that are no text (pixels, fonts, packed data) spell anything short somewhere.</summary>
    const int LeastInNoise = 8;

    static readonly Encoding Gb18030 = Register();

    readonly string[] words;
    readonly SearchValues<string> any;
    readonly (string Pattern, int Word)[] patterns;
    readonly SearchValues<string> anyPattern;
    readonly (string Pattern, int Word)[] hex;
    readonly SearchValues<string> anyHex;

    public LeakWords(IEnumerable<string> strings)
    {
        words = [.. strings.Select(Folded).Where(IsSought).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        any = SearchValues.Create(words, StringComparison.Ordinal);
        patterns = [.. words.Index().SelectMany(word => Spellings(word.Item).Select(spelling => (spelling, word.Index)))];
        hex = [.. patterns.Select(pattern => (Convert.ToHexStringLower(Encoding.Latin1.GetBytes(pattern.Pattern)), pattern.Word))];
        anyHex = SearchValues.Create([.. hex.Select(pattern => pattern.Pattern).Distinct(StringComparer.Ordinal)], StringComparison.Ordinal);
        patterns = [.. patterns.Where(pattern => pattern.Pattern.Length >= LeastInNoise)];
        anyPattern = SearchValues.Create([.. patterns.Select(pattern => pattern.Pattern).Distinct(StringComparer.Ordinal)], StringComparison.Ordinal);
    }

    public int Count => words.Length;

    /// <summary>A word by its number, as it is compared.</summary>
    public string this[int word] => words[word];

    /// <summary>Whether the whole of a file is searched for it.</summary>
    public static bool IsSought(string folded) => folded.Count(Folding.IsHan) >= 2 || folded.Count(char.IsAsciiLetterOrDigit) >= 4 || folded.Count(char.IsLetterOrDigit) >= 4;

    /// <summary>As strings are compared.</summary>
    public static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var sign in text)
            if (!char.IsWhiteSpace(sign) && !char.IsControl(sign) && sign is not ('\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD'))
                folded.Append(char.ToLowerInvariant(Folding.Narrow(sign)));
        return folded.ToString();
    }

    /// <summary>The numbers of the words that a text says.</summary>
    public IEnumerable<int> In(string text) => Found(Folded(text));

    /// <summary>The numbers of the words that bytes say, whichever way they are read as text; none of them twice.</summary>
    public IEnumerable<int> In(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 2 || words.Length == 0) return [];
        HashSet<int> found = [];
        var plain = Folded(Encoding.Latin1.GetString(bytes));
        found.UnionWith(Found(plain));
        found.UnionWith(InHex(plain));
        // Also where all bytes are plain: 张三丰 in UTF-16 is "_ N<tab>N0".
        for (var start = 0; start < 2; start++)
        {
            found.UnionWith(In(Encoding.BigEndianUnicode.GetString(bytes[start..])));
            found.UnionWith(In(Encoding.Unicode.GetString(bytes[start..])));
        }
        var isMarkup = plain.Contains("&#", StringComparison.Ordinal) || plain.Contains("</", StringComparison.Ordinal);
        if (isMarkup || bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF) >= 0)
        {
            var text = Encoding.UTF8.GetString(bytes);
            found.UnionWith(In(text));
            // A word of a document is often cut into pieces by its markup.
            if (isMarkup) found.UnionWith(In(System.Net.WebUtility.HtmlDecode(Markup().Replace(text, ""))));
            for (var start = 0; start < 2; start++) found.UnionWith(In(Gb18030.GetString(bytes[start..])));
        }
        return found;
    }

    /// <summary>As <see cref="In(ReadOnlySpan{byte})"/> of bytes that are no text: only spellings that no chance makes.</summary>
    public IEnumerable<int> InNoise(ReadOnlySpan<byte> bytes)
    {
        if (words.Length == 0) return [];
        var text = Encoding.Latin1.GetString(bytes);
        if (!text.AsSpan().ContainsAny(anyPattern)) return [];
        return patterns.Where(pattern => text.Contains(pattern.Pattern, StringComparison.Ordinal)).Select(pattern => pattern.Word).Distinct();
    }

    IEnumerable<int> Found(string folded) =>
        words.Length == 0 || !folded.AsSpan().ContainsAny(any) ? [] : words.Index().Where(word => folded.Contains(word.Item, StringComparison.Ordinal)).Select(word => word.Index);

    // <5F204E09> in the plain text of a script, a note, a property.
    IEnumerable<int> InHex(string folded) =>
        words.Length == 0 || !folded.AsSpan().ContainsAny(anyHex) ? [] : hex.Where(pattern => folded.Contains(pattern.Pattern, StringComparison.Ordinal)).Select(pattern => pattern.Word).Distinct();

    // Byte by byte, each byte as one sign.
    static IEnumerable<string> Spellings(string word) =>
        new[] { Encoding.UTF8, Encoding.BigEndianUnicode, Encoding.Unicode, Gb18030 }
            .SelectMany(encoding => new[] { word, word.ToUpperInvariant(), Wide(word) }.Select(form => Encoding.Latin1.GetString(encoding.GetBytes(form)))).Distinct(StringComparer.Ordinal);

    static string Wide(string word) => string.Concat(word.Select(sign => sign is > ' ' and <= '~' ? (char)(sign + 0xFEE0) : sign));

    [GeneratedRegex("<[^<>]*>")]
    private static partial Regex Markup();

    static Encoding Register()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding("GB18030");
    }
}
