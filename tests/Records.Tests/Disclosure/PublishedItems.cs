using Gongkai.Records.Disclosure;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Disclosure;

namespace Gongkai.Records.Tests.Disclosure;

/// <summary>Brings items the whole way to the public, by four people, for tests that are about what comes after.</summary>
static class PublishedItems
{
    public static readonly (Guid Id, string Name)[] Hands = [(Guid.CreateVersion7(), "甲"), (Guid.CreateVersion7(), "乙"), (Guid.CreateVersion7(), "丙"), (Guid.CreateVersion7(), "丁")];

    public static ItemContent Content(Guid column, string title, string text = "正文。", Genre genre = Genre.Notice) => new()
    {
        ColumnId = column, Title = title, Issuer = "某区住房和城乡建设局", Genre = genre, FormedOn = new(2026, 11, 2), Html = $"<p>{text}</p>", Plain = text,
    };

    public static (Agency Agency, DisclosureColumn Column) Prepare(Store store)
    {
        var agency = new Agency { Code = "zjj", Name = "某区住房和城乡建设局", CreditCode = "11330100MB0123456X" };
        store.Add(agency);
        store.AddUsualColumns(agency.Id).GetAwaiter().GetResult();
        store.SaveNow();
        return (agency, store.Columns.Single(column => column.Slug == "tzgg"));
    }

    /// <summary>A draft in the store.</summary>
    public static async Task<(InformationItem Item, ItemVersion Version)> Draft(Store store, Guid agency, ItemContent content, InformationItem? of = null)
    {
        var item = of ?? new InformationItem { AgencyId = agency };
        var version = new ItemVersion { AgencyId = agency, ItemId = item.Id, Number = of is null ? 1 : of.Version + 1, AuthorId = Hands[0].Id, AuthorName = Hands[0].Name, BegunAt = TestActs.Now }.Write(content);
        if (of is null)
        {
            item.Prepare(content, (await store.DueOf(content, agency)).Due);
            store.Add(item);
        }
        store.Add(version);
        await store.Save(TestActs.Test);
        return (item, version);
    }

    /// <summary>Hands a version in and lets some people pass it, each at the next step.</summary>
    public static async Task Pass(Store store, ItemVersion version, params IEnumerable<(Guid Id, string Name)> hands)
    {
        version.HandIn(TestActs.Now);
        foreach (var (id, name) in hands)
        {
            store.Add(new ItemOpinion { VersionId = version.Id, Step = version.Step, Passed = true, AccountId = id, ByName = name, At = TestActs.Now, Hash = version.Hash });
            version.Pass();
            await store.Save(TestActs.Test);
        }
    }

    public static Task Publish(Store store, ItemVersion version, DateTimeOffset? at = null)
    {
        var act = TestActs.Test with { At = at ?? TestActs.Now };
        return store.Write(act, () => store.Publish(version, act, (item, column) => $"/zfxxgk/fdzdgk/{column.Slug}/{item.Handle}.html"));
    }

    /// <summary>The whole way.</summary>
    public static async Task<InformationItem> Published(Store store, Guid agency, ItemContent content, InformationItem? of = null, DateTimeOffset? at = null)
    {
        var (item, version) = await Draft(store, agency, content, of);
        await Pass(store, version, Hands[1..]);
        await Publish(store, version, at);
        return item;
    }
}
