using Gongkai.App.Office.Imports;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Calendars;
using Gongkai.Records.Disclosure;
using Gongkai.Records.Organizations;
using Gongkai.Rules;
using Gongkai.Rules.Access;
using Gongkai.Rules.Disclosure;
using Microsoft.EntityFrameworkCore;
using static Gongkai.App.Office.Catalogue.CatalogueColumns;

namespace Gongkai.App.Office.Catalogue;

/// <summary>The catalogue from a list in the columns of the standard catalogues (导入主动公开目录). An entry is known by its first, second and third name.</summary>
public sealed class CatalogueImport(TimeProvider time) : IImport
{
    static readonly Dictionary<string, DisclosureMode> Modes = Enum.GetValues<DisclosureMode>().ToDictionary(mode => mode.Name);
    static readonly Dictionary<string, bool> Ways = new() { [Proactive] = false, ["主动公开"] = false, [OnRequest] = true, ["依申请公开"] = true };

    public string Code => "catalogue";
    string IImport.Name => "主动公开目录";
    public string About => "登记或修改主动公开事项，列名与标准目录相同，导出的目录可以直接导入。一级、二级、三级事项都相同的视为同一事项，修改前的一版自动保存；空着的格子不改原来的内容。";
    public Permission Permission => Permission.ManageColumns;
    public Deed Deed => ItemDeeds.CatalogueImported;
    public (string, string) Seen => (Index.Path, "主动公开目录");

    public IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new(Head.Number, "本机关目录中的序号；不填或者已被占用的自动编号。", "1"),
        new(Head.First, "一级事项。", "示例：保障性住房") { Must = true, Longest = 60 },
        new(Head.Second, "二级事项。", "配给管理") { Must = true, Longest = 60 },
        new(Head.Third, "三级事项；没有的不填。", "选房公告") { Longest = 60 },
        new(Head.Elements, "一行一项，必须公开的前面写 ●，可以公开的写 〇。新增事项必填。", "●房源\n●时间地点\n〇结果") { Longest = 2000 },
        new(Head.Bases, "一行一条。", "《中华人民共和国政府信息公开条例》第二十条第（十一）项") { Longest = 2000 },
        new(Head.Times, "一行一条，如“自信息形成或者变更之日起20个工作日内”“每季度公开，每期结束后20个工作日内”“每年1月31日前”。", TimeRule.Usual.Words) { Longest = 1000 },
        new(Head.Subject, "不填的为本机关。", "") { Longest = 100 },
        new(Head.Channels, "一行一个，必选的前面写 ■，可选的写 □。", "■政府网站\n□公开查阅点") { Longest = 500 },
        new(Head.Audience, "全社会，或者“特定群体：……”。", "全社会") { Longest = 80 },
        new(Head.Way, $"{Proactive}或者{OnRequest}。", Proactive),
        new(Head.Levels, "市级、县级、乡级。", "县级") { Longest = 40 },
        new(Head.Department, "已登记的科室名称。", ""),
        new(Head.Mode, $"填其中之一：{string.Join("、", Modes.Keys)}；不填的按公开时限判断。", "随时公开"),
        new(Head.Column, "本机关已有的栏目名称或者栏目代码。新增事项必填。", "住房保障"),
        new(Head.Matter, "条例第二十条、第二十一条事项的编号，如 20.11；不填的与栏目相同。", "20.11") { Longest = 80 },
    ];

    public async Task<ITakeRows> Open(ImportPlace place) => new Taking(place, time.Now, await place.Store.CatalogueEntries.OfAgency(place.Agency).ToListAsync(), await place.Store.ColumnsOf(place.Agency),
        await place.Store.DepartmentsOf(place.Agency).ToListAsync(), await place.Store.Agencies.Where(one => one.Id == place.Agency).Select(one => one.Name).SingleOrDefaultAsync() ?? "", await place.Store.CalendarOf(place.Agency));

    sealed class Taking(ImportPlace place, DateTimeOffset now, List<CatalogueEntry> entries, List<DisclosureColumn> columns, List<Department> departments, string agency, WorkingCalendar calendar) : ITakeRows
    {
        readonly HashSet<string> seen = [];

        public async Task<RowTaken> Take(ImportRow row)
        {
            List<RowProblem> problems = [];
            var name = new CatalogueContent { First = row[Head.First], Second = row[Head.Second], Third = row.Said(Head.Third) }.Name;
            if (seen.Contains(name)) problems.Add(new(Head.Second, $"“{name}”在本表前面已经有一行，请只留一行。"));
            var entry = entries.Find(one => one.ClosedOn is null && one.Name == name);
            var (column, department) = (ColumnOf(row, entry, problems), DepartmentOf(row, problems));
            var content = Read(row, entry?.Says, column, problems);
            var number = row.WholeNumber(Head.Number, 9999, problems);
            if (problems is not [] || content is null || column is null) return RowTaken.Wrong(problems);

            seen.Add(name);
            if (entry is not null)
            {
                if (place.Store.Rewrite(entry, content, column.Id, department?.Id ?? entry.DepartmentId, place.Today, "批量导入", "从表格导入", now)) await place.Store.RecountWaiting(entry, calendar);
                return new(false);
            }
            var taken = entries.Select(one => one.Number).ToHashSet();
            entry = new CatalogueEntry { AgencyId = place.Agency, Number = number is { } wanted && !taken.Contains(wanted) ? wanted : taken.DefaultIfEmpty(0).Max() + 1 }.Write(content, column.Id, department?.Id, place.Today);
            entries.Add(entry);
            place.Store.Add(entry);
            return new(true);
        }

        CatalogueContent? Read(ImportRow row, CatalogueContent? before, DisclosureColumn? column, List<RowProblem> problems)
        {
            List<string> strangers = [], terms = [];
            var elements = row.Said(Head.Elements) is { } said ? CatalogueText.Elements(said) : before?.Elements ?? [];
            if (elements is []) problems.Add(new(Head.Elements, "请填写公开内容（要素），一行一项。"));
            var channels = row.Said(Head.Channels) is { } named ? CatalogueText.ReadChannels(named, strangers) : before?.Channels ?? [new(Channel.Website, true)];
            foreach (var stranger in strangers) problems.Add(new(Head.Channels, $"没有“{stranger}”这种渠道，请填写：{string.Join("、", Enum.GetValues<Channel>().Select(channel => channel.Name))}。"));
            var times = row.Said(Head.Times) is { } term ? CatalogueText.Times(term, terms) : before?.Times ?? [TimeRule.Usual];
            foreach (var unread in terms) problems.Add(new(Head.Times, $"读不懂“{unread}”，请写成“20个工作日内”“每季度公开，每期结束后20个工作日内”或者“每年1月31日前”。"));
            var mode = row.OneOf(Head.Mode, Modes, problems) ?? before?.Mode
                ?? (Periods.RuleOf(times) is not null ? DisclosureMode.Periodic : row[Head.Times].StartsWith("长期公开", StringComparison.Ordinal) ? DisclosureMode.Permanent : DisclosureMode.AsItHappens);
            if (mode is DisclosureMode.Periodic && Periods.RuleOf(times) is null && terms is []) problems.Add(new(Head.Times, "定期公开的，请写明多久一期，例如“每季度公开，每期结束后20个工作日内”。"));
            var way = row.OneOf(Head.Way, Ways, problems) ?? before?.OnRequest ?? false;
            var matter = row.Said(Head.Matter)?.Split(' ', '　')[0] ?? before?.Matter ?? column?.Matter;
            if (Matter.Find(matter) is null) problems.Add(new(Head.Matter, $"“{matter}”不是条例事项的编号，请写成 20.1 到 20.15、21.1 到 21.7。"));
            var group = row.Said(Head.Audience) is { } audience ? CatalogueText.Group(audience) : before?.Group;
            if (group is not null && channels.Any(one => one.Channel is Channel.Website)) problems.Add(new(Head.Channels, "只向特定群体公开的，不在政府网站公开，请改选其他渠道。"));
            if (problems is not []) return null;
            return new()
            {
                First = row[Head.First], Second = row[Head.Second], Third = row.Said(Head.Third), Elements = elements, Bases = row.Said(Head.Bases) is { } bases ? CatalogueText.LinesOf(bases) : before?.Bases ?? [],
                Matter = matter, Mode = mode, Times = times, Subject = row.Said(Head.Subject) ?? before?.Subject ?? agency, Channels = channels, Group = group, OnRequest = way, Levels = row.Said(Head.Levels) ?? before?.Levels ?? "县级",
            };
        }

        DisclosureColumn? ColumnOf(ImportRow row, CatalogueEntry? entry, List<RowProblem> problems)
        {
            var now = columns.Find(column => column.Id == entry?.ColumnId);
            if (row.Said(Head.Column) is not { } said)
            {
                if (now is null) problems.Add(new(Head.Column, "请填写公开栏目。"));
                return now;
            }
            if (now is not null && (now.Name == said || now.Slug == said)) return now;
            var found = columns.FindAll(column => column.ClosedAt is null && (column.Name == said || column.Slug == said));
            if (found is [var only]) return only;
            problems.Add(new(Head.Column, found is [] ? $"没有名为“{said}”的栏目，请先在栏目页设立，或改填已有栏目。" : $"有 {found.Count} 个栏目叫“{said}”，请改填栏目代码：{string.Join("、", found.Select(column => column.Slug))}。"));
            return null;
        }

        Department? DepartmentOf(ImportRow row, List<RowProblem> problems)
        {
            if (row.Said(Head.Department) is not { } said) return null;
            if (departments.Find(one => one.Name == said) is { } found) return found;
            problems.Add(new(Head.Department, $"没有名为“{said}”的科室，请先登记科室，或先导入科室名单。"));
            return null;
        }
    }
}
