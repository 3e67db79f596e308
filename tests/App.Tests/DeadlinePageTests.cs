using System.Net;
using AngleSharp.Dom;

namespace Gongkai.App.Tests;

/// <summary>为什么是这一天, and the fee beside it: by address alone, without script.</summary>
public class DeadlinePageTests(Platform platform)
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    async Task<(HttpStatusCode Status, IDocument Page)> Ask(string query)
    {
        var answer = await platform.Visitor().GetAsync($"/qx/?{query}", Cancelled);
        return (answer.StatusCode, await answer.Html());
    }

    [Theory]
    [InlineData("received=2026-01-28", "答复期限是 2026 年 3 月 3 日（星期二）（含当日）。", "2026 年 2 月 6 日（星期五）")]
    [InlineData("received=2026-01-28&extended=2026-03-03", "答复期限是 2026 年 3 月 31 日（星期二）（含当日）。", "2026 年 2 月 6 日（星期五）")]
    [InlineData("received=20260915", "答复期限是 2026 年 10 月 19 日（星期一）（含当日）。", "2026 年 9 月 23 日（星期三）")]
    [InlineData("received=2026-04-25", "答复期限是 2026 年 5 月 26 日（星期二）（含当日）。", "2026 年 5 月 8 日（星期五）")]
    [InlineData("received=2026-03-02&corrected=2026-03-20", "答复期限是 2026 年 4 月 20 日（星期一）（含当日）。", "2026 年 3 月 11 日（星期三）")]
    [InlineData("received=2026-03-02&with1=third-party&sent1=2026-03-09&reached1=2026-03-11&heard1=2026-03-25", "答复期限是 2026 年 4 月 16 日（星期四）（含当日）。", "2026 年 3 月 11 日（星期三）")]
    [InlineData("received=2026-03-02&extended=2026-03-30&days=20", "答复期限是 2026 年 4 月 28 日（星期二）（含当日）。", "2026 年 3 月 11 日（星期三）")]
    [InlineData("received=2026-04-20&noticed=2026-05-06&paid=2026-05-20", "答复期限是 2026 年 6 月 17 日（星期三）（含当日）。", "2026 年 4 月 29 日（星期三）")]
    [InlineData("received=2026-04-20&noticed=2026-05-06", "正在等申请人缴费（到 2026 年 6 月 2 日（星期二））。缴费以后重新计算期限。", "2026 年 4 月 29 日（星期三）")]
    [InlineData("received=2026-09-22&asked=2026-09-24&corrected=2026-10-09&sent1=2026-10-12&reached1=2026-10-12&heard1=2026-10-20&extended=2026-10-28&answered=2026-11-02", "答复期限是 2026 年 12 月 11 日（星期五），已经按期答复。", "2026 年 10 月 9 日（星期五）")]
    public async Task The_worked_examples_hold_to_the_day(string query, string verdict, string notice)
    {
        var (status, page) = await Ask(query);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(verdict, page.QuerySelector(".verdict").Words());
        Assert.Contains(page.QuerySelectorAll(".facts dd"), fact => fact.Words() == notice);
        Assert.Empty(page.QuerySelectorAll(".problem"));
    }

    [Fact]
    public async Task Each_step_stands_with_its_article_and_what_is_due_then()
    {
        var (_, page) = await Ask("received=2026-03-02&with1=third-party&sent1=2026-03-09&heard1=2026-03-25&extended=2026-03-30&days=5");
        var steps = page.QuerySelectorAll("ol.steps li").Select(step => (step.QuerySelector("time").Words(), step.QuerySelector(".follows span").Words(), step.QuerySelector("strong").Words()));

        Assert.Equal(
            [
                ("2026-03-02", "依据：《政府信息公开条例》第33条", "2026-03-30"),
                ("2026-03-09", "依据：《政府信息公开条例》第32条", "2026-03-30"),
                ("2026-03-25", "依据：《政府信息公开条例》第33条", "2026-04-16"),
                ("2026-03-30", "依据：《政府信息公开条例》第33条", "2026-04-23"),
            ], steps);
    }

    [Fact]
    public async Task What_the_law_does_not_allow_is_said_beside_its_field_and_nothing_typed_is_lost()
    {
        var (status, page) = await Ask("received=2026-03-02&extended=2026-03-31&days=20&answered=2026-04-02");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal("#extended", page.QuerySelector(".problem a")!.GetAttribute("href"));
        Assert.Equal("答复期限 2026-03-30 已过，不能再办理延期。", page.QuerySelector(".problem a").Words());
        Assert.Equal("错误：答复期限 2026-03-30 已过，不能再办理延期。", page.GetElementById("extended-problem").Words());
        foreach (var (key, typed) in ((string, string)[])[("received", "2026-03-02"), ("extended", "2026-03-31"), ("days", "20"), ("answered", "2026-04-02")])
            Assert.Equal(typed, page.GetElementById(key)!.GetAttribute("value"));
        Assert.StartsWith("错误：", page.Title, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("received=", "received", "请填写收到申请之日。")]
    [InlineData("received=2026-02-30", "received", "收到申请之日“2026-02-30”不是日期，请写成 2026-03-02 这样。")]
    [InlineData("received=2008-05-01", "received", "收到申请之日 2008-05-01 不在 2019-05-15（现行条例施行之日）到 2099-12-31 之间，不能计算。")]
    [InlineData("received=2026-03-02&heard2=2026-03-25", "sent2", "第 2 次征求意见还没有填写发出之日。")]
    [InlineData("received=2026-03-02&paid=2026-03-25", "noticed", "填写了缴费之日，还要填写收到收费通知之日。")]
    [InlineData("received=2026-03-02&told=2026-03-25", "until", "填写了告知延迟答复之日，还要填写延迟到的日期。")]
    [InlineData("received=2026-03-02&extended=2026-03-25&days=十", "days", "延长的工作日“十”不是整数，请填写 1 到 20。")]
    public async Task What_is_not_understood_is_one_sentence_at_its_field(string query, string field, string sentence)
    {
        var (status, page) = await Ask(query);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal(($"#{field}", sentence), (page.QuerySelector(".problem a")!.GetAttribute("href"), page.QuerySelector(".problem a").Words()));
        Assert.Equal($"错误：{sentence}", page.GetElementById(field + "-problem").Words());
        Assert.Empty(page.QuerySelectorAll("ol.steps"));
    }

    [Fact]
    public async Task What_is_typed_comes_back_as_text_and_never_as_markup()
    {
        var (_, page) = await Ask("received=" + Uri.EscapeDataString("\"><script>alert(1)</script>") + "&with1=" + Uri.EscapeDataString("<b>") + "&sent1=" + new string('9', 5000));

        Assert.Empty(page.QuerySelectorAll("main script, main b"));
        Assert.Equal("\"><script>alert(1)</script>", page.GetElementById("received")!.GetAttribute("value"));
        Assert.Equal(40, page.GetElementById("sent1")!.GetAttribute("value")!.Length);
    }

    [Fact]
    public async Task Today_it_is_said_how_much_of_the_term_is_used()
    {
        // The platform stands on Monday 1 June 2026.
        var (_, page) = await Ask("received=2026-05-25");

        Assert.Contains(page.QuerySelectorAll(".facts dd"), fact => fact.Words() == "已计 5 个工作日，不计入 0 个，剩余 15 个");
    }

    [Fact]
    public async Task A_fresh_form_asks_and_accuses_nobody()
    {
        var page = await platform.Page("/qx/");

        Assert.Empty(page.QuerySelectorAll(".problem, .field-problem, .verdict"));
        Assert.Equal("get", page.QuerySelector("form.told")!.GetAttribute("method"));
        Assert.Equal("qx", page.QuerySelector(".side a[aria-current]")!.GetAttribute("href")!.Trim('/'));
        Assert.NotNull(page.QuerySelector("main a[href='/qx/sf']"));
    }

    [Theory]
    [InlineData("requests", 10, 0), InlineData("requests", 11, 100), InlineData("requests", 20, 1000), InlineData("requests", 30, 2000), InlineData("requests", 31, 2200)]
    [InlineData("requests", 40, 4000), InlineData("requests", 41, 4300), InlineData("requests", 50, 7000), InlineData("requests", 60, 11_000), InlineData("requests", 100, 37_000)]
    [InlineData("pages", 30, 0), InlineData("pages", 31, 10), InlineData("pages", 100, 700), InlineData("pages", 101, 720), InlineData("pages", 200, 2700), InlineData("pages", 201, 2740), InlineData("pages", 300, 6700)]
    public async Task The_fee_is_right_to_the_yuan(string basis, int count, int yuan)
    {
        var page = await platform.Page($"/qx/sf?{basis}={count}");

        Assert.Equal($"{count} {(basis == "pages" ? "页" : "件")}，共 {yuan} 元。", page.QuerySelector(".verdict").Words());
        Assert.Equal(count.ToString(System.Globalization.CultureInfo.InvariantCulture), page.GetElementById(basis)!.GetAttribute("value"));
        Assert.NotEmpty(page.QuerySelectorAll(".tiers li"));
    }

    [Theory]
    [InlineData("requests=-1", "“-1”不是可以计算的数量，请填写 0 到 10000 的整数。")]
    [InlineData("pages=1000001", "“1000001”不是可以计算的数量，请填写 0 到 1000000 的整数。")]
    public async Task A_number_that_cannot_be_counted_gets_a_sentence(string query, string sentence)
    {
        var answer = await platform.Visitor().GetAsync($"/qx/sf?{query}", Cancelled);
        var page = await answer.Html();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(sentence, page.QuerySelector(".problem a").Words());
        Assert.NotEqual("", page.GetElementById(query.Split('=')[0])!.GetAttribute("value"));
    }
}
