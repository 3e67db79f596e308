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
}

/// <summary>One policy for each permission, by its name.</summary>
static class Policies
{
    public static AuthorizationBuilder AddPermissions(this AuthorizationBuilder authorization)
    {
        foreach (var permission in Enum.GetValues<Permission>())
            authorization.AddPolicy(permission.ToString(), policy => policy.RequireAuthenticatedUser().RequireAssertion(context => Me.Of(context.User).May(permission)));
        return authorization;
    }
}
