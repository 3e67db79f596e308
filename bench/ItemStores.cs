using System.Globalization;
using System.Text;
using Gongkai.Records;
using Gongkai.Records.Disclosure;
using Gongkai.Records.Organizations;
using Gongkai.Rules;
using Gongkai.Rules.Disclosure;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Bench;

/// <summary>A portal of very many pieces of information, invented and put in row by row under Entity Framework, as if each had been published on its day.</summary>
static class ItemStores
{
    public static DateOnly Today { get; } = new(2026, 11, 20);

    const int Years = 10, AtOnce = 10_000;

    static readonly string[] Themes =
        "公租房分配 住房租赁补贴 房屋限购 危房改造 老旧小区改造 加装电梯 物业管理 维修资金 房屋征收 施工许可 竣工验收 消防验收 工程质量检查 施工安全检查 建筑节能 燃气安全 供热准备 道路养护 排水管网 园林绿化".Split(' ');

    static readonly string[] Places = [.. from first in "东西南北中新上下长青" from second in "安宁平和兴盛德仁义信" select $"{first}{second}街道"];

    /// <summary>What someone looks for, and nobody before: a theme, a place and a year.</summary>
    public static string Words(int number) => string.Create(CultureInfo.InvariantCulture, $"{Themes[number % Themes.Length]} {Places[number / Themes.Length % Places.Length]} {2017 + number / Themes.Length / Places.Length % 10}年");

    /// <summary>Kept stores of another schema are of no use.</summary>
    public static string Shape()
    {
        using var store = StoreChoice.Open("Data Source=:memory:");
        return store.Database.GetMigrations().Last();
    }

    /// <summary>Fills an empty store.</summary>
    /// <returns>The addresses of some articles, spread over all of them.</returns>
    public static async Task<IReadOnlyList<string>> Fill(Store store, int count)
    {
        var agency = new Agency { Code = "zjj", Name = "某区住房和城乡建设局", CreditCode = "11330100MB0123456X" };
        store.Add(agency);
        await store.AddUsualColumns(agency.Id);
        await store.Save(new(Deed.DemoSeeded, Hand.Program, Today.StartAtOffice));
        var columns = (await store.ColumnsOf(agency.Id)).Where(column => column.Kind is ColumnKind.Statutory).ToList();
        store.ChangeTracker.Clear();
        List<string> addresses = [];
        await using var rows = await BulkRows.Into(store);
        var (items, versions, texts) = (new BulkTable(store, typeof(InformationItem)), new BulkTable(store, typeof(ItemVersion)), new BulkTable(store, typeof(ItemText)));
        foreach (var numbers in Enumerable.Range(0, count).Chunk(AtOnce))
        {
            var some = numbers.Select(number => One(agency, columns, number, count)).ToList();
            await rows.Put(items, some.Select(one => items.Values(one.Item, one.Published)));
            await rows.Put(versions, some.Select(one => versions.Values(one.Version, new Dictionary<string, object?> { ["State"] = VersionState.Published, ["PublishedAt"] = one.Published["PublishedAt"] })));
            await rows.Put(texts, some.Select(one => one.Text));
            if (addresses.Count < 20_000)
                addresses.AddRange(some.Where((_, i) => i % Math.Max(1, count / 20_000) == 0).Select(one =>
                    ItemAddress.Of(one.Column.Slug, (DateTimeOffset)one.Published["PublishedAt"]!, one.Item.Handle)));
        }
        return addresses;
    }

    static (InformationItem Item, ItemVersion Version, Dictionary<string, object?> Published, ItemText Text, DisclosureColumn Column) One(Agency agency, List<DisclosureColumn> columns, int number, int count)
    {
        var (theme, place, column) = (Themes[number % Themes.Length], Places[number / Themes.Length % Places.Length], columns[number % columns.Count]);
        var at = Today.AddDays(-365 * Years + (int)(365L * Years * number / count)).StartAtOffice.AddHours(9).AddSeconds(number % 20_000);
        var title = $"关于{place}{at.Year}年{theme}工作的通知（{number}）";
        var body = new StringBuilder();
        while (body.Length < 600) body.Append(CultureInfo.InvariantCulture, $"<p>{place}按照{theme}的要求，于{at.Year}年{body.Length % 12 + 1}月完成排查{number % 97 + 3}处，其中需要整改{number % 7}处，已经逐处落实责任单位和完成时限。</p>");
        var content = new ItemContent
        {
            Html = body.ToString(), Plain = body.Replace("<p>", "").Replace("</p>", "\n").ToString(),
            ColumnId = column.Id, Title = title, Issuer = agency.Name, Genre = (Genre)(number % 15), FormedOn = at.DayAtOffice.AddDays(-3), Summary = $"通报{place}{theme}的进展。", Keywords = $"{theme}、{place}",
            DocumentNumber = number % 4 == 0 ? string.Create(CultureInfo.InvariantCulture, $"住建发〔{at.Year}〕{number}号") : null, Validity = number % 4 == 0 ? Validity.InForce : Validity.Unmarked,
        };
        var item = new InformationItem { AgencyId = agency.Id };
        item.Prepare(content, at.DayAtOffice.AddDays(20));
        Dictionary<string, object?> published = new()
        {
            ["State"] = ItemState.Published, ["PublishedAt"] = at, ["ChangedAt"] = at, ["Version"] = 1, ["IndexNumber"] = string.Create(CultureInfo.InvariantCulture, $"MB0123456/{at.Year}-{number:0000000}"),
        };
        var version = new ItemVersion { AgencyId = agency.Id, ItemId = item.Id, Number = 1, AuthorId = null, AuthorName = "演示采编人员", BegunAt = at }.Write(content);
        return (item, version, published, new() { ItemId = item.Id, Html = content.Html, Plain = content.Plain, Source = agency.Name }, column);
    }
}
