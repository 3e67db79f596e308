namespace Gongkai.Rules;

/// <summary>Which days count (工作日). Saturday and Sunday do not, unless the State Council moved work onto them; holidays never do.</summary>
/// <remarks>A year without a notice is counted from Monday to Friday, and whoever asks is told so by <see cref="Caution"/>.</remarks>
public sealed partial class WorkingCalendar
{
    // The notice of a year has begun as early as 29 December of the year before.
    const int LastWeekOfDecember = 25;

    readonly Dictionary<DateOnly, SpecialDay> special = [];
    readonly HashSet<int> years;

    /// <param name="notices">The notices of the State Council; the last of a year counts whole, and of two years' notices that name the same day, the later.</param>
    /// <param name="local">Days that hold here only; they override the notices.</param>
    // 少数民族习惯的节日，由各少数民族聚居地区的地方人民政府，按照各该民族习惯，规定放假日期。
    [Law(Statute.Holidays, "4", nameof(WorkingCalendar))]
    public WorkingCalendar(IEnumerable<HolidayNotice> notices, IEnumerable<SpecialDay>? local = null)
    {
        var known = notices.GroupBy(notice => notice.Year).Select(year => year.Last()).OrderBy(notice => notice.Year).ToList();
        years = [.. known.Select(notice => notice.Year)];
        foreach (var day in known.SelectMany(notice => notice.Days).Concat(local ?? [])) special[day.Day] = day;
        (first, through, working) = Tabulate();
    }

    /// <summary>With the notices that came with this program, and no local days.</summary>
    public static WorkingCalendar BuiltIn { get; } = new(HolidayNotice.BuiltIn);

    /// <summary>What a notice or a local rule says of a day; <c>null</c> where nothing but the day of the week counts.</summary>
    public SpecialDay? Special(DateOnly day) => special.GetValueOrDefault(day);

    /// <summary>Whether it is worked. Sunday 20 September 2026 is, Friday 25 September is not.</summary>
    public bool IsWorkingDay(DateOnly day) => special.TryGetValue(day, out var known) ? !known.Off : !IsWeekend(day);

    // 国家机关、事业单位实行统一的工作时间，星期六和星期日为周休息日。
    [Law(Statute.WorkingHours, "7")]
    public static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    /// <summary>Whether the year's notice is here.</summary>
    public bool Knows(int year) => years.Contains(year);

    /// <summary>The years whose notice is missing and that a period from one day to another touches.</summary>
    /// <remarks>The last week of December stands in the next year's notice too: a period that ends on 29 December 2026 touches 2027.</remarks>
    public IEnumerable<int> Estimated(DateOnly from, DateOnly to)
    {
        for (var year = from.Year; year <= YearOfNotice(to); year++)
            if (!years.Contains(year)) yield return year;
    }

    /// <summary>What must be said beside a date that may still move; <c>null</c> where it stands.</summary>
    public string? Caution(DateOnly from, DateOnly to) => Estimated(from, to).ToList() is { Count: > 0 } missing
        ? $"{string.Join('、', missing)} 年节假日尚未导入，期限按周一至周五估算"
        : null;

    /// <summary>From November on, when the State Council publishes it: what to do about next year's notice where it is not here yet.</summary>
    public string? Missing(DateOnly today) => today.Month >= 11 && !Knows(today.Year + 1)
        ? $"{today.Year + 1} 年节假日尚未导入，跨年的期限按周一至周五估算。国务院办公厅一般在 11 月发布通知，请在发布后导入。"
        : null;

    /// <summary>The days of a notice's year that another calendar counts otherwise, the last week of December before it included.</summary>
    public IEnumerable<DateOnly> DifferencesFrom(WorkingCalendar other, int year)
    {
        for (var day = new DateOnly(year - 1, 12, LastWeekOfDecember); day <= new DateOnly(year, 12, 31); day = day.AddDays(1))
            if (IsWorkingDay(day) != other.IsWorkingDay(day)) yield return day;
    }

    static int YearOfNotice(DateOnly day) => day is { Month: 12, Day: >= LastWeekOfDecember } ? day.Year + 1 : day.Year;
}
