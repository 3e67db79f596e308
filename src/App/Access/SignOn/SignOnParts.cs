using Gongkai.App.Ui;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Gongkai.App.Access.SignOn;

/// <summary>OpenID Connect as we take it: the code flow with PKCE, a signed token of this provider for us, and nothing kept of it.</summary>
public static class SignOnParts
{
    static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    public static void AddSingleSignOn(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var provider = Surfaces.IsOpen(builder.Configuration, Surfaces.Office) ? Provider.Read(builder.Configuration) : null;
        services.AddSingleton(with => new SingleSignOn(provider, with.GetRequiredService<IOptionsMonitor<OpenIdConnectOptions>>(),
            with.GetRequiredService<TimeProvider>(), with.GetRequiredService<ILogger<SingleSignOn>>()));
        if (provider is null) return;

        // What it logs repeats what a visitor sent.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Authentication.OpenIdConnect", LogLevel.None);
        services.AddScoped<SignOnEvents>();
        services.AddScoped<Arrival>();
        services.AddAuthentication().AddOpenIdConnect(SingleSignOn.Scheme, options => Apply(options, provider, builder.Configuration.GetValue<bool>("Site:Https")));
        services.AddOptions<OpenIdConnectOptions>(SingleSignOn.Scheme).Configure<TimeProvider>((options, time) =>
            options.TokenValidationParameters.LifetimeValidator = (from, until, _, _) => until > time.Now.UtcDateTime - Skew && !(from > time.Now.UtcDateTime + Skew));
    }

    static void Apply(OpenIdConnectOptions options, Provider provider, bool https)
    {
        (options.Authority, options.ClientId, options.ClientSecret) = (provider.Authority, provider.ClientId, provider.ClientSecret);
        options.RequireHttpsMetadata = !provider.IsHere;
        options.BackchannelHttpHandler = new OnlyTo(new(provider.Authority), new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        // Metadata and keys are two questions: together ten seconds.
        options.BackchannelTimeout = TimeSpan.FromSeconds(5);

        options.ResponseType = OpenIdConnectResponseType.Code;
        // A form from another site would come without our cookies.
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.Scope.Clear();
        options.Scope.Add(OpenIdConnectScope.OpenId);
        if (provider.Claim != "sub") options.Scope.Add("profile");
        options.SaveTokens = false;
        options.TokenHandler = new SignedOnly();
        options.MapInboundClaims = false;
        options.ClaimActions.Clear();
        options.DisableTelemetry = true;
        options.EventsType = typeof(SignOnEvents);

        options.CallbackPath = SingleSignOn.ReturnPath;
        options.SignedOutCallbackPath = SingleSignOn.LeftPath;
        options.RemoteSignOutPath = PathString.Empty;
        options.RemoteAuthenticationTimeout = SingleSignOn.Kept;
        options.CorrelationCookie = Cookie("state", https);
        options.NonceCookie = Cookie("nonce", https);

        var rules = options.TokenValidationParameters;
        rules.ValidAudience = provider.ClientId;
        // Its metadata do not make it anyone else.
        rules.IssuerValidator = (issuer, _, _) => issuer.TrimEnd('/') == provider.Issuer ? issuer : throw new SecurityTokenInvalidIssuerException("Another issuer.");
        rules.ValidAlgorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];
    }

    // Lax, because the provider's redirect brings it back.
    static CookieBuilder Cookie(string what, bool https) => new()
    {
        Name = (https ? "__Host-" : "") + $"gongkai-{what}.",
        Path = "/",
        HttpOnly = true,
        SecurePolicy = https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest,
        SameSite = SameSiteMode.Lax,
        MaxAge = SingleSignOn.Kept,
        IsEssential = true,
    };
}
