using System.Globalization;
using System.Text;

namespace Gongkai.App.Commands;

/// <summary>Writes text on without control characters: a file's own words must not steer the terminal that shows them.</summary>
/// <remarks>Line ends and tabs pass. JSON passes unchanged, since control characters are escaped in it.</remarks>
sealed class PlainWriter(TextWriter inner) : TextWriter(CultureInfo.InvariantCulture)
{
    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value)
    {
        if (!Steers(value)) inner.Write(value);
    }

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        for (var start = 0; start < buffer.Length;)
        {
            var clean = 0;
            while (start + clean < buffer.Length && !Steers(buffer[start + clean])) clean++;
            inner.Write(buffer.Slice(start, clean));
            start += clean + 1;
        }
    }

    public override void WriteLine(string? value)
    {
        Write(value.AsSpan());
        inner.Write('\n');
    }

    public override void WriteLine() => inner.Write('\n');

    public override void Flush() => inner.Flush();

    // Escape sequences begin with a control character; the marks of writing direction could turn a sentence round.
    static bool Steers(char c) => (char.IsControl(c) && c is not ('\n' or '\t')) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Flush();
        base.Dispose(disposing);
    }
}
