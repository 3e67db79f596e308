using Gongkai.Rules.Requests;

namespace Gongkai.Records.Requests;

/// <summary>A request for government information (政府信息公开申请). What happened stands in its <see cref="CaseFile"/>; the columns below only repeat it, so that a query can see it.</summary>
public sealed partial class InformationRequest : IRecord
{
    /// <summary>A list shows no more of what is wanted.</summary>
    public const int LongestSubject = 200, LongestWanted = 4000;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public Handle Handle { get; private init; } = Handle.Next();
    public required Guid AgencyId { get; init; }

    /// <summary>收件编号: the day and the how many-th of it, such as 2026092100012; once in an agency, and no key to anything.</summary>
    public required string Number { get; init; }

    public required Channel Channel { get; init; }
    public required ApplicantKind Kind { get; init; }

    /// <summary>The applicant's name as a list may show it, such as 阿**; <c>null</c> when it was erased.</summary>
    public string? MaskedName { get; private set; }

    /// <summary>A keyed hash of the identity number, by which two requests of the same applicant are known (同一申请人).</summary>
    public string? IdentityMark { get; private set; }

    /// <summary>A keyed hash of number and query code (查询码); the code itself is nowhere.</summary>
    public string? CodeMark { get; set; }

    public required Wanted Wanted { get; set; }

    // What the file says.

    public DateOnly? SubmittedOn { get; private set; }

    /// <summary>收到申请之日.</summary>
    public DateOnly? ReceivedOn { get; private set; }

    /// <summary>When the answer is due; none while it is not received, or while the applicant has to act.</summary>
    public DateOnly? Due { get; private set; }

    /// <summary>By when someone has to look at it again: the due day, or the end of what it waits for. Work lists are in this order.</summary>
    public DateOnly? ActBy { get; private set; }

    public Awaiting Awaits { get; private set; }
    public Stage Stage { get; private set; }
    public Outcome? Outcome { get; private set; }

    /// <summary>Answered in law, or withdrawn: the year of this day is the year of the result.</summary>
    public DateOnly? EndedOn { get; private set; }

    /// <summary>Answered after it was due (逾期答复).</summary>
    public bool Late { get; private set; }

    public bool Extended { get; private set; }
    public bool Corrected { get; private set; }

    // Whose it is inside the agency.

    /// <summary>承办科室; none: not routed yet.</summary>
    public Guid? DepartmentId { get; private set; }

    /// <summary>The day that the department was given (内部时限).</summary>
    public DateOnly? DepartmentDue { get; private set; }

    /// <summary>承办人.</summary>
    public Guid? HandlerId { get; set; }

    /// <summary>Only who may see restricted cases sees it (限制查阅).</summary>
    public bool Restricted { get; set; }

    // Its relations.

    /// <summary>Split off from another one (一事一申请的拆分).</summary>
    public Guid? ParentId { get; init; }

    /// <summary>Handles anew what a decision on reconsideration or a judgment ordered; no table counts it again (重新办理).</summary>
    public Guid? ReopensId { get; init; }

    /// <summary>Filled in by the clerk, since writing was really hard for the applicant (art. 29: 口头提出).</summary>
    public bool FiledByClerk { get; init; }

    /// <summary>Nobody at the office confirmed it in time, so the program did (系统自动确认).</summary>
    public bool ConfirmedByProgram { get; set; }

    /// <summary>What reading, seeing or hearing needs (art. 43).</summary>
    public string? Assistance { get; set; }

    /// <summary>Takes on what the clock says now.</summary>
    internal void Follow(Clock clock)
    {
        (SubmittedOn, ReceivedOn, Due, Awaits, Stage) = (clock.SubmittedOn, clock.ReceivedOn, clock.Due, clock.Awaits, clock.Stage);
        ActBy = clock.Ended ? null : clock.Due is { } due && clock.Awaits is not Awaiting.Consultation ? due : clock.AwaitsUntil ?? clock.Due ?? clock.SubmittedOn;
        (Outcome, EndedOn, Late) = (clock.Outcome, clock.EndedOn, clock.Late);
        (Extended, Corrected) = (clock.Extended, clock.CorrectedOn is not null);
    }

    internal void Lie(Guid? department, DateOnly? until)
    {
        if (department != DepartmentId) HandlerId = null;
        (DepartmentId, DepartmentDue) = (department, until);
    }

    internal void Know(string? maskedName, string? identityMark) => (MaskedName, IdentityMark) = (maskedName, identityMark);
}

/// <summary>What is wanted, and how (art. 29, 40): the name, the number or another description, and the form.</summary>
public sealed class Wanted
{
    /// <summary>信息名称.</summary>
    public string? Name { get; set; }

    /// <summary>文号.</summary>
    public string? DocumentNumber { get; set; }

    /// <summary>其他特征性描述.</summary>
    public string? Description { get; set; }

    /// <summary>用途; never asked for by law.</summary>
    public string? Purpose { get; set; }

    /// <summary>指定提供方式.</summary>
    public Provision Provision { get; set; } = Provision.Electronic;

    /// <summary>获取信息的方式.</summary>
    public Delivery Delivery { get; set; } = Delivery.Download;

    /// <summary>也可接受其他方式.</summary>
    public bool OtherwiseToo { get; set; }

    /// <summary>As one text, for letters and lists.</summary>
    public string Text => string.Join("，", new[] { Name, DocumentNumber, Description }.Where(part => !string.IsNullOrWhiteSpace(part)));
}
