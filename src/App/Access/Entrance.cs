using System.Net;
using Gongkai.App.Access.Accounts;
using Gongkai.App.Access.SignOn;
using Gongkai.App.Ui;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.HttpOverrides;

namespace Gongkai.App.Access;

/// <summary>What stands between a request and the pages: headers, error pages, limits, the closed door, the cache.</summary>
public static class Entrance
{
    /// <summary>The door of the office.</summary>
    public const string SignInPath = "/office/signin";

    /// <summary>Whose the keys are.</summary>
    internal const string Application = "gongkai";
    /// <summary>Where someone wanted to go, if that is in the office; nobody is led elsewhere from the door.</summary>
    public static string Target(string? to) =>
        RedirectHttpResult.IsLocalUrl(to) && to!.StartsWith("/office", StringComparison.Ordinal) && !to.StartsWith(SignInPath, StringComparison.Ordinal) ? to : "/office";

    public static void AddAccess(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        builder.AddLimits();
        services.AddAuthorizationBuilder()
            // Closed unless a page says who may see it.
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build())
            .AddPermissions();
        // What cannot be read is the sender's mistake on every machine, also where a developer looks on.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
        services.AddHttpContextAccessor();
        services.AddSingleton<Inside>();
        services.AddScoped<Me>();
        services.AddScoped<ListFiles>();
        services.AddScoped<Vault>();
        services.AddScoped<Once>();
        services.AddScoped<KeptForms>();
        services.AddScoped<Drafting>();
        services.AddAccounts(builder.Configuration);
        services.AddSingleton<SteadyTime>();
        services.AddSingleton<Sessions>();
        services.Configure<SessionLimits>(builder.Configuration.GetSection("Sessions"));
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
        services.AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme).Configure<Sessions>((options, sessions) =>
        {
            var secure = builder.Configuration.GetValue<bool>("Site:Https");
            options.Cookie.Name = secure ? "__Host-gongkai" : "gongkai";
            options.Cookie.SecurePolicy = secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.SessionStore = sessions;
            // The store says when a session ends, by a clock that nobody sets; the ticket does not.
            options.ExpireTimeSpan = TimeSpan.FromDays(36500);
            options.SlidingExpiration = false;
            options.LoginPath = SignInPath;
            options.ReturnUrlParameter = "to";
        });
        builder.AddSingleSignOn();
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
        services.AddDataProtection().SetApplicationName(Application).PersistKeysToFileSystem(Keys(builder.Configuration));
        SharedKeys.AddTo(services, App.Data.Place(builder.Configuration));
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
        // It begins to count now, and not with the first visitor.
        _ = app.Services.GetRequiredService<SteadyTime>();
        app.Use(app.Services.GetRequiredService<Inside>().Begin);
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
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseMiddleware<FirstSteps>();
        app.UseMiddleware<FormIntake>();
        app.UseOutputCache();
        app.UseMiddleware<EntityTags>();
    }

    static string[] Proxies(IConfiguration configuration) => configuration.GetSection("Proxies").Get<string[]>() ?? [];

    static DirectoryInfo Keys(ConfigurationManager configuration) => KeyFolder(Path.Combine(App.Data.Folder(configuration), "keys"));

    /// <summary>The folder of the keys, which nobody else may enter.</summary>
    internal static DirectoryInfo KeyFolder(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path)
        : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

    /// <summary>What one may not see is not there: 404, without saying which.</summary>
    sealed class NotHere : IAuthorizationMiddlewareResultHandler
    {
        public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorized)
        {
            if (authorized.Succeeded)
            {
                await next(context);
                return;
            }
            var ofOffice = authorized.Challenged && context.GetEndpoint()?.Metadata.GetMetadata<PermitsAttribute>() is not null;
            // Whoever opens a page of the office without having signed in is shown the door; whoever has, and may not see it, finds nothing.
            if (ofOffice && HttpMethods.IsGet(context.Request.Method)) await context.ChallengeAsync();
            else if (!ofOffice || !HttpMethods.IsPost(context.Request.Method) || !await LostSessions.Keep(context)) context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}
