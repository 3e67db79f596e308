using Gongkai.Records.Organizations;
using Gongkai.Rules;
using Gongkai.Rules.Registers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Registers;

/// <summary>A row of one of the registers: what all of them share. Each kind has its own table; why they share a base stands in decision 0073.</summary>
public abstract class RegisterRow : IRecord
{
    /// <summary>How long a line and a paragraph of a row may be.</summary>
    public const int LongestNumber = 100, LongestTitle = 300, LongestText = 4000;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public Handle Handle { get; private init; } = Handle.Next();
    public required Guid AgencyId { get; init; }
    public Guid? DepartmentId { get; set; }

    /// <summary>编号、文号: what people call the row by.</summary>
    public string Number { get; set; } = "";

    /// <summary>What it is about, without names of persons.</summary>
    public string Title { get; set; } = "";

    /// <summary>The day by which it counts: of the decision, of the list's change, of the supplier's determination.</summary>
    public DateOnly On { get; set; }

    public string? Remark { get; set; }
    public RowState State { get; private set; }

    /// <summary>公开期限; moves with the calendar while it is not public.</summary>
    public DateOnly? PublishBy { get; private set; }

    /// <summary>公示截止: the last day on which it is public; <c>null</c>: without end.</summary>
    public DateOnly? PublicUntil { get; private set; }

    /// <summary>It first became public after that day (逾期公开): kept, since a calendar that changes later changes nothing about it.</summary>
    public bool Late { get; private set; }

    /// <summary>When it became public; a row that was taken down and comes again keeps its first time in the trail.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>撤下的理由, which the public reads (处罚法第四十八条: 公开说明理由).</summary>
    public string? WithdrawnWhy { get; private set; }

    /// <summary>不予公开的理由.</summary>
    public string? WithheldWhy { get; private set; }

    /// <summary>作废: it was never one, and counts nowhere.</summary>
    public DateTimeOffset? VoidedAt { get; private set; }

    public string? VoidedWhy { get; private set; }

    /// <summary>The batch in which it is reviewed, or was last.</summary>
    public Guid? BatchId { get; private set; }

    /// <summary>Everyone who wrote in it; none of them reviews it.</summary>
    public List<Guid> Hands { get; private set; } = [];

    public abstract RegisterKind Kind { get; }

    /// <summary>What a list calls it.</summary>
    public virtual string Words => Number.Length > 0 ? Number : Title;

    /// <summary>Counts its days anew: after an entry, a change, another calendar.</summary>
    public void Recount(IReadOnlyList<RegisterTerms> set, WorkingCalendar calendar)
    {
        var terms = RegisterTerms.On(On, set);
        if (State is not RowState.Published) PublishBy = Kind.PublicCode is null ? null : RegisterClock.PublishBy(Kind, On, terms, calendar);
        PublicUntil = LastPublicDay(terms);
    }

    /// <summary>Until when it may stay public; without end unless it is a decision about someone.</summary>
    protected virtual DateOnly? LastPublicDay(RegisterTerms terms) => null;

    /// <summary>Someone wrote in it: what was decided about its publication is open again.</summary>
    public void Wrote(Guid? account)
    {
        if (account is { } hand && !Hands.Contains(hand)) Hands = [.. Hands, hand];
        if (State is RowState.Withheld or RowState.Withdrawn) (State, WithheldWhy) = (RowState.Kept, null);
    }

    /// <summary>送审, in a batch.</summary>
    /// <exception cref="InvalidOperationException">The rules stand in the way.</exception>
    internal void Submit(Guid batch)
    {
        if (State.ToSubmitting is { } impediment) throw new InvalidOperationException(impediment.Reason);
        (State, BatchId) = (RowState.InReview, batch);
    }

    /// <summary>退回, out of a batch.</summary>
    internal void Return() => (State, BatchId) = (RowState.Kept, null);

    /// <summary>公开, after the whole review of its batch.</summary>
    /// <exception cref="InvalidOperationException">The review was of other rows.</exception>
    public void Publish(PassedBatch proof, DateTimeOffset at)
    {
        if (!proof.Covers(this) || State != RowState.InReview) throw new InvalidOperationException("This row is not of the batch that passed.");
        if (PublishedAt is null) Late = PublishBy is { } last && at.DayAtOffice > last;
        (State, PublishedAt, WithdrawnAt, WithdrawnWhy) = (RowState.Published, at, null, null);
    }

    /// <summary>撤下.</summary>
    public void Withdraw(DateTimeOffset at, string why) => (State, WithdrawnAt, WithdrawnWhy) = (RowState.Withdrawn, at, why);

    /// <summary>不予公开.</summary>
    public void Withhold(string why) => (State, WithheldWhy) = (RowState.Withheld, why);

    /// <summary>作废.</summary>
    public void Void(DateTimeOffset at, string why) => (VoidedAt, VoidedWhy) = (at, why);

    /// <summary>The mapping of what all share.</summary>
    protected static void Map<T>(EntityTypeBuilder<T> builder, string table) where T : RegisterRow
    {
        builder.ToTable(table);
        builder.Ignore(row => row.Kind);
        builder.Ignore(row => row.Words);
        builder.Property(row => row.Number).HasMaxLength(LongestNumber);
        builder.Property(row => row.Title).HasMaxLength(LongestTitle);
        builder.Property(row => row.Remark).HasMaxLength(LongestText);
        builder.Property(row => row.WithdrawnWhy).HasMaxLength(500);
        builder.Property(row => row.WithheldWhy).HasMaxLength(500);
        builder.Property(row => row.VoidedWhy).HasMaxLength(500);
        builder.HasIndex(row => row.Handle).IsUnique();
        builder.HasIndex(row => new { row.AgencyId, row.Number });
        // The public's search over all agencies; in the order of code points on both stores.
        builder.HasIndex(row => new { row.Number, row.Id });
        // The office's list and the year's count; the portal's list over all agencies, and of one.
        builder.HasIndex(row => new { row.AgencyId, row.On, row.Id });
        builder.HasIndex(row => new { row.State, row.On, row.Id });
        builder.HasIndex(row => new { row.AgencyId, row.State, row.On, row.Id });
        builder.HasIndex(row => new { row.PublishBy, row.Id });
        builder.HasIndex(row => row.BatchId);
        builder.HasOne<Agency>().WithMany().HasForeignKey(row => row.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<DisclosureBatch>().WithMany().HasForeignKey(row => row.BatchId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Department>().WithMany().HasForeignKey(row => row.DepartmentId).OnDelete(DeleteBehavior.Restrict);
    }
}
