namespace Gongkai.Rules.Disclosure;

/// <summary>How a term of disclosure is counted (公开时限).</summary>
public enum TimeRuleKind
{
    /// <summary>Within working days from the day on which it was formed or changed.</summary>
    WorkingDays,

    /// <summary>Once in a number of months, by a day after each period's end.</summary>
    EveryMonths,

    /// <summary>By a day of each year.</summary>
    YearlyBy,

    /// <summary>For at least so many calendar days, as a draft for comment.</summary>
    CommentDays,
}

/// <summary>A term, and where it stands.</summary>
/// <param name="Days">Working days, or calendar days of a comment; working days after a period's end.</param>
/// <param name="Months">Of a period.</param>
/// <param name="By">The day of the year, its year meaningless.</param>
/// <param name="Basis">依据, as it is cited.</param>
public sealed record TimeRule(TimeRuleKind Kind, int Days = 0, int Months = 0, DateOnly? By = null, string Basis = "")
{
    // 属于主动公开范围的政府信息，应当自该政府信息形成或者变更之日起20个工作日内及时公开。法律、法规对政府信息公开的期限另有规定的，从其规定。
    [Law(Statute.Regulation, "26")]
    public const int UsualDays = 20;

    /// <summary>The Regulation's own: 20 working days.</summary>
    public static TimeRule Usual { get; } = new(TimeRuleKind.WorkingDays, UsualDays, Basis: "《中华人民共和国政府信息公开条例》第二十六条");

    /// <summary>As a reader reads it.</summary>
    public string Words => Kind switch
    {
        TimeRuleKind.WorkingDays => $"自信息形成或者变更之日起{Days}个工作日内",
        TimeRuleKind.EveryMonths => $"{Period}公开，每期结束后{Days}个工作日内",
        TimeRuleKind.YearlyBy => $"每年{By:M月d日}前",
        TimeRuleKind.CommentDays => $"公开征求意见不少于{Days}日",
    };

    /// <summary>The last day for something that was formed on a day; a period's is counted from its end, a year's from the day after.</summary>
    /// <param name="formed">形成或者变更之日; for what comes in periods any day of the period.</param>
    public DateOnly Due(DateOnly formed, WorkingCalendar calendar) => Kind switch
    {
        TimeRuleKind.WorkingDays => calendar.Add(formed, Days),
        TimeRuleKind.EveryMonths => calendar.Add(EndOfPeriod(formed), Days),
        TimeRuleKind.YearlyBy => calendar.OnOrBefore(Next(formed)),
        TimeRuleKind.CommentDays => calendar.Add(formed, UsualDays),
    };

    /// <summary>The last day by the shorter of several terms; the Regulation's 20 working days always hold beside them.</summary>
    // domain: 同一信息适用两个期限的，按较短的执行.
    public static (DateOnly Due, TimeRule Rule) Shortest(DateOnly formed, IEnumerable<TimeRule> rules, WorkingCalendar calendar) =>
        rules.Append(Usual).Select(rule => (Due: rule.Due(formed, calendar), rule)).MinBy(one => one.Due);

    /// <summary>The last day of the period in which a day lies; periods begin in January.</summary>
    public DateOnly EndOfPeriod(DateOnly day)
    {
        var months = Math.Max(1, Months);
        var start = new DateOnly(day.Year, (day.Month - 1) / months * months + 1, 1);
        return start.AddMonths(months).AddDays(-1);
    }

    string Period => Months switch { 1 => "每月", 3 => "每季度", 6 => "每半年", 12 => "每年", _ => $"每{Months}个月" };

    DateOnly Next(DateOnly formed)
    {
        var by = By ?? new DateOnly(2000, 12, 31);
        DateOnly In(int year) => new(year, by.Month, Math.Min(by.Day, DateTime.DaysInMonth(year, by.Month)));
        return In(formed.Year) >= formed ? In(formed.Year) : In(formed.Year + 1);
    }
}
