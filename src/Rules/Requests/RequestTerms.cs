namespace Gongkai.Rules.Requests;

/// <summary>What holds here where the law leaves a term open, or where its words were not at hand: a dated setting, with what is usual as its default.</summary>
/// <param name="Since">The first day of receipt for which it holds.</param>
/// <param name="CorrectionDays">Working days that an applicant is given for a correction. The law asks for a reasonable term (合理的补正期限); 15 are usual.</param>
/// <param name="AfterPayment">What a payment does to the clock.</param>
public sealed record RequestTerms(DateOnly Since, int CorrectionDays = 15, AfterPayment AfterPayment = AfterPayment.Anew)
{
    /// <summary>Where nobody set any: since the Regulation came into force on 15 May 2019.</summary>
    public static RequestTerms Usual { get; } = new(new DateOnly(2019, 5, 15));

    /// <summary>The last of them that held when a request was received; before the first, the usual.</summary>
    public static RequestTerms On(DateOnly received, IEnumerable<RequestTerms> all) =>
        all.Where(terms => terms.Since <= received).MaxBy(terms => terms.Since) ?? Usual;

    /// <summary>Those of a request, by its file; of one that is not received yet, those of the day on which it was handed in.</summary>
    public static RequestTerms Of(IEnumerable<CaseFact> file, IReadOnlyCollection<RequestTerms> all) => all.Count == 0 ? Usual
        : On((file.FirstOrDefault(fact => fact is CaseFact.Received) ?? file.FirstOrDefault())?.On ?? Usual.Since, all);

    /// <summary>The last day for the correction where it was asked for on a day: 15 working days after Thursday 24 September 2026 is Thursday 22 October.</summary>
    public DateOnly CorrectionUntil(DateOnly asked, WorkingCalendar calendar) => calendar.Add(asked, CorrectionDays);
}

/// <summary>What a payment of the processing fee does to the clock.</summary>
public enum AfterPayment
{
    /// <summary>自缴费次日起重新计算.</summary>
    Anew,

    /// <summary>缴费以前的时间不计入期限，其余接着计算.</summary>
    Continues,
}

/// <summary>What these are called.</summary>
public static class AfterPaymentNames
{
    extension(AfterPayment after)
    {
        public string Name => after switch { AfterPayment.Anew => "自缴费次日起重新计算", AfterPayment.Continues => "缴费以前的时间不计入，其余接着计算" };
    }
}
