using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Registers;
using Gongkai.Rules;
using Gongkai.Rules.Registers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Portal.Registers;

/// <summary>One row of a register for the public; of one that was taken down it says that, and why, and nothing else.</summary>
[Published]
public sealed class One(Store store, TimeProvider time) : PageModel, IFramed
{
    public PublicRegister Asked { get; private set; } = null!;
    public RegisterRow Row { get; private set; } = null!;
    public string Unit { get; private set; } = "";

    /// <summary>That it was taken down.</summary>
    public string? Gone { get; private set; }

    public string Name => Row is DecisionRow decision ? $"{decision.ShownName} {Asked.Kind.Name}" : Row.Title;

    public Frame Frame => new(Gone is null ? Name : Asked.Kind.Name, new Crumb("政府信息公开", "/zfxxgk/"), new Crumb(Asked.Kind.Name, Asked.Path), new Crumb(Gone is null ? Row.Number : "已撤回"))
    {
        Column = Asked.Column,
        Article = Gone is null ? new(Name, Row.PublishedAt!.Value.DayAtOffice, Unit, Asked.Kind.Name, $"{Asked.Kind.Name}{Row.Number}", $"{Asked.Path}{Row.Handle}.html") : null,
    };

    public async Task<IActionResult> OnGet(string register, string handle)
    {
        if (PublicRegister.Of(register) is not { } asked || !Handle.TryParse(handle, null, out var named)) return NotFound();
        Asked = asked;
        var rows = store.Register(asked.Kind).AsNoTracking().Where(row => row.Handle == named);
        if (await rows.Public(time.Today).SingleOrDefaultAsync() is { } row)
        {
            Row = row;
            Unit = (await PublicRegister.Names(store, [row])).GetValueOrDefault(row.AgencyId, "");
            return Page();
        }
        if (await rows.Valid.Where(one => one.State == RowState.Withdrawn && one.PublishedAt != null).Select(one => new { one.WithdrawnAt, one.WithdrawnWhy }).SingleOrDefaultAsync() is not { } gone) return NotFound();
        Gone = $"这条信息已于 {gone.WithdrawnAt!.Value.DayAtOffice:yyyy-MM-dd} 撤回。理由：{gone.WithdrawnWhy}";
        Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }
}
