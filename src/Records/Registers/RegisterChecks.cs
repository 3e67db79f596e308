using Gongkai.Rules.Organizations;
using Gongkai.Rules.Registers;

namespace Gongkai.Records.Registers;

/// <summary>What is wrong with a row: with what it says, and whether it belongs before the public.</summary>
public static class RegisterChecks
{
    /// <summary>What does not hold together.</summary>
    /// <param name="mayMakeRules">Whether the agency may make 规章 (立法法).</param>
    /// <returns>The field's key and a sentence that says what to do.</returns>
    public static IEnumerable<(string Field, string Sentence)> Faults(RegisterRow row, DateOnly today, bool mayMakeRules)
    {
        if (row.On > today && row is not (PowerEntry or FeeEntry)) yield return ("on", "日期还没有到，请核对。");
        if (row.On != default && row.On.Year < 1949) yield return ("on", "日期早于 1949 年，请核对。");
        switch (row)
        {
            case PowerEntry { Until: { } until } when until <= row.On: yield return ("until", "取消日期应晚于列入日期。"); break;
            case FeeEntry { Until: { } until } when until <= row.On: yield return ("until", "停征日期应晚于起征日期。"); break;
            case ProcurementProject project:
                if (project.Fen < 0) yield return ("amount", "成交金额不能是负数。");
                if (project.SignedOn < project.On) yield return ("signed", "合同签订日期不能早于供应商确定日期。");
                if (project.SignedOn > today) yield return ("signed", "日期还没有到，请核对。");
                break;
            case ProcurementContract contract:
                if (contract.Fen < 0) yield return ("amount", "合同金额不能是负数。");
                if (contract.AnnouncedOn < contract.On) yield return ("announced", "公告日期不能早于合同签订日期。");
                if (contract.AnnouncedOn > today) yield return ("announced", "日期还没有到，请核对。");
                break;
            case NormativeDocument document:
                if (document.NormativeKind == NormativeKind.Rules && !mayMakeRules) yield return ("type", "规章只能由国务院部门，省、自治区、直辖市和设区的市、自治州的人民政府制定，本机关的文件请选“行政规范性文件”。");
                if (document.DisclosedOn < document.On) yield return ("disclosed", "公开日期不能早于成文日期。");
                if (document.RepealedOn < document.On) yield return ("repealed", "废止日期不能早于成文日期。");
                if (document.LapsedOn <= document.On) yield return ("lapsed", "失效日期应晚于成文日期。");
                break;
            case DecisionRow decision:
                foreach (var fault in FaultsOf(decision)) yield return fault;
                break;
        }
    }

    static IEnumerable<(string, string)> FaultsOf(DecisionRow row)
    {
        if (row.CreditCode is { } code && Gongkai.Rules.Organizations.CreditCode.Fault(code) is { } fault) yield return ("credit", fault.Reason + "。");
        if (row is { PartyKind: PartyKind.Organization, CreditCode: null, BusinessNumber: null, OrganizationCode: null, TaxNumber: null, InstitutionNumber: null, SocialNumber: null })
            yield return ("credit", "法人及非法人组织请填写统一社会信用代码；没有的填写其他任一代码。");
        if (row is { PartyKind: PartyKind.Organization, CreditCode: ['9', '2', ..] }) yield return ("partyKind", "代码以 92 开头的是个体工商户，请改选行政相对人类别。");
        if (row.AuthorityCode is { } authority && Gongkai.Rules.Organizations.CreditCode.Fault(authority) is { } wrong) yield return ("authorityCode", wrong.Reason + "。");
        if (row is { PartyKind: not PartyKind.Person, PaperNumber: not null }) yield return ("paperNumber", "只有自然人填写证件号码；单位请填写代码。");
        switch (row)
        {
            case LicenceDecision { ValidFrom: { } from, ValidUntil: { } until } when until < from: yield return ("until", "有效期至不能早于有效期自。"); break;
            case PenaltyDecision { FineFen: < 0 }: yield return ("fine", "罚款金额不能是负数。"); break;
            case PenaltyDecision { ConfiscatedFen: < 0 }: yield return ("confiscated", "金额不能是负数。"); break;
            case CoercionDecision { LiftedOn: { } lifted } when lifted < row.On: yield return ("lifted", "解除日期不能早于决定日期。"); break;
        }
    }

    /// <summary>Whether it belongs before the public at all.</summary>
    public static string? WhyNotPublic(RegisterRow row) => row switch
    {
        { VoidedAt: not null } => "这条记录已经作废。",
        DecisionRow { Overturned: { } how } => $"这个决定{how.Name}，不再公开。",
        _ when row.Kind.PublicCode is null => $"{row.Kind.Name}不在这里公开。",
        _ => null,
    };
}
