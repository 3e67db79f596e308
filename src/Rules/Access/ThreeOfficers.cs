namespace Gongkai.Rules.Access;

/// <summary>The rule of the three officers (三员分立): who runs the system, who guards it and who audits it are three people.</summary>
/// <remarks>GB/T 22239-2019 §8.1.4.2, §8.1.5; from memory, so a supervising office may ask for more.</remarks>
public static class ThreeOfficers
{
    /// <summary>系统管理员、安全保密管理员、安全审计员.</summary>
    public static IReadOnlyList<Role> Roles { get; } = [Role.SystemAdministrator, Role.SecurityAdministrator, Role.SecurityAuditor];

    /// <summary>Why one person may not hold these roles together, or <c>null</c>.</summary>
    /// <param name="held">All roles of the person, in every agency, with the new one.</param>
    public static Impediment? ToHolding(IEnumerable<Role> held)
    {
        var roles = held.Distinct().ToList();
        var offices = roles.Intersect(Roles).ToList();
        if (offices.Count > 1)
            return new($"同一个人不能同时担任{string.Join("和", offices.Select(role => role.Name))}，请把其中一个角色交给别人。");
        return offices is [var office] && roles.Count > 1
            ? new($"{office.Name}不能兼任其他角色，请先取消其他角色，或为这项工作另设账号。")
            : null;
    }

    extension(Role role)
    {
        /// <summary>Its Chinese name.</summary>
        public string Name => role switch
        {
            Role.SystemAdministrator => "系统管理员",
            Role.SecurityAdministrator => "安全保密管理员",
            Role.SecurityAuditor => "安全审计员",
            Role.Registrar => "登记人员",
            Role.Handler => "承办人员",
            Role.Reviewer => "审核人员",
            Role.Legal => "法制人员",
            Role.Leader => "领导",
            Role.Editor => "采编人员",
            Role.Supervisor => "监管人员",
        };
    }
}
