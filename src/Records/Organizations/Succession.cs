using Gongkai.Rules;
using Gongkai.Rules.Organizations;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Organizations;

/// <summary>A unit is abolished or merged, and hands its people, duties and tasks to its successor in one act (撤并移交).</summary>
/// <remarks>What was stays readable under the old name: ended duties, ended posts, meetings, reports. An open duty continues as a new one that names the old.</remarks>
public static class Succession
{
    /// <summary>What someone must take over.</summary>
    public sealed record Estate(int People, int Duties, int Tasks, int Below)
    {
        public int Left => People + Duties + Tasks;
    }

    extension(Store store)
    {
        /// <summary>What an agency leaves behind, if it ended today.</summary>
        public async Task<Estate> EstateOf(Guid agency) => new(
            await store.People.CountAsync(person => person.AgencyId == agency && person.LeftOn == null),
            await store.Duties.CountAsync(duty => duty.AgencyId == agency && duty.EndedOn == null),
            await store.Tasks.Open.CountAsync(task => task.AgencyId == agency),
            await store.Agencies.Existing.Under(agency).CountAsync());

        /// <summary>Why an agency may not be abolished so, or <c>null</c>.</summary>
        public async Task<Impediment?> ToAbolishing(Agency agency, Agency? successor)
        {
            var estate = await store.EstateOf(agency.Id);
            if (AgencyChanges.ToAbolishing(agency.Id, agency.AbolishedOn, successor?.Id, successor?.AbolishedOn, estate.Left, estate.Below) is { } impediment) return impediment;
            return successor is not null && (await store.LineAbove(successor.Id)).Skip(1).Contains(agency.Id)
                ? new("所选的承接单位在被撤销的单位之下，请先调整它的隶属关系，或另选承接单位。")
                : null;
        }

        /// <summary>Abolishes an agency and hands over what it leaves; stands inside one act. Nothing is saved before the act saves.</summary>
        /// <param name="receiving">The department of the successor that takes over; where none is named, one is made with the old unit's name.</param>
        public async Task HandOver(Agency agency, Agency? successor, Department? receiving, DateOnly on, DateTimeOffset at, string by)
        {
            agency.Abolish(on, successor?.Id);
            await foreach (var group in store.LeadingGroups.Where(group => group.AgencyId == agency.Id && group.Until == null).AsAsyncEnumerable()) group.End(on);
            await foreach (var post in store.Posts.Where(post => post.AgencyId == agency.Id && post.Until == null).AsAsyncEnumerable()) post.End(on);
            await foreach (var standIn in store.StandIns.Where(standIn => standIn.AgencyId == agency.Id && standIn.Until > on).AsAsyncEnumerable()) standIn.Until = on;
            if (await store.Placements.SingleOrDefaultAsync(placement => placement.AgencyId == agency.Id && placement.Until == null) is { } placed) placed.Until = on;
            if (successor is null)
            {
                await foreach (var department in store.Departments.Where(department => department.AgencyId == agency.Id && department.AbolishedOn == null).AsAsyncEnumerable()) department.Abolish(on, null);
                return;
            }

            receiving ??= await Receiving(store, agency, successor);
            await foreach (var department in store.Departments.Where(department => department.AgencyId == agency.Id && department.AbolishedOn == null).AsAsyncEnumerable()) department.Abolish(on, receiving.Id);
            await foreach (var person in store.People.Where(person => person.AgencyId == agency.Id && person.LeftOn == null).AsAsyncEnumerable()) (person.AgencyId, person.DepartmentId) = (successor.Id, receiving.Id);
            await Continue(store, agency, successor, receiving, on);
            foreach (var task in await store.Tasks.Open.Where(task => task.AgencyId == agency.Id).ToListAsync())
            {
                task.AgencyId = successor.Id;
                task.HandOver(receiving.Id, task.PersonId);
                store.Add(new TaskStep { TaskId = task.Id, At = at, What = "随单位撤并移交", By = by, FromId = task.PersonId, ToId = task.PersonId, Reason = $"{agency.Name}撤销，由{successor.Name}承接" });
            }
            foreach (var below in await store.Agencies.Existing.Under(agency.Id).ToListAsync()) await store.Place(below, successor.Id, on);
        }

        /// <summary>Abolishes a department and gives its people, duties and tasks to another of the same agency; stands inside one act.</summary>
        public async Task HandOver(Department department, Department? to, DateOnly on, DateTimeOffset at, string by)
        {
            department.Abolish(on, to?.Id);
            if (to is null) return;
            await foreach (var person in store.People.Where(person => person.DepartmentId == department.Id && person.LeftOn == null).AsAsyncEnumerable()) person.DepartmentId = to.Id;
            await foreach (var below in store.Departments.Where(below => below.ParentId == department.Id && below.AbolishedOn == null).AsAsyncEnumerable()) below.ParentId = to.Id;
            foreach (var assignment in await store.DutyAssignments.Where(assignment => assignment.DepartmentId == department.Id && assignment.Until == null).ToListAsync())
            {
                assignment.End(on);
                store.Add(new DutyAssignment { DutyId = assignment.DutyId, LeaderId = assignment.LeaderId, DeputyId = assignment.DeputyId, DepartmentId = to.Id, PersonId = assignment.PersonId, From = on });
            }
            foreach (var task in await store.Tasks.Open.Where(task => task.DepartmentId == department.Id).ToListAsync())
            {
                task.HandOver(to.Id, task.PersonId);
                store.Add(new TaskStep { TaskId = task.Id, At = at, What = "随科室撤并移交", By = by, FromId = task.PersonId, ToId = task.PersonId, Reason = $"{department.Name}撤销，由{to.Name}承接" });
            }
        }
    }

    static async Task<Department> Receiving(Store store, Agency agency, Agency successor)
    {
        var order = await store.Departments.Where(department => department.AgencyId == successor.Id).MaxAsync(department => (int?)department.Order) ?? 0;
        var receiving = new Department { AgencyId = successor.Id, Name = agency.Called, IsUnit = true, Order = order + 1, Work = $"承接原{agency.Name}的职责" };
        store.Add(receiving);
        return receiving;
    }

    // The line is broken above the department until a leader of the successor takes it.
    static async Task Continue(Store store, Agency agency, Agency successor, Department receiving, DateOnly on)
    {
        foreach (var duty in await store.Duties.Where(duty => duty.AgencyId == agency.Id && duty.EndedOn == null).ToListAsync())
        {
            var assignment = await store.DutyAssignments.Where(one => one.DutyId == duty.Id && one.Until == null).SingleOrDefaultAsync();
            assignment?.End(on);
            duty.End(on);
            var next = new Duty { AgencyId = successor.Id, Name = duty.Name, Kind = duty.Kind, Basis = duty.Basis, Detail = duty.Detail, From = on, CameFromId = duty.Id };
            store.Add(next);
            store.Add(new DutyAssignment { DutyId = next.Id, DepartmentId = receiving.Id, PersonId = assignment?.PersonId, From = on });
        }
    }
}
