using Gongkai.App.Access;
using Gongkai.Records;
using Gongkai.Records.Accounts;
using Gongkai.Rules.Access;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Accounts;

/// <summary>Whose accounts an officer sees: those of the agencies for which the role was granted; of the whole platform, all.</summary>
static class Scope
{
    extension(Store store)
    {
        public IQueryable<Account> AccountsFor(Me me, Permission permission) => me.Where(permission) is { } agencies
            ? store.Accounts.Where(account => account.AgencyId != null && agencies.Contains(account.AgencyId.Value))
            : store.Accounts;

        /// <summary>The account that an address names, if it is one of theirs.</summary>
        public Task<Account?> AccountFor(Me me, Permission permission, Handle handle) => store.AccountsFor(me, permission).SingleOrDefaultAsync(account => account.Handle == handle);
    }
}
