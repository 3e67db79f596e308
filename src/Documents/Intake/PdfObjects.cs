using System.Globalization;

namespace Gongkai.Documents.Intake;

/// <summary>An object of a PDF as far as it matters here: every name in it, and its stream.</summary>
/// <param name="Names">Keys and values, at any depth.</param>
/// <param name="Filters">How the stream is packed, outermost first.</param>
/// <param name="At">Where the stream begins; -1 without one.</param>
sealed record PdfObject(IReadOnlySet<string> Names, IReadOnlyList<string> Filters, int At, int Length)
{
    /// <summary>Numbers that follow the keys /Predictor, /Columns, /Colors, /BitsPerComponent, /First, /N.</summary>
    public IReadOnlyDictionary<string, int> Numbers { get; init; } = new Dictionary<string, int>();
}

/// <summary>Every object that stands anywhere in a PDF, of whichever revision, and whether the table of objects leads there or not.</summary>
/// <remarks>Readers disagree about broken tables; whoever looks for harm must look at all that any of them could find.</remarks>
static class PdfObjects
{
    /// <summary>Unclosed texts make one object run into all others; a file made so is refused before it takes minutes.</summary>
    const int MostPasses = 12;

    /// <exception cref="FlawException">Its objects run into each other without an end.</exception>
    public static IEnumerable<PdfObject> In(byte[] bytes)
    {
        long walked = 0;
        for (var at = 0; at < bytes.Length;)
        {
            var found = bytes.AsSpan(at).IndexOf("obj"u8);
            if (found < 0) break;
            at += found + 3;
            if (at < 4 || !(PdfTokens.IsSpace(bytes[at - 4]) || bytes[at - 4] is >= (byte)'0' and <= (byte)'9')) continue;
            var read = Read(bytes, at, out var end);
            walked += end - at;
            if (walked > (long)MostPasses * bytes.Length + 65536) throw FlawException.Damaged;
            yield return read;
        }
        for (var at = 0; bytes.AsSpan(at).IndexOf("trailer"u8) is >= 0 and var found; at += found + 7) yield return Read(bytes, at + found + 7, out _);
    }

    /// <summary>One object from a place on, up to its stream or end.</summary>
    public static PdfObject Read(byte[] bytes, int from, out int end)
    {
        HashSet<string> names = [];
        List<string> filters = [];
        Dictionary<string, int> numbers = [];
        var tokens = new PdfTokens(bytes, from);
        var (depth, key, length) = (0, "", -1);
        while (true)
        {
            var token = tokens.Next();
            end = tokens.At;
            switch (token)
            {
                case PdfToken.Open: depth++; break;
                case PdfToken.Close: depth--; break;
                case PdfToken.Name:
                    names.Add(tokens.Value);
                    if (key is "Filter" or "F" && tokens.Value.EndsWith("Decode", StringComparison.Ordinal) || key is "Filter" && IsShort(tokens.Value)) filters.Add(tokens.Value);
                    else key = tokens.Value;
                    break;
                case PdfToken.Number when int.TryParse(tokens.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number):
                    if (key == "Length" && depth == 1 && length < 0) length = number;
                    numbers.TryAdd(key, number);
                    break;
                case PdfToken.Word when tokens.Value == "stream":
                    var start = tokens.At;
                    if (start < bytes.Length && bytes[start] == 13) start++;
                    if (start < bytes.Length && bytes[start] == 10) start++;
                    return new(names, filters, start, LengthOf(bytes, start, length)) { Numbers = numbers };
                case PdfToken.Word when tokens.Value is "endobj" or "xref" or "startxref":
                case PdfToken.End:
                    return new(names, filters, -1, 0) { Numbers = numbers };
            }
        }
    }

    static bool IsShort(string filter) => filter is "Fl" or "LZW" or "A85" or "AHx" or "RL" or "DCT" or "CCF" or "Crypt";

    static int LengthOf(byte[] bytes, int start, int stated)
    {
        if (stated >= 0 && start + (long)stated <= bytes.Length)
        {
            var after = bytes.AsSpan(start + stated);
            while (after.Length > 0 && PdfTokens.IsSpace(after[0])) after = after[1..];
            if (after.StartsWith("endstream"u8)) return stated;
        }
        var length = bytes.AsSpan(start).IndexOf("endstream"u8);
        return length < 0 ? bytes.Length - start : length;
    }
}
