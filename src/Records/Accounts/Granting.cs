using Gongkai.Rules;
using Gongkai.Rules.Access;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Accounts;

/// <summary>Gives roles and takes them away, and asks about the three officers where no one else can write in between.</summary>
/// <remarks>Every grant stands in the platform's chain, whose lock lets one be made at a time.</remarks>
public static class Granting
{
    extension(Store store)
    {
        /// <summary>Grants a role. Its answer is why not, or <c>null</c>.</summary>
        public async Task<Impediment?> Grant(Act act, Guid account, Role role, Guid? agency, Guid? department = null)
        {
            Impediment? why = null;
            await store.Write(act with { Agency = null, Deed = AccountDeeds.RoleGranted }, async () =>
            {
                var holder = await store.Accounts.SingleAsync(one => one.Id == account);
                why = await store.ToGranting(act, holder, role, agency, department);
                if (why is not null) return;
                store.Add(new Grant { AccountId = account, Role = role, AgencyId = agency, DepartmentId = department, GrantedAt = act.At });
                holder.EndSessions();
            });
            return why;
        }

        /// <summary>Takes a role away.</summary>
        public async Task<Impediment?> Take(Act act, Guid grant)
        {
            Impediment? why = null;
            await store.Write(act with { Agency = null, Deed = AccountDeeds.RoleTaken }, async () =>
            {
                if (await store.Grants.SingleOrDefaultAsync(one => one.Id == grant) is not { } given) return;
                var holder = await store.Accounts.SingleAsync(one => one.Id == given.AccountId);
                why = IsSame(act, holder) ? new("不能收回自己的角色，请由另一位安全保密管理员办理。")
                    : given is { Role: Role.SystemAdministrator, AgencyId: null } && await store.RunsAlone(holder.Id) ? LastOne : null;
                if (why is not null) return;
                store.Remove(given);
                holder.EndSessions();
            });
            return why;
        }

        /// <summary>Whether this account is the only one that can be used and administers the whole platform.</summary>
        public async Task<bool> RunsAlone(Guid account)
        {
            var running = await (
                from grant in store.Grants
                join one in store.Accounts on grant.AccountId equals one.Id
                where grant.Role == Role.SystemAdministrator && grant.AgencyId == null && one.DisabledAt == null
                select one.Id).Distinct().ToListAsync();
            return running is [var only] && only == account;
        }

        async Task<Impediment?> ToGranting(Act act, Account holder, Role role, Guid? agency, Guid? department)
        {
            if (IsSame(act, holder)) return new("不能给自己授予角色，请由另一位安全保密管理员办理。");
            if (department is { } within && !await store.Departments.AnyAsync(one => one.Id == within && one.AgencyId == agency && one.AbolishedOn == null)) return new("所选科室不在这个单位，或者已撤销，请重新选择。");
            if (department is not null && role.ToLimiting() is { } limiting) return limiting;
            if (agency is null && !ThreeOfficers.Roles.Contains(role)) return new($"{role.Name}要指定单位，只有三员可以面向整个平台。");
            if (holder.DisabledAt is not null) return new("账号已停用，请先由系统管理员启用。");
            var held = await store.Grants.Where(grant => grant.AccountId == holder.Id).ToListAsync();
            return held.Any(grant => grant.Role == role && grant.AgencyId == agency && grant.DepartmentId == department)
                ? new("这个账号已有这个角色，不用重复授予。")
                : ThreeOfficers.ToHolding([.. held.Select(grant => grant.Role), role]);
        }
    }

    /// <summary>Why the last system administrator stays.</summary>
    public static Impediment LastOne { get; } = new("这是平台最后一个可用的系统管理员，请先让另一个账号担任系统管理员。");

    static bool IsSame(Act act, Account holder) => act.By.Account == holder.Id;
}
