using System.Globalization;
using System.Text;
using Gongkai.App.Tests.Office.Requests;
using Gongkai.Documents.Intake;
using Gongkai.Documents.Printing;
using Gongkai.Documents.Publication;
using Gongkai.Documents.Tests.Intake;
using static Gongkai.Documents.Tests.Intake.Wares;

namespace Gongkai.Documents.Tests.Publication;

/// <summary>What an office publishes every day, with its dates, telephones, codes and amounts, is accused of nothing.</summary>
public sealed class CleanDraftTests
{
    static readonly string[] Sentences =
    [
        "根据《中华人民共和国保守国家秘密法》和《政府信息公开条例》，拟公开的信息应当先进行保密审查。", "涉及国家秘密、商业秘密、个人隐私的政府信息不得公开。", "任何单位和个人不得泄露国家秘密、工作秘密。", "密级分为绝密、机密、秘密三级。",
        "《机密级计算机管理办法》已废止。", "根据《连续性内部资料出版物管理办法》办理。", "依申请公开", "不予公开", "公开方式：主动公开", "（此件公开发布）", "（此件主动公开）", "公开属性：主动公开",
        "属于内部事务信息、过程性信息的，可以不予公开。", "联系电话：0571-88881234，传真（0571）88885678。", "投诉举报电话：12345、12329，值班电话400-800-1234转2。", "办公地址：云溪区人民路128号，邮编：310012。",
        "统一社会信用代码：11330106002489512A，组织机构代码：00248951-2。", "索引号：11330106002489512A/2019-00123", "项目代码：2019-330106-47-01-012345-000", "建字第330100201900123号、地字第330106201912001号。",
        "预售证：杭售许字（2019）第000123号；不动产单元号330106001002GB00123F00010001。", "总投资13857112233元，其中2019年投资15,000,000,000元。", "土地面积13857.11平方米，占地120.5亩。", "坐标：120.13857112233，30.27415123456。",
        "本通知自2020年1月1日起施行，有效期至2024年12月31日。", "公示期：2019-12-01至2019-12-07（5个工作日）。", "收款账号：33001616127053001234，开户行：建设银行云溪支行。", "招标编号：YXZJ-20191231-0012，采购计划编号：YX20191231000123。",
        "申请人张*，身份证号3301**********1234，联系电话138****5678。", "云建〔2019〕123号、浙政办发〔2018〕77号、国办函〔2020〕109号。", "案号：（2019）浙0106行初123号。", "共有公租房1380套，其中一期150套、二期2019套、三期1200套。",
    ];

    static string Sentence(Random random, int i) => random.Next(6) switch
    {
        0 => string.Create(CultureInfo.InvariantCulture, $"云建〔{random.Next(2008, 2027)}〕{random.Next(1, 400)}号，{random.Next(2008, 2027)}年{random.Next(1, 13)}月{random.Next(1, 29)}日。"),
        1 => string.Create(CultureInfo.InvariantCulture, $"咨询电话：0571-{random.Next(85000000, 89999999)}，{random.Next(85000000, 89999999)}。"),
        2 => string.Create(CultureInfo.InvariantCulture, $"项目代码：{random.Next(2015, 2027)}-330106-{random.Next(10, 99)}-0{random.Next(1, 4)}-{random.Next(100000, 999999)}，建字第330100{random.Next(2008, 2027)}{random.Next(1, 99999):D5}号。"),
        3 => string.Create(CultureInfo.InvariantCulture, $"金额{random.NextInt64(10_000_000_000, 19_999_999_999)}元、{random.Next(1, 99999)}.{random.Next(0, 99):D2}万元，面积{random.Next(100, 99999)}.{random.Next(0, 99)}平方米。"),
        _ => Sentences[i % Sentences.Length],
    };

    static readonly string[] Titles = ["关于公布2019年度保障性住房建设计划的通知", "云溪区公租房摇号结果公告（2019年第3期）", "2019年行政处罚结果信息公开表", "行政事业性收费目录清单", "关于废止部分行政规范性文件的决定", "2019年部门预算公开", "《云溪区房屋征收办法》政策解读"];

    [Fact]
    public void Three_hundred_clean_drafts_are_accused_of_nothing()
    {
        var random = new Random(20261123);
        List<string> accused = [];
        for (var i = 0; i < 300; i++)
        {
            var said = Enumerable.Range(0, 12).Select(k => Sentence(random, i * 5 + k)).ToList();
            string[][] rows = [["序号", "项目", "金额（元）", "日期", "文号"], .. Enumerable.Range(1, 8).Select(row => (string[])[$"{row}", "道路养护", random.NextInt64(10_000_000_000, 19_999_999_999).ToString(CultureInfo.InvariantCulture), $"2019-{random.Next(1, 13):D2}-{random.Next(1, 29):D2}", $"云建〔2019〕{random.Next(1, 400)}号"])];
            (string, byte[])[] files = (i % 6) switch
            {
                1 => [("附件1.docx", Docx(string.Concat(said.Select(line => $"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>")) + $"<w:tbl>{string.Concat(rows.Select(row => $"<w:tr>{string.Concat(row.Select(cell => $"<w:tc><w:p><w:r><w:t>{cell}</w:t></w:r></w:p></w:tc>"))}</w:tr>"))}</w:tbl>",
                    more: [("docProps/core.xml", "<c><creator>云溪区住建局</creator><created>2019-12-31T08:30:00Z</created></c>"), ("docProps/app.xml", "<p><Pages>13</Pages><Words>8571</Words><Characters>12233</Characters><TotalTime>138</TotalTime></p>")]))],
                2 => [("附件2.xlsx", Xlsx(string.Concat(rows.Select((row, r) => $"<row r=\"{r + 1}\">{string.Concat(row.Select((cell, c) => long.TryParse(cell, out _) ? $"<c r=\"{(char)('A' + c)}{r + 1}\"><v>{cell}</v></c>" : $"<c r=\"{(char)('A' + c)}{r + 1}\" t=\"str\"><v>{cell}</v></c>"))}</row>"))))],
                3 => [("附件3.pdf", SamplePdf.Of([.. Enumerable.Range(0, 25).Select(_ => string.Create(CultureInfo.InvariantCulture, $"{random.Next(1, 400)} {random.Next(2008, 2027)}-{random.Next(1, 13):D2}-{random.Next(1, 29):D2} tel 0571-{random.Next(85000000, 89999999)} 330106-{random.Next(10, 99)}-01-{random.Next(100000, 999999)} {random.Next(100, 200)}"))]))],
                4 => [("附件4.csv", Encoding.UTF8.GetBytes(string.Join("\r\n", rows.Select(row => string.Join(',', row))))), ("说明.txt", Encoding.UTF8.GetBytes(string.Join('\n', said)))],
                5 => [("图.png", Png(40, 40))],
                _ => [],
            };
            var draft = Drafts.Of(string.Concat(said.Select(line => $"<p>{line}</p>")), Titles[i % Titles.Length], files) with { Elements = [new("文号", $"云建〔2019〕{i + 1}号", IsRequired: true), new("索引号", $"11330106002489512A/2019-{i:D5}"), new("成文日期", "2019-12-31")] };
            accused.AddRange(Drafts.Examine(draft).Where(one => one.Severity == GateSeverity.Blocks || one.Code is not GateCode.PictureOfText).Select(one => $"{i} {one}"));
        }
        Assert.Empty(accused);
    }

    [Fact]
    public void A_printed_annual_report_is_accused_of_nothing()
    {
        Assert.DoesNotContain(Drafts.Examine(CleanHtml.Of(Encoding.UTF8.GetString(Printed(PrintFormat.Html)))), one => one.Code is not GateCode.BrokenLink);
        Assert.Empty(Drafts.Examine(files: [("年报.docx", Printed(PrintFormat.Docx)), ("年报.xlsx", Printed(PrintFormat.Xlsx))]));
    }

    public static TheoryData<FileType> Kinds => [FileType.Pdf, FileType.Docx, FileType.Xlsx, FileType.Ofd, FileType.Text, FileType.Csv];

    [Theory, MemberData(nameof(Kinds))]
    public void A_file_of_each_kind_is_accused_of_nothing(FileType type) => Assert.Empty(Drafts.Examine(files: ("附件" + type.Ending, FileGateTests.Of(type))));
}
