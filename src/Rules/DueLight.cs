namespace Gongkai.Rules;

/// <summary>How near something is (亮灯): a shape, a word and the days, so that it says the same without colour and on paper.</summary>
public enum Nearness
{
    /// <summary>正常.</summary>
    Fine,

    /// <summary>临期.</summary>
    Soon,

    /// <summary>紧急.</summary>
    Urgent,

    /// <summary>超期.</summary>
    Overdue,

    /// <summary>暂停.</summary>
    Paused,

    /// <summary>办结.</summary>
    Ended,
}

/// <summary>Below how many working days left a light changes.</summary>
/// <param name="Soon">临期 at or below.</param>
/// <param name="Urgent">紧急 at or below.</param>
public sealed record LightThresholds(int Soon = 5, int Urgent = 2)
{
    /// <summary>Where nobody set any: 5 and 2.</summary>
    public static LightThresholds Usual { get; } = new();
}

/// <summary>The light of something with a due date.</summary>
/// <param name="Days">Working days left, or by which it is overdue; 0 on the last day.</param>
public sealed record DueLight(Nearness Nearness, int Days)
{
    public static DueLight Ended { get; } = new(Nearness.Ended, 0);

    /// <summary>Of what is due on a day, seen from today. Due on a Sunday, it has as many days left as there are working days until then, and is overdue from Monday.</summary>
    public static DueLight Of(DateOnly due, DateOnly today, WorkingCalendar calendar, LightThresholds? thresholds = null)
    {
        var limits = thresholds ?? LightThresholds.Usual;
        // Overdue on a weekend that follows at once: no working day has passed, and yet it is late.
        if (today > due) return new(Nearness.Overdue, Math.Max(1, calendar.Count(due, today)));
        var left = calendar.Count(today, due);
        return new(left <= limits.Urgent ? Nearness.Urgent : left <= limits.Soon ? Nearness.Soon : Nearness.Fine, left);
    }

    /// <summary>The shape before the word.</summary>
    public string Shape => Nearness switch
    {
        Nearness.Fine => "●",
        Nearness.Soon => "▲",
        Nearness.Urgent => "◆",
        Nearness.Overdue => "■",
        Nearness.Paused => "‖",
        Nearness.Ended => "✓",
    };

    /// <summary>The word and the days.</summary>
    public string Words => Nearness switch
    {
        Nearness.Fine => $"正常 剩 {Days} 个工作日",
        Nearness.Soon => $"临期 剩 {Days} 个工作日",
        Nearness.Urgent => Days == 0 ? "紧急 今天到期" : $"紧急 剩 {Days} 个工作日",
        Nearness.Overdue => $"超期 {Days} 个工作日",
        Nearness.Paused => "暂停",
        Nearness.Ended => "办结",
    };

    /// <summary>The class of its tag in a style sheet.</summary>
    public string Tone => Nearness switch
    {
        Nearness.Fine => "fine",
        Nearness.Soon or Nearness.Urgent => "soon",
        Nearness.Overdue => "late",
        Nearness.Paused => "paused",
        Nearness.Ended => "ended",
    };
}
