using Gongkai.App.Access;
using Gongkai.App.Office.Jobs;
using Gongkai.App.Tests.Office.Requests;
using Gongkai.Documents.Redaction;
using Gongkai.Records;
using Gongkai.Records.Organizations;
using Gongkai.Records.Requests;
using Gongkai.Rules.Access;
using Gongkai.Rules.Requests;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SkiaSharp;

namespace Gongkai.Browser.Tests;

/// <summary>Partial disclosure with a mouse and with keys alone: what is covered is neither in the text nor in the pixels of the file that is taken away.</summary>
[Collection("one browser")]
public class RedactionTests(Portal portal)
{
    const string Dragged = "DRAGGED-7Q4X9", Keyed = "KEYBOARD-8Z2", Open = "OPENWORD";

    static byte[] Pdf { get; } = SamplePdf.Of([Dragged, Open, "", "", "", "", "", "", "", "", "", "", "", Keyed], ["second"]);

    [Fact]
    public async Task A_box_that_is_drawn_and_one_that_is_moved_by_keys_are_burnt_into_what_is_taken_away()
    {
        var one = await Case();
        var (page, complaints) = await portal.Desk(Role.Handler, "zjj", $"/office/requests/{one}");
        await page.GetByRole(AriaRole.Link, new() { Name = "对文件作区分处理" }).ClickAsync();
        await page.Locator("#Input_File").SetInputFilesAsync(new FilePayload { Name = "原件.pdf", MimeType = "application/pdf", Buffer = Pdf });
        await page.GetByRole(AriaRole.Button, new() { Name = "打开" }).ClickAsync();
        await page.WaitForURLAsync("**/office/redactions/*");
        await Drawn(page);

        // With the mouse, around the first line.
        await Drag(page, (45, 125), (180, 150));
        var places = page.Locator("[data-testid=places]");
        await Assertions.Expect(places).ToHaveTextAsync("1");
        await Assertions.Expect(page.Locator("rect[data-place]")).ToBeFocusedAsync();
        // A click draws nothing.
        await Drag(page, (300, 600), (300, 600));

        // With the keys: a new box, to the last line, wider; and one that is taken away again.
        await page.GetByRole(AriaRole.Button, new() { Name = "加一个框" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(places).ToHaveTextAsync("2");
        var box = page.Locator("rect[data-place]:focus");
        await Assertions.Expect(box).ToHaveCountAsync(1);
        for (var i = 0; i < 64; i++) await page.Keyboard.PressAsync("ArrowLeft");
        await page.Keyboard.PressAsync("Shift+ArrowRight");
        var left = double.Parse((await box.GetAttributeAsync("x"))!, System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(left, 40, 52);
        // Saved a moment after the last key; the focus stays where it was.
        await Assertions.Expect(page.Locator("svg rect[data-place]").Nth(1)).ToHaveAttributeAsync("width", "121.98");
        await Assertions.Expect(box).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Button, new() { Name = "加一个框" }).ClickAsync();
        await Assertions.Expect(places).ToHaveTextAsync("3");
        await Assertions.Expect(page.Locator("rect[data-place]:focus")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Delete");
        await Assertions.Expect(places).ToHaveTextAsync("2");
        await page.ReloadAsync();
        await Assertions.Expect(places).ToHaveTextAsync("2");

        foreach (var width in (int[])[1280, 320])
        {
            await page.SetViewportSizeAsync(width, 900);
            await Drawn(page);
            Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), $"{width}");
            Axe.None(await page.Violations());
            await Shot(page, $"marking-{width}");
        }
        await page.SetViewportSizeAsync(1280, 900);
        await page.GetByRole(AriaRole.Link, new() { Name = "预览公开后的这一页" }).ClickAsync();
        await Drawn(page);
        await Shot(page, "covered");
        await page.GetByRole(AriaRole.Link, new() { Name = "返回标注" }).ClickAsync();

        // The page follows the job by itself, and gives the file.
        await page.GetByRole(AriaRole.Button, new() { Name = "生成公开版" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-jobs]")).ToContainTextAsync("排队中");
        await Shot(page, "waiting");
        await portal.In(async (_, services) =>
        {
            while (await services.GetRequiredService<JobWorker>().RunNext(TestContext.Current.CancellationToken)) { }
        });
        var link = page.Locator("[data-testid=released] a");
        await Assertions.Expect(link).ToBeVisibleAsync(new() { Timeout = 10_000 });
        await Shot(page, "released");
        var taken = await page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        var released = await File.ReadAllBytesAsync(await taken.PathAsync(), TestContext.Current.CancellationToken);
        Assert.True(LeakCheck.Search(released, [Dragged, Keyed], DateTimeOffset.UnixEpoch).IsClean);
        Assert.False(LeakCheck.Search(released, [Open], DateTimeOffset.UnixEpoch).IsClean);
        // Each pixel of the two lines, from where their letters begin to where they end.
        using var picture = SKBitmap.Decode(Redactor.Draw(released, "公开文件.pdf", 1));
        foreach (var (x, y, wide, high) in new[] { (52, 132, 90, 9), (52, 392, 90, 9) })
            for (var at = 0; at < wide * high; at++)
                Assert.Equal(SKColors.Black, picture.GetPixel((x + at % wide) * picture.Width / 595, (y + at / wide) * picture.Height / 842));
        await page.GetByRole(AriaRole.Link, new() { Name = "遮盖清单、检查证明" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-testid=certificate]")).ToContainTextAsync("没有发现被遮盖的内容");
        Axe.None(await page.Violations());
        await Shot(page, "list");
        Assert.Empty(complaints);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_could_not_be_saved_is_said_and_can_be_made_again()
    {
        var one = await Case();
        var (page, _) = await portal.Desk(Role.Handler, "zjj", $"/office/requests/{one}/redactions/new");
        await page.Locator("#Input_File").SetInputFilesAsync(new FilePayload { Name = "原件.pdf", MimeType = "application/pdf", Buffer = Pdf });
        await page.GetByRole(AriaRole.Button, new() { Name = "打开" }).ClickAsync();
        await page.WaitForURLAsync("**/office/redactions/*");
        await Drawn(page);
        await page.Context.SetOfflineAsync(true);
        await Drag(page, (45, 125), (180, 150));
        await Assertions.Expect(page.Locator("[data-said]")).ToContainTextAsync("网络不通，刚才的修改没有保存");
        await page.Context.SetOfflineAsync(false);
        await Drag(page, (45, 125), (180, 150));
        await Assertions.Expect(page.Locator("[data-testid=places]")).ToHaveTextAsync("1");
        await Assertions.Expect(page.Locator("[data-said]")).ToBeHiddenAsync();
        await page.Context.CloseAsync();
    }

    static async Task Drawn(IPage page) => await page.WaitForFunctionAsync("() => { const image = document.querySelector('.redact-sheet img'); return image && image.complete && image.naturalWidth > 0; }");

    // In points of the page.
    static async Task Drag(IPage page, (double X, double Y) from, (double X, double Y) to)
    {
        var sheet = page.Locator(".redact-sheet svg");
        await sheet.ScrollIntoViewIfNeededAsync();
        var edge = (await sheet.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(edge.X + (float)from.X / 595 * edge.Width, edge.Y + (float)from.Y / 842 * edge.Height);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(edge.X + (float)to.X / 595 * edge.Width, edge.Y + (float)to.Y / 842 * edge.Height, new() { Steps = 4 });
        await page.Mouse.UpAsync();
    }

    static async Task Shot(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("SHOTS") is { } folder) await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
    }

    async Task<Handle> Case()
    {
        Handle handle = default;
        await portal.In(async (store, services) =>
        {
            var agency = await store.Agencies.WithCode("zjj").Select(one => one.Id).SingleAsync();
            var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
            var today = DateOnly.FromDateTime(now.AddHours(8).UtcDateTime);
            var act = new Act(new("test.prepared", "测试准备"), Hand.Program, now, agency);
            var vault = new Vault(services.GetRequiredService<IDataProtectionProvider>(), store);
            await store.Write(act, async () => handle = (await store.TakeIn(new()
            {
                Agency = agency, Channel = Channel.InPerson, Kind = ApplicantKind.Person, Submitted = today, Received = today, MaskedName = "示*", Wanted = new() { Name = "危险房屋鉴定报告" },
                Applicant = id => new() { RequestId = id, Name = vault.Seal("示例"), Paper = IdentityPaper.ResidentCard },
            }, act)).Request.Handle);
        });
        return handle;
    }
}
