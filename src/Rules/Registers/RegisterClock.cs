namespace Gongkai.Rules.Registers;

/// <summary>By when a row is public, by when it is taken down, and until when it stays.</summary>
public static class RegisterClock
{
    // 属于主动公开范围的政府信息，应当自该政府信息形成或者变更之日起20个工作日内及时公开。
    /// <summary>In working days.</summary>
    [Law(Statute.Regulation, "26")]
    public const int GeneralTerm = 20;

    // 公开的行政处罚决定被依法变更、撤销、确认违法或者确认无效的，行政机关应当在三日内撤回行政处罚决定信息并公开说明理由。
    // 本法中“二日”“三日”“五日”“七日”的规定是指工作日，不含法定节假日。
    /// <summary>In working days.</summary>
    [Law(Statute.PenaltyLaw, "48"), Law(Statute.PenaltyLaw, "85")]
    public const int TakeDownTerm = 3;

    // 采购人或者采购代理机构应当自中标、成交供应商确定之日起2个工作日内……公告中标、成交结果; 采购人应当自政府采购合同签订之日起2个工作日内……公告。
    /// <summary>In working days.</summary>
    [Law(Statute.ProcurementRules, "43"), Law(Statute.ProcurementRules, "50")]
    public const int ProcurementTerm = 2;

    /// <summary>The last day for publishing a row, itself included: of a licence or a penalty the shorter of the local term and art. 26. A decision of Monday 2026-03-02, 7 working days: 2026-03-11.</summary>
    /// <param name="on">The decision, the supplier's determination, the contract's signature; it is not counted.</param>
    [Law(Statute.Regulation, "26"), Law(Statute.LicensingLaw, "40"), Law(Statute.PenaltyLaw, "48")]
    public static DateOnly PublishBy(RegisterKind kind, DateOnly on, RegisterTerms terms, WorkingCalendar calendar) => kind switch
    {
        RegisterKind.Licence or RegisterKind.Penalty => Shorter(calendar.Add(on, terms.PublishWithin), calendar.Add(on, GeneralTerm)),
        RegisterKind.Procurement or RegisterKind.Contract => Shorter(calendar.Add(on, ProcurementTerm), calendar.Add(on, GeneralTerm)),
        RegisterKind.Power or RegisterKind.Coercion or RegisterKind.Service or RegisterKind.Fee or RegisterKind.Receipt or RegisterKind.Normative => calendar.Add(on, GeneralTerm),
    };

    /// <summary>The last day for taking a decision down that fell on a day. The law speaks of penalties; we hold licences to it too.</summary>
    [Law(Statute.PenaltyLaw, "48")]
    public static DateOnly TakeDownBy(DateOnly overturnedOn, WorkingCalendar calendar) => calendar.Add(overturnedOn, TakeDownTerm);

    /// <summary>The last day on which a decision stays public, itself included; a licence stays while it is valid, and a penalty's own end of publicity (公示截止期) comes first.</summary>
    /// <param name="validUntil">有效期至 of a licence.</param>
    /// <param name="end">公示截止期, where the decision has one.</param>
    public static DateOnly PublicUntil(DateOnly on, PartyKind party, RegisterTerms terms, DateOnly? validUntil = null, DateOnly? end = null)
    {
        var years = party == PartyKind.Person ? terms.YearsPublicOfPersons : terms.YearsPublic;
        var last = on.Year + years > DateOnly.MaxValue.Year ? DateOnly.MaxValue : on.AddYears(years);
        if (validUntil > last) last = validUntil.Value;
        return end < last ? end.Value : last;
    }

    static DateOnly Shorter(DateOnly one, DateOnly other) => one < other ? one : other;
}
