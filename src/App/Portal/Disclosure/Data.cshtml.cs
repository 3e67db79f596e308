using Gongkai.App.Access;
using Gongkai.App.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.App.Portal.Disclosure;

/// <summary>目录与数据下载 (P33): what can be taken away, in which formats, what the fields mean and how it may be used.</summary>
[Published(ItemFilter.KeyAgency)]
public sealed class Data(PortalAgency agencies) : PageModel, IFramed
{
    /// <summary>The fields of an item, as the files name them.</summary>
    public static IReadOnlyList<(string Name, string Key, string Says)> Fields { get; } =
    [
        ("索引号", "indexNumber", "机构代码/年份-顺序号，唯一且不改变"), ("标题", "title", "信息名称"), ("文号", "documentNumber", "发文字号，没有的为空"), ("发文机关", "issuer", "全称"), ("体裁", "genre", "如通知、公告、行政规范性文件"),
        ("栏目", "column", "所在栏目的名称"), ("成文日期", "formedOn", "年-月-日"), ("发布时间", "publishedAt", "北京时间；首次公开的时间，不改变"), ("有效性", "validity", "下载当日的有效性"),
        ("实施日期", "effectiveOn", "没有的为空"), ("有效期至", "endsOn", "没有的为空"), ("内容概述", "summary", ""), ("关键词", "keywords", "用顿号隔开"), ("网址", "url", "信息所在的网页"),
    ];

    [FromQuery(Name = ItemFilter.KeyAgency)] public string? Asked { get; set; }

    public ShownAgency Shown { get; private set; } = null!;

    public Frame Frame => new("目录与数据下载", Sections.Top, new Crumb("目录与数据下载")) { Column = Sections.DataColumn, Under = "sj", Banner = Sections.Banner(Shown.Name) };

    public async Task<IActionResult> OnGet()
    {
        if (await agencies.Find(Asked) is not { } shown) return NotFound();
        Shown = shown;
        return Page();
    }
}
