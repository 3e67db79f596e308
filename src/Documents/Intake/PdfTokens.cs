using System.Globalization;
using System.Text;

namespace Gongkai.Documents.Intake;

/// <summary>What stands next in a PDF.</summary>
enum PdfToken { End, Name, Text, Number, Word, Open, Close }

/// <summary>Walks over the tokens of a PDF (ISO 32000, 7.2) from a place on.</summary>
ref struct PdfTokens(ReadOnlySpan<byte> bytes, int at)
{
    readonly ReadOnlySpan<byte> bytes = bytes;

    /// <summary>Where the next token begins, or white space before it.</summary>
    public int At { get; private set; } = at;

    /// <summary>The name without its slash and with its #xx written out; the word; the number; the signs of a text.</summary>
    public string Value { get; private set; } = "";

    public PdfToken Next()
    {
        Skip();
        if (At >= bytes.Length) return PdfToken.End;
        switch (bytes[At])
        {
            case (byte)'/':
                At++;
                return Name();
            case (byte)'(':
                return Literal();
            case (byte)'<' when At + 1 < bytes.Length && bytes[At + 1] == '<':
                return Pair(PdfToken.Open, "<<");
            case (byte)'>' when At + 1 < bytes.Length && bytes[At + 1] == '>':
                return Pair(PdfToken.Close, ">>");
            case (byte)'<':
                return Hex();
            case (byte)'[' or (byte)'{':
                At++;
                Value = "[";
                return PdfToken.Open;
            case (byte)']' or (byte)'}':
                At++;
                Value = "]";
                return PdfToken.Close;
            case (byte)')' or (byte)'>':
                At++;
                Value = "";
                return PdfToken.Word;
            default:
                var start = At;
                while (At < bytes.Length && IsRegular(bytes[At])) At++;
                Value = Encoding.Latin1.GetString(bytes[start..Math.Min(At, start + 128)]);
                return Value[0] is >= '0' and <= '9' or '+' or '-' or '.' ? PdfToken.Number : PdfToken.Word;
        }
    }

    PdfToken Pair(PdfToken kind, string value)
    {
        At += 2;
        Value = value;
        return kind;
    }

    PdfToken Name()
    {
        StringBuilder name = new();
        for (; At < bytes.Length && IsRegular(bytes[At]); At++)
            if (bytes[At] == '#' && At + 2 < bytes.Length && byte.TryParse(bytes.Slice(At + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                name.Append((char)code);
                At += 2;
            }
            else name.Append((char)bytes[At]);
        Value = name.ToString();
        return PdfToken.Name;
    }

    PdfToken Literal()
    {
        StringBuilder text = new();
        var depth = 0;
        for (; At < bytes.Length; At++)
        {
            var sign = bytes[At];
            if (sign == '\\' && At + 1 < bytes.Length) text.Append((char)bytes[++At]);
            else if (sign == '(' && depth++ == 0) continue;
            else if (sign == ')' && --depth == 0) break;
            else text.Append((char)sign);
        }
        At++;
        Value = text.ToString();
        return PdfToken.Text;
    }

    PdfToken Hex()
    {
        var end = bytes[At..].IndexOf((byte)'>');
        At = end < 0 ? bytes.Length : At + end + 1;
        Value = "";
        return PdfToken.Text;
    }

    void Skip()
    {
        for (; At < bytes.Length; At++)
            if (bytes[At] == '%') while (At + 1 < bytes.Length && bytes[At + 1] is not (10 or 13)) At++;
            else if (!IsSpace(bytes[At])) return;
    }

    public static bool IsSpace(byte sign) => sign is 0 or 9 or 10 or 12 or 13 or 32;

    static bool IsRegular(byte sign) => !IsSpace(sign) && sign is not ((byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'/' or (byte)'%');
}
