using Microsoft.Playwright;

namespace Gongkai.Browser.Tests.Journeys;

/// <summary>Somebody who has never been here and asks for a paper of the bureau.</summary>
static class Newcomer
{
    public const string Name = "阿依古丽·买买提", Number = "11010519491231002X", Phone = "0571-88881234", Mail = "ayiguli@mail.example", Wanted = "2025年幸福路12号危险房屋鉴定报告";

    /// <summary>Fills in the form on one page and sends it.</summary>
    /// <returns>申请编号 and 查询码.</returns>
    public static async Task<(string Number, string Code)> Files(this IPage page, string wanted = Wanted, string? mail = null, FilePayload? proof = null)
    {
        await page.GotoAsync("/zfxxgk/ysqgk/sq/yb");
        await page.GetByLabel(JourneyPortal.Bureau).CheckAsync();
        await page.Locator("#Form_Name").FillAsync(Name);
        await page.Locator("#Form_IdentityNumber").FillAsync(Number);
        await page.Locator("#Form_Phone").FillAsync(Phone);
        await page.Locator("#Form_WantedName").FillAsync(wanted);
        await page.GetByLabel("电子数据").CheckAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = mail is null ? "网页下载" : "电子邮件" }).CheckAsync();
        if (mail is not null) await page.Locator("#Form_Mail").FillAsync(mail);
        await page.GetByLabel(proof is null ? "到受理机关窗口出示原件" : "现在上传照片或者扫描件").CheckAsync();
        if (proof is not null) await page.Locator("#Proofs").SetInputFilesAsync(proof);
        await page.Lands(() => page.GetByRole(AriaRole.Button, new() { Name = "核对申请" }).Last.ClickAsync());
        return await page.Submits();
    }

    /// <summary>Promises and submits.</summary>
    public static async Task<(string Number, string Code)> Submits(this IPage page)
    {
        await page.Locator("#Promise").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "提交申请" }).ClickAsync();
        await page.WaitForURLAsync("**/sq/cg");
        return await page.Slip();
    }

    /// <summary>What the receipt says.</summary>
    public static async Task<(string Number, string Code)> Slip(this IPage page) =>
        await page.Locator("dd.key").AllInnerTextsAsync() is [var number, var code] ? (number, code) : throw new InvalidOperationException("There is no receipt.");

    /// <summary>Looks up the progress.</summary>
    public static async Task Asks(this IPage page, string number, string code)
    {
        await page.GotoAsync("/zfxxgk/ysqgk/cx/");
        await page.GetByLabel("申请编号").FillAsync(number);
        await page.GetByLabel("查询码").FillAsync(code);
        await page.Lands(() => page.GetByRole(AriaRole.Button, new() { Name = "查询", Exact = true }).ClickAsync());
    }
}
