using Gongkai.App.Access;
using Gongkai.Records;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Access;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office;

/// <summary>开始使用: what a new platform still lacks before work can begin, in the order in which it is done, and who does it.</summary>
public sealed class GettingStarted(Store store, Me me)
{
    /// <summary>One step.</summary>
    /// <param name="Path">Where it is done, from the root of the application.</param>
    /// <param name="Needed">What permits it.</param>
    public sealed record Step(string Name, string Why, string Path, Permission Needed, bool Done);

    static readonly Permission[] Preparing = [Permission.ManageOrganization, Permission.ManageAccounts, Permission.GrantRoles];

    /// <summary>The steps, while one is left and this person prepares the platform; none otherwise.</summary>
    public async Task<IReadOnlyList<Step>> Left()
    {
        if (!Preparing.Any(permission => me.May(permission))) return [];
        var here = me.Agency;
        var units = await store.Agencies.Existing.AnyAsync();
        // One question, since this desk is opened all day.
        var has = await store.Agencies.Where(agency => agency.Id == here).Select(agency => new
        {
            Departments = store.Departments.Any(one => one.AgencyId == agency.Id),
            People = store.People.Any(one => one.AgencyId == agency.Id),
            Accounts = store.Accounts.Any(one => one.AgencyId == agency.Id),
            Grants = store.Grants.Any(one => one.AgencyId == agency.Id),
            Group = store.LeadingGroups.Any(one => one.AgencyId == agency.Id),
            Duties = store.Duties.Any(one => one.AgencyId == agency.Id),
        }).SingleOrDefaultAsync();
        IReadOnlyList<Step> steps =
        [
            new("登记单位", "登记后在本单位的工作台上办理。", "/office/organization/edit", Permission.ManageOrganization, units),
            new("选定办理的单位", "平台上已有单位，先选定办理哪一个。", "/office/me/desk", Permission.ManageOrganization, here != Guid.Empty),
            new("登记科室", "职责、任务和文号都落到科室。", "/office/departments/edit", Permission.ManageOrganization, has?.Departments == true),
            new("登记人员和职务", "先登记领导，再登记科室人员。", "/office/people/edit", Permission.ManageOrganization, has?.People == true),
            new("建立工作账号", "每人一个账号，初始密码首次登录须修改。", "/office/accounts/new", Permission.ManageAccounts, has?.Accounts == true),
            new("授予角色", "没有角色的账号不能办理任何事项。", "/office/accounts", Permission.GrantRoles, has?.Grants == true),
            new("登记领导小组", "组长、副组长、成员和办公室。", "/office/group/form", Permission.ManageOrganization, has?.Group == true),
            new("登记和落实职责", "条例规定的每项职责落到领导、科室和人。", "/office/duties/edit", Permission.ManageOrganization, has?.Duties == true),
        ];
        return steps.All(step => step.Done) ? [] : units ? steps : [.. steps.Where(step => step.Path != "/office/me/desk")];
    }
}
