using Gongkai.Records.Disclosure;
using Gongkai.Records.Files;
using Gongkai.Records.Organizations;
using Gongkai.Records.Search;
using Gongkai.Rules;
using Gongkai.Rules.Disclosure;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Demo.Items;

/// <summary>Brings what the demo bureau has published into the store by the road that everything takes: a draft, three opinions of other people, publication.</summary>
public static class DemoItems
{
    // What the store remembers of a change while it is made; letting go of it now and then keeps a long list quick.
    const int AtOnce = 40;

    /// <summary>The year's items by category, as the bureau counts them in its report.</summary>
    public static IReadOnlyDictionary<ItemCategory, int> CountOf(int year)
    {
        var columns = DemoColumn.All.ToDictionary(column => column.Slug, column => column.Plan.Category);
        return DemoItem.Until(DateTimeOffset.MaxValue).Where(item => item.PublishedAt.AtOffice.Year == year).CountBy(item => columns[item.Column]).ToDictionary();
    }

    /// <summary>Adds the columns and the items that are missing, and saves them.</summary>
    /// <param name="at">The time; what comes out later is left out.</param>
    /// <param name="files">Where attachments lie; without it there are none.</param>
    public static void Add(Store store, Agency bureau, DateTimeOffset at, FileStore? files = null)
    {
        var known = store.Items.Where(item => item.AgencyId == bureau.Id).Select(item => item.Title).ToHashSet();
        var missing = DemoItem.Until(at).Where(item => !known.Contains(item.Title)).ToList();
        if (missing.Count == 0) return;
        store.Write(new(Deed.DemoSeeded, Hand.Program, at, bureau.Id), async () =>
        {
            var columns = await AddColumns(store, bureau);
            await store.AddUsualEntries(bureau, at.DayAtOffice);
            await store.SaveChangesAsync();
            var departments = await store.Departments.Where(department => department.AgencyId == bureau.Id).ToDictionaryAsync(department => department.Id, department => department.Name);
            var entries = await store.CatalogueEntries.AsNoTracking().OfAgency(bureau.Id).Open.ToDictionaryAsync(entry => entry.Name);
            var adding = new Adding(store, bureau, columns, entries, departments, files);
            var pattern = IndexNumberPattern.Of(bureau.CreditCode);
            foreach (var period in missing.GroupBy(item => pattern.PeriodOf(item.PublishedAt.DayAtOffice)))
            {
                var serial = await store.TakeIndexNumbers(bureau.Id, period.Key, period.Count());
                foreach (var some in period.Chunk(AtOnce))
                {
                    await store.PublishNew([.. some.Select(adding.Reviewed)], pattern, serial);
                    serial += some.Length;
                    store.ChangeTracker.Clear();
                    foreach (var item in some) await adding.Repeal(item);
                }
            }
            await SearchIndex.Follow(store, at.DayAtOffice, await store.Items.Public().Where(item => item.AgencyId == bureau.Id).Select(item => item.Id).ToListAsync());
        }).GetAwaiter().GetResult();
        store.ChangeTracker.Clear();
    }

    static async Task<Dictionary<string, DisclosureColumn>> AddColumns(Store store, Agency bureau)
    {
        await store.AddUsualColumns(bureau.Id);
        await store.SaveChangesAsync();
        var columns = await store.Columns.Where(column => column.AgencyId == bureau.Id).ToDictionaryAsync(column => column.Slug);
        var departments = await store.Departments.Where(department => department.AgencyId == bureau.Id).ToDictionaryAsync(department => department.Name, department => department.Id);
        foreach (var (order, invented) in DemoColumn.All.Index())
        {
            var plan = invented.Plan;
            if (!columns.TryGetValue(invented.Slug, out var column))
            {
                column = new()
                {
                    AgencyId = bureau.Id, ParentId = plan.Parent is { } parent ? columns[parent].Id : null, Slug = plan.Slug, Name = plan.Name, Description = plan.Description,
                    Keywords = plan.Keywords, Type = plan.Type, Kind = plan.Kind, Category = plan.Category, Matter = plan.Matter, MaxGapDays = plan.MaxGapDays,
                };
                store.Add(column);
                columns.Add(invented.Slug, column);
            }
            (column.Order, column.MinCount, column.DepartmentId) = (order * 10, invented.MinCount, departments.TryGetValue(invented.Department, out var own) ? own : null);
        }
        await store.SaveChangesAsync();
        return columns;
    }

    sealed class Adding(Store store, Agency bureau, Dictionary<string, DisclosureColumn> columns, Dictionary<string, CatalogueEntry> entries, Dictionary<Guid, string> departments, FileStore? files)
    {
        // Those of the invented people who write and judge: no one twice on the way of an item.
        const string Editor = "演示·己六", Director = "演示·丁四", Lawyer = "演示·庚七", Deputy = "演示·乙二", Other = "演示·丙三";

        static readonly Dictionary<string, string> Heads = new()
        {
            ["住房保障科"] = "演示·辛八", ["建筑业管理科"] = "演示·癸十", ["物业管理科"] = "演示·子一", ["房屋征收事务中心"] = "演示·丑二",
        };

        readonly Dictionary<string, Guid> published = store.Items.Where(item => item.AgencyId == bureau.Id).Select(item => new { item.Title, item.Id }).ToDictionary(item => item.Title, item => item.Id);

        /// <summary>A draft with the opinions of three others.</summary>
        public NewVersion Reviewed(DemoItem invented)
        {
            var column = columns[invented.Column];
            var item = new InformationItem { AgencyId = bureau.Id };
            var entry = invented.Entry is { } name ? entries[name] : null;
            var content = Content(invented, column, entry, item.Id);
            item.Prepare(content, TimeRule.Shortest(invented.FormedOn, entry?.Says.Times ?? [TimeRule.Usual], WorkingCalendar.BuiltIn).Due);
            // Where an entry asks for other channels too, it went out there on the same day.
            foreach (var one in entry?.Says.Channels.Where(one => one.Required && one.Channel is not Channel.Website) ?? [])
                store.Add(new ItemPublication { AgencyId = bureau.Id, ItemId = item.Id, Channel = one.Channel, Place = PlaceOf(one.Channel), On = invented.PublishedAt.DayAtOffice, ByName = Editor });
            var version = new ItemVersion { AgencyId = bureau.Id, ItemId = item.Id, Number = 1, AuthorId = null, AuthorName = Editor, BegunAt = invented.FormedOn.StartAtOffice.AddHours(9) }.Write(content);
            version.HandIn(invented.PublishedAt.AddMinutes(-50));
            var leader = column.Category is ItemCategory.Work or ItemCategory.Overview ? Deputy : Other;
            ItemOpinion[] opinions =
            [
                Say(version, Heads.GetValueOrDefault(departments.GetValueOrDefault(column.DepartmentId ?? Guid.Empty, ""), Director), invented.PublishedAt.AddMinutes(-40), "内容属实，同意公开。"),
                Say(version, Lawyer, invented.PublishedAt.AddMinutes(-25), "不涉及国家秘密、工作秘密和个人隐私，可以公开。"),
                Say(version, leader, invented.PublishedAt.AddMinutes(-10), "同意公开。"),
            ];
            published.Add(invented.Title, item.Id);
            return new(item, version, opinions, column, invented.PublishedAt, Editor);
        }

        /// <summary>Marks what an item that was just published repeals.</summary>
        public async Task Repeal(DemoItem invented)
        {
            foreach (var (_, title) in invented.Links.Where(link => link.Kind == "废止文件"))
            {
                var act = new Act(ItemDeeds.Cleaned, new(null, Other, "本机"), invented.PublishedAt, bureau.Id);
                await store.Mark(await store.Items.SingleAsync(one => one.Id == published[title]), Validity.Repealed, invented.EffectiveOn, $"由《{invented.Title}》（{invented.DocumentNumber}）废止", act);
            }
        }

        ItemContent Content(DemoItem invented, DisclosureColumn column, CatalogueEntry? entry, Guid item)
        {
            var genre = Enum.Parse<Genre>(invented.Genre);
            return new()
            {
                ColumnId = column.Id, EntryId = entry?.Id, DepartmentId = column.DepartmentId, Title = invented.Title, DocumentNumber = invented.DocumentNumber, Issuer = invented.Issuer ?? bureau.Name,
                Summary = invented.Summary, Keywords = invented.Keywords?.Replace(',', '、'), Topic = "城乡建设、环境保护\\城市建设（含住房）", Genre = genre,
                FormedOn = invented.FormedOn, EffectiveOn = invented.EffectiveOn, EndsOn = invented.EndsOn, EditedBy = Editor,
                Validity = genre.IsPolicy || invented.EffectiveOn is not null ? Validity.InForce : Validity.Unmarked,
                Html = DemoPage.Html(invented.Paragraphs), Plain = DemoPage.Plain(invented.Paragraphs),
                Files = File(invented, item),
                Relations = [.. invented.Links.Select(link => new ContentRelation(link.Kind switch { "解读" => RelationKind.Interprets, "废止文件" => RelationKind.Repeals, _ => RelationKind.BasedOn }, published[link.Title]))],
            };
        }

        ContentFile[] File(DemoItem invented, Guid item)
        {
            if (files is null || invented.Attachment is not var (name, lines)) return [];
            var kept = files.Put(System.Text.Encoding.UTF8.GetBytes('\uFEFF' + string.Join("\r\n", lines) + "\r\n"));
            var file = StoredFile.Of(kept, name, "text/csv", (InformationItem.AttachmentKind, item), bureau.Id, Scan.NotConfigured, invented.PublishedAt, Editor);
            store.Add(file);
            return [new(file.Id, name)];
        }

        static string PlaceOf(Channel channel) => channel switch
        {
            Channel.ServiceCentre => "某区政务服务中心住房和城乡建设窗口",
            Channel.OnSite => "项目现场公告栏",
            _ => "局机关和相关社区公开栏",
        };

        static ItemOpinion Say(ItemVersion version, string name, DateTimeOffset at, string words)
        {
            var opinion = new ItemOpinion { VersionId = version.Id, Step = version.Step, Passed = true, AccountId = null, ByName = name, At = at, Words = words, Hash = version.Hash };
            version.Pass();
            return opinion;
        }
    }
}
