using Gongkai.App.Access;
using Gongkai.App.Office.Views;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Registers;
using Gongkai.Rules.Access;
using Gongkai.Rules.Registers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Registers;

/// <summary>One register: its rows with filters, columns, saved views and files.</summary>
[Permits(Permission.SeeItems)]
public sealed class List(Store store, Me me, Desk desk, ListFiles files, ViewsOf views) : PageModel, IFramed
{
    public RegisterKind Kind { get; private set; }

    [FromQuery(Name = "year")] public int? Year { get; set; }
    [FromQuery(Name = "state")] public RowState? State { get; set; }

    /// <summary>事项类型 of the list of powers.</summary>
    [FromQuery(Name = "type")] public string? Type { get; set; }

    /// <summary>waiting: past its last day and not public; published: public, but too late; down: fallen and still public.</summary>
    [FromQuery(Name = "late")] public string? Late { get; set; }

    public static IReadOnlyList<(string Value, string Name)> Lates { get; } = [("waiting", "逾期没有公开"), ("published", "逾期公开过"), ("down", "等待撤下")];

    /// <summary>Part of a number, a title, or a party's name.</summary>
    [FromQuery(Name = "q")] public string? Wanted { get; set; }

    [BindProperty(SupportsGet = true)] public ListQuery Asked { get; set; } = new();

    public Listing Listing { get; private set; } = null!;
    public ViewBar Views { get; private set; } = null!;
    public bool MayKeep => me.May(Permission.KeepRegisters);
    public Frame Frame => RegisterPlaces.Frame(Kind.Name);

    public IReadOnlyList<(string Value, string Name)> Types => Kind == RegisterKind.Power ? [.. Enum.GetValues<PowerKind>().Select(kind => ($"{kind}", kind.Name))] : [];

    public async Task<IActionResult> OnGet(string kind)
    {
        if (me.Agency == Guid.Empty || RegisterKinds.Coded(kind) is not { } register) return NotFound();
        Kind = register;
        Wanted = Wanted?.Trim() is { Length: > 0 and <= 60 } wanted ? wanted : null;
        Late = Kind.PublicCode is not null && Lates.Any(one => one.Value == Late) && (Late != "down" || Kind.IsDecision) ? Late : null;
        var type = Kind == RegisterKind.Power && Enum.TryParse<PowerKind>(Type, out var parsed) && Enum.IsDefined(parsed) ? parsed : (PowerKind?)null;
        ListFilter[] filters =
        [
            new("year", "年份", Year is > 1900 and < 2200 ? $"{Year}" : null), new("state", "公开状态", State?.ToString(), State?.Name), new("type", "类别", type?.ToString(), type?.Name),
            new("late", "公开期限", Late, Lates.FirstOrDefault(one => one.Value == Late).Name), new("q", "编号、名称", Wanted),
        ];
        ListColumn<RegisterRow>[] columns = [.. RegisterPlaces.Columns(Kind)];
        var rows = Rows(type);
        if (await files.Of(Kind.Name, Asked, filters, columns, rows) is { } file) return file;
        Listing = await Listing.Show(Kind.Name, RegisterPlaces.Of(Kind), Asked, filters, columns, rows, $"还没有登记。{Kind.Name}可以逐条登记，也可以从 Excel 导入；登记以后，年度报告第二张表由这里算出。");
        Views = await views.Of(Listing);
        return Page();
    }

    IQueryable<RegisterRow> Rows(PowerKind? type)
    {
        var rows = type is { } one ? store.Powers.Where(row => row.PowerKind == one && (Wanted == null || row.Number.Contains(Wanted) || row.Title.Contains(Wanted))) : store.Register(Kind, Wanted);
        rows = rows.AsNoTracking().OfAgency(me.Agency);
        if (Year is > 1900 and < 2200 and var year) rows = rows.Where(row => row.On >= new DateOnly(year, 1, 1) && row.On <= new DateOnly(year, 12, 31));
        if (State is { } state) rows = rows.Where(row => row.State == state && row.VoidedAt == null);
        if (Late == "down")
        {
            var fallen = store.Decisions(Kind)!.OfAgency(me.Agency).ToTakeDown.Select(row => row.Id);
            rows = rows.Where(row => fallen.Contains(row.Id));
        }
        var today = desk.Today;
        if (Late == "waiting") rows = rows.Unpublished.Where(row => row.PublishBy < today);
        else if (Late == "published") rows = rows.Valid.Where(row => row.Late);
        return rows.OrderByDescending(row => row.On).ThenByDescending(row => row.Id);
    }
}
