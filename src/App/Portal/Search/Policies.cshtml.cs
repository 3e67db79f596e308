using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records.Search;
using Gongkai.Rules.Disclosure;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.App.Portal.Search;

/// <summary>政策文件库 (P07): the documents that bind, and those that did, by number, validity, genre and year.</summary>
[Published(SearchFilter.KeyWords, SearchFilter.KeyScope, SearchFilter.KeyOrder, SearchFilter.KeyFrom, SearchFilter.KeyUntil, SearchFilter.KeyAgency, SearchFilter.KeyColumn, SearchFilter.KeyCategory,
    SearchFilter.KeyGenre, SearchFilter.KeyValidity, SearchFilter.KeyYear, SearchFilter.KeyInterpreted, SearchFilter.KeyExact, SearchFilter.KeyPage)]
public sealed class Policies(SearchDesk desk) : PageModel, IFramed
{
    public const string Path = "/zcwj/", FilePath = "/zcwj/ml.csv";

    /// <summary>What stands in the library.</summary>
    public static IReadOnlyList<Genre> Genres { get; } = [.. Enum.GetValues<Genre>().Where(genre => genre.IsPolicy)];

    public SearchFilter Filter { get; private set; } = new();
    public Found Found { get; private set; } = null!;

    public Frame Frame => new("政策文件库", new Crumb("政策文件库"))
    {
        Column = new("政策文件库", "查找规章、行政规范性文件和其他政策文件，查看有效性和解读", "政策文件,规章,规范性文件,有效性", "政策文件"),
        Under = "zcwj",
    };

    public async Task OnGet()
    {
        Filter = SearchFilter.Of(Request.Query);
        Found = await desk.Find(Filter, Path, Genres, all: true);
    }

    /// <summary>The list as a file for spreadsheets: the same documents that the page counts.</summary>
    public static async Task Get(HttpContext context, SearchDesk desk, Site site)
    {
        var filter = SearchFilter.Of(context.Request.Query) with { Page = 1 };
        var found = await desk.Find(filter, Path, Genres, all: true, pageSize: new SearchQuery { Today = default }.Most);
        await context.Response.Send(new("政策文件目录", [], ["标题", "文号", "发文机关", "体裁", "成文日期", "发布日期", "有效性", "索引号", "有无解读", "网址"],
            found.Rows.ToAsyncEnumerable().Select(IReadOnlyList<Cell> (row) =>
            [
                row.Item.Title, row.Item.DocumentNumber, row.Item.Issuer, row.Item.Genre.Name, row.Item.FormedOn, row.Item.PublishedOn, row.Validity.Name, row.Item.IndexNumber, row.Item.Interpreted ? "有" : "无", site.Absolute(row.Path),
            ])), SheetFormat.Csv, "zcwj");
    }
}
