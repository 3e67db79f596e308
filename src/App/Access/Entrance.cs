using System.Net;
using Gongkai.App.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HttpOverrides;

namespace Gongkai.App.Access;

/// <summary>What stands between a request and the pages: headers, error pages, limits, the closed door, the cache.</summary>
public static class Entrance
{
    public static void AddAccess(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        builder.AddLimits();
        services.AddAuthorizationBuilder()
            // Closed unless a page says who may see it.
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build());
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, NotHere>();
        services.AddOutputCache(options => options.AddBasePolicy(new PublishedPages()));
        services.AddAntiforgery(options =>
        {
            var https = builder.Configuration.GetValue<bool>("Site:Https");
            options.Cookie.Name = https ? "__Host-gongkai-form" : "gongkai-form";
            options.Cookie.SecurePolicy = https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.FormFieldName = "_form";
        });
        services.AddDataProtection().SetApplicationName("gongkai").PersistKeysToFileSystem(Keys(builder.Configuration));
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            // Only a named proxy is believed about who asks (KnownProxies), and never about the host's name.
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var proxy in Proxies(builder.Configuration)) options.KnownProxies.Add(IPAddress.Parse(proxy));
        });
    }

    public static void UseAccess(this WebApplication app)
    {
        if (Proxies(app.Configuration) is not []) app.UseForwardedHeaders();
        app.UseMiddleware<SecurityHeaders>();
        app.UseResponseCompression();
        // The error page writes what failed into the log itself, once.
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/cw/500", SuppressDiagnosticsCallback = failed => Outage.Of(failed.Exception) is not null });
        app.UseStatusCodePagesWithReExecute("/cw/{0}");
        app.UseStaticFiles(new StaticFileOptions
        {
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl =
                file.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "public, no-cache",
        });
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseMiddleware<FormIntake>();
        app.UseOutputCache();
        app.UseMiddleware<EntityTags>();
    }

    static string[] Proxies(IConfiguration configuration) => configuration.GetSection("Proxies").Get<string[]>() ?? [];

    static DirectoryInfo Keys(ConfigurationManager configuration)
    {
        var path = Path.Combine(App.Data.Folder(configuration), "keys");
        return OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(path)
            : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>What one may not see is not there: 404, without saying which.</summary>
    sealed class NotHere : IAuthorizationMiddlewareResultHandler
    {
        public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorized)
        {
            if (authorized.Succeeded) return next(context);
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }
    }
}
