using Gongkai.Rules.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Organizations;

/// <summary>Something to be done by a day (任务): given, accepted, perhaps handed over, and finished with what proves it.</summary>
public sealed partial class WorkTask : IRecord
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public Handle Handle { get; private init; } = Handle.Next();
    public required Guid AgencyId { get; set; }
    public required string Title { get; set; }
    public string? Detail { get; set; }

    /// <summary>The meeting that it came of.</summary>
    public Guid? MeetingId { get; init; }

    /// <summary>The duty that it carries out.</summary>
    public Guid? DutyId { get; init; }

    public required Guid DepartmentId { get; set; }

    /// <summary>承办人; none: nobody has it yet.</summary>
    public Guid? PersonId { get; set; }

    public required DateOnly DueOn { get; set; }
    public Importance Importance { get; set; } = Importance.Normal;
    public TaskState State { get; private set; } = TaskState.Open;

    /// <summary>The account that gave it.</summary>
    public required Guid? GivenById { get; init; }

    public required string GivenByName { get; init; }
    public required DateTimeOffset GivenAt { get; init; }
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>What was done, and what proves it (办结情况).</summary>
    public string? Evidence { get; private set; }

    /// <summary>What proves it, as a file in the store.</summary>
    public Handle? EvidenceFile { get; private set; }

    public void Accept() => State = TaskState.Accepted;

    public void HandOver(Guid department, Guid? person) => (DepartmentId, PersonId, State) = (department, person, TaskState.HandedOver);

    public void Finish(DateTimeOffset at, string evidence, Handle? file) => (State, EndedAt, Evidence, EvidenceFile) = (TaskState.Done, at, evidence, file);

    public void Withdraw(DateTimeOffset at) => (State, EndedAt) = (TaskState.Withdrawn, at);

    sealed class Mapping : IEntityTypeConfiguration<WorkTask>
    {
        public void Configure(EntityTypeBuilder<WorkTask> builder)
        {
            builder.ToTable("tasks");
            builder.HasIndex(task => task.Handle).IsUnique();
            builder.HasIndex(task => new { task.AgencyId, task.State, task.DueOn });
            builder.HasIndex(task => new { task.PersonId, task.State });
            builder.HasIndex(task => new { task.State, task.DueOn, task.Id });
            builder.HasOne<Agency>().WithMany().HasForeignKey(task => task.AgencyId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Meeting>().WithMany().HasForeignKey(task => task.MeetingId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Duty>().WithMany().HasForeignKey(task => task.DutyId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Department>().WithMany().HasForeignKey(task => task.DepartmentId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Person>().WithMany().HasForeignKey(task => task.PersonId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>Something that happened to a task, for those who read its history: by whom, from whom to whom, and why.</summary>
public sealed class TaskStep : IRecord
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public required Guid TaskId { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>What was done, such as 移交.</summary>
    public required string What { get; init; }

    public required string By { get; init; }
    public Guid? FromId { get; init; }
    public Guid? ToId { get; init; }
    public string? Reason { get; init; }

    sealed class Mapping : IEntityTypeConfiguration<TaskStep>
    {
        public void Configure(EntityTypeBuilder<TaskStep> builder)
        {
            builder.ToTable("task_steps");
            builder.HasIndex(step => new { step.TaskId, step.At });
            builder.HasOne<WorkTask>().WithMany().HasForeignKey(step => step.TaskId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Person>().WithMany().HasForeignKey(step => step.FromId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Person>().WithMany().HasForeignKey(step => step.ToId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
