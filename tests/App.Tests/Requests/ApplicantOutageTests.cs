using System.Net;
using Gongkai.App.Tests.Accounts;
using Gongkai.App.Tests.Office;
using Gongkai.Records;
using Gongkai.Records.Requests;
using Gongkai.Rules.Requests;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests.Requests;

/// <summary>What an applicant hands in while the store cannot take it is never said to be there: they are told, and what was typed stays.</summary>
public sealed class ApplicantOutageTests(FailingPlatform failing) : IClassFixture<FailingPlatform>
{
    const string Page = "INSERT INTO \"case_pages\"";

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    async Task<(HttpClient Visitor, string Number)> Asked(params CaseFact[] facts)
    {
        var visitor = failing.Visitor();
        var (number, code) = await visitor.File();
        await failing.In(async store =>
        {
            var file = await store.FileOf(await store.Requests.SingleAsync(request => request.Number == number, Cancelled));
            var act = new Act(new("test.happened", "测试"), Hand.Program, Platform.Now.AddSeconds(1), file.Request.AgencyId);
            foreach (var fact in facts) file.Add(fact, act, null);
            await store.Save(act);
        });
        await visitor.Ask(number, code);
        return (visitor, number);
    }

    [Theory, InlineData(13, HttpStatusCode.InsufficientStorage), InlineData(10, HttpStatusCode.ServiceUnavailable), InlineData(19, HttpStatusCode.UnprocessableEntity)]
    public async Task A_correction_that_was_not_kept_is_not_said_to_be(int code, HttpStatusCode status)
    {
        var (visitor, number) = await Asked(new CaseFact.CorrectionAsked(new(2026, 6, 1), new(2026, 6, 23)));
        failing.Fail(new SqliteException("", code), Page);
        var answer = await visitor.Fill("/zfxxgk/ysqgk/cx/bz", "form.apply", ("Words", "幸福路12号的鉴定报告"));
        failing.Fail(null);
        Assert.Equal(status, answer.StatusCode);
        if (status is HttpStatusCode.UnprocessableEntity) Assert.Equal("刚才有工作人员同时在办理这件申请，补正没有保存。请再提交一次；附件请重新选择。", await answer.Said());
        Assert.Contains("幸福路12号的鉴定报告", status is HttpStatusCode.UnprocessableEntity ? (await answer.Html()).QuerySelector("#Words").Words() : "幸福路12号的鉴定报告", StringComparison.Ordinal);
        await failing.In(async store => Assert.Null((await store.FileOf(await store.Requests.SingleAsync(request => request.Number == number, Cancelled))).Clock.CorrectedOn));
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.Fill("/zfxxgk/ysqgk/cx/bz", "form.apply", ("Words", "幸福路12号的鉴定报告"))).StatusCode);
        await failing.In(async store => Assert.NotNull((await store.FileOf(await store.Requests.SingleAsync(request => request.Number == number, Cancelled))).Clock.CorrectedOn));
    }

    [Theory, InlineData(10, HttpStatusCode.ServiceUnavailable), InlineData(19, HttpStatusCode.UnprocessableEntity)]
    public async Task A_withdrawal_that_was_not_kept_is_not_said_to_be(int code, HttpStatusCode status)
    {
        var (visitor, number) = await Asked();
        failing.Fail(new SqliteException("", code), Page);
        var answer = await visitor.Fill("/zfxxgk/ysqgk/cx/ch", "form.apply");
        failing.Fail(null);
        Assert.Equal(status, answer.StatusCode);
        await failing.In(async store => Assert.Equal(Stage.Handling, (await store.Requests.SingleAsync(request => request.Number == number, Cancelled)).Stage));
        await visitor.Fill("/zfxxgk/ysqgk/cx/ch", "form.apply");
        await failing.In(async store => Assert.Equal(Stage.Withdrawn, (await store.Requests.SingleAsync(request => request.Number == number, Cancelled)).Stage));
    }

    [Theory, InlineData("pj", "Level", "5", "request_ratings"), InlineData("jy", "Ground", "WideKnowledge", "disclosure_suggestions")]
    public async Task A_rating_or_a_suggestion_that_was_not_kept_is_not_thanked_for(string page, string field, string value, string table)
    {
        var (visitor, _) = await Asked(new CaseFact.Decided(new(2026, 6, 1), Outcome.Granted), new CaseFact.Answered(new(2026, 6, 1), Service.Electronically));
        failing.Fail(new SqliteException("", 10), $"INSERT INTO \"{table}\"");
        var answer = await visitor.Fill($"/zfxxgk/ysqgk/cx/{page}", "form.apply", (field, value));
        failing.Fail(null);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.Fill($"/zfxxgk/ysqgk/cx/{page}", "form.apply", (field, value))).StatusCode);
    }
}
