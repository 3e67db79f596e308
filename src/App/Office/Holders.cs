using Gongkai.Records;
using Gongkai.Rules.Access;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office;

/// <summary>Whom a desk's alarm or reminder reaches.</summary>
static class Holders
{
    /// <summary>The accounts in use that may do something at the whole of an agency.</summary>
    public static async Task<List<Guid>> HoldersAt(this Store store, Guid agency, Permission permission) => [.. (await store.HoldersAt([agency], permission))[agency]];

    /// <summary>The same of several agencies: one question, however many they are.</summary>
    public static async Task<ILookup<Guid, Guid>> HoldersAt(this Store store, IReadOnlyCollection<Guid> agencies, Permission permission)
    {
        var roles = permission.Holders().ToArray();
        return (await (from grant in store.Grants
                       join account in store.Accounts on grant.AccountId equals account.Id
                       where grant.DepartmentId == null && grant.AgencyId != null && agencies.Contains(grant.AgencyId.Value) && roles.Contains(grant.Role) && account.DisabledAt == null
                       select new { Agency = grant.AgencyId!.Value, account.Id }).Distinct().ToListAsync()).ToLookup(one => one.Agency, one => one.Id);
    }
}
