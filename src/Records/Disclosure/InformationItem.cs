using Gongkai.Rules;
using Gongkai.Rules.Disclosure;

namespace Gongkai.Records.Disclosure;

/// <summary>A piece of government information (政府信息) that is or shall be disclosed. What stands in its row is what the public sees; before that, what its first draft says.</summary>
public sealed partial class InformationItem : IRecord
{
    /// <summary>The kind under which its attachments lie in the store.</summary>
    public const string AttachmentKind = "item-attachment";

    /// <summary>The kind of files as they were uploaded, where something was taken out of what is published; nobody outside gets them.</summary>
    public const string OriginalKind = "item-original";

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }

    /// <summary>What stands for it in addresses.</summary>
    public Handle Handle { get; private init; } = Handle.Next();

    public required Guid AgencyId { get; init; }
    public Guid ColumnId { get; private set; }

    /// <summary>The entry of the catalogue that asks for it.</summary>
    public Guid? EntryId { get; private set; }

    public Guid? DepartmentId { get; private set; }

    /// <summary>索引号: given when it is first disclosed, and never changed.</summary>
    public string? IndexNumber { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>文号.</summary>
    public string? DocumentNumber { get; private set; }

    /// <summary>发文机关, or whoever made it.</summary>
    public string Issuer { get; private set; } = "";

    /// <summary>内容概述.</summary>
    public string? Summary { get; private set; }

    /// <summary>关键词, separated by 、.</summary>
    public string? Keywords { get; private set; }

    /// <summary>主题分类.</summary>
    public string? Topic { get; private set; }

    public Genre Genre { get; private set; }

    /// <summary>成文日期、生成日期: the day on which it was formed or changed, from which its term runs.</summary>
    public DateOnly FormedOn { get; private set; }

    /// <summary>实施日期.</summary>
    public DateOnly? EffectiveOn { get; private set; }

    /// <summary>The last day on which it binds (有效期至).</summary>
    public DateOnly? EndsOn { get; private set; }

    public DisclosureAttribute Attribute { get; private set; }

    /// <summary>As it was marked; what holds on a day is <see cref="Validities.On"/>.</summary>
    public Validity Validity { get; private set; }

    /// <summary>废止、失效日期, and why.</summary>
    public DateOnly? EndedOn { get; private set; }

    public string? EndedWhy { get; private set; }

    public ItemState State { get; private set; }

    /// <summary>The last day on which it must be disclosed.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>It was first disclosed after that day (逾期公开): kept, since a calendar that changes later changes nothing about it.</summary>
    public bool Late { get; private set; }

    /// <summary>When it was first disclosed (发布时间): written by the program, and never again.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>When the public last saw it change: its newest version, its withdrawal, its validity. What others fetch anew.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>The version that the public sees.</summary>
    public int Version { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Why it was withdrawn: all that its address still says.</summary>
    public string? WithdrawnWhy { get; private set; }

    /// <summary>Its last day by a changed calendar or a changed entry of the catalogue, while it is not public yet.</summary>
    internal void Recount(DateOnly due)
    {
        if (State is ItemState.Prepared) DueOn = due;
    }

    /// <summary>Takes what a draft says, while the public knows nothing of it.</summary>
    public void Prepare(ItemContent content, DateOnly? due)
    {
        if (State is not ItemState.Prepared) throw new InvalidOperationException("What the public sees changes by publication alone.");
        Take(content);
        DueOn = due;
    }

    /// <summary>Goes before the public as a version that passed its review.</summary>
    /// <param name="review">The proof that it did.</param>
    /// <param name="indexNumber">Given the first time.</param>
    internal void Publish(PassedReview review, string? indexNumber, DateTimeOffset at)
    {
        if (State is ItemState.Withdrawn) throw new InvalidOperationException("What was withdrawn comes back as a new item.");
        if (review.ItemId != Id) throw new InvalidOperationException("The review is of another item.");
        if (PublishedAt is null) Late = DueOn is { } due && at.DayAtOffice > due;
        Take(review.Content);
        (State, IndexNumber, PublishedAt, ChangedAt, Version) = (ItemState.Published, IndexNumber ?? indexNumber, PublishedAt ?? at, at, review.Version);
    }

    /// <summary>Is taken from the public.</summary>
    internal void Withdraw(string why, DateTimeOffset at)
    {
        if (State is not ItemState.Published) throw new InvalidOperationException("Only what is public can be withdrawn.");
        (State, WithdrawnWhy, WithdrawnAt, ChangedAt) = (ItemState.Withdrawn, why, at, at);
    }

    /// <summary>A document's validity changes though its text does not (清理).</summary>
    internal void Mark(Validity validity, DateOnly? on, string? why, DateTimeOffset at) => (Validity, EndedOn, EndedWhy, ChangedAt) = (validity, on, why, at);

    void Take(ItemContent content)
    {
        (ColumnId, EntryId, DepartmentId) = (content.ColumnId, content.EntryId, content.DepartmentId);
        (Title, DocumentNumber, Issuer, Summary, Keywords, Topic) = (content.Title, content.DocumentNumber, content.Issuer, content.Summary, content.Keywords, content.Topic);
        (Genre, FormedOn, EffectiveOn, EndsOn, Attribute) = (content.Genre, content.FormedOn, content.EffectiveOn, content.EndsOn, content.Attribute);
        // What was cleaned up stays so: a corrected text does not bring a repealed document back.
        if (!Validity.IsOver) Validity = content.Validity;
    }
}
