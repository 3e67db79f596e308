using System.Text.RegularExpressions;

namespace Gongkai.Records.Search;

/// <summary>A document number (文号) however it is written: 住建发〔2026〕5号, 住建发(2026)第05号 and 住建发 2026 5号 are one.</summary>
static partial class NumberKey
{
    /// <summary>What they all come to; <c>null</c> where it is no document number.</summary>
    public static string? Of(string? typed)
    {
        if (typed is null or { Length: > 100 } || Form().Match(Folded.Of(typed).Text.Replace(Folded.Gap, '-')) is not { Success: true } form) return null;
        var suffix = form.Groups["suffix"].Value;
        return $"{IndexMarks.Number}={form.Groups["word"]}{form.Groups["year"]}={form.Groups["number"]}{(suffix is "" ? "" : "=" + suffix)}";
    }

    [GeneratedRegex(@"^(?<word>\p{L}{1,20})(?<year>(?:19|20)[0-9]{2})年? ?第?0*(?<number>[1-9][0-9]{0,5})号?-?(?<suffix>[\p{L}\p{Nd}]{0,10})$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
