using System.IO.Compression;
using System.Text;
using Gongkai.Documents.Intake;
using Gongkai.Documents.Templates;
using Gongkai.Documents.Tests.Intake;
using static Gongkai.Documents.Tests.Intake.Wares;

namespace Gongkai.Documents.Tests.Templates;

/// <summary>A template is filled wherever its fields stand, however Word has cut them up; nothing of them is left.</summary>
public sealed class LetterTests
{
    public static TheoryData<string> Kinds => [.. LetterKinds.All.Select(kind => kind.Code)];

    static LetterKind Kind(string code) => LetterKinds.WithCode(code)!;

    [Theory, MemberData(nameof(Kinds))]
    public void What_comes_with_the_program_passes_its_own_check(string code) => Assert.Empty(TemplateCheck.Of(DefaultTemplate.Of(Kind(code)), "a.docx", Kind(code)));

    [Theory, MemberData(nameof(Kinds))]
    public void What_comes_with_the_program_knows_every_field_that_it_has(string code)
    {
        var text = string.Concat(Kind(code).Text);

        Assert.All(Kind(code).Fields, field => Assert.Contains($"{{{{{field.Name}}}}}", text, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Every_value_stands_in_the_letter_and_no_brace(string code)
    {
        var kind = Kind(code);
        var letter = Letter.Write(DefaultTemplate.Of(kind), kind.Samples);
        var text = string.Join('\n', Letter.Text(letter));

        Assert.All(kind.Fields.SelectMany(field => field.Sample.Split('\n')), line => Assert.Contains(line, text, StringComparison.Ordinal));
        Assert.DoesNotContain("{{", Everything(letter), StringComparison.Ordinal);
        Assert.Equal(letter, Letter.Write(DefaultTemplate.Of(kind), kind.Samples));
        Assert.Equal(FileType.Docx, FileGate.Examine(letter, "a.docx", Allowance.Template).Type);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void A_letter_without_any_value_has_no_brace_either(string code) =>
        Assert.DoesNotContain("{{", Everything(Letter.Write(DefaultTemplate.Of(Kind(code)), new Dictionary<string, string>())), StringComparison.Ordinal);

    [Theory]
    [InlineData("<w:r><w:t>于{{会议时间}}召开</w:t></w:r>")]
    [InlineData("<w:r><w:t>于{</w:t></w:r><w:r><w:t>{会议</w:t></w:r><w:proofErr w:type=\"gramStart\"/><w:r><w:rPr><w:b/></w:rPr><w:t>时间}</w:t></w:r><w:r><w:t>}召开</w:t></w:r>")]
    [InlineData("<w:r><w:t>于｛｛ 会议时间 ｝｝召开</w:t></w:r>")]
    [InlineData("<w:r><w:t>于</w:t></w:r><w:sdt><w:sdtPr><w:alias w:val=\"随便\"/><w:tag w:val=\"会议时间\"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:rPr><w:rStyle w:val=\"PlaceholderText\"/></w:rPr><w:t>单击此处</w:t></w:r><w:r><w:t>输入文字</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t>召开</w:t></w:r>")]
    [InlineData("<w:hyperlink><w:r><w:t>于{{会议时</w:t></w:r></w:hyperlink><w:r><w:t>间}}召开</w:t></w:r>")]
    public void A_field_is_found_however_it_is_cut(string runs)
    {
        var letter = Letter.Write(Docx($"<w:p>{runs}</w:p>"), new Dictionary<string, string> { ["会议时间"] = "3月5日" });

        Assert.Equal(["于3月5日召开"], Letter.Text(letter));
        Assert.DoesNotContain("w:sdt>", Everything(letter), StringComparison.Ordinal);
        Assert.DoesNotContain("PlaceholderText", Everything(letter), StringComparison.Ordinal);
    }

    [Fact]
    public void Fields_in_heads_feet_tables_and_text_boxes_are_filled()
    {
        var bytes = Docx("<w:p><w:r><w:t>正文{{a}}</w:t></w:r><w:r><w:pict><v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\"><v:textbox><w:txbxContent><w:p><w:r><w:t>框{{b}}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>格{{c}}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
            Link("header", "header1.xml"), ("word/header1.xml", $"<w:hdr xmlns:w=\"{Word}\"><w:p><w:r><w:t>头{{{{d}}}}</w:t></w:r></w:p></w:hdr>"));
        bytes = Typed(bytes, "header1.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml");
        var everything = Everything(Letter.Write(bytes, new Dictionary<string, string> { ["a"] = "甲", ["b"] = "乙", ["c"] = "丙", ["d"] = "丁" }));

        Assert.All(["正文甲", "框乙", "格丙", "头丁"], text => Assert.Contains(text, everything, StringComparison.Ordinal));
    }

    [Fact]
    public void Lines_of_a_value_that_stands_alone_are_paragraphs_of_their_own() =>
        Assert.Equal(["一、甲", "二、乙", "见甲乙"], Letter.Text(Letter.Write(Docx("<w:p><w:r><w:t>{{x}}</w:t></w:r></w:p><w:p><w:r><w:t>见{{y}}</w:t></w:r></w:p>"),
            new Dictionary<string, string> { ["x"] = "一、甲\r\n二、乙", ["y"] = "甲\n乙" })));

    [Fact]
    public void A_paragraph_of_which_nothing_would_be_said_is_left_out() =>
        Assert.Equal(["甲：1"], Letter.Text(Letter.Write(Docx("<w:p><w:r><w:t>甲：{{x}}</w:t></w:r></w:p><w:p><w:r><w:t>附件：{{y}}</w:t></w:r></w:p>"), new Dictionary<string, string> { ["x"] = "1", ["y"] = "" })));

    [Fact]
    public void A_value_is_text_and_nothing_else()
    {
        var letter = Letter.Write(Docx("<w:p><w:r><w:t>{{x}}</w:t></w:r><w:r><w:t>{{y}}</w:t></w:r></w:p>"),
            new Dictionary<string, string> { ["x"] = "{{y}}<w:p/>&amp;\u0001\uFFFF𠮷", ["y"] = "密" });

        Assert.Equal(["{{y}}<w:p/>&amp;𠮷密"], Letter.Text(letter));
    }

    [Fact]
    public void What_is_wrong_with_a_template_is_told_in_sentences()
    {
        var kind = LetterKinds.MeetingNotice;
        var good = string.Concat(kind.Text.Select(line => $"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>"));

        Assert.Empty(TemplateCheck.Of(Docx(good), "a.docx", kind));
        Assert.Equal(["没有“会议时闻”这个字段，是不是“会议时间”？请改正后再上传。", "没有“天气情况如何”这个字段。可用的字段见本页下方的字段表。", "缺少必填字段 {{会议地点}}。请在模板中加上。"],
            TemplateCheck.Of(Docx(good.Replace("{{会议地点}}", "{{会议时闻}}{{天气情况如何}}")), "a.docx", kind));
        Assert.Equal(["“于{{会议时间”中的大括号没有成对。字段应写成 {{字段名}}，并且在同一段里。"], TemplateCheck.Of(Docx(good + "<w:p><w:r><w:t>于{{会议时间</w:t></w:r></w:p>"), "a.docx", kind));
        Assert.Equal(["模板中有修订痕迹。请在“审阅”中接受或拒绝全部修订后再上传。"], TemplateCheck.Of(Docx(good + "<w:p><w:ins w:id=\"1\" w:author=\"x\"><w:r><w:t>加</w:t></w:r></w:ins></w:p>"), "a.docx", kind));
        Assert.Equal(["模板中有批注。请删除全部批注后再上传。"], TemplateCheck.Of(Docx(good + "<w:p><w:r><w:commentReference w:id=\"1\"/></w:r></w:p>"), "a.docx", kind));
    }

    [Fact]
    public void A_template_with_macros_is_refused() =>
        Assert.Equal("“a.docx”未通过安全检查：含有宏或控件，请另存为不含宏的 DOCX、XLSX 或 PPTX 格式后上传。",
            Assert.Throws<RefusedFileException>(() => TemplateCheck.Of(Docx(more: ("word/vbaProject.bin", "x")), "a.docx", LetterKinds.TaskOrder)).Message);

    [Fact]
    public void Faces_and_page_are_those_of_the_standard()
    {
        var everything = Everything(DefaultTemplate.Of(LetterKinds.ReportSubmission));

        Assert.Contains("仿宋_GB2312", everything, StringComparison.Ordinal);
        Assert.Contains("方正小标宋简体", everything, StringComparison.Ordinal);
        Assert.Contains("w:top=\"2098\" w:right=\"1474\" w:bottom=\"1984\" w:left=\"1587\"", everything, StringComparison.Ordinal);
        Assert.Contains("w:linePitch=\"579\"", everything, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_is_changed_in_a_template_it_is_checked_or_refused()
    {
        var good = DefaultTemplate.Of(LetterKinds.MeetingMinutes);
        for (var seed = 0; seed < 200; seed++)
            try
            {
                var bytes = FileGateTests.Mutant(good, new Random(seed));
                if (TemplateCheck.Of(bytes, "a.docx", LetterKinds.MeetingMinutes) is []) Letter.Write(bytes, LetterKinds.MeetingMinutes.Samples);
            }
            catch (RefusedFileException) { }
    }

    static byte[] Typed(byte[] bytes, string part, string type)
    {
        using var file = new MemoryStream();
        file.Write(bytes);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, true))
        {
            var entry = zip.GetEntry("[Content_Types].xml")!;
            string text;
            using (var reader = new StreamReader(entry.Open())) text = reader.ReadToEnd();
            entry.Delete();
            using var writer = new StreamWriter(zip.CreateEntry("[Content_Types].xml").Open());
            writer.Write(text.Replace("</Types>", $"<Override PartName=\"/word/{part}\" ContentType=\"{type}\"/></Types>"));
        }
        return file.ToArray();
    }

    static string Everything(byte[] file)
    {
        var text = new StringBuilder();
        using var zip = new ZipArchive(new MemoryStream(file));
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            text.Append(reader.ReadToEnd());
        }
        return text.ToString();
    }
}
