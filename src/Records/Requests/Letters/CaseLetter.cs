using System.Text.Json;
using System.Text.Json.Serialization;
using Gongkai.Rules.Requests;
using Gongkai.Rules.Requests.Letters;

namespace Gongkai.Records.Requests.Letters;

/// <summary>A letter of a case (文书): drafted, approved, signed, numbered, sealed and served. Only when it is served does its fact stand in the file; a decision stands there when it is signed.</summary>
public sealed partial class CaseLetter : IRecord
{
    /// <summary>The kind under which its own file and its attachments lie in the store.</summary>
    public const string FileKind = "case-letter", AttachmentKind = "case-letter-attachment";

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public Handle Handle { get; private init; } = Handle.Next();
    public required Guid AgencyId { get; init; }
    public required Guid RequestId { get; init; }
    public required RequestLetter Kind { get; init; }

    /// <summary>What the letter decides; <c>null</c> for a step on the way.</summary>
    public Outcome? Outcome { get; init; }

    public LetterState State { get; private set; }

    /// <summary>The account of whoever drafted it.</summary>
    public required Guid? AuthorId { get; init; }

    public required string AuthorName { get; init; }
    public required DateTimeOffset DraftedAt { get; init; }

    /// <summary>What it says, as it is kept.</summary>
    public string Content { get; private set; } = "{}";

    public LetterText Says { get => field ??= JsonSerializer.Deserialize<LetterText>(Content, Json)!; set => Content = JsonSerializer.Serialize(field = value, Json); }

    // What it proposes; each kind has its own.

    /// <summary>The day that it sets for whoever gets it, or to which the answer is put off.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>Working days of an extension.</summary>
    public int? Days { get; set; }

    public int? Yuan { get; set; }
    public Consultee? Consultee { get; set; }

    /// <summary>Which consultation of the case it began.</summary>
    public int? Matter { get; private set; }

    // What became of it.

    /// <summary>成文日期: the day of the signature.</summary>
    public DateOnly? SignedOn { get; private set; }

    public string? SignedByName { get; private set; }

    /// <summary>发文字号.</summary>
    public string? Number { get; private set; }

    /// <summary>The file that went out, in the store; whoever gets the letter gets this one.</summary>
    public Guid? FileId { get; private set; }

    /// <summary>The version of the template that it was written with.</summary>
    public Guid? TemplateId { get; private set; }

    /// <summary>核验码: printed on the letter; who has it can see whether the letter is real.</summary>
    public string VerificationCode { get; private init; } = QueryCode.Next();

    /// <summary>用印登记: which seal, how many copies, when and by whose hand.</summary>
    public string? SealName { get; private set; }

    public int? Copies { get; private set; }
    public DateTimeOffset? SealedAt { get; private set; }
    public string? SealedByName { get; private set; }

    /// <summary>The message in the outbox with which it is on its way; served only when that has gone out.</summary>
    public Guid? SendingId { get; private set; }

    /// <summary>The day on which it was handed over, posted or sent.</summary>
    public DateOnly? ServedOn { get; private set; }

    public Service? ServedBy { get; private set; }

    /// <summary>挂号或者特快专递单号.</summary>
    public string? PostNumber { get; private set; }

    /// <summary>The day on which it reached whom it was for.</summary>
    public DateOnly? ReachedOn { get; private set; }

    public string? VoidReason { get; private set; }

    /// <summary>Its step forward or back.</summary>
    public void Move(LetterState state) => State = state;

    public void Sign(DateOnly on, string by) => (State, SignedOn, SignedByName) = (LetterState.Signed, on, by);

    /// <summary>Gets its number, where it bears one, and the file that goes out.</summary>
    public void Issue(string? number, Guid template, Guid file) => (State, Number, TemplateId, FileId) = (LetterState.Numbered, number, template, file);

    /// <summary>The corrected file that came back from the word processor takes the place of the first; the number stays.</summary>
    public void Replace(Guid file) => FileId = file;

    public void Stamp(string seal, int copies, DateTimeOffset at, string by) => (State, SealName, Copies, SealedAt, SealedByName) = (LetterState.Sealed, seal, copies, at, by);

    public void Serve(DateOnly on, Service by, string? postNumber) => (State, ServedOn, ServedBy, PostNumber, ReachedOn, SendingId) = (LetterState.Served, on, by, postNumber, by is Service.ByPost ? null : on, null);

    /// <summary>It goes out by mail; whether it went, the outbox knows.</summary>
    public void Send(Guid message) => SendingId = message;

    /// <summary>It did not go out, or is to be served otherwise.</summary>
    public void Stay() => SendingId = null;

    public void Reach(DateOnly on) => ReachedOn = on;

    public void Begin(int matter) => Matter = matter;

    public void Void(string reason) => (State, VoidReason) = (LetterState.Void, reason);
}
