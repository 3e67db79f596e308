using System.Globalization;
using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Registers;
using Gongkai.Records.Trail;
using Gongkai.Rules.Access;
using Gongkai.Rules.Registers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Registers;

/// <summary>双公示报送: the licences and penalties of a period as the credit platform takes them, and those that do not go, with the reason.</summary>
[Permits(Permission.KeepRegisters)]
public sealed class Exchanging(Store store, Me me, Desk desk, Vault vault) : PageModel, IFramed
{
    public const string Path = "/office/registers/exchange";

    /// <summary>More refusals nobody reads at once.</summary>
    public const int MostShown = 200;

    [FromQuery(Name = "kind")] public string? Register { get; set; }
    [FromQuery(Name = "from")] public DateOnly? From { get; set; }
    [FromQuery(Name = "until")] public DateOnly? Until { get; set; }
    [FromQuery(Name = "since")] public DateOnly? Since { get; set; }

    [BindProperty] public string? Format { get; set; }

    /// <summary>codes: the exchange's own names head the columns.</summary>
    [BindProperty] public string? Names { get; set; }

    /// <summary>With whole names and numbers of papers.</summary>
    [BindProperty] public bool Whole { get; set; }

    [BindProperty] public string? Purpose { get; set; }

    public Exchange Asked { get; private set; } = null!;
    public int Rows { get; private set; }
    public IReadOnlyList<Exchange.Refused> Refused { get; private set; } = [];
    public bool More { get; private set; }
    public bool MayOpen => me.May(Permission.OpenPersonalData);
    public Frame Frame => RegisterPlaces.Frame("双公示报送");

    public async Task<IActionResult> OnGet()
    {
        if (me.Agency == Guid.Empty || !Open()) return NotFound();
        await Look();
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (me.Agency == Guid.Empty || !Open() || (Whole && !MayOpen)) return NotFound();
        var format = Sheets.FormatOf(Format);
        if (format is null) ModelState.AddModelError(nameof(Format), "请选择文件格式");
        if (Whole && string.IsNullOrWhiteSpace(Purpose)) ModelState.AddModelError(nameof(Purpose), "请写明用途，例如报送信用平台；导出会记入审计日志");
        else if (Purpose?.Length > 200) ModelState.AddModelError(nameof(Purpose), "用途最多 200 个字");
        if (Asked.Until < Asked.From) ModelState.AddModelError("", "截止日期早于起始日期，请核对。");
        var (rows, _, _) = await Asked.Read(store, me.Agency, Whole);
        if (rows is []) ModelState.AddModelError("", "这一段时间没有可以报送的记录。");
        if (!ModelState.IsValid)
        {
            await Look();
            return this.Again();
        }
        var about = string.Create(CultureInfo.InvariantCulture, $"{Asked.Kind.Name}，{Asked.From:yyyy-MM-dd} 至 {Asked.Until:yyyy-MM-dd}{(Asked.Since is { } since ? $"，{since:yyyy-MM-dd} 以来变动的" : "")}，{rows.Count} 条，{(Whole ? "含相对人全名和证件号码" : "已脱敏")}");
        await store.Note(me.Does(Whole ? RegisterDeeds.ExchangedWhole : RegisterDeeds.Exchanged, string.IsNullOrWhiteSpace(Purpose) ? null : Purpose.Trim()), about,
            [.. rows.Where(row => Whole && row.PaperNumber is not null).Select(row => store.Mention(row, nameof(DecisionRow.PaperNumber)))]);
        var agency = await store.Agencies.AsNoTracking().Where(one => one.Id == me.Agency).Select(one => new { one.Name, one.CreditCode }).SingleAsync();
        Func<Sealed, string>? open = Whole ? vault.Read : null;
        await Response.Send(new($"双公示_{Asked.Kind.Name}_{Asked.From:yyyyMMdd}_{Asked.Until:yyyyMMdd}", [], [.. Asked.Fields.Select(field => Names == "codes" ? field.Code! : Exchange.HeadingOf(field))],
            rows.Select(row => Asked.CellsOf(row, (agency.Name, agency.CreditCode), open)).ToAsyncEnumerable()), format!.Value, $"exchange-{Asked.Kind.Code}");
        return new EmptyResult();
    }

    bool Open()
    {
        var kind = Register is null ? RegisterKind.Licence : RegisterKinds.Coded(Register);
        if (kind is not { } register || !Exchange.Kinds.Contains(register)) return false;
        var until = Until ?? desk.Today;
        Asked = new(register, From ?? new(until.Year, 1, 1), until, Since);
        return true;
    }

    async Task Look()
    {
        var (rows, refused, more) = await Asked.Read(store, me.Agency, Whole);
        (Rows, Refused, More) = (rows.Count, refused, more);
    }
}
