using System.IO.Compression;

namespace Gongkai.Documents.Intake;

/// <summary>Unpacks a PDF's streams, those of pictures apart (ISO 32000, 7.4).</summary>
static class PdfFilters
{
    /// <summary>What the stream holds, unpacked as far as it goes before a picture's own packing; up to <paramref name="most"/> bytes.</summary>
    /// <exception cref="FlawException">It unpacks to more.</exception>
    public static byte[] Unpack(byte[] bytes, PdfObject of, int most)
    {
        var data = bytes.AsSpan(of.At, of.Length).ToArray();
        foreach (var filter in of.Filters)
            switch (filter)
            {
                case "FlateDecode" or "Fl": data = Predicted(Flate(data, most), of); break;
                case "LZWDecode" or "LZW": data = Predicted(Lzw(data, most), of); break;
                case "ASCIIHexDecode" or "AHx": data = Hex(data); break;
                case "ASCII85Decode" or "A85": data = Base85(data); break;
                case "RunLengthDecode" or "RL": data = Runs(data, most); break;
                default: return data;
            }
        return data;
    }

    public static bool Unpacks(string filter) =>
        filter is "FlateDecode" or "Fl" or "LZWDecode" or "LZW" or "ASCIIHexDecode" or "AHx" or "ASCII85Decode" or "A85" or "RunLengthDecode" or "RL";

    static byte[] Flate(byte[] data, int most)
    {
        var unpacked = new MemoryStream();
        // A damaged stream gives what it gives before the damage, as readers do.
        try
        {
            using var stream = new ZLibStream(new MemoryStream(data), CompressionMode.Decompress);
            var buffer = new byte[64 * 1024];
            for (int read; (read = stream.Read(buffer)) > 0;)
            {
                unpacked.Write(buffer, 0, read);
                if (unpacked.Length > most) throw FlawException.Unsafe("其中的内容展开后过大", "请重新导出为较小的 PDF 后上传");
            }
        }
        catch (InvalidDataException) { }
        return unpacked.ToArray();
    }

    static byte[] Lzw(byte[] data, int most)
    {
        var unpacked = new MemoryStream();
        List<byte[]> table = [];
        void Clear() => table = [.. Enumerable.Range(0, 256).Select(i => new[] { (byte)i }), [], []];
        Clear();
        byte[]? last = null;
        for (int bit = 0, width = 9; bit + width <= data.Length * 8;)
        {
            var code = 0;
            for (var i = 0; i < width; i++, bit++) code = code << 1 | data[bit >> 3] >> (7 - (bit & 7)) & 1;
            if (code == 257) break;
            if (code == 256) { Clear(); last = null; width = 9; continue; }
            if (code > table.Count || code == table.Count && last is null) break;
            var entry = code < table.Count ? table[code] : [.. last!, last![0]];
            unpacked.Write(entry);
            if (unpacked.Length > most) throw FlawException.Unsafe("其中的内容展开后过大", "请重新导出为较小的 PDF 后上传");
            if (last is not null && table.Count < 4096) table.Add([.. last, entry[0]]);
            last = entry;
            width = table.Count + 1 >= 2048 ? 12 : table.Count + 1 >= 1024 ? 11 : table.Count + 1 >= 512 ? 10 : 9;
        }
        return unpacked.ToArray();
    }

    static byte[] Hex(byte[] data)
    {
        List<byte> digits = [];
        foreach (var sign in data)
            if (sign == '>') break;
            else if (char.IsAsciiHexDigit((char)sign)) digits.Add((byte)Convert.ToInt32(((char)sign).ToString(), 16));
        if (digits.Count % 2 == 1) digits.Add(0);
        return [.. Enumerable.Range(0, digits.Count / 2).Select(i => (byte)(digits[2 * i] << 4 | digits[2 * i + 1]))];
    }

    static byte[] Base85(byte[] data)
    {
        List<byte> unpacked = [];
        List<uint> group = [];
        foreach (var sign in data)
            if (sign == '~') break;
            else if (sign == 'z' && group.Count == 0) unpacked.AddRange([0, 0, 0, 0]);
            else if (sign is >= (byte)'!' and <= (byte)'u')
            {
                group.Add((uint)(sign - '!'));
                if (group.Count == 5) Give(5);
            }
        if (group.Count > 1) Give(group.Count);
        return [.. unpacked];

        void Give(int count)
        {
            while (group.Count < 5) group.Add(84);
            var number = group.Aggregate(0u, (sum, digit) => unchecked(sum * 85 + digit));
            for (var i = 0; i < count - 1; i++) unpacked.Add((byte)(number >> 24 - 8 * i));
            group.Clear();
        }
    }

    static byte[] Runs(byte[] data, int most)
    {
        var unpacked = new MemoryStream();
        for (var at = 0; at < data.Length && data[at] != 128 && unpacked.Length < most;)
        {
            var length = data[at++];
            if (length < 128)
            {
                unpacked.Write(data, at, Math.Min(length + 1, data.Length - at));
                at += length + 1;
            }
            else if (at < data.Length)
            {
                for (var i = 0; i < 257 - length; i++) unpacked.WriteByte(data[at]);
                at++;
            }
        }
        return unpacked.ToArray();
    }

    // Rows that tell how they differ from the row above (PNG's way).
    static byte[] Predicted(byte[] data, PdfObject of)
    {
        if (!of.Numbers.TryGetValue("Predictor", out var predictor) || predictor < 10) return data;
        var colours = Math.Clamp(of.Numbers.GetValueOrDefault("Colors", 1), 1, 32);
        var bits = Math.Clamp(of.Numbers.GetValueOrDefault("BitsPerComponent", 8), 1, 16);
        var wide = Math.Clamp(of.Numbers.GetValueOrDefault("Columns", 1), 1, 1 << 20);
        int step = Math.Max(1, colours * bits / 8), row = (int)Math.Min(int.MaxValue / 4, ((long)wide * colours * bits + 7) / 8);
        var plain = new byte[(long)data.Length / (row + 1) * row];
        for (int from = 0, to = 0; from + row + 1 <= data.Length; from += row + 1, to += row)
            for (var i = 0; i < row; i++)
            {
                int left = i >= step ? plain[to + i - step] : 0, up = to >= row ? plain[to + i - row] : 0, corner = to >= row && i >= step ? plain[to + i - row - step] : 0;
                plain[to + i] = (byte)(data[from + 1 + i] + data[from] switch { 1 => left, 2 => up, 3 => (left + up) / 2, 4 => Paeth(left, up, corner), _ => 0 });
            }
        return plain;
    }

    static int Paeth(int left, int up, int corner)
    {
        var (a, b, c) = (Math.Abs(up - corner), Math.Abs(left - corner), Math.Abs(left + up - 2 * corner));
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }
}
