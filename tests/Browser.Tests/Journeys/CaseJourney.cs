using Gongkai.Records.Accounts;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Access;
using Microsoft.Playwright;

namespace Gongkai.Browser.Tests.Journeys;

/// <summary>J2, step by step: two requests of one citizen and everybody of the bureau who handles them, each in a browser of their own. The dates are those of the calendar of 2026.</summary>
/// <remarks>The first request goes all the way, and its citizen has no script. The second is asked for a correction too late, and its citizen has.</remarks>
sealed partial class CaseJourney(CasePortal portal)
{
    const string House = "房屋管理科", First = "房子鉴定报告", Second = "房子修缮预算书";

    readonly List<(IPage Page, List<string> Complaints)> desks = [];

    public (string Number, string Code) Keys { get; private set; }
    public (string Number, string Code) OtherKeys { get; private set; }

    /// <summary>The page of the first case in the office.</summary>
    public string Path { get; private set; } = "";

    public string OtherPath { get; private set; } = "";
    public Account Registrar { get; private set; } = null!;
    public Account Reviewer { get; private set; } = null!;
    public Account Leader { get; private set; } = null!;

    IPage Clerk => desks[0].Page;
    IPage Handler => desks[1].Page;
    IPage Auditor => desks[2].Page;
    IPage Legal => desks[3].Page;
    IPage Director => desks[4].Page;

    public async Task Live()
    {
        var house = await Prepare();
        await Filed();
        await Confirmed(house);
        await Taken();
        await AskedForCorrection();
        await Corrected();
        await Consulted();
        await Extended();
        await Answered();
        await Archived();
        foreach (var (page, complaints) in desks) await page.Ends(complaints);
    }

    // Everybody signs in, in turn.
    async Task<Department> Prepare()
    {
        var house = await portal.MakeDepartment(House);
        await portal.MakeSeries("补正告知", "补");
        await portal.MakeSeries("答复", "");
        Registrar = await portal.Officer("登记甲", Role.Registrar);
        Reviewer = await portal.Officer("审核甲", Role.Reviewer);
        Leader = await portal.Officer("局长甲", Role.Leader);
        foreach (var one in (Account[])[Registrar, await portal.Officer("承办甲", Role.Handler, house.Id), Reviewer, await portal.Officer("法制甲", Role.Legal), Leader])
            desks.Add(await portal.Sit(one, "/office"));
        return house;
    }

    // 0. On the 21st, on the internet: the bureau confirms by hand, and the receipt says until when.
    async Task Filed()
    {
        var (page, complaints) = await portal.Open("/zfxxgk/", script: false);
        Keys = await page.Files(First, Newcomer.Mail, Photograph.OfTwoMegabytes);
        await Assertions.Expect(page.Locator("ol.next")).ToContainTextAsync("最迟 2026年9月22日：机关与您确认收到");
        await page.Ends(complaints, script: false);
        (page, complaints) = await portal.Open("/zfxxgk/");
        OtherKeys = await page.Files(Second);
        await page.Ends(complaints);
    }

    // 1. The clerk finds it on the workbench, looks at the identity paper, and confirms: the days of the law stand there at once.
    async Task Confirmed(Department house)
    {
        portal.Day(2026, 9, 22);
        await Clerk.GotoAsync("/office/requests?tab=confirm");
        await Clerk.Sound();
        await Clerk.Lands(() => Clerk.GetByRole(AriaRole.Link, new() { Name = Keys.Number }).ClickAsync());
        Path = new Uri(Clerk.Url).AbsolutePath;
        await LookedAt();
        foreach (var number in (string[])[Keys.Number, OtherKeys.Number])
        {
            portal.Later();
            await Clerk.GotoAsync("/office/requests?tab=confirm");
            await Clerk.Lands(() => Clerk.GetByRole(AriaRole.Link, new() { Name = number }).ClickAsync());
            if (number == OtherKeys.Number) OtherPath = new Uri(Clerk.Url).AbsolutePath;
            await Clerk.Do("确认收到", ("与申请人确认的日期", "２０２６年9月22日"));
            await Says(Clerk, "due", "2026-10-27");
            await Assertions.Expect(Clerk.Locator("dl.facts")).ToContainTextAsync("2026-10-09");
            portal.Later();
            await Clerk.Do("分办", ("承办科室", house.Name), ("科室时限", "2026-10-20"));
            await Assertions.Expect(Clerk.Locator("dl.facts")).ToContainTextAsync("房屋管理科（待签收）");
        }
        await Clerk.Sound();
    }

    // The sealed picture opens beside, for whoever says what for.
    async Task LookedAt()
    {
        await Clerk.Lands(() => Clerk.GetByRole(AriaRole.Link, new() { Name = "查看正面.png" }).ClickAsync());
        await Clerk.Sound();
        await Clerk.GetByLabel("用途").FillAsync("核对申请人身份");
        var shown = await Clerk.RunAndWaitForPopupAsync(() => Clerk.GetByRole(AriaRole.Button, new() { Name = "查看", Exact = true }).ClickAsync());
        await Assertions.Expect(shown.Locator("img")).ToBeVisibleAsync();
        await shown.CloseAsync();
        // The page beside is ready for another look.
        await Assertions.Expect(Clerk.GetByRole(AriaRole.Button, new() { Name = "查看", Exact = true })).ToBeEnabledAsync();
    }

    // 2. It lies in the handler's list.
    async Task Taken()
    {
        foreach (var number in (string[])[Keys.Number, OtherKeys.Number])
        {
            portal.Later();
            await Handler.GotoAsync("/office/requests?tab=mine");
            await Handler.Lands(() => Handler.GetByRole(AriaRole.Link, new() { Name = number }).ClickAsync());
            await Handler.Do("签收");
            await Assertions.Expect(Handler.Locator("dl.facts")).ToContainTextAsync("承办甲");
        }
        await Handler.Sound();
    }

    /// <summary>What stands at a mark of the page.</summary>
    static Task Says(IPage page, string mark, string words) => Assertions.Expect(page.GetByTestId(mark)).ToContainTextAsync(words);

    // Handed in and passed, as a letter that the office for disclosure lets go by itself.
    async Task Passes(string letter)
    {
        portal.Later();
        await Handler.GotoAsync(letter);
        await Handler.Do("送审");
        Assert.Equal("", string.Join('|', await Handler.Locator(".problem").AllInnerTextsAsync()));
        portal.Later();
        await Auditor.GotoAsync(letter);
        await Auditor.Do("通过");
    }

    // Numbered, printed, sealed, served.
    async Task GoesOut(string letter, string series, string by, string post = "")
    {
        portal.Later();
        await Clerk.GotoAsync(letter);
        await Clerk.Do("编号并生成文书", ("文种", series));
        var file = await Clerk.APIRequest.GetAsync(portal.Address + await Clerk.Locator("dl.facts a[download]").First.GetAttributeAsync("href"));
        Assert.True((await file.BodyAsync()).AsSpan().StartsWith("PK"u8), "The letter is no Word file.");
        portal.Later();
        await Clerk.Do("登记用印", ("印章名称", "某局政府信息公开专用章"), ("份数", "２"));
        portal.Later();
        await Clerk.Do("登记送达", ("送达方式", by), ("单号", post));
        await Assertions.Expect(Clerk.Locator(".problem")).ToHaveCountAsync(0);
    }

    async Task<string> Drafts(string kind, params (string Label, string Value)[] typed)
    {
        portal.Later();
        await Handler.GotoAsync($"{kind}");
        await Handler.Do("保存草稿", typed);
        Assert.Contains("/office/letters/", Handler.Url, StringComparison.Ordinal);
        return new Uri(Handler.Url).AbsolutePath;
    }
}
