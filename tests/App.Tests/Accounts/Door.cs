using System.Net;
using Gongkai.App.Access;
using Gongkai.App.Access.Accounts;
using Gongkai.Records;
using Gongkai.Records.Accounts;
using Gongkai.Records.Files;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.App.Tests.Accounts;

/// <summary>A platform with a clock that we move, and visitors who come from where we say.</summary>
public class Door : Platform
{
    public const string Password = "correct horse battery staple";

    public Hands Clock { get; init; } = new();

    /// <summary>Where its files lie.</summary>
    public FileStore Files => Services.GetRequiredService<FileStore>();

    /// <summary>The id of an agency, as addresses of the trail name it.</summary>
    public async Task<string> Agency(string code)
    {
        var id = "";
        await In(async store => id = (await store.Agencies.WithCode(code).Select(one => one.Id).SingleAsync()).ToString("D"));
        return id;
    }

    /// <summary>What this platform is told besides.</summary>
    protected virtual IEnumerable<(string Key, string Value)> More => [];

    protected override IEnumerable<(string Key, string Value)> Settings => [.. base.Settings, ("Limits:FormsPerOfficerPerMinute", "1000000"), ("Limits:SignInsPerMinute", "1000000"), .. More];

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.AddSingleton<IStartupFilter, FromHeader>();
        });
    }

    /// <summary>A browser at an address.</summary>
    public HttpClient From(string address)
    {
        var client = Visitor();
        client.DefaultRequestHeaders.Add("X-Test-From", address);
        return client;
    }

    /// <summary>Makes an account with this password and one role at the demo bureau.</summary>
    public async Task<Account> Person(Role role = Role.Reviewer, string password = Password)
    {
        var (account, _) = await Officer(role);
        await In(async store =>
        {
            var one = await store.Accounts.SingleAsync(found => found.Id == account.Id);
            Services.GetRequiredService<Passwords>().Set(one, password, Clock.GetUtcNow(), initial: false);
            await store.Save(new(AccountDeeds.PasswordReset, Hand.Program, Clock.GetUtcNow()));
            account = one;
        });
        return account;
    }

    public async Task<HttpResponseMessage> SignIn(HttpClient client, string name, string password = Password, string to = "") =>
        await client.Post("/office/signin" + (to.Length > 0 ? $"?to={Uri.EscapeDataString(to)}" : ""), ("Input.Name", name), ("Input.Password", password), ("to", to));

    public sealed class Hands : TimeProvider
    {
        DateTimeOffset wall = Now;
        TimeSpan elapsed;

        /// <summary>Time passes.</summary>
        public void Move(TimeSpan by) => (wall, elapsed) = (wall + by, elapsed + by);

        /// <summary>Somebody sets the wall clock, and no time passes.</summary>
        public void Set(TimeSpan by) => wall += by;

        public override DateTimeOffset GetUtcNow() => wall;
        public override long TimestampFrequency => TimeSpan.TicksPerSecond;
        public override long GetTimestamp() => elapsed.Ticks;
    }

    sealed class FromHeader : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, rest) =>
            {
                if (context.Request.Headers["X-Test-From"] is [{ } address]) context.Connection.RemoteIpAddress = IPAddress.Parse(address);
                return rest();
            });
            next(app);
        };
    }
}

/// <summary>Forms as a browser sends them.</summary>
public static class Forms
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Opens the page, and sends its form with these fields and its token.</summary>
    /// <param name="client">The browser.</param>
    /// <param name="path">The page.</param>
    /// <param name="fields">What is typed.</param>
    public static async Task<HttpResponseMessage> Post(this HttpClient client, string path, params (string Name, string Value)[] fields) =>
        await client.Send(path, await client.Token(path), fields);

    /// <summary>Fills in one of a page's forms: what is not named keeps what the page put there.</summary>
    public static Task<HttpResponseMessage> Fill(this HttpClient client, string path, string form, params (string Name, string Value)[] fields) => Office.Forms.Send(client, path, form, fields);

    public static async Task<HttpResponseMessage> Send(this HttpClient client, string path, string? token, params (string Name, string Value)[] fields) =>
        await client.PostAsync(path, new FormUrlEncodedContent([.. fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value)), .. token is null ? [] : (KeyValuePair<string, string>[])[new("_form", token)]]), Cancelled);

    /// <summary>The token of the first form of a page.</summary>
    public static async Task<string?> Token(this HttpClient client, string path) =>
        (await (await client.GetAsync(path, Cancelled)).Html()).QuerySelector("input[name=_form]")?.GetAttribute("value");

    public static async Task<string> Heading(this HttpClient client, string path) => (await (await client.GetAsync(path, Cancelled)).Html()).QuerySelector("h1").Words();
}
