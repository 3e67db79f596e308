using System.Security.Claims;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.Authorization;

namespace Gongkai.App.Access;

/// <summary>Marks a page of the office: who may open it. A page without such a mark is closed to everyone.</summary>
/// <remarks>It asks about the current agency; which record may be seen, the page asks of <see cref="Me"/>.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class PermitsAttribute(Permission permission) : AuthorizeAttribute(permission.ToString())
{
    public Permission Permission => permission;

    /// <summary>Whether a role in one department opens it too: then it shows and changes only what is of that department.</summary>
    public bool InDepartment { get; init => Policy = Policies.Of(permission, field = value); }
}

/// <summary>Two policies for each permission: in the whole agency, and in a department of it.</summary>
static class Policies
{
    /// <summary>The name of a permission's policy: for the whole agency, or also for a department of it.</summary>
    public static string Of(Permission permission, bool inDepartment) => inDepartment ? $"{permission}InDepartment" : permission.ToString();

    public static AuthorizationBuilder AddPermissions(this AuthorizationBuilder authorization)
    {
        foreach (var permission in Enum.GetValues<Permission>())
            authorization
                .AddPolicy(Of(permission, inDepartment: false), policy => policy.RequireAuthenticatedUser().RequireAssertion(context => Me.Of(context.User).May(permission)))
                .AddPolicy(Of(permission, inDepartment: true), policy => policy.RequireAuthenticatedUser().RequireAssertion(context => Me.Of(context.User).MaySomewhere(permission)));
        return authorization;
    }
}
