using System.ComponentModel.DataAnnotations;
using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Disclosure;
using Gongkai.Rules.Access;
using Gongkai.Rules.Disclosure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Cleanup;

/// <summary>文件清理: which documents bind, which lapse, which have no interpretation; several marked at once, with the basis (O18).</summary>
[Permits(Permission.SeeItems)]
public sealed class Index(Store store, Me me, Desk desk, CleanupTerms terms, ListFiles files, Views.ViewsOf views) : PageModel, IFramed
{
    public const string Path = "/office/cleanup";
    const string Name = "文件清理";

    /// <summary>A document, and how many interpretations of it are public.</summary>
    public sealed record Row(InformationItem Item, int Interpretations);

    public sealed class Form
    {
        /// <summary>Handles.</summary>
        public List<string> Chosen { get; set; } = [];

        [Required(ErrorMessage = "请选择有效性")] public Validity? Validity { get; set; }
        public DateOnly? On { get; set; }
        [Required(ErrorMessage = "请填写依据"), MaxLength(300, ErrorMessage = "依据最多 300 个字")] public string? Why { get; set; }
    }

    public static IReadOnlyList<(string Key, string Name)> Tabs { get; } = [("binding", "有效的"), ("unmarked", "没有标注的"), ("ending", "快到期的"), ("lapsed", "到期没有标注的"), ("uninterpreted", "没有解读的"), ("over", "已废止、失效的"), ("all", "全部")];

    public static IReadOnlyList<Validity> Markable { get; } = [.. Enum.GetValues<Validity>().Where(validity => validity is not Validity.Unmarked)];

    public Frame Frame => new(Name, new Crumb("主动公开"), new Crumb(Name)) { Under = Path };

    [BindProperty(SupportsGet = true, Name = "state")] public string? State { get; set; }
    [BindProperty(SupportsGet = true, Name = "genre")] public Genre? Genre { get; set; }

    /// <summary>The year in which it was formed.</summary>
    [BindProperty(SupportsGet = true, Name = "year")] public int? Year { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")] public string? Wanted { get; set; }
    [BindProperty(SupportsGet = true)] public ListQuery Asked { get; set; } = new();
    [BindProperty] public Form Input { get; set; } = new();

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public Listing List { get; private set; } = null!;
    public Views.ViewBar Views { get; private set; } = null!;
    public IReadOnlyList<NormativeCount> Counts { get; private set; } = [];
    public int Counted => Year is > 1900 and < 2200 ? Year.Value : desk.Today.Year;
    public string At => Tabs.Any(tab => tab.Key == State) ? State! : "binding";
    public bool MayClean => me.May(Permission.CleanDocuments);
    public string WhenEmpty => At switch { "ending" => $"没有 {terms.EndingDays} 天内到期的文件。", "lapsed" => "没有到期而没有标注的文件。", "uninterpreted" => $"政策文件公开 {terms.InterpretWithin} 个工作日以上的，都有解读。", "unmarked" => "规范性文件都标注了有效性。", _ => "没有符合条件的文件。" };

    /// <summary>What holds today.</summary>
    public Validity Today(InformationItem item) => item.Validity.On(desk.Today, item.EffectiveOn, item.EndsOn);

    public async Task<IActionResult> OnGet() => await Show() ?? Page();

    public async Task<IActionResult> OnPost()
    {
        if (!MayClean || me.Agency == Guid.Empty) return NotFound();
        var handles = Input.Chosen.Select(text => Handle.TryParse(text, null, out var handle) ? (Handle?)handle : null).OfType<Handle>().Distinct().ToList();
        var items = await store.Items.Public().Policies.Where(item => item.AgencyId == me.Agency && handles.Contains(item.Handle)).ToListAsync();
        if (items is []) ModelState.AddModelError("Input.Chosen", "请先在表中选择文件。");
        if (Input.Validity is { IsOver: true } && Input.On is null) ModelState.AddModelError("Input.On", "请填写废止或者失效的日期。");
        if (Input.On > desk.Today) ModelState.AddModelError("Input.On", "日期还没有到。将来失效的，请更正文件的“有效期至”，到期后再标注。");
        if (items.Find(item => Input.On < item.FormedOn) is { } early) ModelState.AddModelError("Input.On", $"日期早于《{early.Title}》的成文日期，请核对。");
        if (!ModelState.IsValid)
        {
            await Show();
            return this.Again();
        }
        // 部分失效 and 已修改 have no last day; what binds again has none either.
        var (validity, on, why) = (Input.Validity!.Value, Input.Validity is { IsOver: true } ? Input.On : null, Input.Why!.Trim());
        var act = me.Does(ItemDeeds.Cleaned, why);
        return await this.Saved(() => store.Write(act, () => store.Mark(items, validity, on, why, act))) ?? this.Done($"已把 {items.Count} 件标注为“{validity.Name}”。", $"~{Path}?state={At}");
    }

    async Task<IActionResult?> Show()
    {
        Wanted = Wanted?.Trim() is { Length: > 0 and <= 100 } wanted ? wanted : null;
        if (Genre is { IsPolicy: false }) Genre = null;
        ListFilter[] filters = [new("state", "范围", At, Tabs.First(tab => tab.Key == At).Name), new("genre", "体裁", Genre?.ToString(), Genre?.Name), new("year", "成文年份", Year is { } year ? $"{year}" : null), new("q", "标题或文号", Wanted)];
        var items = Items();
        var relations = store.PublicRelations().Where(relation => relation.Kind == RelationKind.Interprets);
        var rows = items.OrderBy(item => item.EndsOn == null).ThenBy(item => item.EndsOn).ThenByDescending(item => item.FormedOn).ThenByDescending(item => item.Id).Select(item => new Row(item, relations.Count(relation => relation.ToId == item.Id)));
        if (HttpMethods.IsGet(Request.Method) && await files.Of(Name, Asked, filters, Columns, rows) is { } file) return file;
        List = Listing.Around(Name, Path, Asked, filters, Columns, await items.CountAsync());
        Rows = await rows.Skip(List.Paging.Skip).Take(Listing.RowsOnPage).ToListAsync();
        Views = await views.Of(List);
        Counts = await store.NormativeCounts([me.Agency], Counted);
        return null;
    }

    ListColumn<Row>[] Columns =>
    [
        new("title", "标题", row => row.Item.Title),
        new("number", "文号", row => row.Item.DocumentNumber),
        new("genre", "体裁", row => row.Item.Genre.Name),
        new("formed", "成文日期", row => row.Item.FormedOn),
        new("effective", "实施日期", row => row.Item.EffectiveOn),
        new("ends", "有效期至", row => row.Item.EndsOn),
        new("validity", "有效性", row => Today(row.Item).Name),
        new("ended", "废止或者失效日期", row => row.Item.EndedOn),
        new("why", "依据", row => row.Item.EndedWhy),
        new("interpreted", "解读", row => row.Interpretations),
        new("index", "索引号", row => row.Item.IndexNumber),
    ];

    IQueryable<InformationItem> Items()
    {
        var today = desk.Today;
        var items = store.Items.AsNoTracking().Public().OfAgency(me.Agency).Policies;
        if (Genre is { } genre) items = items.Where(item => item.Genre == genre);
        if (Year is > 1900 and < 2200) items = items.Where(item => item.FormedOn >= new DateOnly(Year.Value, 1, 1) && item.FormedOn <= new DateOnly(Year.Value, 12, 31));
        if (Wanted is { } wanted) items = items.Where(item => item.Title.Contains(wanted) || item.DocumentNumber!.Contains(wanted));
        return At switch
        {
            "unmarked" => items.Unmarked,
            "ending" => items.Ending(today, terms.EndingDays),
            "lapsed" => items.LapsedUnmarked(today),
            "uninterpreted" => store.Uninterpreted(items, terms.Since(today, desk.Calendar)),
            "over" => items.Where(item => item.Validity == Validity.Repealed || item.Validity == Validity.Lapsed || item.EndsOn < today),
            "all" => items,
            _ => items.Binding(today),
        };
    }
}
