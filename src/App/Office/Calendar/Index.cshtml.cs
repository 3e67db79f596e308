using System.Text;
using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Documents.Reading;
using Gongkai.Records;
using Gongkai.Records.Calendars;
using Gongkai.Rules;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Calendar;

/// <summary>工作日历: a year by its months, the import of a year's notice with a dry run, the agency's own days (O23).</summary>
[Permits(Permission.ManageSettings)]
public sealed class Index(Store store, Me me, TimeProvider time, IEnumerable<IDeadlines> deadlines) : PageModel, IFramed
{
    public const string Path = "/office/calendar";
    const int MovedShown = 50;

    [FromQuery(Name = "year")] public int? Asked { get; set; }

    [BindProperty] public NoticeForm Notice { get; set; } = new();
    [BindProperty] public LocalForm Local { get; set; } = new();

    public WorkingCalendar Calendar { get; private set; } = null!;
    public int Year { get; private set; }
    public DateOnly Date { get; } = time.Today;
    public IReadOnlyList<NoticeSource> Sources { get; private set; } = [];
    public IReadOnlyList<CalendarNotice> Imports { get; private set; } = [];
    public IReadOnlyList<LocalDay> LocalDays { get; private set; } = [];
    public DryRun? Trial { get; private set; }

    public Frame Frame => new("工作日历", new Crumb("设置"), new Crumb("工作日历")) { Under = Path };

    public sealed class NoticeForm
    {
        public int? Year { get; set; }
        public IFormFile? File { get; set; }

        /// <summary>文号 of the notice, where the file does not say it.</summary>
        public string? Number { get; set; }

        /// <summary>What the dry run read; it comes back when someone confirms.</summary>
        public string? Text { get; set; }
    }

    public sealed class LocalForm
    {
        public DateOnly? Day { get; set; }
        public bool Worked { get; set; }
        public string? Name { get; set; }
        public string? Basis { get; set; }
    }

    /// <summary>What an import would change.</summary>
    public sealed record DryRun(HolidayNotice Notice, IReadOnlyList<(DateOnly Day, bool Worked, string Name)> Days, int Before, int After, int Moving, IReadOnlyList<MovedDeadline> Moved)
    {
        public int NotShown => Moving - Moved.Count;
    }

    public async Task OnGet() => await Load();

    /// <summary>Reads the file and tells what it would change; nothing is saved.</summary>
    public async Task<IActionResult> OnPostCheck()
    {
        var typed = Notice.Year;
        await Load();
        if (typed is not ({ } year and >= 2008 and <= 2099)) return ModelState.IsValid ? Refuse("Notice.Year", "请填写要导入的年份，例如 2027。") : this.Again();
        if (Notice.File is not { Length: > 0 } file) return Refuse("Notice.File", "请选择节假日安排文件（JSON、XLSX 或 CSV）。");
        var reading = await Read(year, file);
        foreach (var fault in reading.Faults) ModelState.AddModelError("Notice.File", fault);
        if (reading.Notice is not { } notice) return this.Again();
        if (Notice.Number?.Trim() is { Length: > 0 and <= 40 } number && !number.Any(char.IsWhiteSpace)) notice = new(year, [new(number, null, notice.Sources is [var first, ..] ? first.Url : null), .. notice.Sources.Skip(1)], notice.Days);
        await Try(notice);
        return Page();
    }

    public async Task<IActionResult> OnPostImport()
    {
        await Load();
        HolidayNotice notice;
        try
        {
            if (Notice.Year is not ({ } year and >= 2008 and <= 2099) || Notice.Text is not { Length: > 0 } text) return Refuse("Notice.File", "请重新选择文件并查看变化。");
            notice = HolidayNotice.Read(year, text);
        }
        catch (FormatException wrong)
        {
            return Refuse("Notice.File", wrong.Message);
        }
        if (notice.ToImport() is { } impediment) return Refuse("Notice.File", impediment.Reason);
        await store.ImportNotice(notice, me.Does(CalendarNotice.Imported), deadlines);
        return this.Done($"已导入 {notice.Year} 年节假日安排，共 {notice.Days.Count} 天。未办结事项的期限已按新日历计算，已办结的不变。", $"~{Path}?year={notice.Year}");
    }

    public async Task<IActionResult> OnPostLocal()
    {
        await Load();
        if (Local.Day is not { } day) return Refuse("Local.Day", "请填写日期，例如 2026-03-30。");
        if (Local.Name?.Trim() is not { Length: > 0 and <= 50 } name) return Refuse("Local.Name", "请填写名称，最多 50 个字，例如“古尔邦节”。");
        if (Local.Basis?.Trim() is not { Length: > 0 and <= 200 } basis) return Refuse("Local.Basis", "请填写依据的文件，最多 200 个字。");
        if (await store.LocalDays.AnyAsync(known => known.AgencyId == me.Agency && known.Day == day)) return Refuse("Local.Day", $"{day:yyyy-MM-dd} 已经设置过，请先取消原来的设置。");
        await store.Write(me.Does(LocalDay.Added, basis), async () =>
        {
            store.Add(new LocalDay { AgencyId = me.Agency, Day = day, Off = !Local.Worked, Name = name, Basis = basis });
            await store.SaveChangesAsync();
            await store.MoveDeadlines(deadlines);
        });
        return this.Done($"已设置 {day:yyyy-MM-dd}（{name}）在本单位{(Local.Worked ? "上班" : "休息")}。", $"~{Path}?year={day.Year}");
    }

    public async Task<IActionResult> OnPostRemove(string handle)
    {
        if (!Handle.TryParse(handle, null, out var wanted)) return NotFound();
        if (await store.LocalDays.SingleOrDefaultAsync(day => day.Handle == wanted && day.AgencyId == me.Agency) is not { } local) return NotFound();
        await store.Write(me.Does(LocalDay.Removed), async () =>
        {
            store.Remove(local);
            await store.SaveChangesAsync();
            await store.MoveDeadlines(deadlines);
        });
        return this.Done($"已取消 {local.Day:yyyy-MM-dd}（{local.Name}）的设置。", $"~{Path}?year={local.Day.Year}");
    }

    async Task Load()
    {
        Year = Asked is { } asked and >= 2008 and <= 2099 ? asked : Date.Year;
        Calendar = await store.CalendarOf(me.Agency);
        Imports = await store.CalendarNotices.AsNoTracking().Where(notice => notice.Year == Year).OrderByDescending(notice => notice.Version).ToListAsync();
        Sources = Imports is [var newest, ..] ? newest.ToNotice().Sources : HolidayNotice.BuiltIn.LastOrDefault(notice => notice.Year == Year)?.Sources ?? [];
        LocalDays = await store.LocalDays.AsNoTracking().Where(day => day.AgencyId == me.Agency && day.Day >= new DateOnly(Year, 1, 1) && day.Day <= new DateOnly(Year, 12, 31)).OrderBy(day => day.Day).ToListAsync();
        Notice.Year ??= Calendar.Knows(Date.Year + 1) ? Date.Year : Date.Year + 1;
    }

    async Task Try(HolidayNotice notice)
    {
        var after = await store.CalendarOf(me.Agency, [notice]);
        var days = after.DifferencesFrom(Calendar, notice.Year).Select(day => (day, after.IsWorkingDay(day), (after.Special(day) ?? Calendar.Special(day))?.Name ?? "")).ToList();
        var (moving, moved) = await deadlines.Moving(store, me.Agency, Date, Calendar, after, 0, MovedShown);
        Trial = new(notice, days, WorkingDays(Calendar, notice.Year), WorkingDays(after, notice.Year), moving, moved);
        Notice.Text = notice.Text;
    }

    public static int WorkingDays(WorkingCalendar calendar, int year) => calendar.Count(new(year - 1, 12, 31), new(year, 12, 31));

    static async Task<HolidayNotice.Reading> Read(int year, IFormFile file)
    {
        if (file.Length > 2 * 1024 * 1024) return new(null, ["文件超过 2 MB，请检查是否选错。"]);
        var bytes = new byte[file.Length];
        await using (var stream = file.OpenReadStream()) await stream.ReadExactlyAsync(bytes);
        if (bytes.FirstOrDefault(letter => letter is not (0xEF or 0xBB or 0xBF) && !char.IsWhiteSpace((char)letter)) is (byte)'{' or (byte)'[')
            return HolidayNotice.FromJson(year, Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF'));
        try
        {
            return HolidayNotice.FromRows(year, TableFile.Rows(bytes));
        }
        catch (UnreadableTableException unreadable)
        {
            return new(null, [unreadable.Message]);
        }
    }

    PageResult Refuse(string field, string reason)
    {
        ModelState.AddModelError(field, reason);
        return this.Again();
    }
}
