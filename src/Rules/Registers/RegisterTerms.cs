namespace Gongkai.Rules.Registers;

/// <summary>The periods of the registers that local rules set (各地可定的期限), from a day of decision on.</summary>
/// <remarks>The defaults: 7 working days stand in the exchange rules of several places (双公示), 5 and 2 years in one province's; a district that has other ones sets them.</remarks>
/// <param name="From">For decisions of this day and later.</param>
/// <param name="PublishWithin">Working days from the decision to its publication; more than 20 is no use, art. 26 is shorter then.</param>
/// <param name="YearsPublic">How long a decision stays public.</param>
/// <param name="YearsPublicOfPersons">The same for natural persons.</param>
public sealed record RegisterTerms(DateOnly From, int PublishWithin = 7, int YearsPublic = 5, int YearsPublicOfPersons = 2)
{
    public static RegisterTerms Usual { get; } = new(DateOnly.MinValue);

    /// <summary>Those that hold for a day: the latest that began by then.</summary>
    public static RegisterTerms On(DateOnly day, IEnumerable<RegisterTerms> set) => set.Where(terms => terms.From <= day).MaxBy(terms => terms.From) ?? Usual;

    /// <summary>Why they may not be set, or <c>null</c>.</summary>
    public Impediment? Fault =>
        PublishWithin is < 1 or > RegisterClock.GeneralTerm ? new($"公开期限应为 1 到 {RegisterClock.GeneralTerm} 个工作日，超过 {RegisterClock.GeneralTerm} 个的以条例第二十六条为准。")
        : YearsPublic is < 1 or > 99 || YearsPublicOfPersons is < 1 or > 99 ? new("公示年限应为 1 到 99 年。")
        : null;
}
