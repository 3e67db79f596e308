using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Disclosure;

/// <summary>校验码 of a published version: the beginning of the hash of the very text that passed its review, so that a print can be held against what is public now.</summary>
public static class ItemCode
{
    // 64 of the hash's 256 bits: more than anyone tries, and short enough to type.
    const int Length = 16;

    // One text may have gone out more than once.
    const int Most = 20;

    /// <param name="Number">Of the version that has the code.</param>
    public sealed record Bearer(Guid ItemId, int Number);

    /// <summary>As it is shown: 7A3F-9C21-04BE-88D0.</summary>
    public static string Written(string hash) => string.Join('-', hash[..Length].ToUpperInvariant().Chunk(4).Select(four => new string(four)));

    /// <summary>Reads what people type: small letters, full-width letters, spaces and hyphens, O for 0, I and L for 1. <c>null</c> where it cannot be a code.</summary>
    public static string? Read(string? typed)
    {
        if (typed is null or { Length: > 60 }) return null;
        var plain = string.Concat(typed.Select(Plain).Where(sign => sign is not (' ' or '-')));
        return plain.Length == Length && plain.All(char.IsAsciiHexDigitLower) ? plain : null;
    }

    /// <summary>The published versions that have it.</summary>
    public static Task<List<Bearer>> WithCode(this IQueryable<ItemVersion> versions, string code)
    {
        // Every hash that begins so, as a range of the index.
        var end = code + "g";
        return versions.Where(version => version.PublishedAt != null && string.Compare(version.Hash, code) >= 0 && string.Compare(version.Hash, end) < 0)
            .OrderByDescending(version => version.PublishedAt).Take(Most).Select(version => new Bearer(version.ItemId, version.Number)).ToListAsync();
    }

    static char Plain(char sign) => char.ToLowerInvariant(sign is >= '！' and <= '～' ? (char)(sign - '！' + '!') : sign) switch
    {
        'o' => '0',
        'i' or 'l' => '1',
        '　' or '\t' => ' ',
        '–' or '—' or '_' => '-',
        var other => other,
    };
}
