using System.Net;
using Gongkai.Documents.Templates;
using Gongkai.Records;
using Gongkai.Records.AnnualReports;
using Gongkai.Records.Numbers;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Access;
using Gongkai.Rules.Organizations;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests.Office;

/// <summary>A platform of these tests alone: they make up the leading group anew.</summary>
public sealed class RecordPlatform : Platform;

/// <summary>What stands behind the office's records: files that were sent, and letters that were written from them.</summary>
public sealed class RecordFileTests(RecordPlatform platform) : IClassFixture<RecordPlatform>
{
    static readonly Act Prepared = new(new("test.prepared", "测试准备"), Hand.Program, Platform.Now);
    static readonly DateOnly Today = new(2026, 6, 1);
    static readonly byte[] Proof = "已经发布，见专栏。"u8.ToArray();

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_leading_groups_document_is_kept_and_another_agency_does_not_get_it()
    {
        var officer = await platform.As(Role.Reviewer);
        var form = await officer.Open("/office/group/form");
        (string, string)[] seats = [("Input.Head", form.Choice("#Input_Head", "演示·甲一")), ("Input.Members", form.Choice("#Input_Director", "演示·庚七"))];
        var refused = await (await Upload(officer, "/office/group/form", "form.fields", [0x4D, 0x5A, 0, 1], "成立文件.pdf", seats)).Html();
        Assert.Contains("成立文件.pdf", refused.QuerySelector("span[data-valmsg-for='Input.File']").Words(), StringComparison.Ordinal);
        Assert.Equal("/office/group", await (await Upload(officer, "/office/group/form", "form.fields", Proof, "成立文件.txt", seats)).Leads());

        await Gets(officer, "/office/group", ".facts", "成立文件.txt", Proof);
    }

    [Fact]
    public async Task Minutes_are_kept_as_a_file()
    {
        var officer = await platform.As(Role.Reviewer);
        var path = await (await Upload(officer, "/office/meetings/edit", "form.fields", Proof, "会议纪要.txt", ("Input.Title", "有纪要文件的会议"), ("Input.On", "2026-06-01"))).Leads();

        await Gets(officer, path, "main", "会议纪要.txt", Proof);
        // A change without a file leaves the file where it is.
        Assert.Equal(path, await (await officer.Send(path.Replace("meetings/", "meetings/edit/", StringComparison.Ordinal), "form.fields", ("Input.Place", "三楼会议室"))).Leads());
        await Gets(officer, path, "main", "会议纪要.txt", Proof);

        // A newer file takes its place; the older one stays, with who put it in and when.
        await Upload(await platform.As(Role.Leader), path.Replace("meetings/", "meetings/edit/", StringComparison.Ordinal), "form.fields", "更正后的纪要"u8.ToArray(), "会议纪要（更正）.txt");
        Assert.Equal(["会议纪要（更正）.txt（18 B） 由测试领导于 2026-06-01 20:00 上传 现行", "会议纪要.txt（27 B） 由测试审核人员于 2026-06-01 20:00 上传 已被替换"],
            (await officer.Open(path)).QuerySelectorAll("[data-testid=minutes-files] li").Select(file => file.Words()));
        await Gets(officer, path, "main", "会议纪要.txt", Proof);
    }

    [Fact]
    public async Task What_proves_that_a_task_was_done_is_kept_with_it()
    {
        var (task, holder) = await Given(Today.AddDays(3));
        Assert.Equal($"/office/tasks/{task.Handle}", await (await Upload(holder, $"/office/tasks/{task.Handle}", "form[action*=Finish]", Proof, "证明.txt", ("Input.Evidence", "已发布"))).Leads());

        await Gets(holder, $"/office/tasks/{task.Handle}", ".facts", "证明.txt", Proof);
    }

    [Fact]
    public async Task A_meetings_notice_and_minutes_are_written_when_nothing_is_missing_for_them()
    {
        var officer = new Clerk(await platform.As(Role.Reviewer));
        Meeting meeting = null!;
        Person silent = null!;
        await platform.In(async store =>
        {
            var agency = await store.Agencies.WithCode("zjj").Select(one => one.Id).SingleAsync(Cancelled);
            meeting = new() { AgencyId = agency, Kind = MeetingKind.Special, Title = "文书测试会议", On = Today };
            store.Add(meeting);
            await store.Save(Prepared);
        });
        var path = $"/office/meetings/{meeting.Handle}";
        var (_, refused) = await officer.Press(path, "出具会议通知");
        Assert.Equal(["还没有填写地点，请先修改会议，填写地点后再出具通知。", "还没有选择参会人员，请先在“通知人员”中选择，再出具通知。", "还没有填写联系人，请先修改会议，填写联系人后再出具通知。"], refused.QuerySelectorAll(".problem li").Select(line => line.Words()));
        Assert.Equal(5, (await officer.Press(path, "出具会议纪要")).Page.QuerySelectorAll(".problem li").Length);

        await platform.In(async store =>
        {
            var people = await store.PeopleOf(meeting.AgencyId).Where(person => person.Telephone != null).Take(2).ToListAsync(Cancelled);
            (people[1].Telephone, silent) = (null, people[1]);
            var kept = await store.Meetings.SingleAsync(one => one.Id == meeting.Id, Cancelled);
            (kept.Place, kept.ChairId, kept.RecorderId, kept.ContactId, kept.Minutes) = ("局机关三楼会议室", people[0].Id, people[0].Id, people[1].Id, "各科室在六月底前更新目录。");
            store.AddRange(new Attendance { MeetingId = meeting.Id, PersonId = people[0].Id, Presence = Presence.Present }, new Attendance { MeetingId = meeting.Id, PersonId = people[1].Id, Presence = Presence.Absent });
            await store.Save(Prepared);
        });
        await officer.Press(path, "出具会议通知");
        var (_, page) = await officer.Press(path, "出具会议纪要");

        var links = page.QuerySelectorAll("[data-testid=letters] a");
        Assert.Equal(["文书测试会议纪要.docx", "文书测试会议通知.docx"], links.Select(link => link.Words()));
        var minutes = Letter.Text(await officer.Browser.GetByteArrayAsync(links[0].GetAttribute("href"), Cancelled));
        Assert.Contains("各科室在六月底前更新目录。", minutes);
        Assert.Contains("地点：局机关三楼会议室", minutes);
        Assert.Contains(minutes, line => line.Contains("记录人：演示·", StringComparison.Ordinal) || line.Contains("记录：演示·", StringComparison.Ordinal));
        // Without a telephone of one's own, the department's.
        var telephone = "";
        await platform.In(async store => telephone = (await store.Departments.SingleAsync(department => department.Id == silent.DepartmentId, Cancelled)).Telephone!);
        Assert.Contains(Letter.Text(await officer.Browser.GetByteArrayAsync(links[1].GetAttribute("href"), Cancelled)), line => line.Contains(silent.Name, StringComparison.Ordinal) && line.Contains(telephone, StringComparison.Ordinal));
        Assert.Contains("关于召开文书测试会议的通知", Letter.Text(await officer.Browser.GetByteArrayAsync(links[1].GetAttribute("href"), Cancelled)));
        Assert.Equal(HttpStatusCode.NotFound, (await (await platform.As(Role.Reviewer, "cgj")).GetAsync(links[0].GetAttribute("href"), Cancelled)).StatusCode);
        await platform.In(async store =>
        {
            var letter = await store.IssuedLetters.SingleAsync(one => one.AboutId == meeting.Id && one.Kind == "meeting-minutes", Cancelled);
            Assert.Equal("meeting-minutes", (await store.LetterTemplates.SingleAsync(template => template.Id == letter.TemplateId, Cancelled)).Kind);
        });
    }

    [Fact]
    public async Task An_overdue_task_gets_an_order_to_hurry_with_the_next_number()
    {
        var ((late, holder), (calm, _)) = (await Given(Today.AddDays(-5)), await Given(Today));
        var series = await Series("督测");
        var giver = new Clerk(await platform.As(Role.Leader));
        var (_, page) = await giver.Press($"/office/tasks/{late.Handle}", "出具任务督办单", ("series", series.Handle.ToString()));

        Assert.Contains("任务督办单 督测〔2026〕1号", page.QuerySelector("[data-testid=letters] li").Words(), StringComparison.Ordinal);
        var text = string.Join('\n', Letter.Text(await giver.Browser.GetByteArrayAsync(page.QuerySelector("[data-testid=letters] a")!.GetAttribute("href"), Cancelled)));
        Assert.Contains("督测〔2026〕1号", text, StringComparison.Ordinal);
        Assert.Contains("2026年5月27日", text, StringComparison.Ordinal);
        await platform.In(async store => Assert.Equal("督测〔2026〕1号", (await store.TakenNumbers.SingleAsync(taken => taken.SubjectId == late.Id, Cancelled)).Text));
        // Neither before it is due nor by whoever has it.
        Assert.DoesNotContain("出具任务督办单", (await giver.Open($"/office/tasks/{calm.Handle}")).Body.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("出具任务督办单", (await holder.Open($"/office/tasks/{late.Handle}")).Body.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_that_was_handed_up_gets_its_covering_letter()
    {
        var officer = new Clerk(await platform.As(Role.Reviewer));
        var series = await Series("函测");
        ReportSubmission submission = null!;
        ReportDraft draft = null!;
        await platform.In(async store =>
        {
            var agency = await store.Agencies.WithCode("zjj").SingleAsync(Cancelled);
            draft = (await store.BeginDraft(agency, 2020, new(null, "测试", Platform.Now))).Draft;
            submission = new() { DraftId = draft.Id, AgencyId = agency.Id, On = Today, To = "某区人民政府办公室", Digest = new('0', 64) };
            store.Add(submission);
            await store.Save(Prepared);
        });
        var (_, page) = await officer.Press($"/office/reports/{draft.Handle}/submit", "出具报送函（2026-06-01）", ("series", series.Handle.ToString()));

        Assert.Contains("年度报告报送函 函测〔2026〕1号", page.QuerySelector("[data-testid=letters] li").Words(), StringComparison.Ordinal);
        var text = Letter.Text(await officer.Browser.GetByteArrayAsync(page.QuerySelector("[data-testid=letters] a")!.GetAttribute("href"), Cancelled));
        Assert.Contains("函测〔2026〕1号", text);
        Assert.Contains("某区人民政府办公室：", text);
        // It is not published, so nothing is said of that.
        Assert.DoesNotContain(text, line => line.Contains("向社会公布", StringComparison.Ordinal));
        await platform.In(async store => Assert.Equal(submission.Id, (await store.IssuedLetters.SingleAsync(letter => letter.Kind == "report-submission", Cancelled)).AboutId));
    }

    async Task<NumberSeries> Series(string word)
    {
        NumberSeries series = null!;
        await platform.In(async store =>
        {
            series = new() { AgencyId = await store.Agencies.WithCode("zjj").Select(one => one.Id).SingleAsync(Cancelled), Name = $"{word}文", Word = word };
            store.Add(series);
            await store.Save(Prepared);
        });
        return series;
    }

    /// <summary>A task of the demo bureau that its holder has accepted, and the holder.</summary>
    async Task<(WorkTask Task, HttpClient Holder)> Given(DateOnly due)
    {
        var (account, _) = await platform.Officer(Role.Handler);
        WorkTask task = null!;
        await platform.In(async store =>
        {
            var agency = account.AgencyId!.Value;
            var department = new Department { AgencyId = agency, Name = $"文书科{Handle.Next().ToString()[..6]}", Order = 700 };
            var person = new Person { AgencyId = agency, DepartmentId = department.Id, Name = $"演示·{Handle.Next().ToString()[..6]}" };
            task = new() { AgencyId = agency, Title = "文书测试任务", DepartmentId = department.Id, PersonId = person.Id, DueOn = due, GivenById = null, GivenByName = "测试", GivenAt = Platform.Now };
            task.Accept();
            store.AddRange(department, person, task);
            (await store.Accounts.SingleAsync(one => one.Id == account.Id, Cancelled)).PersonId = person.Id;
            account.PersonId = person.Id;
            await store.Save(Prepared);
        });
        return (task, await platform.As(account));
    }

    /// <summary>A page leads to a file, which comes as it was sent, and to nobody of another agency.</summary>
    async Task Gets(HttpClient officer, string path, string part, string name, byte[] bytes)
    {
        var link = (await officer.Open(path)).QuerySelectorAll($"{part} a").Single(one => one.Words() == name).GetAttribute("href")!;
        Assert.StartsWith("/office/files/", link, StringComparison.Ordinal);
        Assert.Equal(bytes, await officer.GetByteArrayAsync(link, Cancelled));
        Assert.Equal(HttpStatusCode.NotFound, (await (await platform.As(Role.Reviewer, "cgj")).GetAsync(link, Cancelled)).StatusCode);
    }

    /// <summary>Sends a form with a file in its file field.</summary>
    static async Task<HttpResponseMessage> Upload(HttpClient officer, string path, string form, byte[] bytes, string name, params (string Name, string Value)[] fields)
    {
        var element = (await officer.Open(path)).QuerySelector(form)!;
        Assert.Equal("multipart/form-data", element.GetAttribute("enctype"));
        using var parts = new MultipartFormDataContent();
        foreach (var (field, value) in element.Fields(fields)) parts.Add(new StringContent(value), field);
        parts.Add(new ByteArrayContent(bytes), element.QuerySelector("input[type=file]")!.GetAttribute("name")!, name);
        return await officer.PostAsync(element.GetAttribute("action") is { Length: > 0 } action ? action : path, parts, Cancelled);
    }
}
