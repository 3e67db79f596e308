using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Dom;
using Gongkai.App.Office.Imports;
using Gongkai.App.Office.Jobs;
using Gongkai.App.Tests.Office.Works;
using Gongkai.App.Ui;
using Gongkai.Documents.Reading;
using Gongkai.Records;
using Gongkai.Records.Jobs;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Access;
using Gongkai.Rules.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.App.Tests.Office;

/// <summary>A bureau takes in its departments, people, posts and duties from Excel: looked over first, once only, and every wrong row named.</summary>
[Collection(Workshop.Line)]
public sealed class ListImportTests(Platform platform)
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    const string Departments = "科室名称,类别,上级科室,职能,电话,排序\n导入一科,科室,,负责导入,０５７１－８８８８,７\n导入二科,局属单位,导入一科,,,\n";
    const string People = "姓名,科室,职务,职务层级,任职日期,办公电话,手机,排序\n导入甲,,副局长,分管领导,2026.3.1,,,\n导入乙,导入一科,科长,科室负责人,２０２６年４月１日,0571-1,13900001234,\n导入乙,导入一科,支部书记,,20260501,,,\n";
    const string Duties = "职责名称,类别,依据,内容,责任科室,负责领导,协管领导,责任人\n导入职责,办理公开事宜,,,导入一科,导入甲,,导入乙\n";

    [Fact]
    public async Task The_list_is_tried_confirmed_and_taken_and_a_second_time_changes_nothing()
    {
        var (owner, _) = await platform.Officer(Role.SystemAdministrator, "wygl");
        var desk = await platform.As(owner);
        Assert.Equal("试导入：新增 2 行，都可以导入。数据还没有改动，请确认后导入。", (await Try(desk, "departments", Departments)).Said);
        await platform.In(async store => Assert.False(await store.Departments.AnyAsync(one => one.Name == "导入一科", Cancelled)));

        Assert.Equal("导入完成：新增 2 行。", await Import(desk, "departments", Departments));
        Assert.Equal("导入完成：新增 2 行，修改 1 行。", await Import(desk, "people", People));
        Assert.Equal("导入完成：新增 1 行。", await Import(desk, "duties", Duties));
        long entries = 0;
        await platform.In(async store => entries = await store.Trail.LongCountAsync(entry => entry.Chain == owner.AgencyId && entry.Deed.EndsWith(".imported"), Cancelled));
        Assert.Equal("导入完成：不变 2 行。", await Import(desk, "departments", Departments));
        Assert.Equal("导入完成：不变 3 行。", await Import(desk, "people", People));
        Assert.Equal("导入完成：不变 1 行。", await Import(desk, "duties", Duties));

        await platform.In(async store =>
        {
            Assert.Equal(entries, await store.Trail.LongCountAsync(entry => entry.Chain == owner.AgencyId && entry.Deed.EndsWith(".imported"), Cancelled));
            var people = await store.People.Where(one => one.AgencyId == owner.AgencyId && one.Name.StartsWith("导入")).OrderBy(one => one.Name).ToListAsync(Cancelled);
            Assert.Equal(["导入甲", "导入乙"], people.OrderBy(one => one.Order).Select(one => one.Name));
            var second = people.Single(one => one.Name == "导入乙");
            var posts = await store.PostsOf(second.Id);
            Assert.Equal([("科长", Rank.DepartmentHead, new DateOnly(2026, 4, 1)), ("支部书记", Rank.Staff, new DateOnly(2026, 5, 1))], posts.Select(post => (post.Title, post.Rank, post.From)));
            // 手机号 is sealed, and stands in no row and no link of the trail.
            Assert.DoesNotContain("13900001234", second.Mobile!.Value.Cipher, StringComparison.Ordinal);
            Assert.False(await store.Trail.AnyAsync(entry => entry.Content.Contains("13900001234"), Cancelled));
            var under = await store.Departments.SingleAsync(one => one.AgencyId == owner.AgencyId && one.Name == "导入二科", Cancelled);
            Assert.Equal((await store.Departments.SingleAsync(one => one.AgencyId == owner.AgencyId && one.Name == "导入一科", Cancelled)).Id, under.ParentId);
            var line = Assert.Single(await store.Lines(await store.Duties.Where(duty => duty.Name == "导入职责" && duty.AgencyId == owner.AgencyId).ToListAsync(Cancelled)));
            Assert.Equal(("导入甲", "导入一科", "导入乙"), (line.Leader!.Name, line.Department!.Name, line.Person!.Name));
        });
        // Neither the list nor what came of it lies open on the disk.
        foreach (var file in Directory.EnumerateFiles(Path.Combine(platform.Data, "jobs")))
            Assert.DoesNotContain("13900001234", Encoding.UTF8.GetString(await File.ReadAllBytesAsync(file, Cancelled)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_row_in_error_is_named_with_its_number_its_column_and_what_to_do()
    {
        var desk = await platform.As(Role.SystemAdministrator, "cgj");
        var (said, page, _) = await Try(desk, "people", "某区名单,,,,,,,\n\n备注,姓名,科室,职务层级,任职日期,手机,排序\n说明,必填,,,,,\n示例,示例甲,,,,,\n,,没有的科,,,,\n,行错甲,没有的科,科座,2026-13-01,1390000,〇\n,12345,,,,,\n,行错乙,,,2027-01-01,,\n,行对丙,,,,,\n,行对丙,,,,,\n");

        Assert.Equal("试导入：新增 1 行，5 行有问题。数据还没有改动，请按错误行的提示改正后重新上传，或先导入没有问题的行。", said);
        Assert.Equal(
            [
                "6 姓名 请填写姓名。",
                "7 行错甲 职务层级 “科座”不在可选范围内，请填写：主要负责人、分管领导、科室负责人、科室副职、工作人员。",
                "7 行错甲 任职日期 “2026-13-01”不是日期，请写成 2026-09-21。",
                "7 行错甲 排序 “〇”不是 1 到 9999 的数字，请改正。",
                "7 行错甲 手机 手机号应为 11 位数字，以 1 开头，现在有 7 位，请核对。",
                "7 行错甲 科室 没有名为“没有的科”的科室，请先登记科室，或先导入科室名单。",
                "8 12345 姓名 姓名中不能只有数字，请填写与身份证件一致的姓名。",
                "9 行错乙 任职日期 任职日期 2027-01-01 还没有到，请到任后再登记。",
                "11 行对丙 “行对丙”在本表前面已经有一行，请只留一行。",
            ],
            page.QuerySelectorAll("table.list tbody tr").Where(row => row.QuerySelector("td.number") is not null).Select(row => string.Join(' ', row.Children.Select(cell => cell.Words()).Where(words => words.Length > 0))));
        var errors = TableFile.Rows(await desk.GetByteArrayAsync(page.QuerySelectorAll("a").Single(link => link.Words() == "下载错误行").GetAttribute("href"), Cancelled));
        Assert.Equal(["行号", "姓名", "列", "问题"], errors[0]);
        Assert.Equal(9, errors.Count(line => line.Count == 4) - 1);
    }

    [Theory]
    [InlineData("people", "名字,部门\n甲,乙\n", "没有找到列名“姓名”。请下载模板，把名单粘贴到模板里再上传。")]
    [InlineData("people", "姓名,姓名\n甲,乙\n", "列名“姓名”出现了两次，请只留一列。")]
    [InlineData("people", "姓名,科室\n", "列名下面没有要导入的行（“说明”“示例”两行不导入）。请从“示例”的下一行起填写。")]
    [InlineData("duties", "职责名称\n甲\n", "没有找到列名“职责名称”、“类别”。请下载模板，把名单粘贴到模板里再上传。")]
    public async Task A_file_that_is_no_such_list_is_refused_at_once(string kind, string content, string said)
    {
        var desk = await platform.As(Role.SystemAdministrator);
        var answer = await Upload(desk, kind, Encoding.UTF8.GetBytes(content), "名单.csv");
        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Contains(said, (await answer.Html()).QuerySelector(".problem").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_files_are_refused_as_everywhere()
    {
        var desk = await platform.As(Role.SystemAdministrator);
        foreach (var (bytes, name) in new (byte[], string)[] { ("MZ program"u8.ToArray(), "a.xlsx"), ("%PDF-1.7"u8.ToArray(), "a.xlsx"), ("姓名\n=cmd|'/C calc'!A0\n"u8.ToArray(), "a.csv"), (new byte[3 * 1024 * 1024], "a.xlsx") })
            Assert.Equal((name, 422), (name, (int)(await Upload(desk, "people", bytes, name)).StatusCode));
        await platform.In(async store => Assert.False(await store.Jobs.AnyAsync(job => job.Kind == "import.people" && job.OwnerName == "nobody", Cancelled)));
    }

    [Fact]
    public async Task The_template_comes_back_as_it_was_filled_in_and_its_own_rows_are_passed_over()
    {
        var desk = await platform.As(Role.Reviewer);
        foreach (var import in platform.Services.GetServices<IImport>())
        {
            var template = await desk.GetByteArrayAsync($"/office/import/{import.Code}/template.xlsx", Cancelled);
            var rows = TableFile.Rows(template);
            Assert.Equal(["备注", .. import.Columns.Select(column => column.Heading)], rows[0]);
            Assert.All(import.Columns, column => Assert.Contains(rows[1], cell => cell.EndsWith(column.About, StringComparison.Ordinal)));
            Assert.StartsWith("示例", rows[2][0], StringComparison.Ordinal);
            Assert.Contains("列名下面没有要导入的行", Assert.Throws<UnreadableTableException>(() => ImportTable.Read(template, import)).Message, StringComparison.Ordinal);
            // Filled in by the sample itself, without the mark, it is shaped as the import asks.
            using var filled = new MemoryStream();
            await Sheets.Write(new("表", [], rows[0], ((IReadOnlyList<Cell>[])[[.. rows[2].Select((cell, i) => (Cell)(i == 0 ? "" : cell))]]).ToAsyncEnumerable()), SheetFormat.Xlsx, filled, Cancelled);
            var read = Assert.Single(ImportTable.Read(filled.ToArray(), import).Rows);
            Assert.All(import.Columns, column => Assert.Equal(column.Sample, read[column.Heading]));
        }
    }

    [Fact]
    public async Task Who_may_not_change_the_organization_finds_none_of_it_and_another_officers_run_is_not_found()
    {
        var (_, _, path) = await Try(await platform.As(Role.SystemAdministrator, "zfbz"), "people", "姓名\n看不见\n");
        foreach (var desk in new[] { await platform.As(Role.Handler, "zfbz"), await platform.As(Role.Leader) })
        {
            foreach (var address in (string[])["/office/import/people", "/office/import/people/template.xlsx", path])
                Assert.Equal((address, HttpStatusCode.NotFound), (address, (await desk.GetAsync(address, Cancelled)).StatusCode));
            Assert.Equal(HttpStatusCode.NotFound, (await Upload(desk, "people", "姓名\n甲\n"u8.ToArray(), "a.csv")).StatusCode);
        }
        var other = await platform.As(Role.SystemAdministrator, "zfbz");
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(path, Cancelled)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync("/office/import/nonsense", Cancelled)).StatusCode);
    }

    [Fact]
    public async Task A_restart_in_the_middle_takes_every_row_once()
    {
        var (owner, _) = await platform.Officer(Role.SystemAdministrator, "zljd");
        var desk = await platform.As(owner);
        var list = "科室名称\n" + string.Concat(Enumerable.Range(1, 40).Select(number => $"重启{number}科\n"));
        var (_, page, path) = await Try(desk, "departments", list);
        await Confirm(desk, path, page);
        Job job = null!;
        await platform.In(async store => job = await store.Jobs.AsNoTracking().Where(one => one.OwnerId == owner.Id).OrderByDescending(one => one.Id).FirstAsync(Cancelled));
        // A node takes it, does some of it, and dies without a word.
        await platform.In(async store =>
        {
            for (var number = 1; number <= 15; number++) store.Add(new Department { AgencyId = owner.AgencyId!.Value, Name = $"重启{number}科", Order = number });
            await store.Save(new(OrganizationDeeds.DepartmentsImported, Hand.Program, Platform.Now, owner.AgencyId));
            Assert.Equal(job.Id, (await store.Claim([job.Kind], "crashed", Platform.Now, JobWorker.Lease))!.Id);
        });
        var kind = platform.Services.GetServices<IJobKind>().Single(one => one.Code == job.Kind);
        Assert.True(await platform.Worker(kind, new HandClock(Platform.Now + JobWorker.Lease + TimeSpan.FromSeconds(1))).RunNext(Cancelled));

        Assert.Equal((JobState.Done, "导入完成：新增 25 行，不变 15 行。", "已处理 40 / 40 行"), ((await platform.Now(job)).State, (await platform.Now(job)).Message, (await platform.Now(job)).Progress));
        await platform.In(async store => Assert.Equal(40, await store.Departments.CountAsync(one => one.AgencyId == owner.AgencyId && one.Name.StartsWith("重启"), Cancelled)));
    }

    [Fact]
    public async Task A_list_of_one_desk_is_not_taken_at_another()
    {
        var import = platform.Services.GetRequiredService<Gongkai.App.Office.Departments.DepartmentImport>();
        var kind = platform.Services.GetServices<IJobKind>().Single(one => one.Code == ImportJob.CodeOf(import));
        var (owner, _) = await platform.Officer(Role.SystemAdministrator);
        var job = new Job { Kind = kind.Code, Name = kind.Name, Parameters = new ImportJob.Order("gone", Guid.CreateVersion7(), false).Write(), OwnerId = owner.Id, OwnerName = owner.Name, AgencyId = owner.AgencyId, OrderedAt = Platform.Now };
        await platform.In(store => store.Order(job, new(JobDeeds.Ordered, new(owner.Id, owner.Name, "127.0.0.1"), Platform.Now)));
        await platform.Worker(kind, new HandClock(Platform.Now)).RunNext(Cancelled);
        Assert.Equal("这份名单是在另一个单位的工作台上传的，请回到那个单位后再运行。", (await platform.Now(job)).Message);
    }

    async Task<string> Import(HttpClient desk, string kind, string content)
    {
        var (_, page, path) = await Try(desk, kind, content);
        var to = await Confirm(desk, path, page);
        await Work(kind);
        return (await desk.Open(to)).QuerySelector("[role='note']").Words();
    }

    Task<bool> Work(string kind) => platform.Worker(platform.Services.GetServices<IJobKind>().Single(one => one.Code == $"import.{kind}"), new HandClock(Platform.Now)).RunNext(Cancelled);

    internal static async Task<string> Confirm(HttpClient desk, string path, IDocument page)
    {
        var answer = await desk.Send(page, path, "form[action*='handler=import']");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    async Task<(string Said, IDocument Page, string Path)> Try(HttpClient desk, string kind, string content)
    {
        var answer = await Upload(desk, kind, Encoding.UTF8.GetBytes(content), "名单.csv");
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Leads());
        await Work(kind);
        var page = await desk.Open(answer.Headers.Location!.OriginalString);
        return (page.QuerySelector("[role='note']").Words(), page, answer.Headers.Location.OriginalString);
    }

    internal static async Task<HttpResponseMessage> Upload(HttpClient desk, string kind, byte[] bytes, string name)
    {
        var page = await desk.GetAsync($"/office/import/{kind}", Cancelled);
        // Who may not see the form has one elsewhere.
        var token = (await (page.IsSuccessStatusCode ? page : await desk.GetAsync("/office/tasks", Cancelled)).Html()).QuerySelector("input[name='_form']")!.GetAttribute("value")!;
        var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return await desk.PostAsync($"/office/import/{kind}", new MultipartFormDataContent { { file, "file", name }, { new StringContent(token), "_form" } }, Cancelled);
    }
}
