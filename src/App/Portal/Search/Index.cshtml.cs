using Gongkai.App.Access;
using Gongkai.App.Ui;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.App.Portal.Search;

/// <summary>搜索 (P08): all that is public, by words, in an order that says why.</summary>
[Published(SearchFilter.KeyWords, SearchFilter.KeyScope, SearchFilter.KeyOrder, SearchFilter.KeyFrom, SearchFilter.KeyUntil, SearchFilter.KeyAgency, SearchFilter.KeyColumn, SearchFilter.KeyCategory,
    SearchFilter.KeyGenre, SearchFilter.KeyValidity, SearchFilter.KeyYear, SearchFilter.KeyInterpreted, SearchFilter.KeyExact, SearchFilter.KeyPage)]
public sealed class Index(SearchDesk desk) : PageModel, IFramed
{
    public const string Path = "/ss/";

    public SearchFilter Filter { get; private set; } = new();

    /// <summary>None where nothing was asked yet.</summary>
    public Found? Found { get; private set; }

    public Frame Frame => new(Filter.Words is "" ? "搜索" : $"{Filter.Words}_搜索", new Crumb("搜索")) { Under = "ss" };

    public async Task OnGet()
    {
        Filter = SearchFilter.Of(Request.Query);
        if (Filter.Asks) Found = await desk.Find(Filter, Path, []);
    }
}
