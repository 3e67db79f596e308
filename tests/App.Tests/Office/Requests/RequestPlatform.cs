using Gongkai.App.Tests.Accounts;
using Gongkai.App.Office.Outbox;
using Gongkai.App.Office.Requests;
using Gongkai.App.Office.Requests.Letters;
using Gongkai.Documents.Templates;
using Gongkai.Documents.Templates.Requests;
using Gongkai.Records;
using Gongkai.Rules;
using Gongkai.Records.Accounts;
using Gongkai.Records.Numbers;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Gongkai.Rules.Requests.Letters;

namespace Gongkai.App.Tests.Office.Requests;

/// <summary>A platform of its own whose clock a test moves, with people who handle requests at the demo bureau.</summary>
public sealed class RequestPlatform : Platform
{
    readonly HandClock clock = new(new(2026, 9, 21, 1, 0, 0, TimeSpan.Zero));

    /// <summary>The mail server of this platform.</summary>
    internal PostBox Post { get; } = new();

    /// <summary>Sends what lies in the outbox, and notes what became of it.</summary>
    public async Task Send()
    {
        while (await Services.GetRequiredService<Sender>().SendNext(default)) Later();
        await In(store => new Deliveries().Do(store, clock.GetUtcNow(), default));
    }

    public DateTimeOffset Moment => clock.GetUtcNow();

    protected override IEnumerable<(string Key, string Value)> Settings => [.. base.Settings, ("Remedy:Court", "某区人民法院"), ("Remedy:Online", "https://fuyi.example.gov.cn")];

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(clock).AddSingleton<IChannel>(Post));
    }

    /// <summary>Moves the clock to ten in the morning of a day. Sessions do not live so long: whoever works on it signs in anew.</summary>
    public void Day(int year, int month, int day)
    {
        var now = new DateTimeOffset(year, month, day, 2, 0, 0, TimeSpan.Zero);
        if (now > clock.GetUtcNow()) clock.Advance(now - clock.GetUtcNow());
    }

    /// <summary>Moves the clock to a time of the day at the office.</summary>
    public void Hour(int hour, int minute = 0)
    {
        var now = clock.GetUtcNow().AtOffice;
        clock.Advance(new DateTimeOffset(now.Year, now.Month, now.Day, hour, minute, 0, now.Offset) - now);
    }

    /// <summary>Time passes, so that two acts are not at the same moment.</summary>
    public void Later() => clock.Advance(TimeSpan.FromMinutes(1));

    public new DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The day that its clock shows at the office.</summary>
    public string Today => clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>An account with a role and a person of a department.</summary>
    internal async Task<Account> Officer(string name, Role role, Guid? department = null)
    {
        Account account = null!;
        await In(async store =>
        {
            var agency = await store.Agencies.WithCode("zjj").Select(one => one.Id).SingleAsync();
            var person = new Person { AgencyId = agency, DepartmentId = department, Name = name, Order = 990 };
            account = new() { SignInName = $"t{Handle.Next()}", Name = name, AgencyId = agency, PersonId = person.Id, Stamp = Handle.Next().ToString() };
            store.AddRange(person, account, new Grant { AccountId = account.Id, Role = role, AgencyId = agency, GrantedAt = clock.GetUtcNow() });
            await store.Save(new(new("test.prepared", "测试准备"), Hand.Program, clock.GetUtcNow()));
        });
        return account;
    }

    internal async Task<Department> MakeDepartment(string name)
    {
        Department made = null!;
        await In(async store =>
        {
            made = new() { AgencyId = await store.Agencies.WithCode("zjj").Select(one => one.Id).SingleAsync(), Name = name, Order = 970 };
            store.Add(made);
            await store.Save(new(new("test.prepared", "测试准备"), Hand.Program, clock.GetUtcNow()));
        });
        return made;
    }

    /// <summary>文种.</summary>
    internal async Task<NumberSeries> MakeSeries(string name, string word, string suffix)
    {
        NumberSeries made = null!;
        await In(async store =>
        {
            made = new() { AgencyId = await store.Agencies.WithCode("zjj").Select(one => one.Id).SingleAsync(), Name = name, Word = word, Ordinal = true, Suffix = suffix };
            store.Add(made);
            await store.Save(new(new("test.prepared", "测试准备"), Hand.Program, clock.GetUtcNow()));
        });
        return made;
    }

    /// <summary>The demo bureau's own template of a letter: the program's, with some words changed.</summary>
    internal async Task Upload(Gongkai.Rules.Requests.Letters.RequestLetter letter, string words, string by)
    {
        var kind = letter.Kind;
        var bytes = DefaultTemplate.Of(kind with { Text = [.. kind.Text.Select(line => line.Replace(words, by, StringComparison.Ordinal))] });
        var browser = await As(Role.Reviewer);
        using var form = new MultipartFormDataContent { { new StringContent((await browser.Token($"/office/templates/{kind.Code}"))!), "_form" }, { new StringContent("换格式"), "Note" }, { new ByteArrayContent(bytes), "file", "模板.docx" } };
        var answer = await browser.PostAsync($"/office/templates/{kind.Code}?handler=Upload", form, TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.StatusCode);
    }

    internal async Task<Clerk> Sit(Account account) => new(await As(account));

    /// <summary>A complete paper request in person, for tests that begin after it.</summary>
    internal static (string Field, string Value)[] Paper(string wanted, string number = "11010519491231002X") =>
    [
        ("Input.Channel", "InPerson"), ("Input.Kind", "Person"), ("Input.Name", "示例甲"), ("Input.Paper", "ResidentCard"), ("Input.IdentityNumber", number), ("Input.Phone", "０５７１-８８８８１２３４"),
        ("Input.Address", "某区某路1号"), ("Input.WantedName", wanted), ("Input.Provision", "Paper"), ("Input.Delivery", "Post"),
    ];
}
