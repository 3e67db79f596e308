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
        Permission.SeeRequests => [.. Workers.Where(role => role is not Editor)],
        Permission.SeeRestrictedRequests => [Reviewer, Legal, Leader],
        Permission.RegisterRequests => [Registrar, Reviewer],
        Permission.RouteRequests => [Registrar, Reviewer],
        Permission.HandleRequests => [Handler, Reviewer],
        Permission.ReviewRequests => [Reviewer],
        Permission.ReviewRequestsByLaw => [Legal],
        Permission.SignRequests => [Leader],
        Permission.KeepReviews => [Legal, Reviewer],
        Permission.SeeItems => [.. Workers, Supervisor],
        Permission.WriteItems => [Editor, Handler, Reviewer],
        Permission.ReviewItems => [Handler, Reviewer],
        Permission.ReviewSecrecy => [Legal, Reviewer],
        Permission.ApproveItems => [Leader],
        Permission.ManageColumns => [Editor, Reviewer],
        Permission.CleanDocuments => [Legal, Reviewer],
        Permission.KeepRegisters => [Registrar, Handler, Editor, Reviewer],
        Permission.WatchHealth => [SystemAdministrator],
    };

    extension(Permission permission)
    {
        /// <summary>Whether it is about oneself, so that a role in one department comes with all of it.</summary>
        public bool IsOnesOwn => permission is Permission.UseOffice;
    }

    /// <summary>Why a role may not be limited to a department, or <c>null</c>.</summary>
    /// <remarks>The three officers look after a platform or an agency, the supervisor after other agencies: of a department there is nothing to them.</remarks>
    public static Impediment? ToLimiting(this Role role) => role is SystemAdministrator or SecurityAdministrator or SecurityAuditor or Supervisor
        ? new($"{role.Name}面向整个单位，不能限定到科室，请把范围改为单位。")
        : null;

    /// <summary>Whether a role comes with a permission.</summary>
    public static bool Includes(this Role role, Permission permission) => permission.Holders().Contains(role);
}
