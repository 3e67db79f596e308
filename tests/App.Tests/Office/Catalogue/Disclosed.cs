using Gongkai.Records;
using Gongkai.Records.Disclosure;
using Gongkai.Rules.Disclosure;

namespace Gongkai.App.Tests.Office.Catalogue;

/// <summary>Information on its way, made in the store: for tests that are about what comes after.</summary>
static class Disclosed
{
    /// <summary>A version that four people passed and that waits for its hour.</summary>
    public static async Task<(InformationItem Item, ItemVersion Version)> Approve(Store store, Guid agency, ItemContent content, Guid? author = null, DateTimeOffset? publishAt = null)
    {
        var act = new Act(new("test.prepared", "测试准备"), Hand.Program, Platform.Now, agency);
        var item = new InformationItem { AgencyId = agency };
        item.Prepare(content, (await store.DueOf(content, agency)).Due);
        var version = new ItemVersion { AgencyId = agency, ItemId = item.Id, Number = 1, AuthorId = author, AuthorName = "演示·拟稿", BegunAt = Platform.Now, PublishAt = publishAt }.Write(content);
        version.HandIn(Platform.Now);
        store.AddRange(item, version);
        foreach (var step in ReviewSteps.Judging)
        {
            store.Add(new ItemOpinion { VersionId = version.Id, Step = step, Passed = true, AccountId = null, ByName = $"演示·{step.Name}", At = Platform.Now, Hash = version.Hash });
            version.Pass();
        }
        await store.Save(act);
        return (item, version);
    }

    /// <summary>The whole way to the public.</summary>
    public static async Task<InformationItem> Publish(Store store, Guid agency, ItemContent content, DateTimeOffset? at = null)
    {
        var (item, version) = await Approve(store, agency, content);
        var act = new Act(ItemDeeds.Published, Hand.Program, at ?? Platform.Now, agency);
        await store.Write(act, () => store.Publish(version, act, (one, column) => $"/zfxxgk/fdzdgk/{column.Slug}/{one.Handle}.html"));
        return item;
    }
}
