using System.IO.Compression;
using System.Text;

namespace Gongkai.Records.Search;

/// <summary>An item's text and its attachments', packed into one column.</summary>
/// <param name="Body">The text.</param>
/// <param name="Attachments">What stands in its attachments.</param>
sealed record PackedText(string Body, IReadOnlyList<AttachedText> Attachments)
{
    /// <summary>Counts up when texts are packed in another way; what was packed before can still be read.</summary>
    public const int Form = 2;

    // A short text is kept as it is: unpacking it would cost many times what reading it costs, and hundreds are read for one question.
    const int Plain = -1, LongestPlain = 950;

    // Neither stands in a text: ASCII has had them for this purpose since 1963.
    const char Record = '\u001e', Unit = '\u001f';

    public static byte[] Pack(SearchEntry entry)
    {
        var text = new StringBuilder(Clean(entry.Body));
        var left = SearchEntry.LongestText - entry.Issuer.Length - (entry.Keywords?.Length ?? 0) - entry.Body.Length;
        foreach (var file in entry.Attachments)
        {
            if (left <= 0) break;
            text.Append(Record).Append(Clean(file.Name)).Append(Unit).Append(Clean(file.Text.Length > left ? file.Text[..left] : file.Text));
            left -= file.Name.Length + file.Text.Length;
        }
        return Packed(text.ToString());
    }

    public static byte[] Pack(string text) => Packed(Clean(text));

    public static PackedText Unpack(byte[] packed)
    {
        var text = Unpacked(packed);
        if (!text.Contains(Record, StringComparison.Ordinal)) return new(text, []);
        var parts = text.Split(Record);
        return new(parts[0], [.. parts.Skip(1).Select(part => part.Split(Unit)).Select(part => new AttachedText(part[0], part[1]))]);
    }

    static string Unpacked(byte[] packed)
    {
        var length = BitConverter.ToInt32(packed);
        if (length == Plain) return Encoding.Unicode.GetString(packed.AsSpan(sizeof(int)));
        var plain = new byte[length];
        if (!BrotliDecoder.TryDecompress(packed.AsSpan(sizeof(int)), plain, out _)) throw new InvalidDataException("The packed text of a search item is damaged; build the index again.");
        return Encoding.UTF8.GetString(plain);
    }

    static byte[] Packed(string text)
    {
        if (text.Length <= LongestPlain) return [.. BitConverter.GetBytes(Plain), .. Encoding.Unicode.GetBytes(text)];
        var plain = Encoding.UTF8.GetBytes(text);
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(plain.Length) + sizeof(int)];
        BitConverter.TryWriteBytes(packed, plain.Length);
        if (!BrotliEncoder.TryCompress(plain, packed.AsSpan(sizeof(int)), out var length, quality: 4, window: 18)) throw new InvalidOperationException("The text does not fit.");
        return packed[..(length + sizeof(int))];
    }

    static string Clean(string text) => text.AsSpan().IndexOfAny(Record, Unit) < 0 ? text : text.Replace(Record, ' ').Replace(Unit, ' ');
}
