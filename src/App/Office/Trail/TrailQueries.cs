using Gongkai.App.Access;
using Gongkai.Records.Trail;
using Gongkai.Rules.Access;

namespace Gongkai.App.Office.Trail;

/// <summary>Which part of the trail an auditor may read: all of it, or that of the agencies where the auditor was appointed.</summary>
static class TrailQueries
{
    /// <summary>What stands in an address for the chain that belongs to no agency.</summary>
    public const string Platform = "platform";

    public static IQueryable<TrailEntry> Visible(this IQueryable<TrailEntry> entries, Me me) => me.MayEverywhere(Permission.ReadTrail)
        ? entries
        : entries.Where(entry => entry.Chain == me.Agency);
}
