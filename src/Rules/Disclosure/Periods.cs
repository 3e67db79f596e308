namespace Gongkai.Rules.Disclosure;

/// <summary>A period for which something is disclosed (一期): its days, and the last day for disclosing it.</summary>
public sealed record Period(DateOnly First, DateOnly Last, DateOnly DueOn)
{
    /// <summary>As a reader reads it, such as 2026年第3期（2026-07-01至2026-09-30）.</summary>
    public string Words => $"{First:yyyy-MM-dd} 至 {Last:yyyy-MM-dd}";
}

/// <summary>What became of a period.</summary>
public enum PeriodState { Pending, InTime, Late, Missing }

/// <summary>A period and what was disclosed for it.</summary>
/// <param name="On">The day on which it was disclosed.</param>
public sealed record CheckedPeriod(Period Period, PeriodState State, DateOnly? On);

/// <summary>Whether what is disclosed in periods (定期公开) was disclosed in each of them.</summary>
public static class Periods
{
    /// <summary>The rule by which an entry comes in periods; of several the one whose periods are shortest.</summary>
    public static TimeRule? RuleOf(IEnumerable<TimeRule> rules) =>
        rules.Where(rule => rule.Kind is TimeRuleKind.EveryMonths or TimeRuleKind.YearlyBy).MinBy(rule => rule.Kind is TimeRuleKind.YearlyBy ? 12 : Math.Max(1, rule.Months));

    /// <summary>The periods that end on or after a first day, up to the one that runs on a last day. A year that ends by 31 January runs from 1 February.</summary>
    public static IEnumerable<Period> Of(TimeRule rule, DateOnly from, DateOnly until, WorkingCalendar calendar)
    {
        var last = EndFrom(rule, from);
        while (true)
        {
            var first = StartOf(rule, last);
            yield return new(first, last, DueOf(rule, last, calendar));
            if (last >= until) yield break;
            last = EndFrom(rule, last.AddDays(1));
        }
    }

    /// <summary>The last day for a period that ends on a day.</summary>
    public static DateOnly DueOf(TimeRule rule, DateOnly last, WorkingCalendar calendar) => rule.Kind is TimeRuleKind.YearlyBy ? calendar.OnOrBefore(last) : calendar.Add(last, rule.Days);

    /// <summary>Gives each period the first thing that was disclosed for it: after it began, and not yet given to one before. Something that came after the next was due counts for none before it.</summary>
    /// <param name="disclosed">The days on which something was disclosed, in any order.</param>
    public static IReadOnlyList<CheckedPeriod> Check(IEnumerable<Period> periods, IEnumerable<DateOnly> disclosed, DateOnly today)
    {
        var days = new Queue<DateOnly>(disclosed.Order());
        List<CheckedPeriod> all = [];
        var list = periods.ToList();
        foreach (var (i, period) in list.Index())
        {
            while (days.TryPeek(out var early) && early < period.First) days.Dequeue();
            var end = i + 1 < list.Count ? list[i + 1].DueOn : DateOnly.MaxValue;
            if (days.TryPeek(out var on) && on <= (on <= period.DueOn ? period.DueOn : end))
            {
                days.Dequeue();
                all.Add(new(period, on <= period.DueOn ? PeriodState.InTime : PeriodState.Late, on));
                // Of what was disclosed twice for one period, the next has only what came after it began.
                continue;
            }
            all.Add(new(period, today > period.DueOn ? PeriodState.Missing : PeriodState.Pending, null));
        }
        return all;
    }

    static DateOnly EndFrom(TimeRule rule, DateOnly day)
    {
        if (rule.Kind is not TimeRuleKind.YearlyBy) return rule.EndOfPeriod(day);
        var by = By(rule, day.Year);
        return by >= day ? by : By(rule, day.Year + 1);
    }

    static DateOnly StartOf(TimeRule rule, DateOnly last) => rule.Kind is TimeRuleKind.YearlyBy ? By(rule, last.Year - 1).AddDays(1) : new DateOnly(last.Year, last.Month, 1).AddMonths(1 - Math.Max(1, rule.Months));

    static DateOnly By(TimeRule rule, int year)
    {
        var by = rule.By ?? new DateOnly(2000, 12, 31);
        return new(year, by.Month, Math.Min(by.Day, DateTime.DaysInMonth(year, by.Month)));
    }
}

/// <summary>What these states are called.</summary>
public static class PeriodStates
{
    extension(PeriodState state)
    {
        public string Name => state switch { PeriodState.Pending => "未到期", PeriodState.InTime => "按时", PeriodState.Late => "逾期", PeriodState.Missing => "未公开" };
    }
}
