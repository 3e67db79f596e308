using Gongkai.App.Access;
using Gongkai.Records;
using Gongkai.Records.Organizations;
using Gongkai.Records.Trail;
using Gongkai.Rules.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Browser.Tests;

/// <summary>The auditor reads the trail: entries, who looked, one record's history; with axe, on a small screen, by keyboard.</summary>
[Collection("one browser")]
public class TrailTests(Portal portal)
{
    [Fact]
    public async Task The_pages_of_the_trail_are_sound_with_everything_on_them()
    {
        Person person = null!;
        long seeded = 0, edited = 0, looked = 0;
        await portal.In(async (store, services) =>
        {
            var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
            var agency = await store.Agencies.WithCode("zjj").Select(one => one.Id).SingleAsync();
            var department = await store.Departments.Where(one => one.AgencyId == agency).Select(one => one.Id).FirstAsync();
            var hand = new Hand(null, "演示·承办人", "10.1.2.3");
            store.Add(person = new Person { AgencyId = agency, DepartmentId = department, Name = "演示·审计对象", Telephone = "0000-0003", Mobile = services.GetRequiredService<Vault>().Seal("13800000003") });
            store.Add(new WorkTask { AgencyId = agency, Title = "演示·核对公开目录", Detail = new string('细', 400), DepartmentId = department, PersonId = person.Id, DueOn = new(2026, 12, 31), GivenById = null, GivenByName = "演示·交办人", GivenAt = now });
            await store.Save(new(OrganizationDeeds.PersonAdded, hand, now, agency));
            person.Telephone = "0000-0004";
            await store.Save(new(OrganizationDeeds.PersonChanged, hand, now, agency, "更正电话"));
            await store.Note(new(OrganizationDeeds.MobileRead, hand, now, agency, "通知领取答复书"), null, store.Mention(person, nameof(Person.Mobile)));
            looked = await store.Trail.Where(entry => entry.Chain == agency).MaxAsync(entry => entry.Sequence);
            (seeded, edited) = (looked - 2, looked - 1);
        });
        var (auditor, complaints) = await portal.Desk(Role.SecurityAuditor, "zjj", "/office/trail");
        List<string> faults = [];
        foreach (var path in (string[])[$"/office/trail?record={person.Id:D}", "/office/trail?looks=true", $"/office/trail/zjj/{seeded}", $"/office/trail/zjj/{edited}", $"/office/trail/zjj/{looked}", $"/office/trail/looks?whose={person.Handle}", "/office/trail/looks?whose=nobody"])
            faults.AddRange(await auditor.Faults(path, complaints));
        Axe.None(faults);
        await auditor.Context.CloseAsync();
    }
}
