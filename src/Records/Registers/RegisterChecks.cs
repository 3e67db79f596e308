using System.Text.RegularExpressions;
using Gongkai.Rules.Organizations;
using Gongkai.Rules.Registers;

namespace Gongkai.Records.Registers;

/// <summary>What is wrong with a row: with what it says, and with showing it to the public.</summary>
public static partial class RegisterChecks
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

    /// <summary>What the public may not read, found in what it would read: numbers of identity papers, mobile telephones, bank cards.</summary>
    public static IEnumerable<(string Field, string Sentence)> Leaks(RegisterRow row)
    {
        foreach (var field in RegisterFields.Of(row.Kind))
        {
            if (field.Shown(row) is not { Length: > 0 } text || field.Key is "credit" or "authorityCode") continue;
            foreach (var what in LeaksIn(text)) yield return (field.Key, $"“{field.Label}”中有{what}，请删去后再送审。");
        }
        if (row is DecisionRow { PartyKind: PartyKind.Person, CreditCode: not null }) yield return ("credit", "自然人没有统一社会信用代码，请核对相对人类别。");
    }

    /// <summary>The kinds of numbers in a text that the public may not read.</summary>
    public static IEnumerable<string> LeaksIn(string text)
    {
        var narrow = Gongkai.Rules.Typed.Narrow(text);
        if (IdentityNumber().Matches(narrow).Any(found => Checks(found.Value))) yield return "身份证号";
        if (Mobile().IsMatch(narrow)) yield return "手机号码";
        if (Card().Matches(narrow).Any(found => Luhn(found.Value))) yield return "银行卡号";
    }

    /// <summary>Whether it belongs before the public at all.</summary>
    public static string? WhyNotPublic(RegisterRow row) => row switch
    {
        { VoidedAt: not null } => "这条记录已经作废。",
        DecisionRow { Overturned: { } how } => $"这个决定{how.Name}，不再公开。",
        _ when row.Kind.PublicCode is null => $"{row.Kind.Name}不在这里公开。",
        _ => null,
    };

    // 17 digits and the check, which may be X: GB 11643.
    [GeneratedRegex(@"(?<![0-9A-Za-z])[1-9]\d{16}[\dXx](?![0-9A-Za-z])")]
    private static partial Regex IdentityNumber();

    [GeneratedRegex(@"(?<!\d)1[3-9]\d{9}(?!\d)")]
    private static partial Regex Mobile();

    [GeneratedRegex(@"(?<!\d)[3-6]\d{14,18}(?!\d)")]
    private static partial Regex Card();

    static bool Checks(string number)
    {
        var sum = 0;
        for (var place = 0; place < 17; place++) sum += (number[place] - '0') * ((1 << (17 - place)) % 11);
        return "10X98765432"[sum % 11] == char.ToUpperInvariant(number[17]);
    }

    static bool Luhn(string number)
    {
        var sum = 0;
        for (var i = 0; i < number.Length; i++)
        {
            var digit = number[^(i + 1)] - '0';
            if (i % 2 == 1 && (digit *= 2) > 9) digit -= 9;
            sum += digit;
        }
        return sum % 10 == 0;
    }
}
