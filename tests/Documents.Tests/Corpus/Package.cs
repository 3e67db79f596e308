using System.IO.Compression;
using System.Text;

namespace Gongkai.Documents.Tests.Corpus;

/// <summary>A ZIP file made part by part, the same bytes each time.</summary>
static class Package
{
    public static byte[] Of(params (string Name, string Xml)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, xml) in parts)
            {
                var entry = zip.CreateEntry(name);
                entry.LastWriteTime = new DateTimeOffset(2020, 1, 20, 9, 0, 0, TimeSpan.Zero);
                using var to = entry.Open();
                to.Write(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + xml));
            }
        return bytes.ToArray();
    }

    public static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
