using Gongkai.App.Ui;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Gongkai.App.Access.SignOn;

/// <summary>统一身份认证: leads people to the identity provider, where the settings name one, and away from it. Starting the platform does not ask it.</summary>
public sealed class SingleSignOn(Provider? provider, IOptionsMonitor<OpenIdConnectOptions> options, TimeProvider time, ILogger<SingleSignOn> logger)
{
    public const string Scheme = "oidc", StartPath = Entrance.SignInPath + "/outside", EndPath = StartPath + "/end", ReturnPath = StartPath + "/return", LeftPath = StartPath + "/left";

    /// <summary>What the sign-in page says of it: a word in its address, and nothing that came from outside.</summary>
    public const string Refused = "refused", Failed = "failed", Away = "away", Left = "left";

    /// <summary>How long someone may take at the provider.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromMinutes(15);

    internal const string OnceItem = "once";
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>The provider; <c>null</c> where there is none, and then nothing here has an address.</summary>
    public Provider? Provider => provider;

    /// <summary>The sign-in page, saying this.</summary>
    public static string Door(string said) => $"{Entrance.SignInPath}?outside={said}";

    /// <summary>Leads to the provider, or back to the door where it does not answer.</summary>
    public async Task Begin(HttpContext context, string? to)
    {
        // It travels to the provider and back in an address.
        var target = Entrance.Target(to is { Length: < 512 } ? to : null);
        var asked = new AuthenticationProperties { RedirectUri = target, ExpiresUtc = time.Now + Kept };
        asked.Items[OnceItem] = Records.Handle.Next().ToString();
        await Lead(context, () => context.ChallengeAsync(Scheme, asked));
    }

    /// <summary>Leads to where the provider ends its own session, if it tells where.</summary>
    public Task End(HttpContext context) => Lead(context, async () =>
    {
        if (await EndsSessions(context)) await context.SignOutAsync(Scheme);
        else context.Response.Redirect(context.Request.PathBase + Entrance.SignInPath);
    });

    /// <summary>Whether the provider tells where its own session is ended.</summary>
    public async Task<bool> EndsSessions(HttpContext context) => await Metadata(context) is { EndSessionEndpoint.Length: > 0 };

    internal void Note(Exception? failure) => logger.LogWarning("Single sign-on failed: {Kind}", failure?.GetType().Name);

    /// <summary>Whether something failed because the provider does not answer.</summary>
    internal static bool IsAway(Exception? failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
            if (cause is HttpRequestException or IOException or OperationCanceledException) return true;
        return false;
    }

    async Task Lead(HttpContext context, Func<Task> there)
    {
        if (await Metadata(context) is not null)
            try
            {
                await there();
                return;
            }
            catch (Exception away) when (IsAway(away))
            {
                Note(away);
            }
        context.Response.Redirect(context.Request.PathBase + Door(Away));
    }

    // Asked once and then known for half a day.
    async Task<OpenIdConnectConfiguration?> Metadata(HttpContext context)
    {
        if (provider is null) return null;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        patience.CancelAfter(Patience);
        try
        {
            return await options.Get(Scheme).ConfigurationManager!.GetConfigurationAsync(patience.Token);
        }
        catch (Exception away) when (away is InvalidOperationException or HttpRequestException or IOException or OperationCanceledException && !context.RequestAborted.IsCancellationRequested)
        {
            Note(away);
            return null;
        }
    }
}
