namespace Gongkai.Documents.Intake;

/// <summary>PDF: no scripts, nothing that starts or sends something, no files within, no lock, no end of its unpacking.</summary>
static class PdfFile
{
    const int MostOfOne = 160 * 1024 * 1024;
    const long MostOfAll = 400L * 1024 * 1024;

    static readonly HashSet<string> Active = ["JavaScript", "JS", "Launch", "RichMedia", "RichMediaExecute", "XFA", "SubmitForm", "ImportData", "GoToE", "GoToR", "Rendition", "Movie", "Sound"];
    static readonly HashSet<string> Embedded = ["EmbeddedFile", "EmbeddedFiles", "Filespec", "FileAttachment"];

    /// <exception cref="FlawException">It is locked, broken or acts.</exception>
    public static void Check(byte[] bytes)
    {
        long unpacked = 0;
        var any = false;
        foreach (var found in PdfObjects.In(bytes))
        {
            Names(found);
            any |= found.Names.Contains("Pages") || found.Names.Contains("ObjStm");
            if (found.At < 0) continue;
            if (found.Names.Contains("ObjStm"))
            {
                var inner = PdfFilters.Unpack(bytes, found, MostOfOne);
                unpacked += inner.Length;
                Within(inner, found.Numbers.GetValueOrDefault("First"), found.Numbers.GetValueOrDefault("N"));
            }
            else if (found.Length > 4096 && found.Filters is ["FlateDecode" or "Fl" or "LZWDecode" or "LZW" or "RunLengthDecode" or "RL" or "ASCII85Decode" or "A85" or "ASCIIHexDecode" or "AHx", ..])
                unpacked += PdfFilters.Unpack(bytes, found, MostOfOne).Length;
            if (unpacked > MostOfAll) throw FlawException.Unsafe("其中的内容展开后过大", "请重新导出为较小的 PDF 后上传");
        }
        if (!any) throw FlawException.Damaged;
    }

    static void Names(PdfObject found)
    {
        if (found.Names.Contains("Encrypt")) throw new FlawException(Refusal.Locked, "设有密码或权限限制，请去除后上传");
        if (found.Names.Overlaps(Active)) throw FlawException.Unsafe("PDF 中有脚本、动作或多媒体", "请用“打印为 PDF”重新生成后上传");
        if (found.Names.Overlaps(Embedded)) throw FlawException.Unsafe("PDF 中夹带其他文件", "请将附件取出后单独上传");
    }

    // Objects packed together: their places stand before them, in pairs of number and place.
    static void Within(byte[] inner, int first, int count)
    {
        List<int> places = [];
        var tokens = new PdfTokens(inner, 0);
        for (var i = 0; i < Math.Min(count, 100_000); i++)
        {
            if (tokens.Next() != PdfToken.Number || tokens.Next() != PdfToken.Number || !int.TryParse(tokens.Value, out var place)) break;
            if (place >= 0 && first + (long)place < inner.Length) places.Add(first + place);
        }
        long walked = 0;
        foreach (var place in places.Append(Math.Clamp(first, 0, inner.Length)).Distinct().Order())
        {
            Names(Value(inner, place, out var end));
            walked += end - place;
            if (walked > 12L * inner.Length + 65536) throw FlawException.Damaged;
        }
    }

    static PdfObject Value(byte[] inner, int from, out int end)
    {
        HashSet<string> names = [];
        var tokens = new PdfTokens(inner, from);
        var depth = 0;
        do
        {
            switch (tokens.Next())
            {
                case PdfToken.Open: depth++; break;
                case PdfToken.Close: depth--; break;
                case PdfToken.Name: names.Add(tokens.Value); break;
                case PdfToken.End: depth = 0; break;
            }
        } while (depth > 0);
        end = tokens.At;
        return new(names, [], -1, 0);
    }
}
