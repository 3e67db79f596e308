using AngleSharp.Dom;
using Gongkai.Records;
using Microsoft.EntityFrameworkCore;
using Gongkai.Rules.Requests.Letters;

namespace Gongkai.App.Tests.Office.Requests;

/// <summary>Whoever approves a letter sees what has changed since it was looked at last, and the case beside it.</summary>
public sealed class LetterReviewTests(RequestPlatform platform) : IClassFixture<RequestPlatform>
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_reviewer_sees_what_was_changed_since_the_letter_was_returned()
    {
        var desk = await LetterDesk.Of(platform, "审稿");
        var letter = await desk.Draft(await desk.Register("危房鉴定报告的对照", "11010519491231002X"), "ExtensionNotice", ("Input.Days", "20"), ("Input.Reasons", "检索工作量较大"));
        var (_, page) = await (await desk.Sit(desk.Officer)).Press(letter, "送审");
        Assert.Null(page.QuerySelector("[data-testid=changes]"));
        Assert.Contains("危房鉴定报告的对照", page.QuerySelector(".case-facts").Words());
        await (await desk.Sit(desk.Reviewer)).Press(letter, "退回", ("Input.Opinion", "请写明需要检索的年份"));
        await (await desk.Sit(desk.Officer)).Press(letter + "/edit", "保存修改", ("Input.Reasons", "2019年至2025年的档案检索工作量较大"));
        // The writer sees it before it is handed in again.
        Assert.Equal(["2019年至2025年的档案"], Texts(await (await desk.Sit(desk.Officer)).Open(letter), "ins"));
        await (await desk.Sit(desk.Officer)).Press(letter, "送审");
        page = await (await desk.Sit(desk.Reviewer)).Open(letter);
        Assert.Contains("修改对照：第 1 稿 → 第 2 稿", page.QuerySelector("[data-testid=changes]").Words());
        Assert.Equal(["2019年至2025年的档案"], Texts(page, "ins"));
        Assert.Empty(Texts(page, "del"));

        await (await desk.Sit(desk.Reviewer)).Press(letter, "退回", ("Input.Opinion", "年份有误"));
        await (await desk.Sit(desk.Officer)).Press(letter + "/edit", "保存修改", ("Input.Reasons", "2020年至2025年的档案检索工作量较大"));
        await (await desk.Sit(desk.Officer)).Press(letter, "送审");
        page = await (await desk.Sit(desk.Reviewer)).Open(letter);
        Assert.Equal(["2019"], Texts(page, "del"));
        Assert.Equal(["2020"], Texts(page, "ins"));
        // With the first one, by choice.
        Assert.Equal(["2020年至2025年的档案"], Texts(await (await desk.Sit(desk.Reviewer)).Open(letter + "?since=1"), "ins"));
        await platform.In(async store =>
        {
            var handle = Handle.Parse(letter.Split('/')[^1]);
            var id = await store.CaseLetters.Where(one => one.Handle == handle).Select(one => one.Id).SingleAsync(Cancelled);
            Assert.Equal([1, 2, 3], await store.LetterVersions.Where(one => one.LetterId == id).OrderBy(one => one.Number).Select(one => one.Number).ToListAsync(Cancelled));
        });
    }

    static string[] Texts(IDocument page, string mark) => [.. page.QuerySelectorAll($"ol.changes {mark}").Select(one => one.ChildNodes.OfType<IText>().Aggregate("", (text, node) => text + node.Data))];

    [Fact]
    public async Task The_preview_is_written_with_the_agencys_own_template()
    {
        var desk = await LetterDesk.Of(platform, "模板");
        var letter = await desk.Draft(await desk.Register("用本单位模板的报告", "110105194912310038"), "ReasonsNotice", ("Input.Reasons", "半年内提交五十件"), ("Input.Until", "2026-10-30"));
        await platform.Upload(Rules.Requests.Letters.RequestLetter.ReasonsNotice, "根据", "按照本局规定的格式，根据");
        var page = await (await desk.Sit(desk.Officer)).Open(letter);
        Assert.Contains("按照本局规定的格式，根据", page.QuerySelector(".paper").Words());
        page = await desk.Seal(letter);
        Assert.Contains("按照本局规定的格式，根据", page.QuerySelector(".paper").Words());
    }
}
