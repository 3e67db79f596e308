using Gongkai.Records.Organizations;
using Gongkai.Rules;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.Records.AnnualReports;

/// <summary>Who writes: the account, in which role, and when. A report's page tells the role; only the trail tells the name.</summary>
public sealed record Pen(Guid? Account, string Role, DateTimeOffset At);

/// <summary>An annual report in preparation; its cells, texts and notes stand beside it. It becomes one version of an <see cref="AnnualReport"/>.</summary>
public sealed partial class ReportDraft : IRecord
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public Handle Handle { get; private init; } = Handle.Next();
    public Guid AgencyId { get; private init; }
    public int Year { get; private init; }

    /// <summary>The version that it will be: 1, or one more than the version that it corrects.</summary>
    public int Version { get; private init; }

    /// <summary>The edition of the form, by the year.</summary>
    public int Edition { get; private init; }

    public DraftState State { get; private set; }
    public Guid? PreparedBy { get; private init; }
    public DateTimeOffset PreparedAt { get; private init; }

    /// <summary>更正说明, which readers see; only a correction has one.</summary>
    public string? Correction { get; private set; }

    /// <summary>Everyone who wrote in it or checked it; none of them may sign.</summary>
    public List<Guid> Hands { get; private set; } = [];

    public string? CheckedDigest { get; private set; }
    public Guid? CheckedBy { get; private set; }
    public DateTimeOffset? CheckedAt { get; private set; }

    public string? SignedDigest { get; private set; }
    public Guid? SignedBy { get; private set; }
    public DateTimeOffset? SignedAt { get; private set; }

    /// <summary>What the leader wrote when sending it back the last time (退回意见).</summary>
    public string? Opinion { get; private set; }
    public Guid? ReturnedBy { get; private set; }
    public DateTimeOffset? ReturnedAt { get; private set; }

    /// <summary>The published version that it became.</summary>
    public Guid? ReportId { get; private set; }
    public DateOnly? PublishedOn { get; private set; }

    /// <summary>What it hashed to when the supervising office had no objection (备案通过).</summary>
    public string? ClearedDigest { get; private set; }

    public ReportForm Form => ReportForm.For(Year);

    /// <summary>Begins the first version of a year's report.</summary>
    public static ReportDraft Begin(Agency agency, int year, Pen pen) => New(agency.Id, year, 1, pen);

    /// <summary>Begins the next version of a published report.</summary>
    public static ReportDraft Correcting(AnnualReport published, string? correction, Pen pen)
    {
        var draft = New(published.AgencyId, published.Year, published.Version + 1, pen);
        draft.Correction = correction;
        return draft;
    }

    /// <summary>Someone wrote in it: what was checked is no longer what stands there.</summary>
    public void Wrote(Pen pen)
    {
        if (State == DraftState.Checked) State = DraftState.Preparing;
        Touched(pen);
    }

    public void Explain(string? correction, Pen pen)
    {
        Correction = correction;
        Wrote(pen);
    }

    /// <summary>送审签.</summary>
    public void HandOver(string digest, Pen pen)
    {
        (State, CheckedDigest, CheckedBy, CheckedAt) = (DraftState.Checked, digest, pen.Account, pen.At);
        Touched(pen);
    }

    /// <summary>审签.</summary>
    public void Sign(string digest, Pen pen) => (State, SignedDigest, SignedBy, SignedAt) = (DraftState.Signed, digest, pen.Account, pen.At);

    /// <summary>退回, with an opinion. What was signed is no longer signed.</summary>
    public void Return(string opinion, Pen pen)
    {
        (State, Opinion, ReturnedBy, ReturnedAt) = (DraftState.Returned, opinion, pen.Account, pen.At);
        (SignedDigest, SignedBy, SignedAt, ClearedDigest) = (null, null, null, null);
    }

    /// <summary>备案通过.</summary>
    public void Clear(string digest) => ClearedDigest = digest;

    /// <summary>公布.</summary>
    public void Publish(AnnualReport report) => (State, ReportId, PublishedOn) = (DraftState.Published, report.Id, report.PublishedOn);

    static ReportDraft New(Guid agency, int year, int version, Pen pen)
    {
        var draft = new ReportDraft { AgencyId = agency, Year = year, Version = version, Edition = ReportForm.For(year).Edition, PreparedBy = pen.Account, PreparedAt = pen.At };
        draft.Touched(pen);
        return draft;
    }

    void Touched(Pen pen)
    {
        if (pen.Account is { } account && !Hands.Contains(account)) Hands = [.. Hands, account];
    }
}
