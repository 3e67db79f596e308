using Gongkai.Rules.AnnualReports;

namespace Gongkai.Records.Demo;

/// <summary>What one year leaves to the next.</summary>
/// <param name="Items">How many licences, penalties … are on the list, by the row's key in table 2 of 2019.</param>
/// <param name="InForce">Normative documents in force.</param>
/// <param name="Open">Requests carried over, by the column's key in table 3.</param>
/// <param name="Pending">Cases that are not decided, by the block's key in table 4; the next year counts them again.</param>
sealed record DemoState(IReadOnlyDictionary<string, int> Items, int InForce, IReadOnlyDictionary<string, int> Open, IReadOnlyDictionary<string, int>? Pending = null)
{
    /// <summary>How it stood when the first report began.</summary>
    public static DemoState Before(DemoAgency agency)
    {
        var draw = Numbers.For(agency.Code, agency.FirstYear, "before");
        return new(
            new Dictionary<string, int>
            {
                ["licences"] = agency.Decisions == 0 ? 0 : draw.Between(12, 40),
                ["services"] = agency.Decisions == 0 ? 0 : draw.Between(2, 9),
                ["penalties"] = agency.Decisions == 0 ? 0 : draw.Between(30, 90),
                ["coercion"] = agency.Decisions == 0 ? 0 : draw.Between(1, 6),
                ["fees"] = agency.Decisions == 0 ? 0 : draw.Between(1, 4),
            },
            InForce: agency.Decisions == 0 ? 0 : draw.Between(4, 15),
            Open: new Dictionary<string, int> { ["person"] = agency.Requests / 15 });
    }

    public int PendingIn(string block) => Pending?.GetValueOrDefault(block) ?? 0;

    public int OpenIn(FormColumn column) => Open.GetValueOrDefault(column.Key);
}
