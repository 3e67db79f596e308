using Gongkai.App.Access;
using Gongkai.App.Ui;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.App.Portal.About;

/// <summary>网站地图: every page that can be reached, and nothing that cannot.</summary>
[Published]
public sealed class Sitemap : PageModel, IFramed
{
    public Frame Frame => new("网站地图", new Crumb("网站地图"))
    {
        Column = new("网站地图", "列出本站全部栏目和页面", "网站地图", "网站地图"),
        Under = "dt",
        Banner = "网站地图",
    };
}
