using Gongkai.Rules.Organizations;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Organizations;

/// <summary>A duty with its line from the leader down to the person, as it stands now (责任链条).</summary>
/// <param name="Leader">主要负责人 or 分管领导.</param>
/// <param name="Deputy">协管领导 or head of the department.</param>
public sealed record DutyLine(Duty Duty, DutyAssignment? Assignment, Person? Leader, Person? Deputy, Department? Department, Person? Person)
{
    /// <summary>As the rules see it.</summary>
    public ResponsibilityLine Line => new(
        Leader is { LeftOn: null }, Department is not null, Department?.AbolishedOn is not null, Person is not null, Person?.LeftOn is not null);
}

/// <summary>Where responsibility reaches, and where it does not.</summary>
/// <param name="Broken">Duties whose line breaks.</param>
/// <param name="EmptyDepartments">Departments without anyone.</param>
/// <param name="LeftWithTasks">People who have left, and the number of tasks that they still have.</param>
/// <param name="TasksOfNobody">Open tasks that nobody has.</param>
public sealed record Gaps(IReadOnlyList<DutyLine> Broken, IReadOnlyList<Department> EmptyDepartments, IReadOnlyList<(Person Person, int Tasks)> LeftWithTasks, int TasksOfNobody)
{
    public bool None => Broken is [] && EmptyDepartments is [] && LeftWithTasks is [] && TasksOfNobody == 0;
}

/// <summary>The lines of an agency's duties.</summary>
public static class DutyLines
{
    extension(Store store)
    {
        /// <summary>Every duty of an agency that has not ended, by kind, with its line.</summary>
        /// <param name="within">Only those that these departments answer for; <c>null</c> means all.</param>
        public async Task<IReadOnlyList<DutyLine>> LinesOf(Guid agency, IReadOnlyList<Guid>? within = null)
        {
            var duties = await store.Duties.AsNoTracking().Where(duty => duty.AgencyId == agency && duty.EndedOn == null).OrderBy(duty => duty.Kind).ThenBy(duty => duty.Id).ToListAsync();
            var lines = await store.Lines(duties);
            return within is null ? lines : [.. lines.Where(line => line.Department is { } department && within.Contains(department.Id))];
        }

        /// <summary>The lines of some duties.</summary>
        public async Task<IReadOnlyList<DutyLine>> Lines(IReadOnlyList<Duty> duties)
        {
            var ids = duties.Select(duty => duty.Id).ToList();
            var assignments = await store.DutyAssignments.AsNoTracking().Where(one => ids.Contains(one.DutyId) && one.Until == null).ToListAsync();
            var named = assignments.SelectMany(one => new[] { one.LeaderId, one.DeputyId, one.PersonId }).OfType<Guid>().Distinct().ToList();
            var people = await store.People.AsNoTracking().Where(person => named.Contains(person.Id)).ToDictionaryAsync(person => person.Id);
            var doing = assignments.Select(one => one.DepartmentId).Distinct().ToList();
            var departments = await store.Departments.AsNoTracking().Where(department => doing.Contains(department.Id)).ToDictionaryAsync(department => department.Id);
            return [.. from duty in duties
                       let assignment = assignments.SingleOrDefault(one => one.DutyId == duty.Id)
                       select new DutyLine(duty, assignment, Of(assignment?.LeaderId), Of(assignment?.DeputyId),
                           assignment is null ? null : departments[assignment.DepartmentId], Of(assignment?.PersonId))];

            Person? Of(Guid? person) => person is { } id ? people[id] : null;
        }

        /// <summary>What has no one.</summary>
        public async Task<Gaps> GapsOf(Guid agency, IReadOnlyList<Guid>? within = null)
        {
            var broken = (await store.LinesOf(agency, within)).Where(line => !line.Line.Holds).ToList();
            var empty = await store.Departments.AsNoTracking().Within(within)
                .Where(department => department.AgencyId == agency && department.AbolishedOn == null && !store.People.Any(person => person.DepartmentId == department.Id && person.LeftOn == null))
                .OrderBy(department => department.Order).ToListAsync();
            var left = await store.People.AsNoTracking().Within(within).Where(person => person.AgencyId == agency && person.LeftOn != null)
                .Select(person => new { person, Tasks = store.Tasks.Count(task => task.PersonId == person.Id && task.State != TaskState.Done && task.State != TaskState.Withdrawn) })
                .Where(row => row.Tasks > 0).ToListAsync();
            var nobody = await store.Tasks.OfAgency(agency).Within(within).Open.CountAsync(task => task.PersonId == null);
            return new(broken, empty, [.. left.Select(row => (row.person, row.Tasks))], nobody);
        }
    }
}
