namespace Gongkai.Documents.Intake;

/// <summary>PDF: no scripts, nothing that starts or sends something, no files within, no lock, no end of its unpacking.</summary>
static class PdfFile
{
    const int MostOfOne = 160 * 1024 * 1024;
    const long MostOfAll = 400L * 1024 * 1024;

    static readonly HashSet<string> Active = ["JavaScript", "JS", "Launch", "RichMedia", "RichMediaExecute", "XFA", "SubmitForm", "ImportData", "GoToE", "GoToR", "Rendition", "Movie", "Sound"];
    static readonly HashSet<string> Embedded = ["EmbeddedFile", "EmbeddedFiles", "Filespec", "FileAttachment"];

    /// <param name="acting">Whether one that acts, or has files within, passes: it will only be drawn.</param>
    /// <exception cref="FlawException">It is locked, broken or acts.</exception>
    public static void Check(byte[] bytes, bool acting = false)
    {
        long unpacked = 0;
        var any = false;
        foreach (var found in PdfObjects.In(bytes))
        {
            Names(found, acting);
            any |= found.Names.Contains("Pages") || found.Names.Contains("ObjStm");
            if (found.At < 0) continue;
            if (found.Names.Contains("ObjStm"))
            {
                var inner = Unpacked(bytes, found);
                unpacked += inner.Length;
                Names(new(NamesIn(inner), [], -1, 0), acting);
            }
            else if (found.Length > 4096 && found.Filters.Count > 0 && PdfFilters.Unpacks(found.Filters[0]))
                unpacked += PdfFilters.Unpack(bytes, found, MostOfOne).Length;
            if (unpacked > MostOfAll) throw FlawException.Unsafe("其中的内容展开后过大", "请重新导出为较小的 PDF 后上传");
        }
        if (!any) throw FlawException.Damaged;
    }

    static void Names(PdfObject found, bool acting)
    {
        if (found.Names.Contains("Encrypt")) throw new FlawException(Refusal.Locked, "设有密码或权限限制，请去除后上传");
        if (acting) return;
        if (found.Names.Overlaps(Active)) throw FlawException.Unsafe("PDF 中有脚本、动作或多媒体", "请用“打印为 PDF”重新生成后上传");
        if (found.Names.Overlaps(Embedded)) throw FlawException.Unsafe("PDF 中夹带其他文件", "请将附件取出后单独上传");
    }

    // How such a stream is packed is told plainly in every honest file; where it is told elsewhere (9 0 R), nobody can look into it.
    static byte[] Unpacked(byte[] bytes, PdfObject packed)
    {
        var isPlain = packed.Filters.Count > 0 == packed.Names.Contains("Filter") && packed.Filters.All(PdfFilters.Unpacks)
            && packed.Names.Contains("DecodeParms") == packed.Numbers.ContainsKey("Predictor") && !packed.Names.Contains("F");
        return isPlain ? PdfFilters.Unpack(bytes, packed, MostOfOne) : throw FlawException.Unsafe("PDF 的结构不合规范", "请用“打印为 PDF”重新生成后上传");
    }

    // Wherever a slash stands: which object begins where, readers take from numbers that may lie.
    static HashSet<string> NamesIn(byte[] inner)
    {
        HashSet<string> names = [];
        for (var at = 0; inner.AsSpan(at).IndexOf((byte)'/') is >= 0 and var found; at += found + 1)
        {
            var tokens = new PdfTokens(inner, at + found);
            tokens.Next();
            names.Add(tokens.Value);
        }
        return names;
    }
}
