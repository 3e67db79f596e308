using Gongkai.App.Access.Accounts;
using Gongkai.App.Tests;
using Gongkai.App.Tests.Office.Works;
using Gongkai.Records;
using Gongkai.Records.Accounts;
using Gongkai.Records.Numbers;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Gongkai.Rules.Requests.Letters;

[assembly: AssemblyFixture(typeof(Gongkai.Browser.Tests.Journeys.JourneyPortal))]

namespace Gongkai.Browser.Tests.Journeys;

/// <summary>A platform on which it is half past two on 21 September 2026, until a journey says otherwise. It stands up when the first journey sets out.</summary>
public class JourneyPortal : Portal
{
    /// <summary>The demo bureau, to which the journeys lead.</summary>
    public const string Bureau = "某区住房和城乡建设局";

    readonly HandClock clock = new(new(2026, 9, 21, 6, 30, 0, TimeSpan.Zero));
    readonly Lazy<Task> standing;

    public JourneyPortal()
    {
        // A port on which nobody listens: the mail server is away until a test brings it back.
        using (var gone = new MailCatcher()) MailPort = gone.Port;
        standing = new(() => base.InitializeAsync().AsTask());
    }

    public int MailPort { get; }

    protected override TimeProvider Clock => clock;

    protected override IEnumerable<string> Settings =>
        ["--Demo:Register", "false", "--Mail:Host", "127.0.0.1", "--Mail:Port", $"{MailPort}", "--Mail:Tls", "None", "--Mail:From", "noreply@example.gov.cn", "--Remedy:Court", "某区人民法院", "--Requests:FreeSubmissions", "100000"];

    public override ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Sees to it that the platform stands.</summary>
    public Task Stand() => standing.Value;

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Moves the clock on to ten in the morning of a day, if that is ahead.</summary>
    public void Day(int year, int month, int day)
    {
        var morning = new DateTimeOffset(year, month, day, 2, 0, 0, TimeSpan.Zero);
        if (morning > Now) clock.Advance(morning - Now);
    }

    /// <summary>Time passes, so that two acts are not at the same moment.</summary>
    public void Later(int minutes = 1) => clock.Advance(TimeSpan.FromMinutes(minutes));

    /// <summary>A person of the bureau with an account and one role.</summary>
    public async Task<Account> Officer(string name, Role role, Guid? department = null)
    {
        Account account = null!;
        await In(async (store, services) =>
        {
            var agency = await AgencyId(store);
            var person = new Person { AgencyId = agency, DepartmentId = department, Name = name, Order = 990 };
            account = new() { SignInName = $"t{Handle.Next()}", Name = name, AgencyId = agency, PersonId = person.Id, Stamp = "" };
            services.GetRequiredService<Passwords>().Set(account, Password, Now, initial: false);
            store.AddRange(person, account, new Grant { AccountId = account.Id, Role = role, AgencyId = agency, GrantedAt = Now });
            await store.Save(Prepared);
        });
        return account;
    }

    /// <summary>科室.</summary>
    public async Task<Department> MakeDepartment(string name)
    {
        Department made = null!;
        await In(async (store, _) =>
        {
            store.Add(made = new() { AgencyId = await AgencyId(store), Name = name, Order = 970 });
            await store.Save(Prepared);
        });
        return made;
    }

    /// <summary>文种: numbers as 住建公开〔2026〕第1号.</summary>
    public Task MakeSeries(string name, string suffix) => In(async (store, _) =>
    {
        store.Add(new NumberSeries { AgencyId = await AgencyId(store), Name = name, Word = "住建公开", Ordinal = true, Suffix = suffix });
        await store.Save(Prepared);
    });

    /// <summary>Signs somebody in by the page, and goes on to an address.</summary>
    public async Task<(IPage Page, List<string> Complaints)> Sit(Account account, string path, int width = 1280, int height = 900, bool script = true)
    {
        var (page, complaints) = await Open("/office/signin", width, script, height);
        await page.Enter(account.SignInName, Password);
        await Assertions.Expect(page.Locator(".office-me")).ToContainTextAsync(account.Name);
        await page.GotoAsync(path);
        return (page, complaints);
    }

    protected Act Prepared => new(new("test.prepared", "测试准备"), Hand.Program, Now);

    public static Task<Guid> AgencyId(Store store) => store.Agencies.WithCode("zjj").Select(one => one.Id).SingleAsync();

    public override ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return standing.IsValueCreated ? base.DisposeAsync() : ValueTask.CompletedTask;
    }
}

/// <summary>What every journey does: it waits for its platform, and leaves no page on which anything is wrong.</summary>
public abstract class Journey(JourneyPortal portal) : IAsyncLifetime
{
    protected JourneyPortal Portal => portal;

    public ValueTask InitializeAsync() => new(portal.Stand());

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
