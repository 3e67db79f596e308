using System.Net;
using Gongkai.App.Tests.Accounts;
using Gongkai.Records;
using Gongkai.Records.Files;
using Gongkai.Records.Organizations;
using Gongkai.Records.Requests;
using Gongkai.Records.Requests.Letters;
using Gongkai.Rules.Requests;
using Gongkai.Rules.Requests.Letters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.App.Tests.Requests;

/// <summary>Anyone can see whether a letter is real, and nobody learns what it says.</summary>
public sealed class VerificationTests(Platform platform)
{
    const string Path = "/yz/";

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_code_tells_whose_letter_it_is_and_whether_a_file_is_the_one_that_went_out()
    {
        var code = await Letter(signed: true);
        var page = await (await platform.Visitor().Post(Path, ("ma", QueryCode.Written(code).ToLowerInvariant()))).Html();
        Assert.Equal("✓ 真实有效", page.QuerySelector(".standing .tag").Words());
        Assert.Contains("某区住房和城乡建设局", page.QuerySelector(".standing").Words());
        Assert.Contains("2026年5月25日", page.QuerySelector(".standing").Words());
        Assert.DoesNotContain("秘密的内容", page.Body!.TextContent, StringComparison.Ordinal);

        Assert.Contains("您选择的文件与留存的文书完全一致。", await Compared(code, "秘密的内容"));
        Assert.Contains("您选择的文件与留存的文件不一致", await Compared(code, "改过的内容"));
    }

    [Fact]
    public async Task A_letter_that_was_voided_is_shown_as_void() =>
        Assert.Equal("■ 已作废", (await (await platform.Visitor().Post(Path, ("ma", await Letter(signed: true, voided: true)))).Html()).QuerySelector(".standing .tag").Words());

    [Theory]
    [InlineData("", "请填写文书的核验码，或者网页的校验码")]
    [InlineData("12345", "文书的核验码是 13 位字母和数字，例如 7K3M-9P2QX-4TVW；网页的校验码是 16 位，例如 7A3F-9C21-04BE-88D0。请对照检查")]
    [InlineData("0000-0000-0000-0000", "没有找到这个校验码对应的信息，请对照打印件检查；仍然找不到的，它不是本平台公开的内容")]
    [InlineData("7K3M-9P2QX-4TVW", "没有找到这个核验码对应的文书，请对照文书检查；仍然找不到的，请联系文书上的机关核实")]
    public async Task What_is_no_code_of_a_letter_gets_a_sentence_that_says_what_to_do(string typed, string said)
    {
        var answer = await platform.Visitor().Post(Path, ("ma", typed));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.Html();
        Assert.EndsWith(said, page.QuerySelector(".field-problem").Words(), StringComparison.Ordinal);
        Assert.Equal(typed, page.QuerySelector("#ma")!.GetAttribute("value") ?? "");
        Assert.StartsWith("错误：", page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_has_no_code_for_anybody() =>
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await platform.Visitor().Post(Path, ("ma", await Letter(signed: false)))).StatusCode);

    async Task<string> Compared(string code, string content)
    {
        var visitor = platform.Visitor();
        using var form = new MultipartFormDataContent
        {
            { new StringContent((await visitor.Token(Path))!), "_form" }, { new StringContent(code), "ma" }, { new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(content)), "wj", "告知书.docx" },
        };
        return (await (await visitor.PostAsync(Path, form, Cancelled)).Html()).QuerySelector("[data-testid=compared]").Words();
    }

    async Task<string> Letter(bool signed, bool voided = false)
    {
        var code = "";
        await platform.In(async store =>
        {
            var agency = await store.Agencies.WithCode("zjj").Select(one => one.Id).SingleAsync(Cancelled);
            var act = new Act(new("test.prepared", "测试准备"), Hand.Program, Platform.Now, agency);
            await store.Write(act, async () =>
            {
                var request = await store.TakeIn(new()
                {
                    Agency = agency, Channel = Channel.InPerson, Kind = ApplicantKind.Person, Submitted = new(2026, 5, 25), Received = new DateOnly(2026, 5, 25), MaskedName = "示*", Wanted = new() { Name = "核验的样例" },
                    Applicant = id => new() { RequestId = id, Name = new("sealed"), Paper = IdentityPaper.Other },
                }, act);
                var letter = new CaseLetter { AgencyId = agency, RequestId = request.Request.Id, Kind = RequestLetter.Granted, AuthorId = null, AuthorName = "测试", DraftedAt = Platform.Now };
                var file = StoredFile.Of(platform.Services.GetRequiredService<FileStore>().Put("秘密的内容"u8), "告知书.docx", "text/plain", (CaseLetter.FileKind, letter.Id), agency, Scan.NotConfigured, Platform.Now);
                store.AddRange(letter, file);
                store.Entry(letter).Property(nameof(CaseLetter.FileId)).CurrentValue = file.Id;
                if (signed) letter.Sign(new(2026, 5, 25), "测试");
                if (voided) letter.Void("印错");
                code = letter.VerificationCode;
            });
        });
        return code;
    }
}
