using System.Globalization;
using Gongkai.App.Office.Imports;
using Gongkai.App.Office.Ledger;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Demo;
using Gongkai.Records.Organizations;
using Gongkai.Records.Requests;
using Gongkai.Records.Reviews;
using Gongkai.Rules;
using Gongkai.Rules.Requests;
using Gongkai.Rules.Requests.Letters;
using Gongkai.Rules.Reviews;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests.Office;

/// <summary>The ledger goes out and comes in again as it was; what the law does not allow does not come in.</summary>
public sealed class LedgerTests : IDisposable
{
    static readonly DateOnly Today = new(2026, 6, 1);
    static readonly Act Test = new(new("test.prepared", "测试准备"), Hand.Program, Platform.Now);

    readonly string folder = Directory.CreateTempSubdirectory("gongkai-ledger-").FullName;

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task What_went_out_comes_in_and_goes_out_the_same()
    {
        await using var first = await Open("first");
        var number = 0;
        foreach (var one in GeneratedYears.Of("ledger", 2025, 1, 120, WorkingCalendar.BuiltIn, [await Department(first)]))
        {
            var (request, pages) = one.ToRows(await Agency(first), ++number, WorkingCalendar.BuiltIn);
            first.Add(request);
            first.AddRange(pages);
        }
        await first.Save(Test);
        var answered = await first.Requests.AsNoTracking().Where(request => request.Outcome != null && request.EndedOn != null).OrderBy(request => request.Number).ToListAsync(Cancelled);
        first.AddRange(answered.Take(40).Select((request, at) => new LedgerAnswer { RequestId = request.Id, Number = at % 3 == 0 ? null : $"示例公复〔2025〕{at}号", PostNumber = at % 2 == 0 ? null : $"XA{at:00000}CN" }).Where(one => one.Number is not null || one.PostNumber is not null));
        foreach (var (at, request) in answered.Index().Where(one => one.Index % 5 == 0)) Enter(first, await Agency(first), at, request);
        await first.Save(Test);
        var before = await Lines(first);
        Assert.Contains(before, line => line[LedgerColumns.Headings.ToList().IndexOf(LedgerColumns.Reviews)].Text.Contains("；复议后起诉｜", StringComparison.Ordinal));
        Assert.Equal(120, before.Count);

        await using var second = await Open("second");
        var again = 0;
        foreach (var round in (bool[])[true, false])
        {
            var taking = await new LedgerImport(new EphemeralDataProtectionProvider()).Open(new(second, await Agency(second), Today));
            foreach (var line in before)
            {
                var taken = await taking.Take(Row(++again, line));
                Assert.Equal((round, ""), (taken.IsNew, string.Join(' ', taken.Problems)));
                Assert.Equal(round, second.ChangeTracker.HasChanges());
                await second.Save(Test);
                second.ChangeTracker.Clear();
            }
        }
        Assert.Equal(before.Select(Words), (await Lines(second)).Select(Words));
        // A number of ours that came in with a ledger is not given out again.
        var day = await second.Requests.OrderByDescending(request => request.Number).Select(request => request.Number).FirstAsync(Cancelled);
        var on = DateOnly.ParseExact(day[..8], "yyyyMMdd", CultureInfo.InvariantCulture);
        CaseFile taken2 = null!;
        var act = Test with { Agency = await Agency(second) };
        await second.Write(act, async () => taken2 = await second.TakeIn(new()
        {
            Agency = act.Agency!.Value, Channel = Channel.InPerson, Kind = ApplicantKind.Person, Submitted = on, MaskedName = "示*", Wanted = new() { Name = "样例" },
            Applicant = request => new() { RequestId = request, Name = new("sealed"), Paper = IdentityPaper.Other },
        }, act));
        Assert.Equal($"{day[..8]}{int.Parse(day[8..], CultureInfo.InvariantCulture) + 1:00000}", taken2.Request.Number);
    }

    [Theory]
    [InlineData("2026-03-02", "", "2026-03-20", "予以公开", null)]
    [InlineData("2026-03-02", "2026-04-20", "2026-05-20", "予以公开", "延期告知 2026-04-20 20个工作日：答复期限 2026-03-30 已过，不能再办理延期。")]
    [InlineData("2026-03-02", "", "2026-03-20", "补正后申请内容仍不明确", "审签 2026-03-20 补正后申请内容仍不明确：申请人补正以后内容仍不明确，才能这样答复。")]
    [InlineData("2026-03-02", "", "2026-07-01", "予以公开", "审签 2026-07-01 予以公开：日期 2026-07-01 还没有到，请核对。")]
    [InlineData("", "", "", "", "请填写提交日期或者收到日期。")]
    public async Task A_row_that_the_law_does_not_allow_is_refused_with_the_reason(string received, string extended, string ended, string outcome, string? refused)
    {
        await using var store = await Open("rules");
        var taking = await new LedgerImport(new EphemeralDataProtectionProvider()).Open(new(store, await Agency(store), Today));
        var taken = await taking.Take(new(2, new Dictionary<string, string>
        {
            ["收件编号"] = "2026-001", ["收到日期"] = received, ["申请人"] = "示例甲", ["类别"] = "自然人", ["渠道"] = "互联网", ["申请内容"] = "样例", ["延期告知日期"] = extended, ["答复日期"] = ended, ["答复类型"] = outcome,
        }));
        Assert.Equal(refused, taken.Problems is [var problem] ? problem.Sentence : null);
        Assert.Equal(refused is null, store.ChangeTracker.HasChanges());
        if (refused is not null) return;
        await store.Save(Test);
        var request = await store.Requests.SingleAsync(Cancelled);
        Assert.Equal(("示**", Outcome.Granted, new DateOnly(2026, 3, 20), false), (request.MaskedName, request.Outcome, request.EndedOn, request.Late));
        // The name is sealed; the same number with another file is not taken in silence.
        Assert.DoesNotContain("示例甲", (await store.RequestApplicants.SingleAsync(Cancelled)).Name.Cipher, StringComparison.Ordinal);
        var other = await (await new LedgerImport(new EphemeralDataProtectionProvider()).Open(new(store, await Agency(store), Today))).Take(new(2, new Dictionary<string, string>
        {
            ["收件编号"] = "2026-001", ["收到日期"] = "2026-03-03", ["申请人"] = "示例甲", ["类别"] = "自然人", ["渠道"] = "互联网", ["申请内容"] = "样例",
        }));
        Assert.StartsWith("这个收件编号已经登记过，办理经过与本行不同。", Assert.Single(other.Problems).Sentence, StringComparison.Ordinal);
    }

    // A reconsideration with each kind of result in turn, and here and there a suit after it.
    static void Enter(Store store, Guid agency, int at, InformationRequest request)
    {
        var results = Enum.GetValues<RemedyResult>().Where(result => result.FitsIn(RemedyKind.Reconsideration)).ToList();
        var (accepted, result) = (request.EndedOn!.Value.AddDays(10), at % 4 == 0 ? (RemedyResult?)null : results[at / 5 % results.Count]);
        store.Enter(new(RemedyKind.Reconsideration, $"某政复〔2025〕{at}号", "某区人民政府", accepted, Result: result, ResultOn: result is null ? null : accepted.AddDays(30), PerformanceDue: result is { Orders: true } ? accepted.AddDays(60) : null), agency, request.Id, Test);
        if (at % 10 == 0) store.Enter(new(RemedyKind.SuitAfterReconsideration, $"（2025）某行初{at}号", "某区人民法院", accepted.AddDays(40), at % 20 == 0 ? RespondentRole.ReconsiderationBody : RespondentRole.OriginalAgency), agency, request.Id, Test);
    }

    [Theory]
    [InlineData("行政复议｜某政复〔2025〕1号｜某区人民政府｜受理 2026-03-25｜维持 2026-04-20", null)]
    [InlineData("行政复议|某政复〔2025〕1号|某区人民政府|受理 2026-03-25", null)]
    [InlineData("复议维持", "“复议维持”看不懂，请写成：行政复议｜某政复〔2026〕1号｜某区人民政府｜受理 2026-03-04｜维持 2026-05-01；或者留空，到“复议诉讼”中登记。")]
    [InlineData("行政复议｜某政复〔2025〕1号｜某区人民政府｜受理 2026-07-25", "案号“某政复〔2025〕1号”的日期还没有到，请核对。")]
    [InlineData("行政复议｜某政复〔2025〕1号｜某区人民政府｜受理 2026-03-25｜维持 2026-04-20｜履行期限 2026-05-20", "案号“某政复〔2025〕1号”：这种结果没有要履行的内容，请不要填写履行期限。")]
    [InlineData("行政复议｜某政复〔2025〕1号｜某区人民政府｜受理 2026-03-25；行政复议｜某政复〔2025〕1号｜某区人民政府｜受理 2026-03-25", "案号“某政复〔2025〕1号”已经登记过，请核对它是哪一件申请的案件。")]
    public async Task A_reconsideration_in_a_ledger_is_registered_or_the_row_is_refused(string text, string? refused)
    {
        await using var store = await Open("reviews");
        var row = new ImportRow(2, new Dictionary<string, string>
        {
            ["收件编号"] = "2026-001", ["收到日期"] = "2026-03-02", ["申请人"] = "示例甲", ["类别"] = "自然人", ["渠道"] = "互联网", ["申请内容"] = "样例", ["答复日期"] = "2026-03-20", ["答复类型"] = "予以公开",
            ["文号"] = "示例公复〔2026〕1号", ["邮寄单号"] = "XA1CN", ["复议、诉讼"] = text,
        });
        var taken = await (await new LedgerImport(new EphemeralDataProtectionProvider()).Open(new(store, await Agency(store), Today))).Take(row);
        Assert.Equal(refused, taken.Problems is [var problem] ? problem.Sentence : null);
        if (refused is not null) return;
        await store.Save(Test);
        var review = await store.Reviews.SingleAsync(Cancelled);
        Assert.Equal(((await store.Requests.SingleAsync(Cancelled)).Id, "某政复〔2025〕1号", text.Contains("维持", StringComparison.Ordinal) ? RemedyResult.Upheld : (RemedyResult?)null), (review.RequestId, review.CaseNumber, review.Result));
        // A second time nothing changes, a row that says less changes nothing, and one that says otherwise is refused.
        foreach (var (column, said, reason) in new[] { ("文号", "示例公复〔2026〕1号", ""), ("文号", "", ""), ("文号", "示例公复〔2026〕2号", "文号与本行不同"), ("邮寄单号", "XA2CN", "邮寄单号与本行不同"), ("复议、诉讼", "", ""), ("复议、诉讼", "行政复议｜某政复〔2025〕1号｜某区人民政府｜受理 2026-03-26", "复议、诉讼与本行不同") })
        {
            var again = await (await new LedgerImport(new EphemeralDataProtectionProvider()).Open(new(store, await Agency(store), Today))).Take(row with { Cells = new Dictionary<string, string>(row.Cells) { [column] = said } });
            Assert.Equal((false, reason.Length > 0), (again.IsNew, again.Problems is [var one] && one.Sentence.Contains(reason, StringComparison.Ordinal)));
            Assert.False(store.ChangeTracker.HasChanges());
        }
    }

    async Task<Store> Open(string name)
    {
        var store = StoreChoice.Open($"Data Source={Path.Combine(folder, name + ".db")}");
        store.Prepare();
        var agency = new Agency { Code = "zjj", Name = "某区住房和城乡建设局" };
        store.AddRange(agency, new Department { AgencyId = agency.Id, Name = "示例科", Order = 1 });
        await store.Save(Test);
        return store;
    }

    static Task<Guid> Agency(Store store) => store.Agencies.Select(agency => agency.Id).SingleAsync(Cancelled);
    static Task<Guid> Department(Store store) => store.Departments.Select(department => department.Id).SingleAsync(Cancelled);

    static async Task<List<IReadOnlyList<Cell>>> Lines(Store store)
    {
        List<IReadOnlyList<Cell>> lines = [];
        await foreach (var line in store.LedgerOf(await Agency(store), 2025)) lines.Add(LedgerColumns.Of(line, (await store.RemedyLinesOf([line.Request.Id]))[line.Request.Id], lines.Count + 1, true, WorkingCalendar.BuiltIn));
        return lines;
    }

    static string Words(IReadOnlyList<Cell> line) => string.Join('|', line.Select(cell => cell.Text));

    static ImportRow Row(int number, IReadOnlyList<Cell> line) => new(number, LedgerColumns.Headings.Zip(line).ToDictionary(pair => pair.First, pair => pair.Second.Text));
}
