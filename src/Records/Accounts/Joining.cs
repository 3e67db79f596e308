using Gongkai.Records.Organizations;
using Gongkai.Rules;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Accounts;

/// <summary>Joins an account to the person whose it is (关联人员): a person has one account at most, so that what falls to the person stands on one desk.</summary>
/// <remarks>It is an act of the platform's chain, whose lock lets one be done at a time.</remarks>
public static class Joining
{
    extension(Store store)
    {
        /// <summary>Why an account may not be joined to someone, or <c>null</c>.</summary>
        public async Task<Impediment?> ToJoining(Account account, Person person) =>
            person.AgencyId != account.AgencyId ? new("所选人员不属于账号所在的单位，请重新选择。")
            : person.LeftOn is { } left ? new($"{person.Name}已于 {left:yyyy-MM-dd} 离岗，不能关联账号，请选择在岗的人员。")
            : await store.Accounts.Where(other => other.PersonId == person.Id && other.Id != account.Id).Select(other => other.SignInName).FirstOrDefaultAsync() is { } taken
                ? new($"{person.Name}已有账号 {taken}，一人只能有一个账号。请先在那个账号上取消关联。")
            : null;

        /// <summary>Joins an account to someone, or (to no one) parts it. Its sessions end, because they say whose they are.</summary>
        public async Task<Impediment?> Join(Act act, Guid account, Guid? person)
        {
            Impediment? why = null;
            await store.Write(act with { Agency = null, Deed = person is null ? AccountDeeds.PersonParted : AccountDeeds.PersonJoined }, async () =>
            {
                var joined = await store.Accounts.SingleAsync(one => one.Id == account);
                if (joined.PersonId == person) return;
                why = person is { } id ? await store.ToJoining(joined, await store.People.SingleAsync(one => one.Id == id)) : null;
                if (why is not null) return;
                joined.PersonId = person;
                joined.EndSessions();
            });
            return why;
        }

        /// <summary>Those of an agency to whom an account may still be joined, in their order.</summary>
        public IQueryable<Person> PeopleWithoutAccount(Guid agency) =>
            store.PeopleOf(agency).Where(person => !store.Accounts.Any(account => account.PersonId == person.Id));
    }
}
