using System.Text.Json.Serialization;

namespace Gongkai.Rules.Requests;

/// <summary>One dated fact in the file (案卷) of a request. The file only grows; when the answer is due, and where the case stands, is read from it.</summary>
/// <remarks>A day is that on which the fact took effect in law (a letter: sent, reached or answered), not that on which somebody wrote it down.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "fact")]
[JsonDerivedType(typeof(Submitted), "submitted")]
[JsonDerivedType(typeof(Received), "received")]
[JsonDerivedType(typeof(CorrectionAsked), "correction-asked")]
[JsonDerivedType(typeof(Corrected), "corrected")]
[JsonDerivedType(typeof(Consulted), "consulted")]
[JsonDerivedType(typeof(ConsultationReached), "consultation-reached")]
[JsonDerivedType(typeof(ConsultationAnswered), "consultation-answered")]
[JsonDerivedType(typeof(Extended), "extended")]
[JsonDerivedType(typeof(ReasonsAsked), "reasons-asked")]
[JsonDerivedType(typeof(ReasonsGiven), "reasons-given")]
[JsonDerivedType(typeof(Deferred), "deferred")]
[JsonDerivedType(typeof(FeeNoticed), "fee-noticed")]
[JsonDerivedType(typeof(FeePaid), "fee-paid")]
[JsonDerivedType(typeof(Routed), "routed")]
[JsonDerivedType(typeof(Returned), "returned")]
[JsonDerivedType(typeof(Decided), "decided")]
[JsonDerivedType(typeof(Answered), "answered")]
[JsonDerivedType(typeof(Withdrawn), "withdrawn")]
[JsonDerivedType(typeof(Filed), "filed")]
public abstract record CaseFact
{
    private CaseFact(DateOnly on) => On = on;

    public DateOnly On { get; }

    /// <summary>It was handed in, but is not yet received in law: a form waits for confirmation, a plain letter for the telephone call (已提交待确认).</summary>
    public sealed record Submitted(DateOnly On) : CaseFact(On);

    /// <summary>收到申请之日.</summary>
    public sealed record Received(DateOnly On) : CaseFact(On);

    /// <summary>补正告知: all points at once.</summary>
    /// <param name="Until">The last day of the term for correcting it, inclusive.</param>
    public sealed record CorrectionAsked(DateOnly On, DateOnly Until) : CaseFact(On);

    /// <summary>The corrected request arrived (补正).</summary>
    public sealed record Corrected(DateOnly On) : CaseFact(On);

    /// <summary>征求意见书发出.</summary>
    /// <param name="Matter">Which consultation of this case; its answer names the same.</param>
    /// <param name="Until">The day by which an answer is asked for; <c>null</c> where the law gives the term.</param>
    public sealed record Consulted(DateOnly On, int Matter, Consultee With, DateOnly? Until = null) : CaseFact(On);

    /// <summary>They have the letter; their term begins.</summary>
    public sealed record ConsultationReached(DateOnly On, int Matter) : CaseFact(On);

    public sealed record ConsultationAnswered(DateOnly On, int Matter, Stance Stance) : CaseFact(On);

    /// <summary>延期答复告知: approved, and told to the applicant on this day.</summary>
    /// <param name="Days">Working days, 20 at most.</param>
    public sealed record Extended(DateOnly On, int Days = 20) : CaseFact(On);

    /// <summary>说明理由告知 (art. 35).</summary>
    public sealed record ReasonsAsked(DateOnly On, DateOnly Until) : CaseFact(On);

    public sealed record ReasonsGiven(DateOnly On) : CaseFact(On);

    /// <summary>延迟答复 of excessive requests with good reasons (art. 35): told to the applicant on this day.</summary>
    public sealed record Deferred(DateOnly On, DateOnly Until) : CaseFact(On);

    /// <summary>The applicant received the notice of the fee (收费通知).</summary>
    public sealed record FeeNoticed(DateOnly On, int Yuan = 0) : CaseFact(On);

    public sealed record FeePaid(DateOnly On) : CaseFact(On);

    /// <summary>分办: to a department, which has it until a day of its own.</summary>
    public sealed record Routed(DateOnly On, Guid Department, DateOnly Until) : CaseFact(On);

    /// <summary>退回分办: the department says that it is not theirs.</summary>
    public sealed record Returned(DateOnly On, Guid Department) : CaseFact(On);

    /// <summary>审签: what will be answered.</summary>
    public sealed record Decided(DateOnly On, Outcome Outcome) : CaseFact(On);

    /// <summary>The answer is complete in law: signed for, posted or sent (答复完成).</summary>
    public sealed record Answered(DateOnly On, Service By) : CaseFact(On);

    public sealed record Withdrawn(DateOnly On) : CaseFact(On);

    /// <summary>归档.</summary>
    public sealed record Filed(DateOnly On) : CaseFact(On);
}

/// <summary>Who is asked for an opinion (征求意见): their silence means different things.</summary>
public enum Consultee
{
    /// <summary>第三方 (art. 32): silent, the agency decides itself.</summary>
    ThirdParty,

    /// <summary>共同制作机关 (art. 34): silent, it consents.</summary>
    JointMaker,

    /// <summary>其他行政机关 (art. 33 (3)): no term in law.</summary>
    OtherAgency,
}

/// <summary>What they answered.</summary>
public enum Stance { Consents, ObjectsWithReason, ObjectsWithoutReason }

/// <summary>How the answer was served (送达方式), which fixes the day of its completion.</summary>
public enum Service
{
    /// <summary>直接送达: the day of the signature.</summary>
    ByHand,

    /// <summary>邮寄送达 by the postal enterprise: the day of posting.</summary>
    ByPost,

    /// <summary>电子送达: the day of sending to the address that the applicant chose.</summary>
    Electronically,
}
