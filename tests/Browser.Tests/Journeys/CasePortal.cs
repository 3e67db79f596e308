using Gongkai.Records.Organizations;
using Gongkai.Records.Requests;
using Gongkai.Rules.Requests.Letters;

[assembly: AssemblyFixture(typeof(Gongkai.Browser.Tests.Journeys.CasePortal))]

namespace Gongkai.Browser.Tests.Journeys;

/// <summary>A platform with one bureau and nothing before it, on which a case is lived from autumn to the annual report: by J2, and before J4 and J6, which begin where it ended.</summary>
public sealed class CasePortal : JourneyPortal
{
    readonly Lazy<Task<CaseJourney>> lived;

    public CasePortal() => lived = new(Live);

    protected override IEnumerable<string> Settings => [.. base.Settings, "--Demo", "false", "--Remedy:Reconsideration", "某区人民政府", "--Requests:ConfirmedByOffice:0", "zjj"];

    /// <summary>The case, after it was archived.</summary>
    internal Task<CaseJourney> Lived() => lived.Value;

    async Task<CaseJourney> Live()
    {
        await Stand();
        await In(async (store, _) =>
        {
            store.Add(new Agency { Code = "zjj", Name = Bureau });
            await store.Save(Prepared);
        });
        var journey = new CaseJourney(this);
        await journey.Live();
        return journey;
    }
}
