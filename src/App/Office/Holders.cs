using Gongkai.Records;
using Gongkai.Rules.Access;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office;

/// <summary>Whom a desk's alarm or reminder reaches.</summary>
static class Holders
{
    /// <summary>The accounts in use that may do something at the whole of an agency.</summary>
    public static async Task<List<Guid>> HoldersAt(this Store store, Guid agency, Permission permission)
    {
        var roles = permission.Holders().ToArray();
        return await (from grant in store.Grants
                      join account in store.Accounts on grant.AccountId equals account.Id
                      where grant.AgencyId == agency && grant.DepartmentId == null && roles.Contains(grant.Role) && account.DisabledAt == null
                      select account.Id).Distinct().ToListAsync();
    }
}
