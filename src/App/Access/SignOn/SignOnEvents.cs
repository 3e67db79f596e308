using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Gongkai.App.Access.SignOn;

/// <summary>What we add to the steps of OpenID Connect: an answer is taken once and in time, and what it proves goes through our own door.</summary>
public sealed class SignOnEvents(SingleSignOn signOn, Arrival arrival, Store store, Site site, TimeProvider time) : OpenIdConnectEvents
{
    public override Task RedirectToIdentityProvider(RedirectContext context)
    {
        context.ProtocolMessage.RedirectUri = Ours(context.ProtocolMessage.RedirectUri);
        if (signOn.Provider!.Acr is { } acr) context.ProtocolMessage.AcrValues = acr;
        return Task.CompletedTask;
    }

    public override Task RedirectToIdentityProviderForSignOut(RedirectContext context)
    {
        context.ProtocolMessage.PostLogoutRedirectUri = Ours(context.ProtocolMessage.PostLogoutRedirectUri);
        // No token of theirs is kept, so that we say who we are instead.
        context.ProtocolMessage.ClientId = signOn.Provider!.ClientId;
        return Task.CompletedTask;
    }

    /// <summary>The provider's answer is a code in an address; a token that the browser brings is none of ours.</summary>
    public override Task MessageReceived(MessageReceivedContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method) || context.ProtocolMessage is { IdToken: not null } or { AccessToken: not null }) context.Fail("Not a code.");
        return Task.CompletedTask;
    }

    /// <summary>A browser may keep what it was told to forget: the store counts to one, and longer than the answer is taken.</summary>
    public override async Task AuthorizationCodeReceived(AuthorizationCodeReceivedContext context)
    {
        if (context.Properties is not { ExpiresUtc: { } ends } asked || ends <= time.Now
            || !asked.Items.TryGetValue(SingleSignOn.OnceItem, out var once) || !await store.Attempt($"sign-on:{once}", 1, time.Now, 2 * SingleSignOn.Kept))
            context.Fail("Too late, or not for the first time.");
    }

    public override Task SignedOutCallbackRedirect(RemoteSignOutContext context)
    {
        context.HandleResponse();
        context.Response.Redirect(context.Request.PathBase + Entrance.SignInPath);
        return Task.CompletedTask;
    }

    public override async Task TicketReceived(TicketReceivedContext context)
    {
        context.HandleResponse();
        context.Response.Redirect(context.Request.PathBase + await arrival.Of(context.HttpContext, context.Principal!, Entrance.Target(context.ReturnUri)));
    }

    public override Task RemoteFailure(RemoteFailureContext context)
    {
        signOn.Note(context.Failure);
        context.HandleResponse();
        context.Response.Redirect(context.Request.PathBase + SingleSignOn.Door(SingleSignOn.IsAway(context.Failure) ? SingleSignOn.Away : SingleSignOn.Failed));
        return Task.CompletedTask;
    }

    // The proxy before us takes TLS away.
    string Ours(string address) => site.Https ? new UriBuilder(address) { Scheme = Uri.UriSchemeHttps, Port = new Uri(address).IsDefaultPort ? -1 : new Uri(address).Port }.Uri.AbsoluteUri : address;
}
