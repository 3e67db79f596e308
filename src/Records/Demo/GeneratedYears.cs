using Gongkai.Rules;
using Gongkai.Rules.Requests;

namespace Gongkai.Records.Demo;

/// <summary>Years of invented requests that live by the rules: the same ones for the same seed, on every machine, as many as wanted.</summary>
public static class GeneratedYears
{
    static readonly (Outcome Outcome, int Weight)[] Outcomes =
    [
        (Outcome.Granted, 300), (Outcome.AlreadyPublished, 80), (Outcome.PartlyGranted, 90), (Outcome.StateSecret, 2), (Outcome.LawForbidden, 8), (Outcome.Safety, 4), (Outcome.ThirdPartyRights, 35),
        (Outcome.InternalAffairs, 30), (Outcome.ProcessInformation, 45), (Outcome.EnforcementDossier, 25), (Outcome.SpecialRegime, 40), (Outcome.NotExisting, 120), (Outcome.NotResponsible, 60),
        (Outcome.NeedsProcessing, 30), (Outcome.StillUnclear, 12), (Outcome.Petition, 35), (Outcome.Duplicate, 15), (Outcome.Publication, 4), (Outcome.Excessive, 6), (Outcome.Confirmation, 8),
        (Outcome.NotCorrected, 20), (Outcome.NotPaid, 4), (Outcome.Withdrawn, 20), (Outcome.NotGovernmentInformation, 10), (Outcome.OtherwiseEnded, 5),
    ];

    static readonly (ApplicantKind Kind, int Weight)[] Kinds =
        [(ApplicantKind.Person, 75), (ApplicantKind.Business, 14), (ApplicantKind.Research, 2), (ApplicantKind.Welfare, 1), (ApplicantKind.LegalService, 5), (ApplicantKind.OtherBody, 3)];

    static readonly (Channel Channel, int Weight)[] Channels =
        [(Channel.Internet, 50), (Channel.SignedPost, 22), (Channel.InPerson, 15), (Channel.PlainPost, 6), (Channel.Fax, 2), (Channel.Misaddressed, 3), (Channel.OtherAnnounced, 2)];

    static readonly string[] Streets = ["甲路", "乙路", "丙街", "丁巷", "戊大道", "己里"];

    static readonly string[] Papers =
        ["危险房屋鉴定报告", "旧城区改建征收补偿安置方案", "商品房预售许可审批材料", "公共租赁住房分配结果", "建设工程消防验收意见书", "老旧小区加装电梯审查意见", "物业维修资金使用明细", "施工许可证及附图", "房屋征收评估报告", "竣工验收备案表"];

    /// <summary>Requests in the order of their receipt, from the first of January of a year on.</summary>
    /// <param name="seed">What makes these years differ from others.</param>
    /// <param name="from">The first year.</param>
    /// <param name="years">How many.</param>
    /// <param name="perYear">Requests a year.</param>
    /// <param name="departments">To whom they are routed; to nobody where there is none.</param>
    public static IEnumerable<GeneratedCase> Of(string seed, int from, int years, int perYear, WorkingCalendar calendar, IReadOnlyList<Guid>? departments = null)
    {
        for (var year = from; year < from + years; year++)
            for (var number = 0; number < perYear; number++)
            {
                var draw = Numbers.For($"{seed}/{number}", year, "request");
                var days = DateTime.IsLeapYear(year) ? 366 : 365;
                var day = new DateOnly(year, 1, 1).AddDays((int)((long)number * days / perYear));
                yield return One(draw, calendar, day, draw.Among(Kinds), draw.Among(Outcomes), departments ?? []);
            }
    }

    /// <summary>One that comes about a day and ends so.</summary>
    internal static GeneratedCase One(Numbers draw, WorkingCalendar calendar, DateOnly day, ApplicantKind kind, Outcome outcome, IReadOnlyList<Guid> departments)
    {
        var channel = draw.Among(Channels);
        // Whoever comes, or brings a letter, meets someone at work; a day at the end of the year stays in it.
        var at = channel is Channel.Internet || calendar.IsWorkingDay(day) ? day : calendar.OnOrBefore(day);
        var received = at.Year == day.Year ? at : day;
        return new(kind, channel, ApplicantOf(kind, draw), SubjectOf(received.Year, draw), Story.Of(draw, calendar, channel, received, outcome, departments));
    }

    static string ApplicantOf(ApplicantKind kind, Numbers draw) => kind switch
    {
        ApplicantKind.Person => "演**",
        ApplicantKind.Business => $"示例公司{draw.Between(1, 99):00}",
        ApplicantKind.Research => $"示例研究所{draw.Between(1, 9)}",
        ApplicantKind.Welfare => $"示例公益会{draw.Between(1, 9)}",
        ApplicantKind.LegalService => $"示例律所{draw.Between(1, 20)}",
        ApplicantKind.OtherBody => $"示例社团{draw.Between(1, 20)}",
    };

    static string SubjectOf(int year, Numbers draw) =>
        $"{year - draw.Between(0, 3)}年某区{Streets[draw.Between(0, Streets.Length - 1)]}{draw.Between(1, 300)}号{Papers[draw.Between(0, Papers.Length - 1)]}";
}
