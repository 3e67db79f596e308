using Gongkai.App.Shared.Files;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Disclosure;
using Gongkai.Records.Files;
using Gongkai.Rules;
using Gongkai.Rules.Disclosure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Portal.Disclosure;

/// <summary>What the public takes away: a list as a file with the rows that its page counts, an attachment, everything as open data. Rows go out as they are read.</summary>
public static class ItemFiles
{
    /// <summary>One item, as a machine reads it.</summary>
    /// <param name="IndexNumber">索引号.</param>
    /// <param name="Title">名称.</param>
    /// <param name="DocumentNumber">发文字号.</param>
    /// <param name="Issuer">发文机关.</param>
    /// <param name="Genre">体裁.</param>
    /// <param name="Column">栏目.</param>
    /// <param name="Topic">主题分类.</param>
    /// <param name="FormedOn">成文日期.</param>
    /// <param name="PublishedAt">发布时间, in Beijing: 2026-03-11T10:30:00+08:00.</param>
    /// <param name="Validity">有效性 today.</param>
    /// <param name="EffectiveOn">实施日期.</param>
    /// <param name="EndsOn">有效期至.</param>
    /// <param name="Summary">内容概述.</param>
    /// <param name="Keywords">关键词.</param>
    /// <param name="Url">网址.</param>
    public sealed record Entry(string? IndexNumber, string Title, string? DocumentNumber, string Issuer, string Genre, string Column, string? Topic, DateOnly FormedOn, DateTimeOffset PublishedAt, string Validity,
        DateOnly? EffectiveOn, DateOnly? EndsOn, string? Summary, string? Keywords, string Url);

    /// <summary>One column of the catalogue, as a machine reads it.</summary>
    /// <param name="Slug">短名, as in addresses.</param>
    /// <param name="Parent">上级栏目.</param>
    /// <param name="Matter">公开事项: the article and item of the Regulation.</param>
    /// <param name="Count">信息条数; of a very full column a lower bound.</param>
    public sealed record Heading(string Slug, string? Parent, string Name, string Description, string? Matter, string Cycle, string? Department, int Count, string Url);

    static readonly string[] Headings = ["索引号", "标题", "文号", "发文机关", "体裁", "栏目", "成文日期", "发布时间", "有效性", "实施日期", "有效期至", "内容概述", "关键词", "网址"];

    /// <summary>A column's list: <c>/zfxxgk/fdzdgk/gfxwj/ml.csv</c>.</summary>
    public static async Task<IResult> OfColumn(HttpContext context, string slug, string ending, [AsParameters] ItemFilter filter, Store store, PortalAgency agencies, Site site, TimeProvider time)
    {
        if (FormatOf(ending) is not { } format || await agencies.Find(filter.Agency) is not { } shown) return Results.NotFound();
        if (await store.Columns.AsNoTracking().SingleOrDefaultAsync(column => column.AgencyId == shown.Agency.Id && column.Slug == slug) is not { } column) return Results.NotFound();
        var items = filter.Of(store.Items.AsNoTracking().Public().Where(item => item.ColumnId == column.Id), time.Today);
        return await Send(context, store, items, format, $"{shown.Name}{column.Name}目录", slug, site, time.Today);
    }

    /// <summary>All that an agency has disclosed: <c>/sj/xx.json</c>.</summary>
    public static async Task<IResult> OfAgency(HttpContext context, string ending, [FromQuery(Name = ItemFilter.KeyAgency)] string? agency, [FromQuery(Name = ItemFilter.KeyYear)] string? year, Store store, PortalAgency agencies, Site site, TimeProvider time)
    {
        if (FormatOf(ending) is not { } format || await agencies.Find(agency) is not { } shown) return Results.NotFound();
        var items = new ItemFilter { Year = year }.Of(store.Items.AsNoTracking().Public().OfAgency(shown.Agency.Id), time.Today);
        return await Send(context, store, items, format, $"{shown.Name}主动公开信息", "items", site, time.Today);
    }

    /// <summary>The columns of an agency with their counts: <c>/sj/ml.json</c>.</summary>
    public static async Task<IResult> Catalogue(HttpContext context, string ending, [FromQuery(Name = ItemFilter.KeyAgency)] string? agency, PortalAgency agencies, ColumnTree columns, Site site)
    {
        if (FormatOf(ending) is not { } format || await agencies.Find(agency) is not { } shown) return Results.NotFound();
        var tree = await columns.Of(shown.Agency.Id);
        List<Heading> headings = [.. from node in tree.SelectMany(node => node.WithBelow)
                                     let parent = tree.SelectMany(one => one.WithBelow).FirstOrDefault(one => one.Column.Id == node.Column.ParentId)
                                     select new Heading(node.Slug, parent?.Slug, node.Name, node.Column.Description, Matter.Find(node.Column.Matter)?.Cited, node.Cycle, node.Department, node.Count, site.Absolute(shown.At(ItemAddress.OfColumn(node.Slug))))];
        if (format is "json") return Results.Json(headings);
        await context.Response.Send(new($"{shown.Name}主动公开目录", [], ["短名", "上级", "栏目", "说明", "公开事项", "更新周期", "责任单位", "信息条数", "网址"],
            headings.ToAsyncEnumerable().Select(IReadOnlyList<Cell> (one) => [one.Slug, one.Parent, one.Name, one.Description, one.Matter, one.Cycle, one.Department, one.Count, one.Url])), Sheets.FormatOf(format)!.Value, "catalogue");
        return Results.Empty;
    }

    /// <summary>An attachment of something public, under its own name; any other file is not there.</summary>
    public static async Task<IResult> Attachment(HttpContext context, string handle, Store store, FileStore files)
    {
        if (!Handle.TryParse(handle, null, out var known)) return Results.NotFound();
        var found = await (from attached in store.PublicAttachments() join file in store.Files on attached.FileId equals file.Id where file.Handle == known orderby attached.Order select new { attached.Name, File = file }).AsNoTracking().FirstOrDefaultAsync();
        return found is not { File.Readable: true } ? Results.NotFound() : FileDownload.Give(context, files.Read(found.File), found.File.MediaType, found.Name);
    }

    static async Task<IResult> Send(HttpContext context, Store store, IQueryable<InformationItem> items, string format, string name, string plainName, Site site, DateOnly today)
    {
        var entries = store.Rows(items).AsAsyncEnumerable().Select(row => new Entry(row.IndexNumber, row.Title, row.DocumentNumber, row.Issuer, row.Genre.Name, row.ColumnName, row.Topic, row.FormedOn, row.PublishedAt.AtOffice,
            row.Validity(today).Name, row.EffectiveOn, row.EndsOn, row.Summary, row.Keywords, site.Absolute(row.Path)));
        if (format is "json")
        {
            context.Response.Headers.ContentDisposition = $"attachment; filename=\"{plainName}.json\"; filename*=UTF-8''{Uri.EscapeDataString(name + ".json")}";
            return Results.Json(entries);
        }
        await context.Response.Send(new(name, [], Headings,
            entries.Select(IReadOnlyList<Cell> (one) => [one.IndexNumber, one.Title, one.DocumentNumber, one.Issuer, one.Genre, one.Column, one.FormedOn, one.PublishedAt, one.Validity, one.EffectiveOn, one.EndsOn, one.Summary, one.Keywords, one.Url])),
            Sheets.FormatOf(format)!.Value, plainName);
        return Results.Empty;
    }

    static string? FormatOf(string ending) => ending is "csv" or "xlsx" or "json" ? ending : null;
}
