using System.Net;
using Gongkai.App.Office.Jobs;
using Gongkai.App.Tests.Office.Works;
using Gongkai.Records;
using Gongkai.Records.Accounts;
using Gongkai.Records.Organizations;
using Gongkai.Records.Trail;
using Gongkai.Rules.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.App.Tests.Office;

/// <summary>A platform whose trail is falsified.</summary>
public sealed class FalsifiedPlatform : Platform;

/// <summary>The auditor inspects the trail (J6), from signing in to what an intruder leaves.</summary>
[Collection(Workshop.Line)]
public sealed class TrailJourneyTests(FalsifiedPlatform platform) : IClassFixture<FalsifiedPlatform>
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_auditor_finds_who_looked_verifies_exports_and_learns_of_every_attempt()
    {
        var person = await SomeoneWithAMobileNumber();
        var reviewer = await platform.As(Role.Reviewer);
        await reviewer.Send($"/office/people/{person.Handle}", "form[action*=Mobile]", ("purpose", "通知领取答复书"));
        var auditor = await platform.As(Role.SecurityAuditor);

        // No way to what the trail is about.
        var desk = await auditor.Open("/office/trail");
        Assert.Equal(["工作台", "消息", "任务中心", "审计日志", "个人信息查看记录", "我的账号"], desk.QuerySelectorAll(".office-menu a").Select(entry => entry.Words()));
        foreach (var path in (string[])["/office/reports", $"/office/people/{person.Handle}", "/office/tasks", "/office/accounts"])
            Assert.Equal(HttpStatusCode.NotFound, (await auditor.GetAsync(path, Cancelled)).StatusCode);

        // A look: by whom, when, what for, and never the value.
        var row = Assert.Single((await auditor.Open("/office/trail?looks=true")).QuerySelectorAll("table.list tbody tr"));
        Assert.Equal(["2026-06-01 20:00:00", "查看手机号", "测试审核人员", "通知领取答复书"], ((int[])[0, 1, 2, 4]).Select(cell => row.Children[cell].Words()));
        var look = await auditor.Open(row.QuerySelector("a")!.GetAttribute("href")!);
        Assert.Contains("人员“演示·被查看人”的手机号", look.QuerySelector("dl.facts").Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("13800000009", look.Body.Words(), StringComparison.Ordinal);
        var report = await auditor.Open($"/office/trail/looks?whose={person.Handle}&from=2026-06-01T19:59&to=2026-06-01T20:01");
        Assert.Equal(["测试审核人员", "1", "2026-06-01 20:00", "2026-06-01 20:00"], report.QuerySelector("table.list tbody tr")!.Children.Select(cell => cell.Words()));
        Assert.Contains("通知领取答复书", report.QuerySelectorAll("table.list")[1].Words(), StringComparison.Ordinal);
        Assert.NotNull((await auditor.Open($"/office/trail/looks?whose={person.Handle}&to=2026-06-01T20:00")).QuerySelector(".empty"));

        Assert.Contains("没有发现问题", await Run(auditor, "/office/trail?handler=verify"), StringComparison.Ordinal);

        // An export is in the trail, and so is whoever took it away.
        Assert.Contains("导出了 1 条", await Run(auditor, "/office/trail?handler=export", ("looks", "true")), StringComparison.Ordinal);
        var file = await auditor.GetStringAsync((await Newest(auditor)).QuerySelector("a")!.GetAttribute("href"), Cancelled);
        Assert.Contains("通知领取答复书", file, StringComparison.Ordinal);
        foreach (var deed in (string[])["job.ordered", "job.ended", "job.fetched"])
            Assert.Contains("导出审计记录", (await Entry(auditor, $"/office/trail?deed={deed}")).QuerySelector("dl.facts").Words(), StringComparison.Ordinal);

        // The administrator cannot touch it, and trying is an event.
        var administrator = await platform.As(Role.SystemAdministrator);
        var before = await Count();
        foreach (var (method, path) in (IEnumerable<(HttpMethod, string)>)[(HttpMethod.Delete, "/office/trail/zjj/1"), (HttpMethod.Put, "/office/trail/zjj/1"), (HttpMethod.Patch, "/office/trail/zjj/1"), (HttpMethod.Delete, "/office/trail")])
        {
            var refused = await administrator.SendAsync(new(method, path), Cancelled);
            Assert.Equal(HttpStatusCode.MethodNotAllowed, refused.StatusCode);
        }
        Assert.Equal(before + 4, await Count());
        Assert.Contains("DELETE /office/trail，已拒绝", (await Entry(auditor, "/office/trail?deed=trail.tried")).QuerySelector("dl.facts").Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await auditor.GetAsync("/office/trail/zjj/1", Cancelled)).StatusCode);

        // Whoever owns the database can; then the verification says where.
        var falsified = await Falsify();
        Assert.Contains("发现 1 处问题", await Run(auditor, "/office/trail?handler=verify"), StringComparison.Ordinal);
        var faults = await auditor.GetStringAsync((await Newest(auditor)).QuerySelector("a")!.GetAttribute("href"), Cancelled);
        Assert.Contains($"第 {falsified} 条的检索列与内容不一致", faults, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_without_an_account_learns_that_there_is_a_trail()
    {
        var stranger = await platform.Visitor().SendAsync(new(HttpMethod.Delete, "/office/trail/zjj/1"), Cancelled);
        Assert.NotEqual(HttpStatusCode.MethodNotAllowed, stranger.StatusCode);
        await platform.In(async store => Assert.False(await store.Trail.AnyAsync(entry => entry.Deed == "trail.tried" && entry.Account == null, Cancelled)));
    }

    async Task<string> Run(HttpClient officer, string order, params (string, string)[] fields)
    {
        await JobWorkerTests.Post(officer, order, fields);
        await platform.WorkOff();
        return (await Newest(officer)).Words();
    }

    // The clock stands still, so the newest stands last.
    static async Task<AngleSharp.Dom.IElement> Newest(HttpClient officer) => (await officer.Open("/office/jobs")).QuerySelectorAll("table.list tbody tr")[^1];

    static async Task<AngleSharp.Dom.IDocument> Entry(HttpClient auditor, string list) =>
        await auditor.Open((await auditor.Open(list)).QuerySelector("table.list tbody a")!.GetAttribute("href")!);

    async Task<int> Count()
    {
        var count = 0;
        await platform.In(async store => count = await store.Trail.CountAsync(Cancelled));
        return count;
    }

    async Task<Person> SomeoneWithAMobileNumber()
    {
        Person person = null!;
        await platform.In(async store =>
        {
            var agency = await store.Agencies.WithCode("zjj").Select(agency => agency.Id).SingleAsync(Cancelled);
            await using var scope = platform.Services.CreateAsyncScope();
            store.Add(person = new Person { AgencyId = agency, Name = "演示·被查看人", Mobile = scope.ServiceProvider.GetRequiredService<App.Access.Vault>().Seal("13800000009") });
            await store.Save(new(new("test.prepared", "测试准备"), Hand.Program, Platform.Now, agency));
        });
        return person;
    }

    async Task<long> Falsify()
    {
        long sequence = 0;
        await platform.In(async store =>
        {
            var entry = await store.Trail.SingleAsync(entry => entry.Deed == OrganizationDeeds.MobileRead.Code, Cancelled);
            sequence = entry.Sequence;
            await store.Database.ExecuteSqlRawAsync("DROP TRIGGER trail_entries_no_update", Cancelled);
            Assert.Equal(1, await store.Database.ExecuteSqlAsync($"UPDATE trail_entries SET \"By\" = '别人' WHERE \"Chain\" = {entry.Chain} AND \"Sequence\" = {entry.Sequence}", Cancelled));
        });
        return sequence;
    }
}
