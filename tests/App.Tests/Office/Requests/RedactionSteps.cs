using System.Net;
using AngleSharp.Dom;
using Gongkai.App.Tests.Office.Works;
using Gongkai.Records;
using Gongkai.Records.Accounts;
using Gongkai.Rules.Access;

namespace Gongkai.App.Tests.Office.Requests;

/// <summary>What tests of partial disclosure do again and again.</summary>
static class RedactionSteps
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>A case that was registered, routed and taken; the code with which its applicant asks.</summary>
    public static async Task<(string One, string Code, Account Officer, Account Clerk)> Case(this RequestPlatform platform)
    {
        platform.Later();
        var house = await platform.MakeDepartment($"房屋科{Handle.Next().ToString()[..6]}");
        var (clerk, officer) = (await platform.Officer("登记乙", Role.Registrar), await platform.Officer("承办乙", Role.Handler, house.Id));
        var desk = await platform.Sit(clerk);
        var (path, page) = await desk.Press("/office/requests/register", "登记", [.. RequestPlatform.Paper($"鉴定报告{Handle.Next()}"), ("Input.Arrived", platform.Today)]);
        var code = page.QuerySelector("[data-testid=code]").Words();
        var one = path[..^"/receipt".Length];
        platform.Later();
        await desk.Press(one, "分办", ("Input.Department", house.Handle.ToString()), ("Input.Until", platform.Today));
        platform.Later();
        await (await platform.Sit(officer)).Press(one, "签收");
        platform.Later();
        return (one, code, officer, clerk);
    }

    /// <summary>Uploads a file to be disclosed in part.</summary>
    public static async Task<string> Begin(this Clerk handler, string one, string name, byte[] bytes)
    {
        using var answer = await handler.Upload( $"{one}/redactions/new", null, name, bytes);
        Assert.True(answer.StatusCode is HttpStatusCode.Redirect, (await answer.Html()).QuerySelector(".problem").Words());
        return answer.Headers.Location!.ToString();
    }

    public static async Task<HttpResponseMessage> Upload(this Clerk handler, string path, string? button, string name, byte[] bytes)
    {
        var page = await handler.Open(path);
        var form = page.QuerySelectorAll("form").Single(form => form.QuerySelector("input[type=file]") is not null && (button is null ? form.QuerySelector("button")!.Words() == "打开" : form.GetAttribute("action")!.Contains($"handler={button}", StringComparison.Ordinal)));
        var content = new MultipartFormDataContent();
        foreach (var (field, value) in form.Fields()) content.Add(new StringContent(value), field);
        content.Add(new ByteArrayContent(bytes), "Input.File", name);
        return await handler.Browser.PostAsync(form.GetAttribute("action") is { Length: > 0 } action ? action : path, content, Cancelled);
    }

    /// <summary>Has what goes out made.</summary>
    public static async Task<IDocument> Release(this RequestPlatform platform, Clerk handler, string file)
    {
        var (_, page) = await handler.Press(file, "生成公开版");
        Assert.Contains("○ 排队中", page.QuerySelector("[data-jobs]").Words());
        await platform.WorkOff();
        return await handler.Open(file);
    }

    /// <summary>From the draft to its service.</summary>
    public static async Task Approve(this RequestPlatform platform, string letter, Account officer, Account clerk, Func<Task> signed)
    {
        var series = await platform.MakeSeries($"答复{Handle.Next()}", $"公开{Handle.Next().ToString()[..4]}", "");
        (Account, string, (string, string)[])[] steps =
        [
            (officer, "送审", []), (await platform.Officer("审核乙", Role.Reviewer), "通过", []), (await platform.Officer("法制乙", Role.Legal), "通过", []), (await platform.Officer("局长乙", Role.Leader), "签发", []),
            (clerk, "编号并生成文书", [("Input.Series", series.Handle.ToString())]), (clerk, "登记用印", [("Input.SealName", "公开专用章"), ("Input.Copies", "1")]), (clerk, "登记送达", [("Input.By", "ByHand")]),
        ];
        foreach (var (who, button, fields) in steps)
        {
            platform.Later();
            var (_, page) = await (await platform.Sit(who)).Press(letter, button, fields);
            Assert.True(page.QuerySelector(".problem") is null, $"{button}: {page.QuerySelector(".problem").Words()}");
            if (button is "签发") await signed();
        }
    }
}
