using static Gongkai.Rules.Access.Role;

namespace Gongkai.Rules.Access;

/// <summary>Which role may do what: the one table that every page and command asks (权限表).</summary>
/// <remarks>A permission holds in the agency, and in the department where one is named, for which the role was granted.</remarks>
public static class Permissions
{
    static readonly Role[] Everyone = Enum.GetValues<Role>();
    static readonly Role[] Workers = [Registrar, Handler, Reviewer, Legal, Leader, Editor];

    /// <summary>The roles that a permission comes with.</summary>
    public static IReadOnlyList<Role> Holders(this Permission permission) => permission switch
    {
        Permission.UseOffice => Everyone,
        Permission.SeeAccounts => [SystemAdministrator, SecurityAdministrator],
        Permission.ManageAccounts => [SystemAdministrator],
        Permission.GrantRoles => [SecurityAdministrator],
        Permission.ReadTrail => [SecurityAuditor],
        Permission.SeeOrganization => [.. Workers, SystemAdministrator, Supervisor],
        Permission.ManageOrganization => [SystemAdministrator, Reviewer],
        Permission.AssignTasks => [Reviewer, Leader],
        Permission.OpenPersonalData => [Registrar, Handler, Reviewer, Legal],
        Permission.ManageSettings => [SystemAdministrator, Reviewer],
        Permission.SeeReports => [.. Workers, Supervisor],
        Permission.PrepareReports => [Reviewer],
        Permission.SignReports => [Leader],
        Permission.PublishReports => [Reviewer],
        Permission.UseFiles => Workers,
        Permission.WatchHealth => [SystemAdministrator],
    };

    /// <summary>Whether a role comes with a permission.</summary>
    public static bool Includes(this Role role, Permission permission) => permission.Holders().Contains(role);
}
