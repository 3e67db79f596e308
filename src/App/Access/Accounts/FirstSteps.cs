namespace Gongkai.App.Access.Accounts;

/// <summary>A page that is open while someone still has to change an initial password, or to set up the second factor.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FirstStepAttribute : Attribute;

/// <summary>Who has something to do before anything else is led there, and finds nothing else.</summary>
public sealed class FirstSteps(RequestDelegate next)
{
    public const string PasswordPath = "/office/me/password", FactorPath = "/office/me/factor";

    public Task InvokeAsync(HttpContext context)
    {
        var user = context.User;
        var step = user.HasClaim(claim => claim.Type == Me.MustChangeClaim) ? PasswordPath
            : user.HasClaim(claim => claim.Type == Me.MustEnrolClaim) ? FactorPath
            : null;
        if (step is null || context.GetEndpoint()?.Metadata is not { } marks || marks.GetMetadata<PermitsAttribute>() is null || marks.GetMetadata<FirstStepAttribute>() is not null)
            return next(context);
        if (HttpMethods.IsGet(context.Request.Method)) context.Response.Redirect(step);
        else context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
