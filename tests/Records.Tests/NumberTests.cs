using Gongkai.Records.Numbers;
using Gongkai.Records.Organizations;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Tests;

/// <summary>Document numbers: each once, and none left out.</summary>
public sealed class NumberTests(TestStores stores)
{
    static readonly DateOnly Day = new(2026, 6, 1);
    static readonly Agency Bureau = new() { Code = "zjj", Name = "某区住房和城乡建设局" };

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    (string Connection, NumberSeries Series) Prepared(StoreKind kind, int firstYear = 0, int first = 1)
    {
        var connection = stores.Ready(kind);
        var series = new NumberSeries { AgencyId = Bureau.Id, Name = "答复书", Word = "住建公开", FirstYear = firstYear, FirstNumber = first };
        using var store = StoreChoice.Open(connection);
        store.AddRange(Bureau, series);
        store.SaveNow();
        return (connection, series);
    }

    static async Task<TakenNumber> Take(string connection, NumberSeries series, DateOnly day, Guid? chain = null)
    {
        using var store = StoreChoice.Open(connection);
        var act = TestActs.Test with { Agency = chain };
        TakenNumber taken = null!;
        await store.Write(act, async () => taken = await store.TakeNumber(series, new(day, "收件"), act));
        return taken;
    }

    static List<int> Numbers(string connection, int year)
    {
        using var store = StoreChoice.Open(connection);
        return [.. store.TakenNumbers.Where(taken => taken.Year == year).Select(taken => taken.Number).OrderBy(number => number)];
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task Fifty_clerks_who_take_numbers_at_once_leave_no_gap_and_no_duplicate(StoreKind kind)
    {
        var (connection, series) = Prepared(kind);
        using var gate = new Barrier(50);

        // Half of them act for the agency and half for the platform, so that the chain alone does not keep them apart. Each takes three.
        await Task.WhenAll(Enumerable.Range(0, 50).Select(clerk => Task.Factory.StartNew(() =>
        {
            gate.SignalAndWait();
            for (var i = 0; i < 3; i++) Take(connection, series, Day, clerk % 2 == 0 ? Bureau.Id : null).GetAwaiter().GetResult();
        }, Cancelled, TaskCreationOptions.LongRunning, TaskScheduler.Default)));

        Assert.Equal(Enumerable.Range(1, 150), Numbers(connection, 2026));
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task An_act_that_fails_gives_its_number_back(StoreKind kind)
    {
        var (connection, series) = Prepared(kind);
        await Take(connection, series, Day);
        using (var store = StoreChoice.Open(connection))
            await Assert.ThrowsAsync<InvalidOperationException>(() => store.Write(TestActs.Test, async () =>
            {
                var taken = await store.TakeNumber(series, new(Day, "收件"), TestActs.Test);
                Assert.Equal(2, taken.Number);
                await store.SaveChangesAsync(Cancelled);
                throw new InvalidOperationException("The printer is on fire.");
            }));

        var next = await Take(connection, series, Day);

        Assert.Equal("住建公开〔2026〕2号", next.Text);
        Assert.Equal([1, 2], Numbers(connection, 2026));
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task Clerks_of_whom_some_fail_leave_no_gap(StoreKind kind)
    {
        var (connection, series) = Prepared(kind);

        await Task.WhenAll(Enumerable.Range(0, 40).Select(clerk => Task.Run(async () =>
        {
            using var store = StoreChoice.Open(connection);
            var act = TestActs.Test with { Agency = clerk % 2 == 0 ? Bureau.Id : null };
            await Record.ExceptionAsync(() => store.Write(act, async () =>
            {
                await store.TakeNumber(series, new(Day, "收件"), act);
                if (clerk % 4 == 3) throw new InvalidOperationException("No.");
            }));
        }, Cancelled)));

        Assert.Equal(Enumerable.Range(1, 30), Numbers(connection, 2026));
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task Each_year_each_kind_and_each_agency_begins_with_one(StoreKind kind)
    {
        var (connection, series) = Prepared(kind);
        var other = new Agency { Code = "qzf", Name = "某区人民政府" };
        var letters = new NumberSeries { AgencyId = Bureau.Id, Name = "告知书", Word = "住建公开", Suffix = "告" };
        var elsewhere = new NumberSeries { AgencyId = other.Id, Name = "答复书", Word = "住建公开", Ordinal = true };
        using (var store = StoreChoice.Open(connection))
        {
            store.AddRange(other, letters, elsewhere);
            store.SaveNow();
        }

        Assert.Equal("住建公开〔2026〕1号", (await Take(connection, series, new(2026, 12, 31))).Text);
        Assert.Equal("住建公开〔2026〕1号-告", (await Take(connection, letters, Day)).Text);
        Assert.Equal("住建公开〔2026〕第1号", (await Take(connection, elsewhere, Day)).Text);
        Assert.Equal("住建公开〔2027〕1号", (await Take(connection, series, new(2027, 1, 1))).Text);
        Assert.Equal("住建公开〔2026〕2号", (await Take(connection, series, new(2026, 12, 31))).Text);
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task A_register_that_moves_here_in_mid_year_goes_on_where_the_paper_ended(StoreKind kind)
    {
        var (connection, series) = Prepared(kind, 2026, 18);

        Assert.Equal(18, (await Take(connection, series, Day)).Number);
        Assert.Equal(1, (await Take(connection, series, Day.AddYears(1))).Number);
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task A_number_that_was_entered_by_hand_is_passed_over(StoreKind kind)
    {
        var (connection, series) = Prepared(kind);
        using (var store = StoreChoice.Open(connection))
        {
            Assert.Null(await store.ToEnterNumber(series, "住建公开[2026]002号", Day));
            store.EnterNumber(series, "住建公开[2026]002号", new(Day, "纸质登记"), TestActs.Test);
            await store.Save(TestActs.Test);
        }

        Assert.Equal(1, (await Take(connection, series, Day)).Number);
        Assert.Equal(3, (await Take(connection, series, Day)).Number);
    }

    [Theory]
    [InlineData("住建公开〔2026〕18号", "文号 住建公开〔2026〕18号 已被“收件 2026-0112”使用，请换一个号。")]
    [InlineData("住建公开(2026)018号", "文号 住建公开〔2026〕18号 已被“收件 2026-0112”使用，请换一个号。")]
    [InlineData("住建公开〔2026〕19号", "文号 住建公开〔2026〕19号 已被“收件 2026-0113”使用（已作废，作废的文号也不能再用），请换一个号。")]
    [InlineData("住建公开〔2025〕20号", "文号的年份是 2025，成文日期在 2026 年，两者应当一致。")]
    [InlineData("区政府〔2026〕20号", "“答复书”的文号应写成“住建公开〔2026〕20号”，请核对代字和后缀。")]
    [InlineData("20", "“20”不像文号，请写成“住建公开〔2026〕18号”这样。")]
    [InlineData("住建公开〔2026〕20号", null)]
    public async Task A_number_that_cannot_be_entered_says_why(string typed, string? reason)
    {
        var (connection, series) = Prepared(StoreKind.Sqlite);
        using var store = StoreChoice.Open(connection);
        store.EnterNumber(series, "住建公开〔2026〕18号", new(Day, "收件 2026-0112"), TestActs.Test);
        store.EnterNumber(series, "住建公开〔2026〕19号", new(Day, "收件 2026-0113"), TestActs.Test).Void("打印错误", TestActs.Now);
        await store.Save(TestActs.Test);

        Assert.Equal(reason, (await store.ToEnterNumber(series, typed, Day))?.Reason);
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task The_store_itself_refuses_a_number_twice(StoreKind kind)
    {
        var (connection, series) = Prepared(kind);
        await Take(connection, series, Day);
        using var store = StoreChoice.Open(connection);
        store.EnterNumber(series, "住建公开〔2026〕1号", new(Day, "纸质登记"), TestActs.Test);

        await Assert.ThrowsAsync<DbUpdateException>(() => store.Save(TestActs.Test));
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task A_void_number_stays_void_and_is_never_given_again(StoreKind kind)
    {
        var (connection, series) = Prepared(kind);
        var first = await Take(connection, series, Day);
        using (var store = StoreChoice.Open(connection))
        {
            var taken = await store.TakenNumbers.SingleAsync(one => one.Id == first.Id, Cancelled);
            taken.Void("答复书打印错误，重新编号", TestActs.Now);
            await store.Save(TestActs.Test);
        }

        Assert.Equal(2, (await Take(connection, series, Day)).Number);
        using var again = StoreChoice.Open(connection);
        var voided = await again.TakenNumbers.SingleAsync(one => one.Id == first.Id, Cancelled);
        Assert.Equal("答复书打印错误，重新编号", voided.VoidReason);
        Assert.Equal("文号 住建公开〔2026〕1号 已经作废，不用再次作废。", voided.ToVoid("又错了")?.Reason);
        Assert.Equal("请填写作废的理由，例如“答复书打印错误，重新编号”。", (await Take(connection, series, Day)).ToVoid(" ")?.Reason);
    }

    [Fact]
    public async Task A_number_is_taken_inside_an_act_or_not_at_all()
    {
        var (connection, series) = Prepared(StoreKind.Sqlite);
        using var store = StoreChoice.Open(connection);

        await Assert.ThrowsAsync<InvalidOperationException>(() => store.TakeNumber(series, new(Day, "收件"), TestActs.Test));
    }

    [Fact]
    public async Task A_closed_series_gives_no_number()
    {
        var (connection, series) = Prepared(StoreKind.Sqlite);
        series.Close(TestActs.Now);

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => Take(connection, series, Day));

        Assert.Equal("文种“答复书”已停用，请先在文号设置里启用，或换一个文种。", refusal.Message);
        Assert.Empty(Numbers(connection, 2026));
    }
}
