using Gongkai.Documents.Intake;

namespace Gongkai.Documents.Cleaning;

/// <summary>The pictures inside a document: a photograph in a report was taken somewhere, too.</summary>
static class InnerPictures
{
    /// <summary>A picture as it may go out; anything else, and what cannot be read as the picture that it begins as, stays as it is.</summary>
    public static byte[] Clean(byte[] bytes)
    {
        try
        {
            return Kind(bytes) switch
            {
                FileType.Jpeg => Jpeg.Clean(bytes),
                FileType.Png => Png.Clean(bytes),
                FileType.Gif => Gif.Clean(bytes),
                FileType.Webp => Webp.Clean(bytes),
                _ => bytes,
            };
        }
        catch (FlawException)
        {
            return bytes;
        }
    }

    /// <summary>What a picture carries beside what is seen; of one that nobody can look into, that it is so.</summary>
    public static IReadOnlyList<Hidden> Inspect(byte[] bytes, string where)
    {
        try
        {
            return Kind(bytes) switch
            {
                FileType.Jpeg => Placed(Jpeg.Inspect(bytes), where),
                FileType.Png => Placed(Png.Inspect(bytes), where),
                FileType.Gif => Placed(Gif.Inspect(bytes), where),
                FileType.Webp => Placed(Webp.Inspect(bytes), where),
                _ => [new(HiddenKind.KeptData, $"{where}的格式无法逐项检查")],
            };
        }
        catch (FlawException)
        {
            return [new(HiddenKind.KeptData, $"{where}已损坏，无法检查")];
        }
    }

    /// <summary>Whether these are pictures that can be looked into.</summary>
    public static bool IsKnown(byte[] bytes) => Kind(bytes) is not null;

    static List<Hidden> Placed(IEnumerable<Hidden> found, string where) => [.. found.Select(hidden => hidden with { Where = $"{where}：{hidden.Where}" }).Distinct()];

    static FileType? Kind(ReadOnlySpan<byte> head) => head switch
    {
        [0xFF, 0xD8, 0xFF, ..] => FileType.Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => FileType.Png,
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => FileType.Gif,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => FileType.Webp,
        _ => null,
    };
}
