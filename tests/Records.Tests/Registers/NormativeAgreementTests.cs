using Gongkai.Records.Disclosure;
using Gongkai.Records.Registers;
using Gongkai.Records.Tests.Disclosure;
using Gongkai.Rules.Disclosure;
using Gongkai.Rules.Registers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Tests.Registers;

/// <summary>规范性文件 on the register and what the public reads: joined by number, never twice, and each difference in table 2 is a document that is named.</summary>
public sealed class NormativeAgreementTests(TestStores stores)
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    static NormativeDocument Row(Guid agency, string number, string title, DateOnly on) => new() { AgencyId = agency, Number = number, Title = title, On = on, DisclosedOn = on, NormativeKind = NormativeKind.Normative };

    static ItemContent Item(Guid column, string? number, string title, DateOnly on) => PublishedItems.Content(column, title, genre: Genre.Normative) with { DocumentNumber = number, FormedOn = on, Validity = Validity.InForce };

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task What_has_the_same_number_is_joined_and_the_difference_of_each_figure_is_the_sum_of_what_is_named(StoreKind kind)
    {
        await using var store = StoreChoice.Open(stores.Ready(kind));
        var (agency, column) = PublishedItems.Prepare(store);
        NormativeDocument[] rows =
        [
            Row(agency.Id, "某住建规〔2026〕1号", "甲办法", new(2026, 3, 2)), Row(agency.Id, "某住建规〔2026〕2号", "乙办法", new(2026, 4, 1)), Row(agency.Id, "某住建规〔2025〕3号", "丙办法", new(2025, 5, 6)), Row(agency.Id, "某住建规〔2024〕4号", "丁办法", new(2024, 5, 6)),
        ];
        (rows[2].RepealedOn, rows[3].LapsedOn) = (new(2026, 6, 1), new(2027, 1, 1));
        store.AddRange(rows);
        await store.Save(TestActs.Test);
        // The first with other brackets; the third still binds for the public; the fourth ends on the last day of the year, as its row says; the last has no row.
        await PublishedItems.Published(store, agency.Id, Item(column.Id, "某住建规[2026]1号", "甲办法", new(2026, 3, 2)));
        await PublishedItems.Published(store, agency.Id, Item(column.Id, "某住建规〔2025〕3号", "丙办法", new(2025, 5, 6)));
        await PublishedItems.Published(store, agency.Id, Item(column.Id, "某住建规〔2024〕4号", "丁办法", new(2024, 5, 6)) with { EndsOn = new(2026, 12, 31) });
        await PublishedItems.Published(store, agency.Id, Item(column.Id, "某住建规〔2026〕9号", "戊办法", new(2026, 9, 1)));

        Assert.Equal(3, await NormativeAgreement.JoinByNumber(store, agency.Id));
        await store.Save(TestActs.Test);
        store.ChangeTracker.Clear();
        Assert.Equal(0, await NormativeAgreement.JoinByNumber(store, agency.Id));

        var agreement = await NormativeAgreement.Of(store, agency.Id);
        Assert.Equal(5, agreement.Pairs.Count);
        Assert.Equal(["乙办法：台账有登记，没有对应的公开信息", "丙办法：废止日期：登记为 2026-06-01，公开为没有", "戊办法：已经公开，台账没有登记"], agreement.Differing.Select(pair => $"{pair.Row?.Title ?? pair.Item!.Title}：{string.Join("；", pair.Words)}"));
        Assert.Equal(((2, 1, 3), (2, 0, 4)), agreement.Count(NormativeKind.Normative, 2026));
        for (var year = 2023; year <= 2028; year++)
        {
            var (own, shown) = agreement.Count(NormativeKind.Normative, year);
            var named = agreement.Differing.Select(pair => pair.Surplus(NormativeKind.Normative, year)).ToList();
            Assert.Equal((own.Made - shown.Made, own.Repealed - shown.Repealed, own.InForce - shown.InForce), (named.Sum(one => one.Made), named.Sum(one => one.Repealed), named.Sum(one => one.InForce)));
        }
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task An_item_is_joined_once_by_the_same_number_and_kind_and_only_while_it_is_public(StoreKind kind)
    {
        await using var store = StoreChoice.Open(stores.Ready(kind));
        var (agency, column) = PublishedItems.Prepare(store);
        var (row, twin) = (Row(agency.Id, "某住建规〔2026〕1号", "甲办法", new(2026, 3, 2)), Row(agency.Id, "某住建规〔2026〕1号", "甲办法（修订）", new(2026, 3, 2)));
        store.AddRange(row, twin);
        await store.Save(TestActs.Test);
        var item = await PublishedItems.Published(store, agency.Id, Item(column.Id, "某住建规〔2026〕1号", "甲办法", new(2026, 3, 2)));
        var other = await PublishedItems.Published(store, agency.Id, Item(column.Id, "某住建规〔2026〕2号", "乙办法", new(2026, 3, 2)));
        // Two rows of one number: a person says which.
        Assert.Equal(0, await NormativeAgreement.JoinByNumber(store, agency.Id));
        Assert.Equal([item.Id], (await store.ItemsFor(row, null)).Select(one => one.Id));
        Assert.Equal([other.Id], (await store.ItemsFor(row, "乙办")).Select(one => one.Id));
        Assert.Null(NormativeJoining.ToJoining(row, item, null));
        Assert.Equal("登记的文号是“某住建规〔2026〕1号”，公开信息的文号是“某住建规〔2026〕2号”，请核对后改成一致。", NormativeJoining.ToJoining(row, other, null)!.Reason);
        row.ItemId = item.Id;
        await store.Save(TestActs.Test);
        Assert.Equal("这条公开信息已经与“某住建规〔2026〕1号”的登记对应，请先在那里取消。", NormativeJoining.ToJoining(twin, item, await store.RowOfItem(item.Id))!.Reason);
        Assert.Empty(await store.ItemsFor(twin, null));
        twin.NormativeKind = NormativeKind.Rules;
        Assert.Equal("公开信息的体裁是“行政规范性文件”，登记的文件种类是“规章”，请先改成一致。", NormativeJoining.ToJoining(twin, item, null)!.Reason);

        await store.Write(TestActs.Test, () => store.Withdraw(item, "更正", TestActs.Test));
        Assert.Equal("这条信息现在没有公开，不能对应。", NormativeJoining.ToJoining(row, item, null)!.Reason);
        Assert.Equal(["公开信息已经撤下"], NormativeJoining.Differences(row, await store.Items.AsNoTracking().SingleAsync(one => one.Id == item.Id, Cancelled)));
    }
}
