using Gongkai.Documents.Intake;

namespace Gongkai.Documents.Tests.Intake;

/// <summary>A name that was sent becomes one that any system may store and any page may show.</summary>
public sealed class FileNameTests
{
    [Theory]
    [InlineData("年度报告.pdf", "年度报告.pdf")]
    [InlineData("C:\\Users\\某人\\Desktop\\年度报告.PDF", "年度报告.pdf")]
    [InlineData("../../etc/passwd", "passwd.pdf")]
    [InlineData("..", "未命名.pdf")]
    [InlineData("", "未命名.pdf")]
    [InlineData(".htaccess", "htaccess.pdf")]
    [InlineData("报告\u202Efdp.exe", "报告fdp.exe.pdf")]
    [InlineData("a\u0000b\r\nSet-Cookie: x\u200B.pdf", "ab Set-Cookie_ x.pdf")]
    [InlineData("CON.pdf", "_CON.pdf")]
    [InlineData("nul.tar.pdf", "_nul.tar.pdf")]
    [InlineData("a<script>\"'.pdf", "a_script__'.pdf")]
    [InlineData("  空  格 .pdf  ", "空 格.pdf")]
    [InlineData("半个\uD840.pdf", "半个.pdf")]
    [InlineData("年报.docx", "年报.pdf")]
    public void It_is_made_plain(string sent, string stored) => Assert.Equal(stored, FileName.Of(sent, FileType.Pdf));

    [Fact]
    public void A_long_name_is_cut_between_characters()
    {
        var name = FileName.Of(string.Concat(Enumerable.Repeat("𠮷", 300)) + ".pdf", FileType.Pdf);

        Assert.Equal(string.Concat(Enumerable.Repeat("𠮷", 76)) + ".pdf", name);
    }
}
