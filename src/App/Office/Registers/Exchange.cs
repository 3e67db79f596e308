using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Organizations;
using Gongkai.Records.Registers;
using Gongkai.Rules;
using Gongkai.Rules.Registers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Registers;

/// <summary>Which rows of a register go to the credit platform (双公示), in its fields and their order, and which do not, with the reason.</summary>
/// <param name="From">The first day of decision, and the last one: both included.</param>
/// <param name="Since">Only what changed since the beginning of this day; <c>null</c>: everything of the period.</param>
public sealed record Exchange(RegisterKind Kind, DateOnly From, DateOnly Until, DateOnly? Since)
{
    /// <summary>More rows are exchanged in several periods.</summary>
    public const int Most = 20_000;

    /// <summary>The registers that are exchanged.</summary>
    public static IReadOnlyList<RegisterKind> Kinds { get; } = [RegisterKind.Licence, RegisterKind.Penalty];

    /// <summary>A row, and why it does not go out.</summary>
    public sealed record Refused(DecisionRow Row, string Why);

    /// <summary>The fields of the exchange: those that have a name there.</summary>
    public IReadOnlyList<RegisterField> Fields => [.. RegisterFields.Of(Kind).Where(one => one.Code is not null)];

    /// <summary>The heading of a field in words: a code of the party with its number (行政相对人代码_1).</summary>
    public static string HeadingOf(RegisterField field) => field.Older.FirstOrDefault(older => older.StartsWith("行政相对人代码_", StringComparison.Ordinal) && older.Contains(field.Label, StringComparison.Ordinal)) ?? (field.Code == "bz" ? "备注" : field.Label);

    /// <summary>The rows of the period that go out, and those that do not.</summary>
    /// <param name="whole">With whole names and numbers of papers, as the platform takes them; otherwise as the public reads them.</param>
    public async Task<(IReadOnlyList<DecisionRow> Rows, IReadOnlyList<Refused> Refused, bool More)> Read(Store store, Guid agency, bool whole)
    {
        var asked = store.Decisions(Kind)!.AsNoTracking().OfAgency(agency).Where(row => row.On >= From && row.On <= Until);
        // What is public is as it was when it became so; a row that never was has no such day, and is named.
        if (Since?.StartAtOffice is { } since) asked = asked.Where(row => row.PublishedAt == null || row.PublishedAt >= since || row.WithdrawnAt >= since || row.VoidedAt >= since);
        var read = await asked.OrderBy(row => row.On).ThenBy(row => row.Number).ThenBy(row => row.Id).Take(Most + 1).ToListAsync();
        List<DecisionRow> rows = [];
        List<Refused> refused = [];
        foreach (var row in read.Take(Most))
            if (WhyNot(row, whole) is { } why) refused.Add(new(row, why));
            else rows.Add(row);
        return (rows, refused, read.Count > Most);
    }

    /// <summary>Why a row does not go out, or <c>null</c>.</summary>
    public string? WhyNot(DecisionRow row, bool whole)
    {
        if (row.VoidedAt is not null) return row.PublishedAt is null ? "已作废" : "已作废，曾经公开，请在信用平台上撤销";
        if (row is PenaltyDecision { Procedure: PenaltyProcedure.Simple }) return "简易程序的处罚不报送";
        if (row.Overturned is { } how) return $"决定{how.Name}{(row.PublishedAt is null ? "" : "，曾经公开，请在信用平台上撤销")}";
        if (row.State == RowState.Withheld) return $"不予公开：{row.WithheldWhy}";
        if (row.State == RowState.Withdrawn) return $"已撤下：{row.WithdrawnWhy}，请在信用平台上撤销";
        if (row.State != RowState.Published) return "还没有审核公开，请先送审";
        if (row is { PartyKind: PartyKind.Person, PaperNumber: null } && whole) return "没有登记证件号码，信用平台要求填写";
        if (row is { PartyKind: PartyKind.Organization or PartyKind.SoleTrader, CreditCode: null, BusinessNumber: null, OrganizationCode: null, TaxNumber: null, InstitutionNumber: null, SocialNumber: null }) return "没有登记统一社会信用代码或者其他代码";
        if (Fields.FirstOrDefault(field => field.Must && field.Typed(row) is null) is { } missing) return $"没有填写{missing.Label}";
        foreach (var (_, sentence) in RegisterLeaks.In(row)) return sentence;
        return null;
    }

    /// <summary>A row in the order of the fields.</summary>
    /// <param name="open">Opens a sealed number; <c>null</c>: the row goes out as the public reads it.</param>
    public IReadOnlyList<Cell> CellsOf(DecisionRow row, (string Name, string? Code) agency, Func<Sealed, string>? open) =>
    [
        .. from field in Fields
           select field.Key switch
           {
               // 不填按本机关.
               "authority" or "source" when field.Typed(row) is null => agency.Name,
               "authorityCode" or "sourceCode" when field.Typed(row) is null => agency.Code,
               _ when field.Read(row) is Sealed hidden => (Cell)(open?.Invoke(hidden)),
               "legalPerson" or "legalPersonPaper" or "paper" or "remark" when open is null => "",
               _ => field.Read(row) switch { DateOnly day => day, decimal number => number, _ => open is null ? row.Shown(field.Key == "party" ? row.ShownName : field.Typed(row)) : field.Typed(row) },
           },
    ];
}
