namespace Gongkai.Rules.Requests;

/// <summary>The days of a request as an office's own ledger has them (台账): a column each, and no order.</summary>
public sealed record LedgerDays
{
    public DateOnly? Submitted { get; init; }
    public DateOnly? Received { get; init; }
    public DateOnly? CorrectionAsked { get; init; }
    public DateOnly? CorrectionUntil { get; init; }
    public DateOnly? Corrected { get; init; }
    public DateOnly? Extended { get; init; }
    public int? ExtendedBy { get; init; }
    public DateOnly? FeeNoticed { get; init; }
    public int? Yuan { get; init; }
    public DateOnly? FeePaid { get; init; }
    public Outcome? Outcome { get; init; }
    public DateOnly? Decided { get; init; }
    public DateOnly? Ended { get; init; }
    public Service? By { get; init; }
    public DateOnly? Filed { get; init; }

    // A ledger that names no term had the usual one.
    const int UsualCorrection = 10;

    /// <summary>The file that these days make, in the order in which it happened.</summary>
    public IReadOnlyList<CaseFact> ToFile(WorkingCalendar calendar)
    {
        List<CaseFact> steps = [];
        if (CorrectionAsked is { } asked) steps.Add(new CaseFact.CorrectionAsked(asked, CorrectionUntil ?? calendar.Add(asked, UsualCorrection)));
        if (Corrected is { } corrected) steps.Add(new CaseFact.Corrected(corrected));
        if (FeeNoticed is { } noticed) steps.Add(new CaseFact.FeeNoticed(noticed, Yuan ?? 0));
        if (FeePaid is { } paid) steps.Add(new CaseFact.FeePaid(paid));
        if (Extended is { } extended) steps.Add(new CaseFact.Extended(extended, ExtendedBy ?? Clock.LongestExtension));
        List<CaseFact> file = [new CaseFact.Submitted((Submitted ?? Received)!.Value)];
        if (Received is { } received) file.Add(new CaseFact.Received(received));
        file.AddRange(steps.OrderBy(step => step.On));
        if (Outcome is Requests.Outcome.Withdrawn && Ended is { } withdrawn) file.Add(new CaseFact.Withdrawn(withdrawn));
        else
        {
            if (Outcome is { } outcome && (Decided ?? Ended) is { } decided) file.Add(new CaseFact.Decided(decided, outcome));
            if (Ended is { } ended) file.Add(new CaseFact.Answered(ended, By ?? Service.ByPost));
        }
        if (Filed is { } filed) file.Add(new CaseFact.Filed(filed));
        return file;
    }
}

/// <summary>Reads a file that someone else kept: every fact is asked of the clock, as if it happened now.</summary>
public static class LedgerFile
{
    /// <summary>The first fact that the law does not allow, and why; <c>null</c>: it is a file.</summary>
    public static (CaseFact Fact, Impediment Impediment)? Refused(IReadOnlyList<CaseFact> file, DateOnly today, WorkingCalendar calendar)
    {
        var clock = Clock.Read([], calendar);
        foreach (var fact in file)
        {
            if (fact.On > today) return (fact, new($"日期 {fact.On:yyyy-MM-dd} 还没有到，请核对。"));
            if (clock.To(fact) is { } impediment) return (fact, impediment);
            clock = clock.After(fact);
        }
        return null;
    }
}
