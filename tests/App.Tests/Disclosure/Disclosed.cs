using Gongkai.Records;
using Gongkai.Records.Disclosure;
using Gongkai.Records.Files;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Disclosure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.App.Tests.Disclosure;

/// <summary>Brings information before the public of a test's platform, by four people.</summary>
static class Disclosed
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Where an item stands, and what stands for it.</summary>
    public sealed record Item(Guid Id, Handle Handle, string Path, string? File);

    /// <param name="file">The name of an attachment, whose text is <c>附件内容</c>.</param>
    /// <param name="state">How far it goes: a draft stays <see cref="ItemState.Prepared"/>.</param>
    public static async Task<Item> Publish(this Platform platform, string title, string column = "tzgg", string? file = null, ItemState state = ItemState.Published, Func<ItemContent, ItemContent>? with = null)
    {
        Item made = null!;
        await platform.In(async store =>
        {
            var agency = await store.Agencies.WithCode("zjj").SingleAsync(Cancelled);
            var place = await store.Columns.SingleAsync(one => one.AgencyId == agency.Id && one.Slug == column, Cancelled);
            var item = new InformationItem { AgencyId = agency.Id };
            StoredFile? attached = null;
            if (file is not null)
            {
                var kept = platform.Services.GetRequiredService<FileStore>().Put("附件内容"u8);
                store.Add(attached = StoredFile.Of(kept, file, "text/csv", (InformationItem.AttachmentKind, item.Id), agency.Id, Scan.Clean, Platform.Now));
            }
            var content = new ItemContent
            {
                ColumnId = place.Id, Title = title, Issuer = agency.Name, Genre = Genre.Notice, FormedOn = new(2026, 5, 28), Html = $"<p>{title}的正文。</p>", Plain = $"{title}的正文。", Summary = $"{title}的概述。",
                Files = attached is null ? [] : [new(attached.Id, file!)],
            };
            content = with?.Invoke(content) ?? content;
            item.Prepare(content, null);
            var version = new ItemVersion { AgencyId = agency.Id, ItemId = item.Id, Number = 1, AuthorId = null, AuthorName = "测试甲", BegunAt = Platform.Now }.Write(content);
            store.AddRange(item, version);
            if (state is not ItemState.Prepared) Review(store, version);
            var act = new Act(ItemDeeds.Published, Hand.Program, Platform.Now, agency.Id);
            await store.Save(act);
            if (state is not ItemState.Prepared) await store.Write(act, () => store.Publish(version, act, ItemAddress.Of));
            made = new(item.Id, item.Handle, ItemAddress.Of(column, Platform.Now, item.Handle), attached?.Handle is { } handle ? ItemAddress.OfFile(handle) : null);
        });
        return made;
    }

    /// <summary>Publishes a second version of it.</summary>
    public static Task Correct(this Platform platform, Item item, Func<ItemContent, ItemContent> with) => platform.In(async store =>
    {
        var first = await store.ItemVersions.SingleAsync(one => one.ItemId == item.Id, Cancelled);
        var version = new ItemVersion { AgencyId = first.AgencyId, ItemId = item.Id, Number = 2, AuthorId = null, AuthorName = "测试甲", BegunAt = Platform.Now, CorrectionWhy = "改错字" }.Write(with(first.Says));
        store.Add(version);
        Review(store, version);
        var act = new Act(ItemDeeds.Published, Hand.Program, Platform.Now, first.AgencyId);
        await store.Save(act);
        await store.Write(act, () => store.Publish(version, act, ItemAddress.Of));
    });

    // Three others pass it.
    static void Review(Store store, ItemVersion version)
    {
        version.HandIn(Platform.Now);
        foreach (var name in (string[])["测试乙", "测试丙", "测试丁"])
        {
            store.Add(new ItemOpinion { VersionId = version.Id, Step = version.Step, Passed = true, AccountId = null, ByName = name, At = Platform.Now, Hash = version.Hash });
            version.Pass();
        }
    }

    public static Task Withdraw(this Platform platform, Item item, string why) => platform.In(async store =>
    {
        var row = await store.Items.SingleAsync(one => one.Id == item.Id, Cancelled);
        var act = new Act(ItemDeeds.Withdrawn, Hand.Program, Platform.Now, row.AgencyId, why);
        await store.Write(act, () => store.Withdraw(row, why, act));
    });

    /// <summary>An invented item of the demo, by a part of its title.</summary>
    public static async Task<string> PathOf(this Platform platform, string title)
    {
        var path = "";
        await platform.In(async store => path = await (from item in store.Items.Public() join column in store.Columns on item.ColumnId equals column.Id where item.Title == title select ItemAddress.Of(column.Slug, item.PublishedAt!.Value, item.Handle)).SingleAsync(Cancelled));
        return path;
    }
}
