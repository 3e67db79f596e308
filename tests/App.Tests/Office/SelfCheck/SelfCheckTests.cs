using Gongkai.App.Office.SelfCheck;
using Gongkai.App.Tests.Disclosure;
using Gongkai.App.Tests.Office.Works;
using Gongkai.Records;
using Gongkai.Records.Jobs;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Access;
using Gongkai.Rules.Disclosure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.App.Tests.Office.SelfCheck;

/// <summary>自查: the pages are read as a visitor gets them, and what is planted in them is found.</summary>
[Collection(Workshop.Line)]
public sealed class SelfCheckTests(Platform platform)
{
    const string Path = "/office/selfcheck";

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Before_the_first_there_is_one_sentence_and_a_button_for_whoever_may_start()
    {
        var page = await (await platform.As(Role.Editor, "qzf")).Open(Path);
        Assert.Contains("还没有自查过", page.QuerySelector(".empty").Words(), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("main form[method=post] button"));

        var reader = await platform.As(Role.Registrar, "qzf");
        Assert.Null((await reader.Open(Path)).QuerySelector("main form[method=post]"));
    }

    [Fact]
    public async Task Dead_links_are_found_where_they_stand_and_those_outside_are_named_as_not_looked_at()
    {
        var gone = await platform.Publish("自查用已撤下的信息");
        var title = $"自查用含链接的信息{Records.Handle.Next()}";
        await platform.Publish(title, with: content => content with { Html = $"""<p><a href="{gone.Path}">撤下的</a> <a href="http://www.example.gov.cn/zfxxgk/fdzdgk/meiyou/">没有的</a> <a href="/zfxxgk/zn/">指南</a> <a href="https://other.example.com/a?b=1">外部</a> <a href="mailto:a@example.com">信</a></p>""" });
        await platform.Withdraw(gone, "重复发布");
        var editor = await platform.As(Role.Editor);
        Assert.Equal(Path, await (await editor.Send(Path, "main form[method=post]")).Leads());
        await platform.WorkOff();

        var result = await Result("zjj");
        var dead = result.Lines.Where(line => line.Rule == CheckRule.Links.Code && line.Evidence.Contains(title, StringComparison.Ordinal)).ToList();
        Assert.Equal(2, dead.Count);
        Assert.All(dead, line => Assert.Equal(CheckVerdict.Deduction, line.Verdict));
        Assert.Single(dead, line => line.Evidence.Contains("410（已撤下）", StringComparison.Ordinal) && line.Evidence.Contains(gone.Path, StringComparison.Ordinal));
        Assert.Single(dead, line => line.Evidence.Contains("/zfxxgk/fdzdgk/meiyou/ 回答 404", StringComparison.Ordinal));
        Assert.All(dead, line => Assert.StartsWith("/office/items/", line.Place, StringComparison.Ordinal));
        var outside = Assert.Single(result.Lines, line => line.Rule == CheckRule.Outside.Code);
        Assert.Equal(CheckVerdict.Unchecked, outside.Verdict);
        Assert.Contains("https://other.example.com/a?b=1", outside.Evidence, StringComparison.Ordinal);

        // What the platform itself writes on every page is whole, and is said to be.
        foreach (var rule in (CheckRule[])[CheckRule.Dates, CheckRule.Open, CheckRule.HomeLinks, CheckRule.Four, CheckRule.SiteTags, CheckRule.ColumnTags, CheckRule.ArticleTags, CheckRule.Telephone])
            Assert.True(result.Lines.Single(line => line.Rule == rule.Code).Verdict is CheckVerdict.Fine, string.Join('\n', result.Lines.Where(line => line.Rule == rule.Code)));
        // The demo site's marks lead nowhere, which an inspector would see.
        Assert.Contains(result.Lines, line => line.Rule == CheckRule.Foot.Code && line.Evidence == "“我为政府网站找错”入口没有链接。");

        var page = await editor.Open($"{Path}?verdict=Deduction");
        Assert.All(page.QuerySelectorAll("table.list tbody td:nth-child(2)"), cell => Assert.Equal("扣分", cell.Words()));
        Assert.Contains("查看结果", (await editor.Open("/office/jobs/")).QuerySelector("table.list").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agency_that_has_not_begun_hears_what_is_missing()
    {
        // Of its own: wherever other tests are, columns come and go.
        var code = $"z{Handle.Next().ToString()[..8]}";
        await platform.In(async store =>
        {
            store.Add(new Agency { Code = code, Name = $"某区新设单位{code}" });
            await store.Save(new(new("test.prepared", "测试准备"), Hand.Program, Platform.Now));
        });
        var editor = await platform.As(Role.Editor, code);
        await editor.Send(Path, "main form[method=post]");
        await platform.WorkOff();

        var lines = (await Result(code)).Lines;
        Assert.Equal("还没有栏目。", lines.Single(line => line.Rule == CheckRule.Blank.Code).Evidence);
        Assert.Equal(CheckVerdict.Deduction, lines.Single(line => line.Rule == CheckRule.Telephone.Code).Verdict);
        Assert.Contains(lines, line => line.Rule == CheckRule.Guide.Code && line.Verdict is CheckVerdict.Deduction);
    }

    [Fact]
    public async Task One_that_failed_is_told_and_the_result_before_it_stays()
    {
        var (account, _) = await platform.Officer(Role.Editor, "cgj");
        var editor = await platform.As(account);
        await platform.In(async store =>
        {
            var job = new Job { Kind = SelfCheckWork.Kind, Name = "政府信息公开自查", OwnerId = account.Id, OwnerName = account.Name, AgencyId = account.AgencyId, OrderedAt = Platform.Now };
            store.Add(job);
            job.End(new(JobState.Failed, "没有做完。"), Platform.Now);
            await store.SaveChangesAsync(Cancelled);
        });

        var page = await editor.Open(Path);
        Assert.Contains("上一次自查没有完成", page.QuerySelector(".problem").Words(), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("main form[method=post] button"));
    }

    [Fact]
    public async Task What_is_asked_from_within_answers_as_what_is_asked_from_without()
    {
        var inside = platform.Services.GetRequiredService<App.Access.Inside>();
        var without = await platform.Visitor().GetAsync("/zfxxgk/zn/", Cancelled);
        var within = await inside.Ask("/zfxxgk/zn/", onlyHead: false, Cancelled);

        Assert.Equal(await without.Content.ReadAsStringAsync(Cancelled), within.Body);
        Assert.Equal((200, 404, ""), (within.Status, (await inside.Ask("/zfxxgk/meiyou/", onlyHead: false, Cancelled)).Status, (await inside.Ask("/zfxxgk/", onlyHead: true, Cancelled)).Body));
        // Nobody is signed in from within.
        Assert.Equal(302, (await inside.Ask("/office/items", onlyHead: false, Cancelled)).Status);
    }

    async Task<CheckResult> Result(string agency)
    {
        CheckResult result = null!;
        await platform.In(async store =>
        {
            var id = await store.Agencies.WithCode(agency).Select(one => one.Id).SingleAsync(Cancelled);
            var job = await store.Jobs.AsNoTracking().Where(job => job.Kind == SelfCheckWork.Kind && job.AgencyId == id).OrderByDescending(job => job.Id).FirstAsync(Cancelled);
            Assert.True(job.State is JobState.Done, job.Message);
            await using var content = platform.Services.GetRequiredService<App.Office.Jobs.JobFolder>().Open(job.Result!)!;
            result = (await CheckResult.Read(content, Cancelled))!;
        });
        return result;
    }
}
