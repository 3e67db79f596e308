using Gongkai.Records.Trail;
using Gongkai.Rules;
using Gongkai.Rules.Access;
using Gongkai.Rules.Registers;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Registers;

/// <summary>A decision about someone (行政相对人): a licence, a penalty, a coercion. Who that is stands here; numbers of papers are sealed.</summary>
public abstract class DecisionRow : RegisterRow
{
    /// <summary>行政相对人名称, whole; for the office and the exchange.</summary>
    public string PartyName { get; private set; } = "";

    /// <summary>The name as the public reads it: of a natural person masked.</summary>
    public string ShownName { get; private set; } = "";

    public PartyKind PartyKind { get; private set; }
    public string? CreditCode { get; set; }
    public string? BusinessNumber { get; set; }
    public string? OrganizationCode { get; set; }
    public string? TaxNumber { get; set; }
    public string? InstitutionNumber { get; set; }
    public string? SocialNumber { get; set; }
    public string? LegalPerson { get; set; }
    public string? LegalPersonPaper { get; set; }
    public Sealed? LegalPersonNumber { get; set; }
    public string? Paper { get; set; }
    public Sealed? PaperNumber { get; set; }
    public string? Authority { get; set; }
    public string? AuthorityCode { get; set; }
    public string? Source { get; set; }
    public string? SourceCode { get; set; }

    public Overturning? Overturned { get; private set; }
    public DateOnly? OverturnedOn { get; private set; }

    /// <summary>撤下期限: set where it was public when it fell.</summary>
    public DateOnly? TakeDownBy { get; private set; }

    /// <summary>Names the party; what the public reads follows.</summary>
    public void Name(string name, PartyKind kind) =>
        (PartyName, PartyKind, ShownName) = (name, kind, kind == PartyKind.Person && !name.Contains('*', StringComparison.Ordinal) ? Mask.Name(name) : name);

    /// <summary>It fell (被撤销、变更、确认违法或者无效).</summary>
    public void Overturn(Overturning how, DateOnly on, WorkingCalendar calendar) =>
        (Overturned, OverturnedOn, TakeDownBy) = (how, on, State == RowState.Published ? RegisterClock.TakeDownBy(on, calendar) : null);

    /// <summary>Counts the day of taking down anew.</summary>
    public void RecountTakeDown(WorkingCalendar calendar)
    {
        if (State == RowState.Published && OverturnedOn is { } on) TakeDownBy = RegisterClock.TakeDownBy(on, calendar);
    }

    /// <summary>A text of the row as the public reads it: the name of a natural person masked wherever it stands.</summary>
    public string? Shown(string? text) => text is null || PartyKind != PartyKind.Person || PartyName.Length < 2 ? text : text.Replace(PartyName, ShownName, StringComparison.Ordinal);

    protected override DateOnly? LastPublicDay(RegisterTerms terms) => RegisterClock.PublicUntil(On, PartyKind, terms);

    protected static void MapDecision<T>(EntityTypeBuilder<T> builder, string table) where T : DecisionRow
    {
        Map(builder, table);
        // The party may be a natural person, the legal representative is one, and what is told of them names them.
        builder.Property(row => row.Remark).IsPersonal();
        builder.Property(row => row.PartyName).HasMaxLength(200).IsPersonal();
        builder.Property(row => row.LegalPerson).HasMaxLength(100).IsPersonal();
        builder.Property(row => row.ShownName).HasMaxLength(200);
        foreach (var name in (string[])[nameof(CreditCode), nameof(BusinessNumber), nameof(OrganizationCode), nameof(TaxNumber), nameof(InstitutionNumber), nameof(SocialNumber), nameof(LegalPersonPaper), nameof(Paper), nameof(AuthorityCode), nameof(SourceCode)])
            builder.Property(name).HasMaxLength(64);
        builder.Property(row => row.Authority).HasMaxLength(200);
        builder.Property(row => row.Source).HasMaxLength(200);
        builder.HasIndex(row => new { row.AgencyId, row.ShownName });
        builder.HasIndex(row => new { row.ShownName, row.Id });
        builder.HasIndex(row => new { row.TakeDownBy, row.Id });
    }
}
