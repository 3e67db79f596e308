using System.Globalization;
using Gongkai.Records.Requests;
using Gongkai.Rules;
using Gongkai.Rules.Requests;

namespace Gongkai.Records.Demo;

/// <summary>An invented request and its file. Nobody asked for it; the name of the applicant says so.</summary>
/// <param name="Applicant">As a list may show it.</param>
/// <param name="Subject">What is wanted.</param>
/// <param name="Facts">What happened, each allowed by the law when it happened.</param>
public sealed record GeneratedCase(ApplicantKind Kind, Channel Channel, string Applicant, string Subject, IReadOnlyList<CaseFact> Facts)
{
    public DateOnly Submitted => Facts[0].On;

    /// <summary>As it stood at the end of a day; <c>null</c> where it was not handed in yet.</summary>
    public GeneratedCase? Until(DateOnly today) => Facts.TakeWhile(fact => fact.On <= today).ToList() is { Count: > 0 } past ? this with { Facts = past } : null;

    /// <summary>The rows of the store for it: the request with the columns that its file says, and the pages. No applicant is sealed away for it.</summary>
    public (InformationRequest Request, IReadOnlyList<CasePage> Pages) ToRows(Guid agency, int number, WorkingCalendar calendar)
    {
        var request = new InformationRequest
        {
            AgencyId = agency, Number = string.Create(CultureInfo.InvariantCulture, $"{Submitted:yyyyMMdd}{number:00000}"), Channel = Channel, Kind = Kind, Wanted = new() { Name = Subject },
        };
        request.Know(Applicant, null);
        request.Follow(Clock.Read(Facts, calendar));
        if (Facts.OfType<CaseFact.Routed>().LastOrDefault() is { } routed) request.Lie(routed.Department, routed.Until);
        return (request, [.. Facts.Select((fact, at) => new CasePage { RequestId = request.Id, Number = at + 1, Fact = fact, On = fact.On, At = At(fact), By = null, ByName = "演示" })]);
    }

    /// <summary>When a fact was written down: in the morning of its day.</summary>
    internal static DateTimeOffset At(CaseFact fact) => fact.On.StartAtOffice.AddHours(10);
}
