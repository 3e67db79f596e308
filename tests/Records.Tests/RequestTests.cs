using Gongkai.Records.Organizations;
using Gongkai.Records.Requests;
using Gongkai.Rules;
using Gongkai.Rules.Requests;
using Microsoft.EntityFrameworkCore;
using static Gongkai.Records.Tests.TestActs;

namespace Gongkai.Records.Tests;

/// <summary>Requests and their files, on both stores: what is taken in once is there once, and the columns say what the file says.</summary>
public sealed class RequestTests(TestStores stores)
{
    static readonly DateOnly Monday = new(2026, 3, 2);

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task Requests_that_come_at_once_have_each_a_number_of_their_own_without_a_gap(StoreKind kind)
    {
        var (connection, agency) = Prepared(kind);
        await Parallel.ForEachAsync(Enumerable.Range(0, 24), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Cancelled }, async (_, _) =>
        {
            await using var store = StoreChoice.Open(connection);
            await TakeIn(store, agency);
        });
        await using var reading = StoreChoice.Open(connection);
        Assert.Equal(Enumerable.Range(1, 24).Select(number => $"20260302{number:00000}"), await reading.Requests.Select(request => request.Number).Order().ToListAsync(Cancelled));
        Assert.Equal(24, await reading.RequestApplicants.Select(applicant => applicant.RequestId).Distinct().CountAsync(Cancelled));
        Assert.Equal(48, await reading.CasePages.CountAsync(Cancelled));
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task An_intake_that_fails_gives_its_number_back(StoreKind kind)
    {
        var (connection, agency) = Prepared(kind);
        await using (var store = StoreChoice.Open(connection))
            await Assert.ThrowsAsync<InvalidOperationException>(() => store.Write(Test with { Agency = agency }, async () =>
            {
                await store.TakeIn(Arrival(agency), Test);
                throw new InvalidOperationException("the power goes");
            }));
        await using var again = StoreChoice.Open(connection);
        Assert.Equal("2026030200001", (await TakeIn(again, agency)).Request.Number);
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task The_columns_say_what_the_file_says_also_for_whoever_opens_it_later(StoreKind kind)
    {
        var (connection, agency) = Prepared(kind);
        Handle handle;
        await using (var store = StoreChoice.Open(connection))
        {
            var file = await TakeIn(store, agency);
            handle = file.Request.Handle;
            Assert.Equal(new DateOnly(2026, 3, 30), file.Request.Due);
            file.Add(new CaseFact.Consulted(new(2026, 3, 9), file.NextMatter, Consultee.ThirdParty), Test);
            file.Add(new CaseFact.ConsultationReached(new(2026, 3, 11), 1), Test);
            await store.Save(Test with { Agency = agency });
            Assert.Equal((Stage.Consulting, new DateOnly(2026, 4, 1)), (file.Request.Stage, file.Request.ActBy));
        }
        await using (var store = StoreChoice.Open(connection))
        {
            var file = (await store.CaseFile(handle))!;
            file.Add(new CaseFact.ConsultationAnswered(new(2026, 3, 25), 1, Stance.Consents), Test, "同意公开。");
            await store.Save(Test with { Agency = agency });
            Assert.Equal(new DateOnly(2026, 4, 16), file.Request.Due);
            file.Add(new CaseFact.Decided(new(2026, 4, 16), Outcome.Granted), Test);
            file.Add(new CaseFact.Answered(new(2026, 4, 17), Service.ByPost), Test);
            await store.Save(Test with { Agency = agency });
        }
        await using var reading = StoreChoice.Open(connection);
        var request = await reading.Requests.SingleAsync(one => one.Handle == handle, Cancelled);
        Assert.Equal((Stage.Answered, Outcome.Granted, new DateOnly(2026, 4, 17), true, null), (request.Stage, request.Outcome, request.EndedOn, request.Late, request.ActBy));
        Assert.Equal("同意公开。", (await reading.CaseFile(handle))!.Pages[4].Note);
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task What_the_law_does_not_allow_does_not_enter_the_file(StoreKind kind)
    {
        var (connection, agency) = Prepared(kind);
        await using var store = StoreChoice.Open(connection);
        var file = await TakeIn(store, agency);
        var refused = Assert.Throws<InvalidOperationException>(() => file.Add(new CaseFact.Answered(Monday, Service.ByHand), Test));
        Assert.Equal("答复还没有审签，不能送达。", refused.Message);
        Assert.Equal(2, file.Pages.Count);
        Assert.False(store.ChangeTracker.HasChanges());
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task Due_days_follow_the_calendar_and_those_that_were_met_stay(StoreKind kind)
    {
        var (connection, agency) = Prepared(kind);
        await using var store = StoreChoice.Open(connection);
        var (open, ended) = (await TakeIn(store, agency), await TakeIn(store, agency));
        ended.Add(new CaseFact.Decided(new(2026, 3, 20), Outcome.Granted), Test);
        ended.Add(new CaseFact.Answered(new(2026, 3, 20), Service.ByPost), Test);
        await store.Save(Test with { Agency = agency });

        var holiday = new WorkingCalendar(HolidayNotice.BuiltIn, [new SpecialDay(new(2026, 3, 17), true, "某民族节日")]);
        var moving = (await ToList(new RequestDeadlines().Open(store, agency, Monday))).Select(one => one.Count(holiday)).ToList();
        Assert.Equal([new DateOnly(2026, 3, 31)], moving);
        await store.Write(Test with { Agency = agency }, () => new RequestDeadlines().Move(store, _ => Task.FromResult(holiday)));

        await using var reading = StoreChoice.Open(connection);
        Assert.Equal(new DateOnly(2026, 3, 31), (await reading.Requests.SingleAsync(one => one.Id == open.Request.Id, Cancelled)).Due);
        Assert.Equal(new DateOnly(2026, 3, 30), (await reading.Requests.SingleAsync(one => one.Id == ended.Request.Id, Cancelled)).Due);
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task Of_more_than_are_read_at_once_each_is_listed_and_moved_once(StoreKind kind)
    {
        var (connection, agency) = Prepared(kind);
        await using var store = StoreChoice.Open(connection);
        var act = Test with { Agency = agency };
        await store.Write(act, async () =>
        {
            // Two days, so that a batch ends among those that are due on the same.
            foreach (var number in Enumerable.Range(0, 450)) await store.TakeIn(Arrival(agency) with { Received = Monday.AddDays(number % 2) }, act, WorkingCalendar.BuiltIn);
        });
        store.ChangeTracker.Clear();
        var names = (await ToList(new RequestDeadlines().Open(store, agency, Monday))).ConvertAll(one => one.Name);
        Assert.Equal((450, 450), (names.Count, names.Distinct().Count()));

        var holiday = new WorkingCalendar(HolidayNotice.BuiltIn, [new SpecialDay(new(2026, 3, 17), true, "某民族节日")]);
        await store.Write(act, () => new RequestDeadlines().Move(store, _ => Task.FromResult(holiday)));
        await using var reading = StoreChoice.Open(connection);
        Assert.Equal([(new DateOnly(2026, 3, 31), 225), (new DateOnly(2026, 4, 1), 225)],
            (await reading.Requests.GroupBy(one => one.Due).Select(days => new { days.Key, Count = days.Count() }).OrderBy(days => days.Key).ToListAsync(Cancelled)).Select(days => (days.Key!.Value, days.Count)));
    }

    [Theory]
    [InlineData("7K3M-9P2QX-4TVW", "7K3M9P2QX4TVW"), InlineData(" 7k3m 9p2qx 4tvw ", "7K3M9P2QX4TVW"), InlineData("７Ｋ３Ｍ－９Ｐ２ＱＸ－４ＴＶＷ", "7K3M9P2QX4TVW")]
    [InlineData("OIL0-00000-0000", "0110000000000"), InlineData("7K3M-9P2QX-4TV", null), InlineData("7K3M-9P2QX-4TVU", null), InlineData("", null), InlineData(null, null)]
    public void A_query_code_is_read_as_people_type_it(string? typed, string? read) => Assert.Equal(read, QueryCode.Read(typed));

    [Fact]
    public void A_query_code_is_read_back_as_it_is_written()
    {
        for (var i = 0; i < 1000; i++)
        {
            var code = QueryCode.Next();
            Assert.Equal(code, QueryCode.Read(QueryCode.Written(code)));
        }
    }

    (string Connection, Guid Agency) Prepared(StoreKind kind)
    {
        var connection = stores.Ready(kind);
        using var store = StoreChoice.Open(connection);
        var agency = new Agency { Code = "zjj", Name = "某区住房和城乡建设局" };
        store.Add(agency);
        store.SaveNow();
        return (connection, agency.Id);
    }

    static async Task<CaseFile> TakeIn(Store store, Guid agency)
    {
        CaseFile file = null!;
        var act = Test with { Agency = agency };
        await store.Write(act, async () => file = await store.TakeIn(Arrival(agency), act));
        return file;
    }

    static Arrival Arrival(Guid agency) => new()
    {
        Agency = agency, Channel = Channel.InPerson, Kind = ApplicantKind.Person, Submitted = Monday, Received = Monday, MaskedName = "示*",
        Wanted = new() { Name = "2025年某路12号危险房屋鉴定报告" },
        Applicant = request => new() { RequestId = request, Name = new("sealed"), Paper = IdentityPaper.ResidentCard },
    };

    static async Task<List<T>> ToList<T>(IAsyncEnumerable<T> all)
    {
        List<T> list = [];
        await foreach (var one in all) list.Add(one);
        return list;
    }
}
