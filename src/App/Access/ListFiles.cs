using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Organizations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Access;

/// <summary>Sends a list of the office as a file: exactly what is on the screen, with whose it is, when and by whom it was made. That it was done stands in the trail.</summary>
public sealed class ListFiles(Store store, Me me, TimeProvider time)
{
    /// <summary>A list left the office as a file.</summary>
    public static Deed Exported { get; } = new("list.exported", "导出列表");

    /// <summary>The answer that streams the rows, or <c>null</c> where the address asks for a page.</summary>
    public Task<IActionResult?> Of<TRow>(string name, ListQuery asked, IReadOnlyList<ListFilter> filters, IReadOnlyList<ListColumn<TRow>> columns, IQueryable<TRow> rows) =>
        Of(name, asked, filters, columns, rows.AsAsyncEnumerable);

    /// <summary>The same for rows that are not one question to the store; they are asked for only where a file is wanted.</summary>
    public async Task<IActionResult?> Of<TRow>(string name, ListQuery asked, IReadOnlyList<ListFilter> filters, IReadOnlyList<ListColumn<TRow>> columns, Func<IAsyncEnumerable<TRow>> rows)
    {
        if (Sheets.FormatOf(asked.Export) is not { } format) return null;
        var unit = await store.Agencies.Where(agency => agency.Id == me.Agency).Select(agency => agency.Name).FirstOrDefaultAsync() ?? "平台";
        // The values of filters may be names of people; the trail keeps which filters, not what was looked for.
        var filtered = filters.Where(filter => filter.Value is { Length: > 0 }).ToList();
        await store.Note(me.Does(Exported), $"{name}（{format.Ending[1..]}{(filtered is [] ? "" : "，按" + string.Join("、", filtered.Select(filter => filter.Label)))}）");
        List<string> above = [$"{unit}　{name}", $"导出时间：{time.Now.InBeijing()}　操作人：{me.Name}"];
        if (filtered is not []) above.Add("筛选：" + string.Join("；", filtered.Select(filter => $"{filter.Label}“{filter.Words ?? filter.Value}”")));
        return new Answer(Listing.AsSheet(name, asked, columns, rows(), above), format);
    }

    sealed class Answer(Sheet sheet, SheetFormat format) : IActionResult
    {
        public Task ExecuteResultAsync(ActionContext context) => context.HttpContext.Response.Send(sheet, format);
    }
}
