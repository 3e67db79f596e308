using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Gongkai.App.Access;
using Gongkai.App.Office.Imports;
using Gongkai.App.Office.Jobs;
using Gongkai.App.Tests.Office.Works;
using Gongkai.App.Ui;
using Gongkai.Documents.Reading;
using Gongkai.Records;
using Gongkai.Records.Demo;
using Gongkai.Records.Organizations;
using Gongkai.Records.Requests;
using Gongkai.Rules;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.App.Tests.Office;

/// <summary>Last year's ledger comes in from Excel: tried, its wrong rows named, taken once; and the list of requests leafs through what came.</summary>
[Collection(Workshop.Line)]
public sealed class LedgerListTests(Platform platform)
{
    const string Unit = "wygl";

    static readonly string[] Headings = ["收件编号", "提交日期", "收到日期", "申请人", "类别", "渠道", "申请内容", "承办科室", "延期告知日期", "收费金额（元）", "答复类型", "答复日期", "邮寄单号", "文号", "复议、诉讼"];

    // Outside the basic plane, of the extensions, and of the compatibility block: each a letter that some programs lose.
    static readonly string[] Names = ["示例甲", "𠮷野示例", "㛃示例", "䶮示例𫖯"];

    static readonly (string Column, string Value, string Sentence)[] Wrong =
    [
        ("申请人", "", "请填写申请人。"),
        ("类别", "个人", "“个人”不在可选范围内，请填写：自然人、"),
        ("渠道", "网上", "“网上”不在可选范围内，请填写："),
        ("收到日期", "2025-13-01", "“2025-13-01”不是日期，请写成 2026-09-21。"),
        ("收件编号", "2025-00001", "这个收件编号在本表前面已经有一行，请只留一行。"),
        ("承办科室", "没有的科", "没有名为“没有的科”的科室，请先登记科室，或者不填。"),
        ("延期告知日期", "2025-12-01", "不能再办理延期。"),
        ("答复日期", "2026-07-01", "日期 2026-07-01 还没有到，请核对。"),
        ("答复类型", "已答复", "“已答复”不在可选范围内，请填写："),
        ("收件编号", "202500000000000000001", "收件编号最多 20 个字，现在有 21 个字，请缩短。"),
        ("收费金额（元）", "五元", "“五元”不是 1 到 1000000 的数字，请改正。"),
        ("复议、诉讼", "复议维持", "“复议维持”看不懂，请写成：行政复议｜"),
    ];

    /// <summary>As many as a busy bureau has in a year take a minute; a tenth shows the same.</summary>
    static int Many { get; } = int.Parse(Environment.GetEnvironmentVariable("GONGKAI_LEDGER_ROWS") ?? "300", CultureInfo.InvariantCulture);

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_years_ledger_is_tried_its_wrong_rows_named_and_the_others_taken_once()
    {
        var (owner, _) = await platform.Officer(Role.Registrar, Unit);
        var desk = await platform.As(owner);
        var file = await Ledger();
        var good = (Many - Wrong.Length).ToString("N0", CultureInfo.InvariantCulture);
        var (path, page) = await Try(desk, file);
        Assert.Equal($"试导入：新增 {good} 行，12 行有问题。数据还没有改动，请按错误行的提示改正后重新上传，或先导入没有问题的行。", Said(page));
        var errors = TableFile.Rows(await desk.GetByteArrayAsync(page.QuerySelectorAll("a").Single(link => link.Words() == "下载错误行").GetAttribute("href"), Cancelled));
        foreach (var (at, (_, _, sentence)) in Wrong.Index())
            Assert.Contains(errors, line => line[0] == $"{RowOf(at)}" && line[3].Contains(sentence, StringComparison.Ordinal));
        Assert.Equal(Wrong.Length, errors.Where(line => line.Count == 4).Skip(1).Select(line => line[0]).Distinct().Count());

        foreach (var word in (string[])["新增", "不变"])
        {
            if (word == "不变") (path, page) = await Try(desk, file);
            var run = await ListImportTests.Confirm(desk, path, page);
            await Work();
            Assert.Equal($"导入完成：{word} {good} 行，12 行有问题，没有导入。请下载错误行，改正后再导入。", Said(await desk.Open(run)));
        }
        await platform.In(async store =>
        {
            var agency = await store.Agencies.WithCode(Unit).Select(one => one.Id).SingleAsync(Cancelled);
            var came = await store.Requests.Where(one => one.AgencyId == agency && one.Number.StartsWith("2025-")).OrderBy(one => one.Number).ToListAsync(Cancelled);
            Assert.Equal(Many - Wrong.Length, came.Count);
            var vault = new Vault(platform.Services.GetRequiredService<IDataProtectionProvider>(), store);
            foreach (var (at, name) in Names.Index())
                Assert.Equal((name, Mask.Name(name)), (vault.Read((await store.RequestApplicants.SingleAsync(one => one.RequestId == came[at].Id, Cancelled)).Name), came[at].MaskedName));
            Assert.Equal(("示例公复〔2025〕1号", "XA00001CN"), (await store.AnswerNumbersOf([came[0].Id]))[came[0].Id] is var (number, post) ? (number, post) : default);
        });

        // The list shows them whole, and leafs there and back.
        var first = await desk.Open("/office/requests?tab=ended");
        Assert.Contains("𠮷", (await desk.Open("/office/requests?tab=all&q=2025-00002")).Body.Words() + first.Body.Words(), StringComparison.Ordinal);
        var second = await desk.Open(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.Empty(Rows(first).Intersect(Rows(second)));
        Assert.Equal(Rows(first), Rows(await desk.Open(second.QuerySelector("a[rel=prev]")!.GetAttribute("href")!)));
        Assert.Matches("共 [0-9]+ 件", first.QuerySelector(".pager").Words());
        // One that nobody has confirmed stands in the menu.
        Assert.Contains("待确认 ", first.QuerySelector(".office-menu").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_merged_unit_left_is_listed_at_its_successors_desk_and_nowhere_else()
    {
        var (code, path) = ($"m{Handle.Next().ToString()[..8]}", "");
        await platform.In(async store =>
        {
            var act = new Act(new("test.prepared", "测试准备"), Hand.Program, Platform.Now);
            var merged = new Agency { Code = code, Name = $"原示例单位{code}" };
            store.Add(merged);
            await store.Save(act);
            var (request, pages) = GeneratedYears.Of(code, 2025, 1, 1, WorkingCalendar.BuiltIn).Single().ToRows(merged.Id, 1, WorkingCalendar.BuiltIn);
            store.Add(request);
            store.AddRange(pages);
            await store.Save(act);
            var successor = await store.Agencies.WithCode("cgj").SingleAsync(Cancelled);
            await store.Write(act, async () => await store.HandOver(merged, successor, null, new(2026, 5, 1), Platform.Now, "测试"));
            path = $"/office/requests/{request.Handle}";
        });
        var desk = await platform.As(Role.Reviewer, "cgj");
        var page = await desk.Open($"/office/requests?tab=all&unit={code}");
        Assert.Contains(path, page.QuerySelectorAll("table.list a").Select(link => link.GetAttribute("href")));
        Assert.Contains("这些申请属于已并入本单位的单位", page.QuerySelector(".warn").Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await desk.GetAsync(path, Cancelled)).StatusCode);
        Assert.DoesNotContain(path, (await desk.Open("/office/requests?tab=all")).QuerySelectorAll("table.list a").Select(link => link.GetAttribute("href")));
        Assert.Equal(HttpStatusCode.NotFound, (await (await platform.As(Role.Reviewer)).GetAsync($"/office/requests?tab=all&unit={code}", Cancelled)).StatusCode);
    }

    static IEnumerable<string> Rows(IDocument page) => [.. page.QuerySelectorAll("table.list tbody a").Select(link => link.GetAttribute("href")!)];

    static string Said(IDocument page) => page.QuerySelector("[role='note']").Words();

    // The wrong rows stand evenly among the others; the sheet has a row of headings above.
    static int RowOf(int wrong) => (wrong + 1) * (Many / (Wrong.Length + 1)) + 2;

    static async Task<byte[]> Ledger()
    {
        List<IReadOnlyList<Cell>> rows = [];
        for (var number = 1; number <= Many; number++)
        {
            var received = WorkingCalendar.BuiltIn.Add(new DateOnly(2025, 1, 2), number % 200 + 1);
            var open = number == Many;
            Dictionary<string, string> row = new()
            {
                ["收件编号"] = $"2025-{number:00000}", ["提交日期"] = Day(received), ["收到日期"] = open ? "" : Day(received), ["申请人"] = Names[(number - 1) % Names.Length], ["类别"] = "自然人", ["渠道"] = "互联网",
                ["申请内容"] = $"第{number}号房屋鉴定报告", ["答复类型"] = open ? "" : "予以公开", ["答复日期"] = open ? "" : Day(WorkingCalendar.BuiltIn.Add(received, 10)), ["邮寄单号"] = open ? "" : $"XA{number:00000}CN", ["文号"] = open ? "" : $"示例公复〔2025〕{number}号",
            };
            if (Wrong.Index().FirstOrDefault(one => RowOf(one.Index) == number + 1) is { Item.Column: { } column } wrong) row[column] = wrong.Item.Value;
            rows.Add([.. Headings.Select(heading => (Cell)row.GetValueOrDefault(heading, ""))]);
        }
        using var file = new MemoryStream();
        await Sheets.Write(new("台账", [], Headings, rows.ToAsyncEnumerable()), SheetFormat.Xlsx, file, Cancelled);
        return file.ToArray();

        static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    async Task<(string Path, IDocument Page)> Try(HttpClient desk, byte[] file)
    {
        var answer = await ListImportTests.Upload(desk, "ledger", file, "台账.xlsx");
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Leads());
        await Work();
        return (answer.Headers.Location!.OriginalString, await desk.Open(answer.Headers.Location.OriginalString));
    }

    Task<bool> Work() => platform.Worker(platform.Services.GetServices<IJobKind>().Single(one => one.Code == "import.ledger"), new HandClock(Platform.Now)).RunNext(Cancelled);
}
