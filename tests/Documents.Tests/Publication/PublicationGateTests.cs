using System.Text;
using CsCheck;
using Gongkai.Documents.Cleaning;
using Gongkai.Documents.Intake;
using Gongkai.Documents.Publication;
using Gongkai.Documents.Tests.Cleaning;
using Gongkai.Documents.Tests.Intake;
using Gongkai.Documents.Tests.Redaction;
using static Gongkai.Documents.Tests.Intake.Wares;

namespace Gongkai.Documents.Tests.Publication;

/// <summary>What may not become public is found wherever it was put, and the place is named; what an office publishes every day is accused of nothing.</summary>
public sealed class PublicationGateTests
{
    static readonly string Id = Drafts.WithCheck(Drafts.Identity), Card = Drafts.WithLuhn(Drafts.Card);

    static readonly string[] Refused = ["PDF: in a file within", "JPEG: behind the end"];

    public static TheoryData<string> Planted => [.. Plant.All.Select(plant => plant.Name)];

    [Theory, MemberData(nameof(Planted))]
    public void A_number_of_a_person_is_found_wherever_it_was_planted(string name)
    {
        var plant = Plant.All.Single(plant => plant.Name == name);
        foreach (var (number, code) in (IEnumerable<(string, GateCode)>)[(Id, GateCode.IdentityNumber), (Drafts.Mobile, GateCode.MobileNumber), (Card, GateCode.BankCard)])
        {
            if (name == "XLSX: over cells" && code == GateCode.BankCard) continue;
            var found = Drafts.Examine(files: (string.Format(System.Globalization.CultureInfo.InvariantCulture, plant.File, number), plant.Make(number)));

            // What the door does not let in is not published either.
            Assert.Contains(found, one => (one.Code == code || Refused.Contains(name) && one.Code == GateCode.UnreadableFile) && one.Severity == GateSeverity.Blocks && one.Where.StartsWith("附件《", StringComparison.Ordinal));
            // A finding is kept and shown: it never tells the number.
            Assert.DoesNotContain(found, one => (one.Where + one.Excerpt + one.Message).Contains(number, StringComparison.Ordinal));
        }
    }

    public static TheoryData<string> Cleaned => [.. CleanerTests.Cases.Select(one => one.Name)];

    [Theory, MemberData(nameof(Cleaned))]
    public void What_is_hidden_in_a_file_keeps_it_back_or_is_gone_from_what_is_published(string name)
    {
        var one = CleanerTests.Cases.Single(one => one.Name == name);
        var found = Drafts.Examine(files: ("附" + one.Type.Ending, one.Make()));

        if (!found.Any(finding => finding.Severity == GateSeverity.Blocks)) Assert.DoesNotContain("CANARY-", CleanerTests.Everything(Cleaner.Clean(one.Make(), one.Type).Bytes), StringComparison.Ordinal);
    }

    public static TheoryData<string> Drawn => [.. CanaryPdf.All.Select(canary => canary.Name)];

    [Theory, MemberData(nameof(Drawn))]
    public void What_lies_in_a_PDF_beside_its_pages_keeps_it_back_or_is_gone(string name)
    {
        var canary = CanaryPdf.All.Single(canary => canary.Name == name);
        var found = Drafts.Examine(files: ("附.pdf", canary.Bytes));

        // What everybody sees on the page is no secret of the file.
        string[] shown = ["visible", "in pieces", "in pieces that are written backwards", "with escapes", "drawn twice for boldness", "with a ligature", "Chinese, the font not embedded", "Chinese, wide digits", "Chinese, of a font of the old encoding", "Chinese, written downwards",
            "in a form within the page", "turned by 90", "turned by 180", "turned by 270", "cut out of a larger page", "cut out and turned", "twice as large", "in a note that is drawn", "in a link", "in a form field", "in a bookmark", "in a name"];
        if (shown.Contains(name) || found.Any(finding => finding.Severity == GateSeverity.Blocks)) return;
        Assert.DoesNotContain(CanaryPdf.Canary, CleanerTests.Everything(Cleaner.Clean(canary.Bytes, FileType.Pdf).Bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void The_place_is_named_and_the_sentence_says_what_to_do()
    {
        var found = Drafts.Examine($"<p>各区：</p><p>　　</p><p>联系人张三，身份证号{Id}。</p><table><tr><th>姓名</th></tr><tr><td>李四</td><td>{Drafts.Mobile}</td></tr></table>", files: ("名单.xlsx", Xlsx($"<row r=\"7\" hidden=\"1\"><c r=\"A7\" t=\"str\"><v>{Card}</v></c></row>")));

        Assert.Contains(new(GateCode.IdentityNumber, GateSeverity.Blocks, "正文第2段", $"联系人张三，身份证号3301**********{Id[^4..]}", $"有未遮盖的身份证号，请改为 3301**********{Id[^4..]} 或删除；确需公开的，由保密审查人员写明理由后放行。"), found);
        Assert.Contains(found, one => (one.Code, one.Where, one.Excerpt) == (GateCode.MobileNumber, "正文第1个表格第2行", "李四 138****2233"));
        Assert.Contains(found, one => one.Code == GateCode.BankCard && one.Where == "附件《名单.xlsx》工作表“一”第7行（隐藏的行或列）" && one.Message.EndsWith("读者看不到却能取出；请在原文件中删除后重新上传。", StringComparison.Ordinal));
        Assert.Contains(found, one => one.Code == GateCode.HiddenContent && one.Message == "文件带有隐藏的行或列，读者看不到却能取出；请在原文件中删除或取消隐藏后重新上传。");
        Assert.Equal(found.OrderBy(one => one.Severity), found);
    }

    [Theory]
    [InlineData("<p>机密★10年</p>", GateCode.SecretMark)]
    [InlineData("<p>秘　密★1年</p>", GateCode.SecretMark)]
    [InlineData("<p>绝 密</p>", GateCode.SecretMark)]
    [InlineData("<p>密级：秘密</p>", GateCode.SecretMark)]
    [InlineData("<p>【机密】关于征收的会议纪要</p>", GateCode.SecretMark)]
    [InlineData("<p>机密文件，注意保管</p>", GateCode.SecretMark)]
    [InlineData("<p>内部资料</p>", GateCode.NotForPublicMark)]
    [InlineData("<p>（内部资料，注意保存）</p>", GateCode.NotForPublicMark)]
    [InlineData("<p>本资料仅供内部使用，请勿外传。</p>", GateCode.NotForPublicMark)]
    [InlineData("<p>工作秘密</p>", GateCode.NotForPublicMark)]
    [InlineData("<p>工作秘密★3年</p>", GateCode.NotForPublicMark)]
    [InlineData("<p>不得公开</p>", GateCode.NotForPublicMark)]
    [InlineData("<p>（此件不予公开）</p>", GateCode.NotForPublicMark)]
    [InlineData("<p>（此件依申请公开）</p>", GateCode.NotForPublicMark)]
    [InlineData("<p>会后收回</p>", GateCode.NotForPublicMark)]
    public void A_mark_of_secrecy_is_found(string html, GateCode code) => Assert.Contains(Drafts.Examine(html + Drafts.Body), one => one.Code == code && one.Severity == GateSeverity.Blocks);

    [Fact]
    public void A_mark_in_an_attachment_is_found_where_it_stands()
    {
        Assert.Contains(Drafts.Examine(files: ("纪要.docx", Docx(more: ("word/header1.xml", $"<w:hdr xmlns:w=\"{Word}\"><w:p><w:r><w:t>机密</w:t></w:r><w:r><w:t>★</w:t></w:r></w:p></w:hdr>")))), one => one is { Code: GateCode.SecretMark, Where: "附件《纪要.docx》页眉" });
        Assert.Contains(Drafts.Examine(files: ("表.xlsx", Xlsx("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>内部资料 不得外传</v></c></row>"))), one => one is { Code: GateCode.NotForPublicMark, Where: "附件《表.xlsx》工作表“一”第1行" });
    }

    [Theory]
    [InlineData("关于解决公租房资金缺口的请示", true)]
    [InlineData("关于2019年征收工作情况的报告", true)]
    [InlineData("关于征求《云溪区房屋征收办法（征求意见稿）》意见的函", true)]
    [InlineData("云溪区住房和城乡建设局2019年政府信息公开工作年度报告", false)]
    [InlineData("关于2019年财政预算执行情况和2020年预算草案的报告", false)]
    [InlineData("关于公开征求《云溪区房屋征收办法（征求意见稿）》意见的公告", false)]
    [InlineData("关于印发《云溪区房屋征收办法》的通知", false)]
    public void A_paper_between_agencies_is_pointed_out(string title, bool isFound) => Assert.Equal(isFound, Drafts.Examine(title: title).Any(one => one.Code == GateCode.ProcessPaper));

    [Theory]
    [InlineData("https://www.gov.cn/zhengce/", GateCode.OutsideLink)]
    [InlineData("http://www.gov.cn/", GateCode.UnsafeLink)]
    [InlineData("http://192.168.1.20/oa/", GateCode.InnerAddress)]
    [InlineData("https://oa/doc", GateCode.InnerAddress)]
    [InlineData("file:///C:/名单.doc", GateCode.BrokenLink)]
    [InlineData("htps//www.gov.cn x", GateCode.BrokenLink)]
    [InlineData("#_Toc1", GateCode.BrokenLink)]
    [InlineData("/zfxxgk/none", GateCode.BrokenLink)]
    [InlineData("https://zjj.example.gov.cn/zfxxgk/none", GateCode.BrokenLink)]
    [InlineData("/zfxxgk/zn/", null)]
    [InlineData("https://zjj.example.gov.cn/zfxxgk/zn/", null)]
    [InlineData("mailto:zjj@example.gov.cn", null)]
    public void A_link_that_does_not_hold_is_told(string address, GateCode? code)
    {
        var draft = Drafts.Of(Drafts.Body + $"<p><a href=\"{address}\">原文</a></p>") with { OwnHosts = ["zjj.example.gov.cn"], Leads = path => path == "/zfxxgk/zn/" };

        Assert.Equal(code is { } expected ? [expected] : [], Drafts.Examine(draft).Select(one => one.Code));
    }

    [Fact]
    public void What_is_missing_and_what_nobody_can_read_is_told()
    {
        var found = Drafts.Examine(new("", "<p><img src=\"/zfxxgk/fj/a\"></p>", [new("扫描.pdf", CanaryPdf.Page("q 500 0 0 700 40 40 cm /I Do Q", font: "/F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> /XObject << /I 5 0 R ", more: [Stream("/Type /XObject /Subtype /Image /Width 4 /Height 4 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /DCTDecode", Encoding.Latin1.GetString(Jpeg()))])), new("坏.docx", [1, 2, 3])])
        { Elements = [new("文号", null, IsRequired: true), new("关键词", null), new("内容概述", $"张三 {Id}")] });

        Assert.Equal(["还没有填写标题，请补充后再提交。", "还没有填写文号，请补充后再提交。"], found.Where(one => one.Code == GateCode.MissingElement).Select(one => one.Message));
        Assert.Contains(found, one => one is { Code: GateCode.ScannedFile, Severity: GateSeverity.Warns, Message: "本文件为扫描件，读者无法检索和复制，请补充文字版。" });
        Assert.Contains(found, one => one is { Code: GateCode.PictureOfText, Where: "正文" });
        Assert.Contains(found, one => one is { Code: GateCode.PictureWithoutWords, Where: "正文第1幅图片" });
        Assert.Contains(found, one => one is { Code: GateCode.IdentityNumber, Where: "内容概述" });
        Assert.Contains(found, one => one is { Code: GateCode.UnreadableFile, Severity: GateSeverity.Blocks, Message: "“坏.docx”的内容不是 DOCX 格式，可能已损坏或改过扩展名，请重新导出后上传。" });
        Assert.Contains(Drafts.Examine(new("标题", "", [])), one => one is { Code: GateCode.MissingBody, Severity: GateSeverity.Blocks });
    }

    [Fact]
    public void Lists_of_full_names_are_a_hint_and_masked_ones_are_not()
    {
        static string List(params string[] names) => "<table><tr><th>序号</th><th>姓 名</th><th>房号</th></tr>" + string.Concat(names.Select((name, i) => $"<tr><td>{i + 1}</td><td>{name}</td><td>3-201</td></tr>")) + "</table>";

        Assert.Equal((GateCode.FullNames, GateSeverity.Warns, "正文第1个表格"), Drafts.Examine(List("张三丰", "李四", "王五")) is [var one] ? (one.Code, one.Severity, one.Where) : default);
        Assert.Empty(Drafts.Examine(Drafts.Body + List("张*丰", "李*", "王*")));
    }

    [Fact]
    public void Hostile_files_are_told_and_throw_nothing()
    {
        foreach (var hostile in HostileUpload.All)
        {
            var bytes = hostile.Make();
            // What is only too large for its field, or not of its kinds, harms nobody.
            if (hostile.Refusal is not (Refusal.TooLarge or Refusal.Kind)) Assert.Contains(Drafts.Examine(files: (hostile.File, bytes)), one => one.Severity == GateSeverity.Blocks);
            Assert.NotNull(Drafts.Text(bytes, hostile.File));
        }
    }

    [Fact]
    public void The_text_of_an_attachment_is_what_a_reader_sees()
    {
        Assert.Equal("公告\n甲\t乙", Drafts.Text(Docx("<w:p><w:r><w:t>公</w:t></w:r><w:r><w:t>告</w:t></w:r><w:del w:id=\"1\"><w:r><w:delText>旧</w:delText></w:r></w:del></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"), "a.docx"));
        Assert.Equal("甲\t1", Drafts.Text(Xlsx("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>甲</v></c><c r=\"B1\"><v>1</v></c></row><row r=\"2\" hidden=\"1\"><c r=\"A2\" t=\"str\"><v>藏</v></c></row>"), "a.xlsx"));
        Assert.Equal("OPENWORD", Drafts.Text(CanaryPdf.Page("BT /F 12 Tf 50 700 Td (OPENWORD) Tj ET"), "a.pdf"));
        Assert.Equal("姓名\t房号\n张*\t3-201", Drafts.Text(Encoding.UTF8.GetBytes("姓名,房号\r\n张*,3-201\r\n"), "a.csv"));
        Assert.Equal("甲乙", AttachmentText.Of("甲乙丙"u8.ToArray(), FileType.Text, most: 2, TestContext.Current.CancellationToken));
    }

    // A length before a note, or a checksum behind it, is bytes: some of them are digits.
    [Fact]
    public void What_stands_beside_a_note_of_a_picture_is_not_read_with_it()
    {
        var number = Drafts.WithCheck("37779619781216359");
        foreach (var (file, picture) in (IEnumerable<(string, byte[])>)
            [
                ("a.png", Png(2, 2, ("tEXt", [.. "Author\0"u8, .. Encoding.ASCII.GetBytes(number)]))),
                ("a.jpg", Jpeg(4, 4, (0xFE, [.. Encoding.ASCII.GetBytes(number), .. new byte[48 - 2 - 18]]))),
                ("a.gif", Gif(extra: (0xFE, [.. Encoding.ASCII.GetBytes(number), .. new byte[48 - 18]]))),
            ])
            Assert.Contains(Drafts.Examine(files: (file, picture)), one => one.Code == GateCode.IdentityNumber);
    }

    [Fact]
    public void Any_number_is_found_in_any_place() =>
        Gen.Select(Gen.Int[0, Plant.All.Count - 1], Gen.Int[0, 99999], Gen.Int[0, 999], Gen.Date[new DateTime(1940, 1, 1), new DateTime(2015, 1, 1)]).Sample((which, place, order, day) =>
        {
            var (plant, number) = (Plant.All[which], Drafts.WithCheck($"3{place % 7 + 1}{place / 10 % 10000:D4}{day:yyyyMMdd}{order:D3}"));
            return Drafts.Examine(files: (string.Format(System.Globalization.CultureInfo.InvariantCulture, plant.File, number), plant.Make(number))).Any(one => one.Code == GateCode.IdentityNumber || Refused.Contains(plant.Name) && one.Code == GateCode.UnreadableFile);
        }, iter: 150);
}
