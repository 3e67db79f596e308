namespace Gongkai.Documents.Cleaning;

/// <summary>How a camera was held (tag 0x0112 of the TIFF structure that EXIF is): the one thing of a picture's metadata that changes what is seen.</summary>
static class Orientation
{
    /// <summary>2 to 8 where the picture is turned or mirrored, 1 where not, 0 where it is not said.</summary>
    /// <param name="tiff">From its byte order mark on.</param>
    public static int Of(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 10) return 0;
        var big = tiff[0] == 'M';
        var start = Number(tiff, 4, 4, big);
        if (start + 2 > tiff.Length) return 0;
        for (var i = 0; i < Number(tiff, (int)start, 2, big); i++)
        {
            var entry = start + 2 + 12 * i;
            if (entry + 12 > tiff.Length) return 0;
            if (Number(tiff, (int)entry, 2, big) == 0x0112) return Number(tiff, (int)entry + 8, 2, big) is >= 1 and <= 8 and var turned ? (int)turned : 0;
        }
        return 0;
    }

    /// <summary>A TIFF structure that says nothing else.</summary>
    public static byte[] Alone(int orientation) => [.. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0];

    static long Number(ReadOnlySpan<byte> bytes, int at, int length, bool big)
    {
        long number = 0;
        for (var i = 0; i < length; i++) number = number << 8 | bytes[big ? at + i : at + length - 1 - i];
        return number;
    }
}
