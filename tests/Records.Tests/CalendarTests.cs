using Gongkai.Records.AnnualReports;
using Gongkai.Records.Calendars;
using Gongkai.Records.Organizations;
using Gongkai.Rules;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Tests;

/// <summary>The calendar of an agency, from what came with the program, what was imported and its own days.</summary>
public sealed class CalendarTests(TestStores stores)
{
    static readonly Agency Bureau = new() { Code = "zjj", Name = "某区住房和城乡建设局" };
    static readonly HolidayNotice Of2027 = HolidayNotice.Read(2027, "notice 国办发明电〔2026〕9号 2026-11-05 https://www.gov.cn/x.htm\noff 2027-01-01 2027-01-03 元旦\noff 2027-01-29 某节\non  2027-01-30 某节");

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    Store Prepared(StoreKind kind)
    {
        var store = StoreChoice.Open(stores.Ready(kind));
        store.Add(Bureau);
        store.SaveNow();
        return store;
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task Without_imports_the_years_that_came_with_the_program_count(StoreKind kind)
    {
        using var store = Prepared(kind);
        var calendar = await store.CalendarOf(Bureau.Id);

        Assert.Equal(new(2026, 3, 3), calendar.Add(new(2026, 1, 28), 20));
        Assert.False(calendar.Knows(2027));
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task The_last_import_of_a_year_counts_and_the_earlier_stay_on_record(StoreKind kind)
    {
        using var store = Prepared(kind);
        await store.ImportNotice(HolidayNotice.Read(2027, "off 2027-01-01 元旦"), TestActs.Test, []);
        await store.ImportNotice(Of2027, TestActs.Test, []);
        var calendar = await store.CalendarOf(Bureau.Id);

        Assert.True(calendar.Knows(2027));
        Assert.False(calendar.IsWorkingDay(new(2027, 1, 29)));
        Assert.True(calendar.IsWorkingDay(new(2027, 1, 30)));
        Assert.Equal([1, 2], await store.CalendarNotices.OrderBy(notice => notice.Version).Select(notice => notice.Version).ToListAsync(Cancelled));
        Assert.Equal("国办发明电〔2026〕9号", (await store.CalendarNotices.Newest.SingleAsync(Cancelled)).ToNotice().Sources[0].Number);
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task A_local_day_counts_for_its_agency_only(StoreKind kind)
    {
        using var store = Prepared(kind);
        store.Add(new LocalDay { AgencyId = Bureau.Id, Day = new(2026, 3, 30), Off = true, Name = "古尔邦节", Basis = "自治区人民政府通知" });
        store.SaveNow();

        Assert.Equal(new(2026, 3, 31), (await store.CalendarOf(Bureau.Id)).Add(new(2026, 3, 2), 20));
        Assert.Equal(new(2026, 3, 30), (await store.CalendarOf(Guid.Empty)).Add(new(2026, 3, 2), 20));
    }

    [Fact]
    public async Task A_dry_run_tells_which_open_deadlines_move_and_changes_nothing()
    {
        using var store = Prepared(StoreKind.Sqlite);
        var before = await store.CalendarOf(Bureau.Id);
        var after = await store.CalendarOf(Bureau.Id, [Of2027]);
        IDeadlines[] domains = [new ReportDeadlines(), new Twenty()];

        var (total, rows) = await domains.Moving(store, Bureau.Id, new(2026, 11, 22), before, after, 0, 20);

        Assert.Equal(3, total);
        Assert.Equal(new("年度报告公布", "公布 2026 年政府信息公开工作年度报告", null, new(2027, 1, 29), new(2027, 1, 30)), rows[0]);
        Assert.Equal([(new DateOnly(2027, 1, 18), new DateOnly(2027, 1, 19)), (new(2027, 1, 29), new(2027, 1, 30))], rows.Skip(1).Select(row => (row.Before, row.After)));
        Assert.Equal(rows[2], Assert.Single((await domains.Moving(store, Bureau.Id, new(2026, 11, 22), before, after, 2, 20)).Rows));
        Assert.Empty(await store.CalendarNotices.ToListAsync(Cancelled));
    }

    [Fact]
    public async Task An_open_task_that_falls_on_a_new_day_off_is_told_and_a_finished_one_is_not()
    {
        using var store = Prepared(StoreKind.Sqlite);
        var office = new Department { AgencyId = Bureau.Id, Name = "政务公开办" };
        WorkTask open = Due("编写年报", 29), done = Due("收集数据", 29), other = Due("核对数据", 28);
        done.Finish(TestActs.Now, "已报送", null);
        store.AddRange(office, open, done, other);
        store.SaveNow();

        var (total, rows) = await new IDeadlines[] { new TaskDeadlines() }.Moving(store, Bureau.Id, new(2026, 11, 22), await store.CalendarOf(Bureau.Id), await store.CalendarOf(Bureau.Id, [Of2027]), 0, 20);

        Assert.Equal((1, new("任务", "编写年报", null, new(2027, 1, 29), new(2027, 1, 28))), (total, Assert.Single(rows)));

        WorkTask Due(string title, int day) => new() { AgencyId = Bureau.Id, Title = title, DepartmentId = office.Id, DueOn = new(2027, 1, day), GivenById = null, GivenByName = "测试", GivenAt = TestActs.Now };
    }

    [Fact]
    public async Task Nothing_that_was_already_met_is_counted_again()
    {
        using var store = Prepared(StoreKind.Sqlite);
        var report = AnnualReport.Publish(Bureau, 2026, new() { Form = Gongkai.Rules.AnnualReports.ReportForm.For(2026), Year = 2026, Cells = Gongkai.Rules.AnnualReports.CellValues.Of(Gongkai.Rules.AnnualReports.ReportForm.For(2026), new Dictionary<string, Gongkai.Rules.AnnualReports.CellValue>(), 0) }, new(2027, 1, 20), []);
        store.Add(report);
        store.SaveNow();

        var (total, _) = await new IDeadlines[] { new ReportDeadlines() }.Moving(store, Bureau.Id, new(2027, 1, 20), await store.CalendarOf(Bureau.Id), await store.CalendarOf(Bureau.Id, [Of2027]), 0, 20);

        Assert.Equal(0, total);
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task Importing_moves_what_the_domains_keep_in_the_same_act(StoreKind kind)
    {
        using var store = Prepared(kind);
        var domain = new Twenty();

        await store.ImportNotice(Of2027, TestActs.Test, [domain]);
        Assert.Equal(new(2027, 1, 19), domain.Moved);

        // … and what cannot be moved leaves the calendar as it was.
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.ImportNotice(HolidayNotice.Read(2027, "off 2027-01-01 元旦"), TestActs.Test, [new Stubborn()]));
        Assert.Equal(1, await store.CalendarNotices.CountAsync(Cancelled));
    }

    /// <summary>Two requests that are due twenty working days after they came.</summary>
    sealed class Twenty : IDeadlines
    {
        public string Name => "依申请公开答复";

        public DateOnly? Moved { get; private set; }

        public async IAsyncEnumerable<OpenDeadline> Open(Store store, Guid agency, DateOnly today)
        {
            await Task.CompletedTask;
            foreach (var received in (DateOnly[])[new(2026, 12, 21), new(2027, 1, 1), new(2026, 10, 8)])
                yield return new("申请", null, received, calendar => calendar.Add(received, 20));
        }

        public async Task Move(Store store, Func<Guid, Task<WorkingCalendar>> calendarOf) => Moved = (await calendarOf(Bureau.Id)).Add(new(2026, 12, 21), 20);
    }

    sealed class Stubborn : IDeadlines
    {
        public string Name => "";

        public IAsyncEnumerable<OpenDeadline> Open(Store store, Guid agency, DateOnly today) => throw new NotSupportedException();

        public Task Move(Store store, Func<Guid, Task<WorkingCalendar>> calendarOf) => throw new InvalidOperationException("No.");
    }
}
