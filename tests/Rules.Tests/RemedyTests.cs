using Gongkai.Rules.Organizations;
using Gongkai.Rules.Requests;
using Gongkai.Rules.Requests.Letters;

namespace Gongkai.Rules.Tests;

/// <summary>What a letter says of 行政复议 and 行政诉讼, to the word: by class, day and body.</summary>
public sealed class RemedyTests
{
    static readonly RemedyPlaces Places = new("某区人民政府", "某区人民法院", DepartmentAbove: "某市住房和城乡建设局");
    static readonly RemedyPlaces Online = Places with { Online = "https://fuyi.example.gov.cn" };
    static readonly DateOnly Now = new(2026, 3, 2), Before = new(2023, 12, 31), First = new(2024, 1, 1);

    static string Told(Outcome outcome, DateOnly on, RemedyPlaces? places = null, params Outcome[] withheld) => Remedy.Of(outcome, withheld, on).Paragraph(places ?? Places, on);

    [Theory]
    [InlineData(Outcome.StateSecret)]
    [InlineData(Outcome.LawForbidden)]
    [InlineData(Outcome.Safety)]
    [InlineData(Outcome.ThirdPartyRights)]
    [InlineData(Outcome.InternalAffairs)]
    [InlineData(Outcome.ProcessInformation)]
    [InlineData(Outcome.EnforcementDossier)]
    public void A_refusal_tells_of_reconsideration_first(Outcome outcome)
    {
        const string told =
            "对本告知书不服的，根据《中华人民共和国行政复议法》第二十三条第一款第（四）项的规定，应当自收到本告知书之日起60日内先向某区人民政府申请行政复议；" +
            "对行政复议决定不服的，可以自收到行政复议决定书之日起15日内向有管辖权的人民法院提起行政诉讼。";

        Assert.Equal(told, Told(outcome, Now));
        Assert.Equal(told, Told(outcome, First));
    }

    [Fact]
    public void Addresses_stand_where_the_body_is_named_and_the_paragraph_still_passes()
    {
        var places = Places with { ReconsiderationAddress = "某路1号", CourtAddress = "某路3号" };
        Assert.Contains("先向某区人民政府（地址：某路1号）申请行政复议", Told(Outcome.InternalAffairs, Now, places), StringComparison.Ordinal);
        Assert.DoesNotContain("某路3号", Told(Outcome.InternalAffairs, Now, places), StringComparison.Ordinal);
        Assert.Contains("向某区人民政府（地址：某路1号）申请行政复议，也可以自收到本告知书之日起6个月内直接向某区人民法院（地址：某路3号）提起行政诉讼", Told(Outcome.NotExisting, Now, places), StringComparison.Ordinal);
        foreach (var outcome in (Outcome[])[Outcome.InternalAffairs, Outcome.NotExisting, Outcome.PartlyGranted])
        {
            var remedy = Remedy.Of(outcome, [Outcome.ThirdPartyRights], Now);
            Assert.Null(RemedyWording.ToTelling(remedy.Paragraph(places, Now), remedy, places, Now, Service.ByHand));
            // Named once with its address, and then by its name.
            Assert.Equal(2, remedy.Paragraph(places, Now).Split("某路1号").Length);
        }
    }

    [Fact]
    public void Until_2023_a_refusal_left_the_choice_and_the_department_above_could_hear_it_too() =>
        Assert.Equal("对本告知书不服的，可以自收到本告知书之日起60日内向某区人民政府或者某市住房和城乡建设局申请行政复议，也可以自收到本告知书之日起6个月内直接向某区人民法院提起行政诉讼。",
            Told(Outcome.StateSecret, Before));

    [Theory]
    [InlineData(Outcome.AlreadyPublished)]
    [InlineData(Outcome.Granted)]
    [InlineData(Outcome.SpecialRegime)]
    [InlineData(Outcome.NotExisting)]
    [InlineData(Outcome.NotResponsible)]
    [InlineData(Outcome.NeedsProcessing)]
    [InlineData(Outcome.StillUnclear)]
    [InlineData(Outcome.Petition)]
    [InlineData(Outcome.Duplicate)]
    [InlineData(Outcome.Publication)]
    [InlineData(Outcome.Excessive)]
    [InlineData(Outcome.Confirmation)]
    [InlineData(Outcome.NotCorrected)]
    [InlineData(Outcome.NotPaid)]
    [InlineData(Outcome.NotGovernmentInformation)]
    [InlineData(Outcome.OtherwiseEnded)]
    public void Everything_else_leaves_the_choice(Outcome outcome) =>
        Assert.Equal("对本告知书不服的，可以自收到本告知书之日起60日内向某区人民政府申请行政复议，也可以自收到本告知书之日起6个月内直接向某区人民法院提起行政诉讼。", Told(outcome, Now));

    [Fact]
    public void A_partial_answer_tells_of_both_each_for_its_part() =>
        Assert.Equal(
            "对本告知书中不予公开的部分不服的，根据《中华人民共和国行政复议法》第二十三条第一款第（四）项的规定，应当自收到本告知书之日起60日内先向某区人民政府申请行政复议；" +
            "对行政复议决定不服的，可以自收到行政复议决定书之日起15日内向有管辖权的人民法院提起行政诉讼。" +
            "对本告知书的其他部分不服的，可以自收到本告知书之日起60日内向某区人民政府申请行政复议，也可以自收到本告知书之日起6个月内直接向某区人民法院提起行政诉讼。",
            Told(Outcome.PartlyGranted, Now, null, Outcome.ThirdPartyRights, Outcome.NotExisting));

    [Fact]
    public void A_partial_answer_whose_rest_is_no_refusal_under_14_to_16_leaves_the_choice()
    {
        Assert.Equal(Told(Outcome.NotExisting, Now), Told(Outcome.PartlyGranted, Now, null, Outcome.NotExisting, Outcome.NotGovernmentInformation));
        Assert.Equal(Told(Outcome.NotExisting, Before), Told(Outcome.PartlyGranted, Before, null, Outcome.StateSecret));
    }

    [Fact]
    public void The_way_by_the_internet_follows_and_nobody_asks_for_it_where_the_letter_goes_by_post()
    {
        Assert.EndsWith("提起行政诉讼。申请行政复议，可以通过互联网渠道提交行政复议申请书：https://fuyi.example.gov.cn。", Told(Outcome.NotExisting, Now, Online), StringComparison.Ordinal);
        Assert.Null(Places.ToTelling(Service.ByPost));
        Assert.Null(Online.ToTelling(Service.Electronically));
        Assert.Equal("通过互联网送达的，应当同时告知提交行政复议申请书的互联网渠道，请先在“依申请公开设置”中填写。", Places.ToTelling(Service.Electronically)?.Reason);
        Assert.Equal("没有填写行政复议机关，请先在“依申请公开设置”中填写。", (Places with { Reconsideration = " " }).ToTelling(Service.ByHand)?.Reason);
        Assert.Equal("没有填写有管辖权的人民法院，请先在“依申请公开设置”中填写。", (Places with { Court = "" }).ToTelling(Service.ByHand)?.Reason);
    }

    [Fact]
    public void A_withdrawal_tells_nothing() => Assert.Equal("", Told(Outcome.Withdrawn, Now));

    [Fact]
    public void A_third_party_may_contest_that_it_is_overruled() =>
        Assert.Equal(Told(Outcome.Granted, Now), Remedy.Of(RequestLetter.DisclosureNotice, Now).Paragraph(Places, Now));

    [Fact]
    public void Where_a_province_holds_that_reconsideration_comes_first_for_special_regimes_it_is_told_so_from_its_day_on()
    {
        Convention held = new(Outcome.SpecialRegime, new(2026, 1, 1), "某省答复意见", Remedy: RemedyClass.ReconsiderationFirst);

        Assert.Equal("复议前置", Remedy.Of(Outcome.SpecialRegime, [], Now, held).Name);
        Assert.Equal("复议或者诉讼", Remedy.Of(Outcome.SpecialRegime, [], new(2025, 12, 31), held).Name);
        Assert.Equal("不予公开部分复议前置，其余复议或者诉讼", Remedy.Of(Outcome.PartlyGranted, [Outcome.SpecialRegime], Now, held).Name);
    }

    [Theory]
    [InlineData(AgencyKind.Department, Level.County, ReconsiderationBody.GovernmentBeside)]
    [InlineData(AgencyKind.Department, Level.Provincial, ReconsiderationBody.GovernmentBeside)]
    [InlineData(AgencyKind.Authorized, Level.County, ReconsiderationBody.GovernmentBeside)]
    [InlineData(AgencyKind.Subordinate, Level.County, ReconsiderationBody.GovernmentBeside)]
    [InlineData(AgencyKind.Government, Level.Township, ReconsiderationBody.GovernmentAbove)]
    [InlineData(AgencyKind.Government, Level.County, ReconsiderationBody.GovernmentAbove)]
    [InlineData(AgencyKind.Government, Level.Provincial, ReconsiderationBody.Itself)]
    [InlineData(AgencyKind.Department, Level.National, ReconsiderationBody.Itself)]
    [InlineData(AgencyKind.Vertical, Level.County, ReconsiderationBody.DepartmentAbove)]
    public void The_government_beside_hears_it_and_the_department_above_in_vertical_systems_alone(AgencyKind kind, Level level, ReconsiderationBody body) =>
        Assert.Equal(body, new Standing(kind, level).Reconsideration);
}
