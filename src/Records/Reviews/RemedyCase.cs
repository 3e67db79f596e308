using Gongkai.Records.Organizations;
using Gongkai.Records.Requests;
using Gongkai.Rules;
using Gongkai.Rules.Reviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Reviews;

/// <summary>A reconsideration or a suit about a decision on a request (复议、诉讼案件). What happened stands in its <see cref="RemedyStep"/>s; the columns repeat it for queries.</summary>
public sealed class RemedyCase : IRecord
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public Handle Handle { get; private init; } = Handle.Next();
    public required Guid AgencyId { get; init; }

    /// <summary>The request that it is about.</summary>
    public required Guid? RequestId { get; set; }

    public required RemedyKind Kind { get; init; }
    public required RespondentRole Role { get; set; }
    public required ReviewProcedure Procedure { get; set; }

    /// <summary>受理（立案）日期.</summary>
    public required DateOnly AcceptedOn { get; init; }

    /// <summary>案号.</summary>
    public required string CaseNumber { get; set; }

    /// <summary>审理机关: the reconsideration body, or the court.</summary>
    public required string Body { get; set; }

    /// <summary>案由, without names.</summary>
    public string? Matter { get; set; }

    /// <summary>The reconsideration that went before the suit.</summary>
    public Guid? PriorId { get; set; }

    public DateOnly? CopyReachedOn { get; private set; }

    /// <summary>答复（答辩）期限; moves with the calendar while nobody has answered.</summary>
    public DateOnly? AnswerDue { get; private set; }

    public DateOnly? AnsweredOn { get; private set; }
    public Instance Instance { get; private set; } = Instance.First;
    public DateOnly? SuspendedOn { get; private set; }
    public DateOnly? JudgedOn { get; private set; }

    /// <summary>The result in force.</summary>
    public RemedyResult? Result { get; private set; }

    /// <summary>The day from which it is in force; none: 尚未审结.</summary>
    public DateOnly? ResultOn { get; private set; }

    public DateOnly? PerformanceDue { get; private set; }
    public DateOnly? PerformedOn { get; private set; }

    /// <summary>The request under which it is handled anew (重新办理).</summary>
    public Guid? ReopenedId { get; set; }

    public RemedyState State => new(Kind, AcceptedOn)
    {
        CopyReachedOn = CopyReachedOn, AnsweredOn = AnsweredOn, Instance = Instance, SuspendedOn = SuspendedOn, JudgedOn = JudgedOn,
        Result = Result, ResultOn = ResultOn, PerformanceDue = PerformanceDue, PerformedOn = PerformedOn,
    };

    /// <summary>Takes a step that <see cref="RemedyState.To"/> allows; the step is given back, to be added to the store.</summary>
    /// <exception cref="InvalidOperationException">The rules stand in the way.</exception>
    public RemedyStep Take(RemedyStepKind step, DateOnly on, Act act, WorkingCalendar calendar, string? note = null)
    {
        if (step == RemedyStepKind.Concluded) throw new InvalidOperationException("A result is concluded with Conclude.");
        if (State.To(step, on) is { } impediment) throw new InvalidOperationException(impediment.Reason);
        switch (step)
        {
            case RemedyStepKind.CopyReached: (CopyReachedOn, AnswerDue) = (on, RemedyTerms.AnswerDue(Kind, Procedure, on, calendar)); break;
            case RemedyStepKind.Answered: AnsweredOn = on; break;
            case RemedyStepKind.Suspended: SuspendedOn = on; break;
            case RemedyStepKind.Resumed: SuspendedOn = null; break;
            case RemedyStepKind.Judged: JudgedOn = on; break;
            case RemedyStepKind.NextInstance: (Instance, JudgedOn) = (Instance + 1, null); break;
            case RemedyStepKind.Performed: PerformedOn = on; break;
        }
        return new() { CaseId = Id, Kind = step, On = on, Instance = Instance, Note = note, At = act.At, ByName = act.By.Name };
    }

    /// <summary>The result is in force.</summary>
    /// <exception cref="InvalidOperationException">The rules stand in the way.</exception>
    public RemedyStep Conclude(RemedyResult result, DateOnly on, DateOnly? performanceDue, Act act, string? note = null)
    {
        if (State.ToConcluding(result, on, performanceDue) is { } impediment) throw new InvalidOperationException(impediment.Reason);
        (Result, ResultOn, PerformanceDue) = (result, on, performanceDue);
        return new() { CaseId = Id, Kind = RemedyStepKind.Concluded, On = on, Instance = Instance, Result = result, Note = note, At = act.At, ByName = act.By.Name };
    }

    /// <summary>Counts the answer's day anew, after the calendar or the procedure changed.</summary>
    public void Recount(WorkingCalendar calendar)
    {
        if (CopyReachedOn is { } copy && AnsweredOn is null) AnswerDue = RemedyTerms.AnswerDue(Kind, Procedure, copy, calendar);
    }

    sealed class Mapping : IEntityTypeConfiguration<RemedyCase>
    {
        public void Configure(EntityTypeBuilder<RemedyCase> builder)
        {
            builder.ToTable("reviews");
            builder.Ignore(one => one.State);
            builder.Property(one => one.CaseNumber).HasMaxLength(60);
            builder.Property(one => one.Body).HasMaxLength(100);
            builder.Property(one => one.Matter).HasMaxLength(500);
            builder.HasIndex(one => one.Handle).IsUnique();
            builder.HasIndex(one => new { one.AgencyId, one.Kind, one.CaseNumber }).IsUnique();
            // The yearly table reads nothing but these columns.
            builder.HasIndex(one => new { one.AgencyId, one.AcceptedOn, one.ResultOn, one.Kind, one.Result, one.Role });
            builder.HasIndex(one => new { one.AnsweredOn, one.AnswerDue, one.Id });
            builder.HasOne<Agency>().WithMany().HasForeignKey(one => one.AgencyId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<InformationRequest>().WithMany().HasForeignKey(one => one.RequestId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<InformationRequest>().WithMany().HasForeignKey(one => one.ReopenedId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<RemedyCase>().WithMany().HasForeignKey(one => one.PriorId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
