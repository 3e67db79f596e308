using System.Text.Json;
using Gongkai.App.Commands;

namespace Gongkai.App.Tests.Commands;

/// <summary><c>gongkai deadline</c>: the worked examples, the contract's JSON, and what the law does not allow.</summary>
public sealed class DeadlineCommandTests
{
    static Task<Answer> Ask(string received, string? facts, params string[] more) =>
        Answer.To([.. new[] { "deadline", "--received", received }, .. (facts ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(fact => new[] { "--fact", fact }), .. more]);

    [Theory]
    [InlineData("2026-01-28", null, "2026-02-06", "2026-03-03")]
    [InlineData("2026-01-28", "extended=2026-03-03", "2026-02-06", "2026-03-31")]
    [InlineData("2026-09-15", null, "2026-09-23", "2026-10-19")]
    [InlineData("2026-04-25", null, "2026-05-08", "2026-05-26")]
    [InlineData("2026-03-02", "corrected=2026-03-20", "2026-03-11", "2026-04-20")]
    [InlineData("2026-03-02", "third-party=2026-03-09,2026-03-25", "2026-03-11", "2026-04-16")]
    [InlineData("2026-03-02", "third-party=2026-03-09,2026-03-25,2026-03-11", "2026-03-11", "2026-04-16")]
    [InlineData("2026-03-02", "extended=2026-03-30", "2026-03-11", "2026-04-28")]
    [InlineData("2026-04-20", "fee=2026-05-06,2026-05-20", "2026-04-29", "2026-06-17")]
    [InlineData("2026-09-22", "corrected=2026-10-09 third-party=2026-10-12,2026-10-20 extended=2026-10-28 answered=2026-11-02", "2026-10-09", "2026-12-11")]
    public async Task The_worked_examples_hold_to_the_day(string received, string? facts, string notice, string due)
    {
        var answer = await Ask(received, facts, "--json");

        Assert.Equal((Terminal.Fine, ""), (answer.Status, answer.Error));
        var json = JsonDocument.Parse(answer.Output).RootElement;
        Assert.Equal(["received", "due", "correctionNoticeDue", "provisional", "steps"], json.EnumerateObject().Select(key => key.Name));
        Assert.Equal((received, due, notice), (json.GetProperty("received").GetString(), json.GetProperty("due").GetString(), json.GetProperty("correctionNoticeDue").GetString()));
        Assert.False(json.GetProperty("provisional").GetBoolean());
        var steps = json.GetProperty("steps").EnumerateArray().ToList();
        Assert.All(steps, step => Assert.Equal(["on", "does", "article", "due"], step.EnumerateObject().Select(key => key.Name)));
        Assert.Equal((received, "33", due), (steps[0].GetProperty("on").GetString(), steps[0].GetProperty("article").GetString(), steps[^1].GetProperty("due").GetString()));
    }

    [Fact]
    public async Task Intervals_that_overlap_are_left_out_once_in_whatever_order_they_are_told()
    {
        var one = await Ask("2026-03-02", "third-party=2026-03-09,2026-03-25 agency=2026-03-19,2026-03-27", "--json");
        var other = await Ask("2026-03-02", "agency=2026-03-19,2026-03-27 third-party=2026-03-09,2026-03-25", "--json");

        Assert.Equal("2026-04-20", JsonDocument.Parse(one.Output).RootElement.GetProperty("due").GetString());
        Assert.Equal(one.Output, other.Output);
    }

    [Fact]
    public async Task Read_by_a_person_each_step_has_its_article()
    {
        var answer = await Ask("2026-03-02", "third-party=2026-03-09,2026-03-25");

        Assert.Equal("""
            收到申请之日：2026-03-02
            补正告知最晚：2026-03-11
            答复期限：2026-04-16

            为什么是这一天：
              2026-03-02  期限 2026-03-30  《政府信息公开条例》第33条  收到申请。自次日起算，应当在 20 个工作日内答复。
              2026-03-09  期限 2026-03-30  《政府信息公开条例》第32条  向第三方发出征求意见书。自次日起，到收到意见或者期满为止，不计入答复期限。
              2026-03-25  期限 2026-04-16  《政府信息公开条例》第33条  收到第三方的意见。2026-03-09 之后到这一天共 12 个工作日不计入答复期限。

            """, answer.Output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task While_the_applicant_has_to_pay_nothing_is_due()
    {
        var answer = await Ask("2026-04-20", "fee=2026-05-06", "--json");

        var json = JsonDocument.Parse(answer.Output).RootElement;
        Assert.Equal(JsonValueKind.Null, json.GetProperty("due").ValueKind);
        var step = json.GetProperty("steps")[1];
        Assert.Equal("申请人收到收费通知，最迟应当在 2026-06-02 缴费，逾期未缴视为放弃申请。缴费以前不计算答复期限。", step.GetProperty("does").GetString());
        Assert.Equal("国办函〔2020〕109号", step.GetProperty("article").GetString());
        Assert.Contains("答复期限：等申请人缴费（到 2026-06-02），缴费后重新计算\n", (await Ask("2026-04-20", "fee=2026-05-06")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("extended=2026-03-20 extended=2026-03-23", "已延期一次，不能再次延期。")]
    [InlineData("extended=2026-03-31", "答复期限 2026-03-30 已过，不能再办理延期。")]
    [InlineData("extended=2026-03-20,21", "延长的期限最长 20 个工作日，请填写 1 到 20。")]
    [InlineData("corrected=2026-03-20 corrected=2026-03-25", "补正件已经登记过，只能补正一次。")]
    [InlineData("third-party=2026-03-25,2026-03-09", "没有这一次征求意见。")]
    [InlineData("fee=2026-03-09,2026-04-08", "缴费期限是 2026-04-07，逾期未缴视为放弃申请。")]
    [InlineData("answered=2026-03-20 extended=2026-03-23", "这件申请已经办结，不能再办理。")]
    [InlineData("corrected=2026-03-01", "日期 2026-03-01 早于前一步的 2026-03-02，请核对日期。")]
    public async Task A_fact_that_the_law_does_not_allow_is_status_1_with_the_reason(string facts, string reason)
    {
        var answer = await Ask("2026-03-02", facts, "--json");

        Assert.Equal((Terminal.FallsShort, reason + "\n"), (answer.Status, answer.Error));
        Assert.Equal(reason, JsonDocument.Parse(answer.Output).RootElement.GetProperty("reason").GetString());
    }

    [Fact]
    public async Task A_late_answer_is_status_1_and_one_in_time_is_not()
    {
        var late = await Ask("2026-03-02", "answered=2026-03-31");
        Assert.Equal((Terminal.FallsShort, "答复期限是 2026-03-30，2026-03-31 才答复，已经逾期。\n"), (late.Status, late.Error));
        Assert.Contains("答复完成，超过期限 1 个工作日。", late.Output, StringComparison.Ordinal);

        var timely = await Ask("2026-03-02", "answered=2026-03-30");
        Assert.Equal((Terminal.Fine, ""), (timely.Status, timely.Error));
    }

    [Fact]
    public async Task A_year_without_its_notice_is_provisional()
    {
        var answer = await Ask("2026-12-15", null, "--json");

        Assert.True(JsonDocument.Parse(answer.Output).RootElement.GetProperty("provisional").GetBoolean());
        Assert.Contains("注意：2027 年节假日尚未导入，期限按周一至周五估算\n", (await Ask("2026-12-15", null)).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-02-30", null, "“--received”中的“2026-02-30”不是日期，请写成 2026-03-02 这样。")]
    [InlineData("2019-05-14", null, "“--received”中的 2019-05-14 不在 2019-05-15（现行条例施行之日）到 2099-12-31 之间，不能计算。")]
    [InlineData("2026-03-02", "paid=2026-03-09", "没有“paid”这种事实，可以用的是correction-asked、corrected、third-party、joint-maker、agency、extended、deferred、fee、answered、withdrawn。")]
    [InlineData("2026-03-02", "third-party=2026-03-09", "“third-party=2026-03-09”写得不对，要写成 third-party=征求第三方意见发出之日,收到意见之日[,第三方收到征求意见书之日]，例如 third-party=2026-03-09,2026-03-25。")]
    [InlineData("2026-03-02", "corrected", "“corrected”写得不对，要写成 corrected=收到补正件之日，例如 corrected=2026-03-09。")]
    [InlineData("2026-03-02", "corrected=soon", "“corrected=soon”中的“soon”不是日期，请写成 2026-03-02 这样。")]
    [InlineData("2026-03-02", "extended=2026-03-09,x", "“extended=2026-03-09,x”中的“x”不是天数，请写 1 到 20 的整数。")]
    public async Task What_is_not_understood_is_one_sentence(string received, string? facts, string sentence) => (await Ask(received, facts, "--json")).Refuses(sentence);

    [Fact]
    public async Task Without_a_day_of_receipt_it_says_how_it_is_used() => (await Answer.To("deadline")).Refuses(
        "还没有给出选项“--received DATE”（收到申请之日，例如 2026-03-02），用法是：gongkai deadline --received DATE [--fact NAME=DATE[,DATE]] [--json]。");
}
