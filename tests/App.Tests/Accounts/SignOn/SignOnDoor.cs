using System.Collections.Concurrent;
using Gongkai.App.Access.SignOn;
using Gongkai.Records;
using Gongkai.Records.Accounts;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Gongkai.App.Tests.Accounts.SignOn;

/// <summary>A platform that takes the word of an identity provider, which asks for no second factor of its own.</summary>
public class SignOnDoor : Door
{
    public IdentityProvider Provider => field ??= new(Clock) { Scope = Scope };

    protected virtual string Scope => "openid";

    /// <summary>Every line that was logged, whatever its level.</summary>
    public ConcurrentQueue<string> Logged { get; } = [];

    protected override IEnumerable<(string Key, string Value)> More =>
        [("Oidc:Authority", IdentityProvider.Authority), ("Oidc:ClientId", IdentityProvider.Client), ("Oidc:ClientSecret", IdentityProvider.Secret), ("Oidc:Name", "某区统一认证"), .. Besides];

    /// <summary>What it is told of the provider besides.</summary>
    protected virtual IEnumerable<(string Key, string Value)> Besides => [];

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services =>
        {
            services.Configure<OpenIdConnectOptions>(SingleSignOn.Scheme, options => ((OnlyTo)options.BackchannelHttpHandler!).InnerHandler = Provider);
            services.AddLogging(logging => logging.AddProvider(new Notes(Logged)).AddFilter("", LogLevel.Trace).AddFilter("Microsoft", LogLevel.Trace).AddFilter<ConsoleLoggerProvider>("", LogLevel.None));
        });
    }

    /// <summary>Somebody with an account, whom the provider knows by this subject.</summary>
    public async Task<(Account Account, string Subject)> Someone(Role role = Role.Reviewer, string agency = "zjj")
    {
        var (account, _) = await Officer(role, agency);
        var subject = $"subject-{Handle.Next()}";
        await In(async store => Assert.Null(await store.Join(new(AccountDeeds.OutsideJoined, Hand.Program, Clock.GetUtcNow()), account.Id, IdentityProvider.Authority, subject)));
        return (await Again(account), subject);
    }

    public async Task<Account> Again(Account account)
    {
        await In(async store => account = await store.Accounts.AsNoTracking().SingleAsync(one => one.Id == account.Id));
        return account;
    }

    public async Task Change(Account account, Action<Account> change) => await In(async store =>
    {
        change(await store.Accounts.SingleAsync(one => one.Id == account.Id));
        await store.Save(new(AccountDeeds.Changed, Hand.Program, Clock.GetUtcNow()));
    });

    /// <summary>Presses the button. Its answer is where the browser is led.</summary>
    public static async Task<Uri> Begin(HttpClient client, string? to = null) =>
        (await client.GetAsync(SingleSignOn.StartPath + (to is null ? "" : $"?to={Uri.EscapeDataString(to)}"), TestContext.Current.CancellationToken)).Headers.Location!;

    /// <summary>Comes back with what the provider gave.</summary>
    public static async Task<HttpResponseMessage> Return(HttpClient client, IEnumerable<KeyValuePair<string, string>> given) =>
        await client.GetAsync(QueryHelpers.AddQueryString(SingleSignOn.ReturnPath, given!), TestContext.Current.CancellationToken);

    /// <summary>The whole way. Its answer is where we lead somebody in the end.</summary>
    public async Task<string> Enter(HttpClient client, string subject, string? to = null) =>
        (await Return(client, Provider.SignIn(await Begin(client, to), subject))).Headers.Location!.ToString();

    sealed class Notes(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
        public bool IsEnabled(LogLevel logLevel) => true;
        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => lines.Enqueue(formatter(state, exception) + exception);

        public void Dispose()
        {
            // There is nothing to close.
        }
    }
}

/// <summary>A platform whose provider asks for both factors, and must say so.</summary>
public sealed class ThereDoor : SignOnDoor
{
    protected override IEnumerable<(string Key, string Value)> Besides => [("Oidc:SecondFactor", "there"), ("Oidc:Acr", "mfa"), ("Accounts:SecondFactor", "required")];
}

/// <summary>A platform that is reached over https alone.</summary>
public sealed class HttpsDoor : SignOnDoor
{
    protected override IEnumerable<(string Key, string Value)> Besides => [("Site:Https", "true")];
}

/// <summary>A platform that knows people by a number of their own, and not by what the provider calls them.</summary>
public sealed class NumberDoor : SignOnDoor
{
    protected override string Scope => "openid profile";

    protected override IEnumerable<(string Key, string Value)> Besides => [("Oidc:Claim", "number")];
}
