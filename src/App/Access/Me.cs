using System.Globalization;
using System.Security.Claims;
using Gongkai.App.Access.Accounts;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Rules.Access;

namespace Gongkai.App.Access;

/// <summary>Who is signed in, at which agency's desk, and what that person may do there.</summary>
public sealed class Me
{
    /// <summary>The names of the claims in a ticket.</summary>
    public const string AccountClaim = "account", NameClaim = "name", AgencyClaim = "agency", PersonClaim = "person", GrantClaim = "grant", MustChangeClaim = "must-change", MustEnrolClaim = "must-enrol", ProofClaim = "proof";

    readonly IReadOnlyList<Granted> grants;
    readonly TimeProvider? time;
    readonly string from = "";

    /// <summary>A role in an agency (none: everywhere), in a department (none: the whole agency).</summary>
    public sealed record Granted(Role Role, Guid? Agency, Guid? Department)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Role}|{Agency}|{Department}");

        public static Granted Parse(string text) => text.Split('|') is [var role, var agency, var department]
            ? new(Enum.Parse<Role>(role), Read(agency), Read(department))
            : throw new FormatException("Not a grant.");

        static Guid? Read(string text) => text.Length == 0 ? null : Guid.Parse(text);
    }

    Me(ClaimsPrincipal user)
    {
        Account = Guid.TryParse(user.FindFirstValue(AccountClaim), out var account) ? account : null;
        Name = user.FindFirstValue(NameClaim) ?? "公众";
        Person = Guid.TryParse(user.FindFirstValue(PersonClaim), out var person) ? person : null;
        Agency = Guid.TryParse(user.FindFirstValue(AgencyClaim), out var agency) ? agency : Guid.Empty;
        grants = [.. user.FindAll(GrantClaim).Select(claim => Granted.Parse(claim.Value))];
    }

    public Me(IHttpContextAccessor accessor, TimeProvider time) : this(accessor.HttpContext?.User ?? new ClaimsPrincipal())
    {
        this.time = time;
        from = accessor.HttpContext is { } context ? SigningIn.From(context) : "本机";
    }

    /// <summary>For a policy, which knows no more than the principal.</summary>
    public static Me Of(ClaimsPrincipal user) => new(user);

    /// <summary>The account, or <c>null</c> for the public.</summary>
    public Guid? Account { get; }

    public string Name { get; }

    /// <summary>The person of the organization, where the account belongs to one.</summary>
    public Guid? Person { get; }

    /// <summary>The agency whose desk this is; all zeros where there is none, and then nothing is found.</summary>
    public Guid Agency { get; }

    /// <summary>The roles that hold at this desk, in the whole agency.</summary>
    public IReadOnlyList<Role> Roles => [.. grants.Where(grant => (grant.Agency is null || grant.Agency == Agency) && grant.Department is null).Select(grant => grant.Role).Distinct()];

    /// <summary>The agencies at whose desks this person may sit.</summary>
    public IReadOnlyList<Guid> Agencies => [.. grants.Where(grant => grant.Agency is not null).Select(grant => grant.Agency!.Value).Distinct()];

    /// <summary>The departments of this desk's agency to which roles are limited; none where they hold in the whole agency.</summary>
    public IReadOnlyList<Guid> Departments => [.. grants.Where(grant => grant.Agency == Agency && grant.Department is not null).Select(grant => grant.Department!.Value).Distinct()];

    /// <summary>The roles that hold in one department only.</summary>
    public IReadOnlyList<(Role Role, Guid Department)> RolesInDepartments => [.. grants.Where(grant => grant.Agency == Agency && grant.Department is not null).Select(grant => (grant.Role, grant.Department!.Value)).Distinct()];

    /// <summary>All of these in words, such as 登记人员、承办人员（限科室）.</summary>
    public string RoleWords => Roles is [] && RolesInDepartments is [] ? "无角色"
        : string.Join("、", Roles.Select(role => role.Name).Concat(RolesInDepartments.Select(one => $"{one.Role.Name}（限科室）").Distinct()));

    /// <summary>Whether it holds a role for the whole platform, and so may sit at any desk.</summary>
    public bool Everywhere => grants.Any(grant => grant.Agency is null);

    /// <summary>The agencies in which something may be done; <c>null</c> means in all.</summary>
    public IReadOnlyList<Guid>? Where(Permission permission)
    {
        var fitting = grants.Where(grant => grant.Role.Includes(permission) && grant.Department is null).ToList();
        return fitting.Any(grant => grant.Agency is null) ? null : [.. fitting.Select(grant => grant.Agency!.Value).Distinct()];
    }

    /// <summary>Whether something may be done at this desk.</summary>
    /// <param name="department">The department that it concerns; none means the whole agency, which a role in one department does not open.</param>
    public bool May(Permission permission, Guid? department = null) => May(permission, Agency, department);

    /// <summary>Whether something may be done in an agency.</summary>
    public bool May(Permission permission, Guid agency, Guid? department) => Fitting(permission, agency).Any(grant =>
        grant.Department is null || grant.Department == department || permission.IsOnesOwn);

    /// <summary>Whether something may be done at this desk, be it in one department: the door of a page that shows no more than that.</summary>
    public bool MaySomewhere(Permission permission) => Fitting(permission, Agency).Any();

    /// <summary>The departments of this desk's agency in which something may be done; <c>null</c> means in the whole agency.</summary>
    public IReadOnlyList<Guid>? DepartmentsFor(Permission permission) =>
        May(permission) ? null : [.. Fitting(permission, Agency).Select(grant => grant.Department!.Value).Distinct()];

    IEnumerable<Granted> Fitting(Permission permission, Guid agency) => grants.Where(grant => grant.Role.Includes(permission) && (grant.Agency is null || grant.Agency == agency));

    /// <summary>Whether something may be done on the whole platform.</summary>
    public bool MayEverywhere(Permission permission) => grants.Any(grant => grant.Agency is null && grant.Role.Includes(permission));

    /// <summary>Whose hand it is, for the trail.</summary>
    public Hand Hand => new(Account, Name, from);

    /// <summary>Something that this person does now, at this desk.</summary>
    public Act Does(Deed deed, string? why = null) => new(deed, Hand, time!.Now, Agency == Guid.Empty ? null : Agency, why);
}
