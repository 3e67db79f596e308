using Gongkai.App.Access;
using Gongkai.Records.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Gongkai.Browser.Tests.Journeys;

/// <summary>J1: a newcomer files a request, with script and without, on a desk and on a phone, and follows it.</summary>
[Collection("journeys")]
public class J1FilingTests(JourneyPortal portal) : Journey(portal)
{
    static readonly FilePayload Large = new() { Name = "大.jpg", MimeType = "image/jpeg", Buffer = new byte[11 * 1024 * 1024] };

    [Theory]
    [InlineData(1280, true)]
    [InlineData(1280, false)]
    [InlineData(320, true)]
    [InlineData(320, false)]
    public async Task A_newcomer_files_a_request_and_follows_it(int width, bool script)
    {
        var (page, complaints) = await Portal.Open("/zfxxgk/", width, script);
        await Agency(page, script);
        await Applicant(page, script);
        await Wanted(page);
        await Proof(page, script);
        var keys = await Check(page, script);
        await Receipt(page, keys, script);
        await Kept(keys);
        if (script && width == 1280) Assert.Equal(1, await page.Sheets());

        await page.GetByRole(AriaRole.Link, new() { Name = "查询进度", Exact = true }).ClickAsync();
        await page.GetByLabel("申请编号").FillAsync(keys.Number);
        await page.GetByLabel("查询码").FillAsync(keys.Code);
        await page.GetByRole(AriaRole.Button, new() { Name = "查询", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".state")).ToContainTextAsync("办理中");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("2026年10月26日（自 2026年9月21日 次日起 20 个工作日）");
        await page.Ends(complaints, script);
    }

    // 1, 2. From the page of 政府信息公开 to the agency.
    static async Task Agency(IPage page, bool script)
    {
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("政府信息公开");
        await page.GetByRole(AriaRole.Navigation, new() { Name = "主导航" }).GetByRole(AriaRole.Link, new() { Name = "依申请公开" }).ClickAsync();
        await page.Sound(script);
        await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "在线申请", Exact = true }).First.ClickAsync();
        await page.GetByLabel("我想获取已有的文件、资料").CheckAsync();
        await page.GetByLabel("查找机关").FillAsync("住建");
        await page.GetByLabel("查找机关").PressAsync("Enter");
        await page.GetByLabel(JourneyPortal.Bureau).CheckAsync();
        await Assertions.Expect(page.GetByLabel("我想获取已有的文件、资料")).ToBeCheckedAsync();
        await page.Sound(script);
        await Next(page);
    }

    // 3, 4. Nothing filled in: three faults, each beside its field; a wrong number; a telephone as an input method writes it.
    static async Task Applicant(IPage page, bool script)
    {
        await Next(page);
        Assert.StartsWith("错误：", await page.TitleAsync(), StringComparison.Ordinal);
        await Assertions.Expect(page.Locator(".problem h2")).ToHaveTextAsync("有 3 处需要修改");
        await Assertions.Expect(page.Locator(".problem")).ToBeFocusedAsync();
        await Assertions.Expect(page.GetByLabel("单位名称")).ToBeHiddenAsync();
        foreach (var link in await page.Locator(".problem li a").AllAsync())
        {
            var field = page.Locator((await link.GetAttributeAsync("href"))!);
            await Assertions.Expect(page.Locator($"#{await field.GetAttributeAsync("id")}-problem")).ToContainTextAsync(await link.InnerTextAsync());
        }
        await page.Locator("#Form_Name").FillAsync(Newcomer.Name);
        await page.Locator("#Form_IdentityNumber").FillAsync("110105194912310021");
        await page.Locator("#Form_Phone").FillAsync("０５７１-８８８８１２３４");
        await Next(page);
        await Assertions.Expect(page.Locator("#Form_IdentityNumber-problem")).ToContainTextAsync("身份证号校验未通过，请对照证件检查，最后一位可能是 X");
        await page.Sound(script);
        await page.Locator("#Form_IdentityNumber").FillAsync(Newcomer.Number.ToLowerInvariant());
        await Next(page);
    }

    // 5, 6. A short text is told once; mail is asked for where mail was chosen.
    static async Task Wanted(IPage page)
    {
        await page.Locator("#Form_WantedName").FillAsync("房子");
        await Next(page);
        await Assertions.Expect(page.Locator(".caution li")).ToContainTextAsync("描述较短");
        await page.Locator("#Form_WantedName").FillAsync(Newcomer.Wanted);
        await Next(page);
        await page.GetByLabel("电子数据").CheckAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "电子邮件" }).CheckAsync();
        await Next(page);
        await Assertions.Expect(page.Locator("#Form_Mail-problem")).ToContainTextAsync("您选择了“电子邮件”接收答复，请填写电子邮箱");
        await page.Locator("#Form_Mail").FillAsync(Newcomer.Mail);
        await page.GetByLabel("也可接受其他方式").CheckAsync();
        await Next(page);
    }

    // 7. Eleven megabytes are refused, with script before they are sent; a picture that was sent with them, and the choice, are kept.
    static async Task Proof(IPage page, bool script)
    {
        await page.GetByLabel("现在上传照片或者扫描件").CheckAsync();
        if (script)
        {
            await page.Locator("#Proofs").SetInputFilesAsync(Large);
            await Assertions.Expect(page.Locator("#Proofs-size")).ToContainTextAsync("“大.jpg”有 11.0 MB，单个文件不超过 10 MB");
            await page.Locator("#Proofs").SetInputFilesAsync(Photograph.OfTwoMegabytes);
            await Assertions.Expect(page.Locator("#Proofs-size")).ToBeHiddenAsync();
        }
        else
        {
            await page.Locator("#Proofs").SetInputFilesAsync([Large, Photograph.OfTwoMegabytes]);
            await Next(page);
            await Assertions.Expect(page.Locator("#Proofs-problem")).ToContainTextAsync("单个文件不超过 10 MB");
            await Assertions.Expect(page.GetByLabel("现在上传照片或者扫描件")).ToBeCheckedAsync();
            await Assertions.Expect(page.Locator(".sent li")).ToContainTextAsync("正面.png");
        }
        await Next(page);
        await page.Sound(script);
        await Next(page);
    }

    // 8. Everything as it was typed; the telephone is changed and the check page comes back; one form is one request however often it is clicked.
    static async Task<(string Number, string Code)> Check(IPage page, bool script)
    {
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("核对申请");
        foreach (var words in (string[])[JourneyPortal.Bureau, Newcomer.Name, Newcomer.Number, Newcomer.Phone, Newcomer.Wanted, Newcomer.Mail, "也可接受其他方式", "已上传 1 个文件：正面.png"])
            await Assertions.Expect(page.Locator("dl.summary")).ToContainTextAsync(words);
        await page.Sound(script);
        await page.GetByRole(AriaRole.Link, new() { Name = "修改联系电话" }).ClickAsync();
        await Assertions.Expect(page.Locator("#Form_Phone")).ToHaveValueAsync(Newcomer.Phone);
        await page.Locator("#Form_Phone").FillAsync("0571-88880000");
        await Next(page);
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("核对申请");
        await Assertions.Expect(page.Locator("dl.summary")).ToContainTextAsync("0571-88880000");
        await page.Locator("#Promise").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "提交申请" }).DblClickAsync();
        await page.WaitForURLAsync("**/sq/cg");
        return await page.Slip();
    }

    // 9. The receipt says everything that is needed later, and the days as the calendar has them.
    static async Task Receipt(IPage page, (string Number, string Code) keys, bool script)
    {
        Assert.Matches("^20260921[0-9]{5}$", keys.Number);
        Assert.Equal(13, QueryCode.Read(keys.Code)!.Length);
        // A letter that looks like a digit is not among them; typed in its place it counts as that digit.
        Assert.DoesNotMatch("[ILOUilou]", keys.Code);
        await Assertions.Expect(page.Locator(".slip .lead")).ToContainTextAsync("这份回执也会发到您填写的邮箱");
        await Assertions.Expect(page.Locator("dl.receipt")).ToContainTextAsync("2026年9月21日（本回执即为双方确认，答复期限自次日起算）");
        foreach (var words in (string[])["最迟 2026年10月8日", "最迟 2026年10月26日：机关答复您（自收到之日起 20 个工作日内", "电话"])
            await Assertions.Expect(page.Locator("ol.next")).ToContainTextAsync(words);
        await page.Sound(script);
    }

    // One request with its proof; the mail says what the receipt says.
    async Task Kept((string Number, string Code) keys) => await Portal.In(async (store, services) =>
    {
        var request = await store.Requests.AsNoTracking().SingleAsync(one => one.Number == keys.Number);
        Assert.Equal(1, await store.SubmittedForms.CountAsync(form => form.RequestId == request.Id));
        Assert.Equal(1, await store.Files.CountAsync(file => file.OwnerKind == RequestFiles.Proof && file.OwnerId == request.Id));
        var vault = services.GetRequiredService<Vault>();
        var mail = Assert.Single(await store.Outbox.AsNoTracking().ToListAsync(), mail => mail.Subject!.EndsWith(keys.Number, StringComparison.Ordinal));
        Assert.Equal(Newcomer.Mail, vault.Read(mail.To!.Value));
        foreach (var words in (string[])[$"申请编号：{keys.Number}", $"查询码：{keys.Code}", $"受理机关：{JourneyPortal.Bureau}", $"申请内容：{Newcomer.Wanted}", "最迟 2026年10月26日：机关答复您"])
            Assert.Contains(words, vault.Read(mail.SealedBody!.Value), StringComparison.Ordinal);
    });

    [Fact]
    public async Task The_form_on_one_page_keeps_everything_when_a_file_is_too_large()
    {
        var (page, complaints) = await Portal.Open("/zfxxgk/ysqgk/sq/yb", 320, script: false);
        await page.GetByLabel(JourneyPortal.Bureau).CheckAsync();
        await page.Locator("#Form_Name").FillAsync(Newcomer.Name);
        await page.Locator("#Form_Description").FillAsync(Newcomer.Wanted);
        await page.GetByLabel("现在上传照片或者扫描件").CheckAsync();
        await page.Locator("#Proofs").SetInputFilesAsync(Large);
        await page.Lands(() => page.GetByRole(AriaRole.Button, new() { Name = "核对申请" }).Last.ClickAsync());
        await Assertions.Expect(page.Locator(".problem")).ToContainTextAsync("单个文件不超过 10 MB");
        await Assertions.Expect(page.GetByLabel(JourneyPortal.Bureau)).ToBeCheckedAsync();
        await Assertions.Expect(page.Locator("#Form_Name")).ToHaveValueAsync(Newcomer.Name);
        await Assertions.Expect(page.Locator("#Form_Description")).ToHaveValueAsync(Newcomer.Wanted);
        await page.Ends(complaints, script: false);
    }

    [Fact]
    public async Task The_form_on_one_page_reads_well_on_a_phone()
    {
        var (page, complaints) = await Portal.Open("/zfxxgk/ysqgk/sq/yb", 320);
        await page.Ends(complaints);
    }

    static Task Next(IPage page) => page.Lands(() => page.Locator("form.apply .actions").Last.GetByRole(AriaRole.Button, new() { Name = "继续", Exact = true }).ClickAsync());
}
