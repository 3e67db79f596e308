using Gongkai.Records.Organizations;
using Gongkai.Rules;
using Gongkai.Rules.Disclosure;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Disclosure;

/// <summary>An agency's guide as the public reads it.</summary>
/// <param name="Office">Its disclosure office, as it stands today.</param>
/// <param name="Text">The signed text, or the usual one.</param>
/// <param name="Version">0 where the agency has none of its own.</param>
/// <param name="UpdatedOn">The day on which the version was signed.</param>
/// <param name="ConfirmedOn">The day on which it was last said to hold.</param>
public sealed record Guide(string Agency, DisclosureOffice Office, GuideText Text, int Version, DateOnly? UpdatedOn, DateOnly? ConfirmedOn);

/// <summary>The questions that are asked about guides.</summary>
public static class Guides
{
    extension(IQueryable<GuideVersion> versions)
    {
        /// <summary>The newest signed version of each agency: what the public reads.</summary>
        public IQueryable<GuideVersion> InForce => versions.Where(version => version.SignedAt != null && !versions.Any(later => later.AgencyId == version.AgencyId && later.SignedAt != null && later.Number > version.Number));
    }

    extension(Store store)
    {
        /// <summary>What the public reads of an agency.</summary>
        public async Task<Guide> GuideOf(Agency agency)
        {
            var version = await store.GuideVersions.AsNoTracking().Where(one => one.AgencyId == agency.Id).InForce.SingleOrDefaultAsync();
            return new(agency.Name, agency.Office, version?.Says ?? GuideText.Usual, version?.Number ?? 0, version?.SignedAt?.DayAtOffice, version?.ConfirmedOn);
        }

        /// <summary>The same by the agency's key; <c>null</c> where there is none.</summary>
        public async Task<Guide?> GuideOf(Guid agency) => await store.Agencies.AsNoTracking().SingleOrDefaultAsync(one => one.Id == agency) is { } found ? await store.GuideOf(found) : null;

        /// <summary>What holds of an agency today that its guide must say.</summary>
        public async Task<GuideFacts> GuideFactsOf(Agency agency) => FactsOf(agency,
            await store.Departments.Where(department => department.AgencyId == agency.Id && department.AbolishedOn == null).OrderBy(department => department.Order).ThenBy(department => department.Id).Select(department => department.Name).ToListAsync());

        /// <summary>What is wrong with the guide of an agency today.</summary>
        public async Task<IReadOnlyList<GuideFinding>> GuideFindings(Agency agency, DateOnly today)
        {
            var version = await store.GuideVersions.AsNoTracking().Where(one => one.AgencyId == agency.Id).InForce.SingleOrDefaultAsync();
            return GuideCheck.Of(agency.Office.Missing(), await store.GuideFactsOf(agency), version?.Knew, version?.ConfirmedOn, today);
        }
    }

    internal static GuideFacts FactsOf(Agency agency, IEnumerable<string> departments)
    {
        var office = agency.Office;
        return new(new Dictionary<string, string>
        {
            ["机关名称"] = agency.Name, ["机构名称"] = office.Name ?? "", ["办公地址"] = office.Address ?? "", ["办公时间"] = office.Hours ?? "", ["联系电话"] = office.Telephone ?? "",
            ["传真号码"] = office.Fax ?? "", ["互联网联系方式"] = office.Online ?? "", ["内设机构"] = string.Join("、", departments),
        });
    }
}
