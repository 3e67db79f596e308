using CsCheck;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.Rules.Tests;

/// <summary>A report may hold anything: the checks answer, and do not fall.</summary>
public class HostileTests
{
    static readonly string[] Words =
    [
        "2023年", "2022年度", "20", "１２", "99999999999999999999", "一", "百", "两", "件", "条", "万元", "亿元", "，", "、", "。", "；", "（", "）", "(", "：", "《", "》", "“", "%", "未", "无", "收到", "政府信息公开", "申请",
        "依申请", "上年结转", "结转下年度", "办结", "予以公开", "部分公开", "不予公开", "其中", "包括", "分别为", "自然人", "行政复议", "行政诉讼", "维持", "制发", "规范性文件", "统计期限", "1月1日", "至", "12月31日", "我局", "共", "约", "余", "现公布", "编制", "由",
        "云溪区", "财政局", "街道办事处", "\u3000", "\u200B", "\uD800", "a",
    ];

    static readonly Gen<string> Prose = Gen.Int[0, Words.Length - 1].Select(i => Words[i]).Array[0, 60].Select(string.Concat);

    [Fact]
    public void Any_words_in_any_order_are_read_without_falling() =>
        Prose.Array[4].Sample(text => Checks.Of(new Report
        {
            Form = ReportForm.Of2021, Agency = text[0], Title = text[1], Introduction = [text[2]], Year = 2023,
            Sections = [new(1, text[3], [text[0] + text[1], text[2]]), new(1, text[0], []), new(7, "", [text[3]])],
            Cells = Samples.Clean.Cells,
        }, Samples.Clean with { Agency = text[2], Title = text[3] }), iter: 1000);

    [Fact]
    public void Cells_of_any_size_are_checked_without_falling() =>
        Gen.OneOf(Gen.Decimal, Gen.Const(decimal.MaxValue), Gen.Const(decimal.MinValue), Gen.Const(0m)).Array[200].Sample(numbers =>
        {
            var report = Samples.Clean with { Cells = new(ReportForm.Of2021, numbers.Select((n, i) => i % 3 == 0 ? CellValue.Text($"{n}元", n) : n)) };
            Checks.Of(report, Samples.LastYear(Samples.Clean));
            Aggregation.Sum(report, report with { Agency = "另一局" });
            Comparison.Of(Samples.Clean, report);
        }, iter: 200);

    [Theory]
    [InlineData("一")]
    [InlineData("《")]
    [InlineData("其中1件、")]
    [InlineData("申请公开政府信息")]
    [InlineData("因政府信息公开申请引发")]
    [InlineData("1")]
    public void A_sentence_without_end_is_no_prose(string word)
    {
        var endless = string.Concat(Enumerable.Repeat(word, 200_000 / word.Length));
        Assert.Empty(Checks.Of(Samples.Clean.Saying(1, endless)));
        Assert.NotNull(Checks.Of(Samples.Clean.Saying(1, endless[..2900])));
    }
}
