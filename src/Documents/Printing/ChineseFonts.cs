using System.Xml.Linq;

namespace Gongkai.Documents.Printing;

/// <summary>Which free face stands in for a face of the standard that a Linux server has not; otherwise a Japanese one is taken at random.</summary>
static class ChineseFonts
{
    static readonly string[] Serif = ["Noto Serif CJK SC", "Source Han Serif SC", "Noto Serif SC", "AR PL UMing CN"];
    static readonly string[] Sans = ["Noto Sans CJK SC", "Source Han Sans SC", "Noto Sans SC", "WenQuanYi Zen Hei"];

    static readonly (string Face, string[] Others)[] Instead =
    [
        ("仿宋_GB2312", ["仿宋", "FangSong", "FangSong_GB2312", "FZFangSong-Z02", "ZhuQue Fangsong", .. Serif, .. Sans]),
        ("楷体_GB2312", ["楷体", "KaiTi", "KaiTi_GB2312", "FZKai-Z03", "AR PL UKai CN", .. Serif, .. Sans]),
        ("黑体", ["SimHei", "FZHei-B01", .. Sans, .. Serif]),
        ("宋体", ["SimSun", "FZShuSong-Z01", .. Serif, .. Sans]),
        ("方正小标宋简体", ["FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", "宋体", "SimSun", .. Serif, .. Sans]),
    ];

    /// <summary>Writes a configuration for fontconfig, on top of the machine's own, and gives its path.</summary>
    public static string WriteTo(string folder)
    {
        var path = Path.Combine(folder, "fonts.conf");
        var own = Environment.GetEnvironmentVariable("FONTCONFIG_FILE") is { Length: > 0 } file ? file : "/etc/fonts/fonts.conf";
        new XDocument(
            new XDocumentType("fontconfig", null, "urn:fontconfig:fonts.dtd", null),
            new XElement("fontconfig",
                Instead.Select(face => new XElement("match", new XAttribute("target", "pattern"),
                    new XElement("test", new XAttribute("qual", "any"), new XAttribute("name", "family"), new XElement("string", face.Face)),
                    new XElement("edit", new XAttribute("name", "family"), new XAttribute("mode", "append"), new XAttribute("binding", "same"),
                        face.Others.Select(other => new XElement("string", other))))),
                new XElement("include", new XAttribute("ignore_missing", "yes"), own)))
            .Save(path);
        return path;
    }
}
