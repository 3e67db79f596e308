using System.IO.Compression;
using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Gongkai.App.Tests.Office;
using Gongkai.Records.Disclosure;
using Gongkai.Rules.Access;
using Gongkai.Rules.Disclosure;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests.Office.Items;

/// <summary>From a draft to the public and back, as four people do it in their browsers.</summary>
public sealed class ItemPageTests(Platform platform)
{
    const string IdentityNumber = "110101199003077379";

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_four_people_passed_is_public_at_the_hour_of_the_signature()
    {
        var writer = await Writer.At(platform);

        var address = await writer.Published("关于开展房屋安全排查的通知");

        var item = await writer.Item(address);
        Assert.Equal((ItemState.Published, Platform.Now, 1), (item.State, item.PublishedAt!.Value, item.Version));
        Assert.Matches(@"^\w{9}/2026-\d{5}$", item.IndexNumber!);
        var page = await writer.Author.Open(address);
        Assert.Contains("已公开", page.QuerySelector(".tag").Words());
        var sheet = await writer.Author.Open($"{address}/sheet");
        Assert.Equal(3, sheet.QuerySelectorAll("td p").Count(said => said.TextContent.Contains("同意公开")));
    }

    [Fact]
    public async Task Nobody_judges_out_of_turn_or_twice_or_their_own()
    {
        var writer = await Writer.At(platform);
        var reviewer = await platform.As(Role.Reviewer);
        var address = await (await reviewer.Send("/office/items/new", "form.fields", ("Input.Column", "tzgg"), ("Input.Title", "审核人自己拟的通知"), ("Input.Genre", "Notice"), ("Input.FormedOn", "2026-05-28"), ("Input.Html", "<p>正文。</p>"))).Leads();
        await reviewer.Send(address, "form[action*='HandIn']");

        Assert.Contains("不能审核自己拟的稿", (await reviewer.Open(address)).QuerySelector("[data-testid=not-mine]").Words());
        Assert.Contains("正等科室审核", (await writer.Leader.Open(address)).QuerySelector("[data-testid=not-mine]").Words());
        var other = await platform.As(Role.Reviewer);
        await Writer.Pass(other, address);
        Assert.Contains("同一人不能审核两个环节", (await other.Open(address)).QuerySelector("[data-testid=not-mine]").Words());
        // Nor by sending what the page does not offer.
        var token = (await other.Open("/office/items/new")).QuerySelector("input[name=_form]")!.GetAttribute("value")!;
        var forced = await other.PostAsync($"{address}?handler=Pass", new FormUrlEncodedContent([new("_form", token), new("Input.Revision", "3")]), Cancelled);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, forced.StatusCode);
        Assert.Equal(ItemState.Prepared, (await writer.Item(address)).State);
    }

    [Fact]
    public async Task Returning_asks_for_words_and_the_author_sees_them()
    {
        var writer = await Writer.At(platform);
        var address = await writer.Draft("要退回的通知");
        await writer.HandIn(address);

        Assert.Contains("请填写意见", await (await Writer.Judge(writer.Handler, address, "Return")).Leads());
        await Writer.Judge(writer.Handler, address, "Return", ("Input.Opinion", "日期写错了"));

        var page = await writer.Author.Open(address);
        Assert.Contains("退回。日期写错了", page.QuerySelector("ol.timeline").Words());
        Assert.NotNull(page.QuerySelector("form[action*='HandIn']"));
        Assert.Contains("已退回，待修改", (await writer.Author.Open("/office/")).Body.Words());
    }

    [Fact]
    public async Task An_identity_number_keeps_a_text_back_until_it_is_masked_or_explained_and_lifted()
    {
        var writer = await Writer.At(platform);
        var address = await writer.Draft("公租房分配结果", ("Input.Html", $"<p>示甲 {IdentityNumber}</p>"));

        var refused = await writer.HandIn(address);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await refused.Html();
        Assert.NotEmpty(page.QuerySelectorAll("[data-testid=finding]"));
        Assert.DoesNotContain(IdentityNumber, page.QuerySelector("ul.findings").Words());

        // Explained, it goes to whoever reviews secrecy, who alone may lift it.
        Assert.Equal(address, await (await writer.HandIn(address, "这是演示号码")).Leads());
        await Writer.Pass(writer.Handler, address);
        Assert.Contains("阻止公开", await (await Writer.Pass(writer.Legal, address)).Leads());
        Assert.Null((await writer.Leader.Open(address)).QuerySelector("form[action*='Lift']"));
        // The number stands in the text and in the summary that was made of it.
        while ((await writer.Legal.Open(address)).QuerySelector("form[action*='Lift']") is not null) await writer.Legal.Send(address, "form[action*='Lift']", ("Input.Why", "编造的号码，不是个人信息"));
        await Writer.Pass(writer.Legal, address);
        await Writer.Pass(writer.Leader, address);
        Assert.Equal(ItemState.Published, (await writer.Item(address)).State);
    }

    [Fact]
    public async Task A_missing_element_can_only_be_put_right()
    {
        var writer = await Writer.At(platform);
        var address = await writer.Draft("没有文号的规范性文件", ("Input.Genre", "Normative"), ("Input.Column", "gfxwj"));

        Assert.Contains("文号", await (await writer.HandIn(address, "就这样")).Leads());

        await writer.Author.Send($"{address}/edit", "form.fields", ("Input.DocumentNumber", "住建规〔2026〕9号"), ("Input.Validity", "InForce"));
        Assert.Equal(address, await (await writer.HandIn(address)).Leads());
    }

    [Fact]
    public async Task The_hour_of_publication_cannot_be_put_back()
    {
        var writer = await Writer.At(platform);
        var address = await writer.Draft("倒填日期的通知");
        await writer.HandIn(address);
        await Writer.Pass(writer.Handler, address);
        await Writer.Pass(writer.Legal, address);

        Assert.Contains("发布时间由系统记录，不能修改", await (await Writer.Pass(writer.Leader, address, ("Input.PublishOn", "2026-05-20"))).Leads());
        Assert.Equal(address, await (await Writer.Pass(writer.Leader, address, ("Input.PublishOn", "2026-06-03"), ("Input.PublishTime", "９：３０"))).Leads());

        Assert.Equal(ItemState.Prepared, (await writer.Item(address)).State);
        var page = await writer.Author.Open(address);
        Assert.Contains("2026-06-03 09:30", page.QuerySelector(".case-facts").Words());
    }

    [Fact]
    public async Task A_correction_is_reviewed_while_the_old_text_stays()
    {
        var writer = await Writer.At(platform);
        var address = await writer.Published("要更正的通知");

        await writer.Author.Send(address, "form[action*='Correct']", ("Input.Why", "电话写错"));
        await writer.Author.Send($"{address}/edit", "form.fields", ("Input.Html", "<p>更正后的正文。</p>"));
        await writer.HandIn(address);
        Assert.Equal("请有关单位按时参加。", await Text(address));
        foreach (var hand in (HttpClient[])[writer.Handler, writer.Legal, writer.Leader]) await Writer.Pass(hand, address);

        Assert.Equal("更正后的正文。", await Text(address));
        Assert.Equal(2, (await writer.Item(address)).Version);

        async Task<string> Text(string at)
        {
            var item = await writer.Item(at);
            var text = "";
            await platform.In(async store => text = await store.PublicTexts().Where(one => one.ItemId == item.Id).Select(one => one.Plain).SingleAsync());
            return text;
        }
    }

    [Fact]
    public async Task What_is_withdrawn_needs_a_reason_and_does_not_come_back()
    {
        var writer = await Writer.At(platform);
        var address = await writer.Published("要撤下的通知");

        Assert.Contains("请填写撤下的原因", await (await writer.Author.Send(address, "form[action*='Withdraw']")).Leads());
        await writer.Author.Send(address, "form[action*='Withdraw']", ("Input.Why", "内容有误"));

        Assert.Equal((ItemState.Withdrawn, "内容有误"), ((await writer.Item(address)).State, (await writer.Item(address)).WithdrawnWhy));
        Assert.Null((await writer.Author.Open(address)).QuerySelector("form[action*='Correct']"));
    }

    [Fact]
    public async Task An_attachment_goes_out_without_what_nobody_sees_and_the_original_stays_inside()
    {
        var writer = await Writer.At(platform);
        var address = await writer.Draft("有附件的通知");
        var page = await writer.Author.Open(address);
        var parts = new MultipartFormDataContent { { new ByteArrayContent(Docx("CANARY-AUTHOR")), "Input.File", "名单.docx" } };
        foreach (var (name, value) in page.QuerySelector("form[action*='Attach']")!.Fields()) parts.Add(new StringContent(value), name);

        var answer = await writer.Author.PostAsync($"{address}?handler=Attach", parts, Cancelled);

        Assert.Equal(address, await answer.Leads());
        Assert.Contains("文件属性", (await writer.Author.Open(address)).QuerySelector(".done").Words());
        await writer.HandIn(address);
        foreach (var hand in (HttpClient[])[writer.Handler, writer.Legal, writer.Leader]) await Writer.Pass(hand, address);
        var item = await writer.Item(address);
        await platform.In(async store =>
        {
            var files = await store.Files.AsNoTracking().Where(file => file.OwnerId == item.Id).ToDictionaryAsync(file => file.OwnerKind);
            var visitor = platform.Visitor();
            Assert.DoesNotContain("CANARY", Inside(await visitor.GetByteArrayAsync(ItemAddress.OfFile(files[InformationItem.AttachmentKind].Handle), Cancelled)));
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(ItemAddress.OfFile(files[InformationItem.OriginalKind].Handle), Cancelled)).StatusCode);
            Assert.Contains("CANARY", Inside(await writer.Author.GetByteArrayAsync($"/office/files/{files[InformationItem.OriginalKind].Handle}", Cancelled)));
        });

        static string Inside(byte[] docx)
        {
            using var zip = new ZipArchive(new MemoryStream(docx));
            return string.Concat(zip.Entries.Select(entry => new StreamReader(entry.Open()).ReadToEnd()));
        }
    }

    static byte[] Docx(string author)
    {
        using var file = new MemoryStream();
        using (var document = WordprocessingDocument.Create(file, DocumentFormat.OpenXml.WordprocessingDocumentType.Document))
        {
            document.PackageProperties.Creator = author;
            document.AddMainDocumentPart().Document = new(new Body(new Paragraph(new Run(new Text("参加单位名单")))));
        }
        return file.ToArray();
    }

    [Fact]
    public async Task What_is_pasted_comes_back_clean()
    {
        var writer = await Writer.At(platform);
        var token = (await writer.Author.Open("/office/items/new")).QuerySelector("input[name=_form]")!.GetAttribute("value")!;

        var clean = await writer.Author.PostAsync("/office/items/clean", new FormUrlEncodedContent([new("_form", token), new("html", "<p class=MsoNormal style='color:red'>甲<o:p></o:p></p><script>alert(1)</script>")]), Cancelled);
        var tree = await clean.Content.ReadAsStringAsync(Cancelled);
        var forged = await writer.Author.PostAsync("/office/items/clean", new FormUrlEncodedContent([new("html", "<p>甲</p>")]), Cancelled);

        Assert.Contains("\"name\":\"p\"", tree);
        Assert.DoesNotContain("script", tree);
        Assert.DoesNotContain("style", tree);
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
    }

    [Fact]
    public async Task A_draft_that_lacks_something_says_what_and_keeps_the_rest()
    {
        var writer = await Writer.At(platform);

        var answer = await writer.Author.Send("/office/items/new", "form.fields", ("Input.Title", ""), ("Input.FormedOn", "2026-07-01"), ("Input.Interprets", "没有这个号"), ("Input.Html", "<p>写了很久的正文</p>"));

        var page = await answer.Html();
        var problems = page.QuerySelector(".problem").Words();
        foreach (var words in (string[])["请填写标题", "请选择栏目", "请选择体裁", "成文日期不能晚于今天", "没有找到已公开的“没有这个号”"]) Assert.Contains(words, problems);
        Assert.Contains("写了很久的正文", page.QuerySelector("textarea[name='Input.Html']")!.TextContent);
    }
}
