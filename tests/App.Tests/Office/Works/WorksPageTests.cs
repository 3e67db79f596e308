using System.Net;
using Gongkai.App.Office.Jobs;
using Gongkai.Records;
using Gongkai.Records.Jobs;
using Gongkai.Records.Notices;
using Gongkai.Rules.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.App.Tests.Office.Works;

/// <summary>The pages: who sees what, and what they do.</summary>
[Collection(Workshop.Line)]
public sealed class WorksPageTests(Platform platform)
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/office/outbox")]
    [InlineData("/office/health")]
    public async Task Only_who_runs_the_system_sees_its_queues(string path)
    {
        foreach (var role in Enum.GetValues<Role>())
            Assert.Equal(role == Role.SystemAdministrator ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await (await platform.As(role)).GetAsync(path, Cancelled)).StatusCode);
    }

    [Fact]
    public async Task The_auditor_verifies_the_trail_in_the_background_and_takes_the_result_away()
    {
        var (auditor, _) = await platform.Officer(Role.SecurityAuditor);
        var desk = await platform.As(auditor);
        var answer = await JobWorkerTests.Post(desk, "/office/jobs?handler=Start", ("kind", "trail.verify"));
        Assert.Equal("/office/jobs/", answer.Headers.Location!.OriginalString);
        Assert.Contains("已启动“核对审计链”", (await (await desk.GetAsync("/office/jobs", Cancelled)).Html()).QuerySelector(".done").Words(), StringComparison.Ordinal);
        await platform.WorkOff();

        var row = (await (await desk.GetAsync("/office/jobs", Cancelled)).Html()).QuerySelector("table.list tbody tr")!;
        Assert.Contains("● 已完成", row.Words(), StringComparison.Ordinal);
        var file = await desk.GetStringAsync(row.QuerySelector("a")!.GetAttribute("href"), Cancelled);
        Assert.True(row.Words().Contains("没有发现问题", StringComparison.Ordinal), $"{row.Words()}\n{file}");
        Assert.Equal("\"类别\",\"位置\",\"说明\"\r\n", file);
    }

    [Fact]
    public async Task The_trail_is_exported_with_the_export_in_it_the_next_time_and_only_the_desks_own_chain()
    {
        var (auditor, _) = await platform.Officer(Role.SecurityAuditor);
        var desk = await platform.As(auditor);
        for (var round = 0; round < 2; round++)
        {
            await JobWorkerTests.Post(desk, "/office/jobs?handler=Start", ("kind", "trail.export"));
            await platform.WorkOff();
        }
        Job last = null!;
        await platform.In(async store => last = await store.Jobs.AsNoTracking().Where(job => job.OwnerId == auditor.Id).OrderByDescending(job => job.Id).FirstAsync(Cancelled));
        var lines = (await desk.GetStringAsync($"/office/jobs/{last.Handle}/result", Cancelled)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.StartsWith("\"审计链\",\"序号\",\"时间\",\"事项\"", lines[0], StringComparison.Ordinal);
        Assert.All(lines.Skip(1), line => Assert.StartsWith($"\"{auditor.AgencyId:D}\",", line, StringComparison.Ordinal));
        Assert.Equal(lines.Length - 1, last.Done);
        Assert.Equal(2, lines.Count(line => line.Contains("\"job.ordered\"", StringComparison.Ordinal) && line.Contains("trail.export", StringComparison.Ordinal) && line.Contains(auditor.Id.ToString("D"), StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_trail_page_starts_its_verification_and_exports_what_is_asked_for()
    {
        var (auditor, _) = await platform.Officer(Role.SecurityAuditor);
        var desk = await platform.As(auditor);
        Assert.Equal("/office/jobs/", (await desk.Send("/office/trail", "form[action*=verify]")).Headers.Location!.OriginalString);
        Assert.Contains("已启动“核对审计链”", (await desk.Open("/office/jobs")).QuerySelector(".done").Words(), StringComparison.Ordinal);
        await platform.WorkOff();
        await desk.Send("/office/trail?from=2026-06-01&to=2026-06-01&deed=job.ordered&agency=zjj", "form[action*=export]");
        await platform.WorkOff();

        List<Job> jobs = [];
        await platform.In(async store => jobs = await store.Jobs.AsNoTracking().Where(job => job.OwnerId == auditor.Id).OrderBy(job => job.Id).ToListAsync(Cancelled));
        Assert.Equal([("trail.verify", JobState.Done), ("trail.export", JobState.Done)], jobs.Select(job => (job.Kind, job.State)));
        var lines = (await desk.GetStringAsync($"/office/jobs/{jobs[1].Handle}/result", Cancelled)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.True(lines.Length > 2);
        Assert.All(lines.Skip(1), line => Assert.Contains("\"job.ordered\"", line, StringComparison.Ordinal));
        Assert.Contains("没有符合条件的记录，不用导出", (await (await desk.Send("/office/trail?to=2026-05-31", "form[action*=export]")).Html()).QuerySelector(".problem").Words(), StringComparison.Ordinal);

        // Another agency's chain is not there.
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Send("/office/trail?agency=cgj", "form[action*=export]")).StatusCode);
    }

    [Fact]
    public async Task Who_may_not_read_the_trail_cannot_start_its_export_nor_see_anothers_jobs()
    {
        var (owner, _) = await platform.Officer(Role.Handler);
        var job = await platform.Order(owner, new TestWork((_, _) => Task.FromResult("")), Platform.Now);
        var editor = await platform.As(Role.Editor);
        var page = await (await editor.GetAsync("/office/jobs", Cancelled)).Html();

        Assert.Empty(page.QuerySelectorAll("input[name=kind][value^='trail.']"));
        Assert.DoesNotContain(job.Handle.ToString(), page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await JobWorkerTests.Post(editor, "/office/jobs?handler=Start", ("kind", "trail.export"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await JobWorkerTests.Post(editor, "/office/jobs?handler=Cancel", ("handle", job.Handle.ToString()))).StatusCode);
        var admin = await (await (await platform.As(Role.SystemAdministrator)).GetAsync("/office/jobs?open=true", Cancelled)).Html();
        Assert.NotNull(admin.QuerySelector($"[data-job='{job.Handle}']"));
        await JobWorkerTests.Post(await platform.As(owner), "/office/jobs?handler=Cancel", ("handle", job.Handle.ToString()));
    }

    [Fact]
    public async Task Notices_are_counted_in_the_bar_opened_and_read_and_are_nobody_elses()
    {
        var (reader, _) = await platform.Officer(Role.Editor);
        await platform.In(async store =>
        {
            for (var i = 0; i < 3; i++) await store.Tell(reader.Id, NoticeTopic.Jobs, $"第 {i} 条<b>", "/office/jobs/", Platform.Now.AddMinutes(i));
            await store.SaveChangesAsync(Cancelled);
        });
        var desk = await platform.As(reader);
        var page = await (await desk.GetAsync("/office/notices", Cancelled)).Html();
        Assert.Equal("未读消息 3", page.QuerySelector(".unread").Words());
        Assert.Equal(["第 2 条<b>", "第 1 条<b>", "第 0 条<b>"], page.QuerySelectorAll("table.list tbody tr td:nth-child(2)").Select(cell => cell.Words()));
        var handle = page.QuerySelector("input[name=handle]")!.GetAttribute("value")!;
        var opened = await JobWorkerTests.Post(desk, "/office/notices?handler=Open", ("handle", handle));
        Assert.Equal("/office/jobs/", opened.Headers.Location!.OriginalString);

        var after = await (await desk.GetAsync("/office/notices", Cancelled)).Html();
        Assert.Equal("未读消息 2", after.QuerySelector(".unread").Words());
        Assert.Equal("第 2 条<b>", after.QuerySelector("table.list tbody tr:last-child td:nth-child(2)").Words());
        Assert.Equal(HttpStatusCode.NotFound, (await JobWorkerTests.Post(await platform.As(Role.Editor), "/office/notices?handler=Read", ("handle", handle))).StatusCode);
        await JobWorkerTests.Post(desk, "/office/notices?handler=ReadAll");
        Assert.Null((await (await desk.GetAsync("/office/notices?unread=true", Cancelled)).Html()).QuerySelector(".unread"));
    }

    [Fact]
    public async Task Whoever_wants_mail_says_where_to_and_the_address_is_never_shown()
    {
        var (reader, _) = await platform.Officer(Role.Editor);
        var desk = await platform.As(reader);
        var refused = await JobWorkerTests.Post(desk, "/office/notices/mail", ("Input.Address", "not an address"), ("Input.Topics", "Jobs"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await refused.Html();
        Assert.Equal("邮箱地址看不懂，请填写形如 name@example.gov.cn 的地址", page.QuerySelector(".problem li").Words());
        Assert.Equal("not an address", page.QuerySelector("#Input_Address")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await JobWorkerTests.Post(desk, "/office/notices/mail", ("Input.Topics", "Jobs"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await JobWorkerTests.Post(desk, "/office/notices/mail", ("Input.Address", "canary@example.gov.cn"), ("Input.Topics", "Jobs"))).StatusCode);

        Assert.DoesNotContain("canary", await desk.GetStringAsync("/office/notices/mail", Cancelled), StringComparison.Ordinal);
        await platform.In(async store =>
        {
            var choice = await store.Set<MailChoice>().SingleAsync(choice => choice.AccountId == reader.Id, Cancelled);
            Assert.Equal([NoticeTopic.Jobs], choice.Topics);
            Assert.DoesNotContain("canary", choice.Address!.Value.Cipher, StringComparison.Ordinal);
            Assert.DoesNotContain(await store.Trail.Select(entry => entry.Content).ToListAsync(Cancelled), content => content.Contains("canary", StringComparison.Ordinal));
        });
        await JobWorkerTests.Post(desk, "/office/notices/mail", ("Input.Forget", "true"));
        await platform.In(async store => Assert.Null((await store.Set<MailChoice>().SingleAsync(choice => choice.AccountId == reader.Id, Cancelled)).Address));
    }

    [Fact]
    public async Task Health_says_in_words_what_is_not_set_up_and_what_to_do()
    {
        var admin = await platform.As(Role.SystemAdministrator);
        var rows = (await (await admin.GetAsync("/office/health", Cancelled)).Html()).QuerySelectorAll("table.list tbody tr").Select(row => row.Words()).ToList();

        Assert.Contains(rows, row => row.StartsWith("短信 ○ 未启用 短信未配置；没有待发的消息。 需要发短信时，请配置 Sms:Url 和 Sms:Secret。", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.StartsWith("备份 ■ 需要处理 还没有用 gongkai store backup 备份过。", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.StartsWith("磁盘空间", StringComparison.Ordinal) && row.Contains("数据目录", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.StartsWith("数据库 ● 正常 SQLite，占用", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.StartsWith("密钥 ■ 需要处理 共 ", StringComparison.Ordinal) && row.Contains("还没有另外备份过", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.StartsWith("审计检查点", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.StartsWith("定时工作：补扫待查文件", StringComparison.Ordinal));
        Assert.Contains("邮件未配置", (await (await admin.GetAsync("/office/outbox", Cancelled)).Html()).QuerySelector(".warn").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_notices_are_leafed_through_page_by_page()
    {
        var (reader, _) = await platform.Officer(Role.Editor);
        await platform.In(async store =>
        {
            for (var i = 0; i < 130; i++) await store.Tell(reader.Id, NoticeTopic.Jobs, $"第 {i} 条", "/office/jobs/", Platform.Now.AddMinutes(i));
            await store.Save(new(new("test.prepared", "测试准备"), Hand.Program, Platform.Now));
        });
        var desk = await platform.As(reader);

        var first = await (await desk.GetAsync("/office/notices?unread=true&topic=Jobs", Cancelled)).Html();
        var next = first.QuerySelector(".pager a[rel=next]")!.GetAttribute("href")!;
        var second = await (await desk.GetAsync(next, Cancelled)).Html();

        Assert.Equal("/office/notices/?topic=Jobs&unread=true&page=2", next);
        Assert.Equal("2", second.QuerySelector(".pager [aria-current]").Words());
        Assert.DoesNotContain(first.QuerySelector("table.list tbody tr").Words(), second.Body.Words(), StringComparison.Ordinal);
    }
}
