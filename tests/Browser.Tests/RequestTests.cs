using Deque.AxeCore.Commons;
using Gongkai.Records.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Gongkai.Browser.Tests;

/// <summary>J1: a newcomer files a request, with script and without, on a desk and on a phone, and follows it.</summary>
[Collection("one browser")]
public class RequestTests(Portal portal)
{
    const string Number = "11010519491231002X";

    [Theory]
    [InlineData(1280, true)]
    [InlineData(1280, false)]
    [InlineData(320, true)]
    [InlineData(320, false)]
    public async Task A_newcomer_files_a_request_and_follows_it(int width, bool script)
    {
        var (page, complaints) = await portal.Open("/zfxxgk/", width, script);
        Assert.Contains("政府信息公开", await page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Navigation, new() { Name = "主导航" }).GetByRole(AriaRole.Link, new() { Name = "依申请公开" }).ClickAsync();
        await Fits(page, width, script);
        await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "在线申请", Exact = true }).First.ClickAsync();

        // Which agency.
        await page.GetByLabel("我想获取已有的文件、资料").CheckAsync();
        await page.GetByLabel("查找机关").FillAsync("住");
        await page.GetByLabel("查找机关").PressAsync("Enter");
        await page.GetByLabel("某区住房和城乡建设局").CheckAsync();
        Assert.True(await page.GetByLabel("我想获取已有的文件、资料").IsCheckedAsync());
        await Fits(page, width, script);
        await Next(page);

        // Who asks.
        await Next(page);
        Assert.StartsWith("错误：", await page.TitleAsync(), StringComparison.Ordinal);
        await Assertions.Expect(page.Locator(".problem h2")).ToHaveTextAsync("有 3 处需要修改");
        await Assertions.Expect(page.Locator(".problem")).ToBeFocusedAsync();
        await Assertions.Expect(page.GetByLabel("单位名称")).ToBeHiddenAsync();
        await page.GetByLabel("姓名", new() { Exact = false }).First.FillAsync("阿依古丽·买买提");
        await page.Locator("#Form_IdentityNumber").FillAsync("110105194912310021");
        await page.Locator("#Form_Phone").FillAsync("０５７１-８８８８１２３４");
        await Next(page);
        await Assertions.Expect(page.Locator("#Form_IdentityNumber-problem")).ToContainTextAsync("身份证号校验未通过，请对照证件检查，最后一位可能是 X");
        await Fits(page, width, script);
        await page.Locator("#Form_IdentityNumber").FillAsync(Number.ToLowerInvariant());
        await Next(page);

        // What, and how.
        await page.Locator("#Form_WantedName").FillAsync("房子");
        await Next(page);
        await Assertions.Expect(page.Locator(".caution li")).ToContainTextAsync("描述较短");
        await page.Locator("#Form_WantedName").FillAsync("2025年幸福路12号危险房屋鉴定报告");
        await Next(page);
        await page.GetByLabel("电子数据").CheckAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "电子邮件" }).CheckAsync();
        await Next(page);
        await Assertions.Expect(page.Locator("#Form_Mail-problem")).ToContainTextAsync("您选择了“电子邮件”接收答复，请填写电子邮箱");
        await page.Locator("#Form_Mail").FillAsync("ayiguli@mail.example");
        await page.GetByLabel("也可接受其他方式").CheckAsync();
        await Next(page);

        // Proof: too large is told, with script before it is sent.
        await page.GetByLabel("现在上传照片或者扫描件").CheckAsync();
        await page.Locator("#Proofs").SetInputFilesAsync(new FilePayload { Name = "大.jpg", MimeType = "image/jpeg", Buffer = new byte[11 * 1024 * 1024] });
        if (script) await Assertions.Expect(page.Locator("#Proofs-size")).ToContainTextAsync("“大.jpg”有 11.0 MB，单个文件不超过 10 MB");
        else
        {
            await Next(page);
            await Assertions.Expect(page.Locator("#Proofs-problem")).ToContainTextAsync("单个文件不超过 10 MB");
        }
        await page.Locator("#Proofs").SetInputFilesAsync(new FilePayload { Name = "正面.png", MimeType = "image/png", Buffer = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==") });
        await Next(page);
        await Fits(page, width, script);
        await Next(page);

        // Check, change the telephone, come back, promise, and click twice.
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("核对申请");
        await Fits(page, width, script);
        await page.GetByRole(AriaRole.Link, new() { Name = "修改联系电话" }).ClickAsync();
        await page.Locator("#Form_Phone").FillAsync("0571-88880000");
        await Next(page);
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("核对申请");
        await Assertions.Expect(page.Locator("dl.summary")).ToContainTextAsync("0571-88880000");
        await page.Locator("#Promise").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "提交申请" }).DblClickAsync();
        await page.WaitForURLAsync("**/sq/cg");
        await Fits(page, width, script);
        var keys = await page.Locator("dd.key").AllInnerTextsAsync();
        await Assertions.Expect(page.Locator("ol.next")).ToContainTextAsync("机关答复您（自收到之日起 20 个工作日内");
        if (script && width == 1280) Assert.Equal(1, Pages(await page.PdfAsync(new() { PreferCSSPageSize = true })));
        await portal.In(async (store, _) =>
        {
            var request = await store.Requests.AsNoTracking().SingleAsync(one => one.Number == keys[0]);
            Assert.Equal(1, await store.Requests.CountAsync(one => one.IdentityMark == request.IdentityMark && one.Number == keys[0]));
            Assert.Equal(1, await store.Files.CountAsync(file => file.OwnerKind == RequestFiles.Proof && file.OwnerId == request.Id));
        });

        // Follow it.
        await page.GetByRole(AriaRole.Link, new() { Name = "查询进度", Exact = true }).ClickAsync();
        await page.GetByLabel("申请编号").FillAsync(keys[0]);
        await page.GetByLabel("查询码").FillAsync(keys[1]);
        await page.GetByRole(AriaRole.Button, new() { Name = "查询", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".state")).ToContainTextAsync("办理中");
        await Fits(page, width, script);
        complaints.RemoveAll(complaint => complaint.Contains("422", StringComparison.Ordinal));
        Assert.Empty(complaints);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_form_on_one_page_reads_well_on_a_phone()
    {
        var (page, _) = await portal.Open("/zfxxgk/ysqgk/sq/yb", 320);
        await Fits(page, 320, script: true);
    }

    static async Task Next(IPage page)
    {
        await page.Locator("form.apply .actions").Last.GetByRole(AriaRole.Button, new() { Name = "继续", Exact = true }).ClickAsync();
        await page.WaitForLoadStateAsync();
    }

    // Nothing sideways, and no rule of accessibility broken (axe needs script).
    static async Task Fits(IPage page, int width, bool script)
    {
        if (!script) return;
        Assert.Equal(width, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        Axe.None(await page.Violations());
    }

    static int Pages(byte[] pdf) => System.Text.RegularExpressions.Regex.Count(System.Text.Encoding.Latin1.GetString(pdf), @"/Type\s*/Page\b(?!s)");
}
