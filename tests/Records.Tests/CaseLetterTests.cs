using Gongkai.Records.Organizations;
using Gongkai.Records.Requests;
using Gongkai.Records.Requests.Letters;
using Gongkai.Rules.Requests;
using Gongkai.Rules.Requests.Letters;
using Microsoft.EntityFrameworkCore;
using static Gongkai.Records.Tests.TestActs;

namespace Gongkai.Records.Tests;

/// <summary>The letters of a case, on both stores: what they say comes back whole, and two who change one at once are told.</summary>
public sealed class CaseLetterTests(TestStores stores)
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task What_a_letter_says_comes_back_whole(StoreKind kind)
    {
        var (connection, request) = await Prepared(kind);
        var says = new LetterText
        {
            Corrections = [CorrectionReason.Content, CorrectionReason.Form], Points = ["请写明鉴定报告的年份。𠮷"],
            Norm = new("保守国家秘密法", NormRank.Law, "第十三条"), Secret = new("秘密", "示例", null, "示例甲", "公布时"), Withheld = [new("鉴定报告第3页住户的身份证号", Outcome.ThirdPartyRights, "涉及个人隐私")],
        };
        Handle handle;
        await using (var store = StoreChoice.Open(connection))
        {
            var letter = Letter(request, says);
            handle = letter.Handle;
            store.Add(letter);
            store.Add(new LetterOpinion { LetterId = letter.Id, Step = LetterState.WithReviewer, Passed = false, Opinion = "请补充依据。", By = null, ByName = "演示审核", At = Now });
            await store.Save(Test with { Agency = request.AgencyId });
        }
        await using var reading = StoreChoice.Open(connection);
        var read = await reading.CaseLetters.SingleAsync(letter => letter.Handle == handle, Cancelled);
        Assert.Equal(says.Corrections, read.Says.Corrections);
        Assert.Equal(says.Withheld, read.Says.Withheld);
        Assert.Equal((says.Norm, says.Secret), (read.Says.Norm, read.Says.Secret));
        Assert.Equal(says.Points, read.Says.Points);
        Assert.Equal((LetterState.Draft, 13), (read.State, read.VerificationCode.Length));
        Assert.Equal("请补充依据。", (await reading.LetterOpinions.SingleAsync(opinion => opinion.LetterId == read.Id, Cancelled)).Opinion);
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task Of_two_who_move_a_letter_at_once_the_second_is_refused(StoreKind kind)
    {
        var (connection, request) = await Prepared(kind);
        await using var first = StoreChoice.Open(connection);
        var letter = Letter(request, new());
        first.Add(letter);
        await first.Save(Test with { Agency = request.AgencyId });
        await using var second = StoreChoice.Open(connection);
        var same = await second.CaseLetters.SingleAsync(one => one.Id == letter.Id, Cancelled);
        letter.Move(LetterState.WithReviewer);
        await first.Save(Test with { Agency = request.AgencyId });
        same.Void("写错了");
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => second.Save(Test with { Agency = request.AgencyId }));
    }

    static CaseLetter Letter(InformationRequest request, LetterText says) => new()
    {
        AgencyId = request.AgencyId, RequestId = request.Id, Kind = RequestLetter.CorrectionNotice, AuthorId = null, AuthorName = "演示承办", DraftedAt = Now, Says = says,
    };

    async Task<(string Connection, InformationRequest Request)> Prepared(StoreKind kind)
    {
        var connection = stores.Ready(kind);
        await using var store = StoreChoice.Open(connection);
        var agency = new Agency { Code = "zjj", Name = "某区住房和城乡建设局" };
        store.Add(agency);
        store.SaveNow();
        var act = Test with { Agency = agency.Id };
        CaseFile file = null!;
        await store.Write(act, async () => file = await store.TakeIn(new()
        {
            Agency = agency.Id, Channel = Channel.InPerson, Kind = ApplicantKind.Person, Submitted = new(2026, 3, 2), Received = new DateOnly(2026, 3, 2), MaskedName = "示*",
            Wanted = new() { Name = "危险房屋鉴定报告" }, Applicant = id => new() { RequestId = id, Name = new("sealed"), Paper = IdentityPaper.ResidentCard },
        }, act));
        return (connection, file.Request);
    }
}
