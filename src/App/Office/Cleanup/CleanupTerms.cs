using Gongkai.Rules;

namespace Gongkai.App.Office.Cleanup;

/// <summary>When the clean-up looks at a document; no law fixes these: <c>Disclosure:InterpretWithinDays</c> (3 working days) and <c>Disclosure:EndingDays</c> (90 days before its last).</summary>
public sealed class CleanupTerms(IConfiguration configuration)
{
    /// <summary>Working days in which a policy document has its interpretation; the practice of the sites.</summary>
    public int InterpretWithin { get; } = configuration.GetValue("Disclosure:InterpretWithinDays", 3);

    public int EndingDays { get; } = configuration.GetValue("Disclosure:EndingDays", 90);

    /// <summary>What was published before this moment should have one by now.</summary>
    public DateTimeOffset Since(DateOnly today, WorkingCalendar calendar) => calendar.Before(today, InterpretWithin).StartAtOffice;
}
