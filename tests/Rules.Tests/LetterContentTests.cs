using Gongkai.Rules.Requests;
using Gongkai.Rules.Requests.Letters;
using static Gongkai.Rules.Tests.GoodLetters;

namespace Gongkai.Rules.Tests;

/// <summary>What each letter has to say, and the sentence where it does not.</summary>
public sealed class LetterContentTests
{
    static string? Refused(RequestLetter letter, Func<LetterContent, LetterContent> change) => LetterChecks.ToIssue(change(Of(letter)), Places)?.Reason;

    [Theory]
    [InlineData("住房公积金管理条例", NormRank.AdministrativeRegulation, "第三十一条", null)]
    [InlineData("城市房地产开发经营管理条例", NormRank.AdministrativeRegulation, "第八条", null)]
    [InlineData("中华人民共和国市场主体登记管理条例", NormRank.AdministrativeRegulation, "第五条", null)]
    [InlineData("中华人民共和国保守国家秘密法", NormRank.Law, "第十三条", null)]
    [InlineData("全国人民代表大会常务委员会关于某事项的决定", NormRank.Law, "第一条", null)]
    [InlineData("某部门规章", NormRank.Rule, "第三条", "《某部门规章》第三条是规章，只有法律、行政法规可以作为依据，请改引法律或者行政法规。")]
    [InlineData("某省档案条例", NormRank.LocalRegulation, "第三条", "《某省档案条例》第三条是地方性法规，只有法律、行政法规可以作为依据，请改引法律或者行政法规。")]
    [InlineData("关于某工作的通知", NormRank.NormativeDocument, "第三条", "《关于某工作的通知》第三条是规范性文件，只有法律、行政法规可以作为依据，请改引法律或者行政法规。")]
    [InlineData("某省物业管理条例", NormRank.AdministrativeRegulation, "第三条", "《某省物业管理条例》第三条看来是地方性法规或者地方规章，只有法律、行政法规可以作为依据，请核对。")]
    [InlineData("某市城市更新办法", NormRank.AdministrativeRegulation, "第三条", "《某市城市更新办法》第三条看来是地方性法规或者地方规章，只有法律、行政法规可以作为依据，请核对。")]
    [InlineData("关于加强保密工作的意见", NormRank.Law, "第三条", "《关于加强保密工作的意见》第三条看来是规范性文件，只有法律、行政法规可以作为依据，请核对。")]
    [InlineData("物业管理条例", NormRank.Law, "第三条", "《物业管理条例》第三条看来不是法律，请核对它的效力级别。")]
    [InlineData("中华人民共和国档案法", NormRank.Law, "", "请写明依据《中华人民共和国档案法》的哪一条。")]
    [InlineData(" ", NormRank.Law, "第三条", "请填写所依据的法律或者行政法规的名称。")]
    public void What_a_law_forbids_needs_a_law_or_a_regulation_of_the_state_council(string name, NormRank rank, string place, string? reason)
    {
        Assert.Equal(reason, Refused(RequestLetter.LawForbidden, content => content with { Norms = [new(name, rank, place)] }));
        Assert.Equal(reason, Refused(RequestLetter.SpecialRegime, content => content with { Norms = [new(name, rank, place)] }));
    }

    [Theory]
    [InlineData(RequestLetter.StateSecret)]
    [InlineData(RequestLetter.LawForbidden)]
    [InlineData(RequestLetter.Safety)]
    [InlineData(RequestLetter.ThirdPartyRights)]
    [InlineData(RequestLetter.InternalAffairs)]
    [InlineData(RequestLetter.ProcessInformation)]
    [InlineData(RequestLetter.EnforcementDossier)]
    public void A_refusal_of_the_whole_says_why_and_why_it_cannot_be_divided(RequestLetter letter)
    {
        Assert.Equal("不予公开应当说明理由，请填写。", Refused(letter, content => content with { Reasons = "" }));
        Assert.Equal("请说明为什么不能区分处理；能够区分的，应当部分公开。", Refused(letter, content => content with { WhyWhole = " " }));
    }

    [Fact]
    public void A_secret_is_what_was_determined_to_be_one_and_no_longer_than_its_term()
    {
        const string needed = "只有依法确定的国家秘密才能这样答复，请登记密级、定密依据、保密期限和定密责任人。";
        SecretMark mark = Of(RequestLetter.StateSecret).Secret!;

        Assert.Equal(needed, Refused(RequestLetter.StateSecret, content => content with { Secret = null }));
        Assert.Equal(needed, Refused(RequestLetter.StateSecret, content => content with { Secret = mark with { Until = null } }));
        Assert.Equal(needed, Refused(RequestLetter.StateSecret, content => content with { Secret = mark with { Officer = "" } }));
        Assert.Null(Refused(RequestLetter.StateSecret, content => content with { Secret = mark with { Until = null, UntilWhat = "工程竣工" } }));
        Assert.Null(Refused(RequestLetter.StateSecret, content => content with { Secret = mark with { Until = Day } }));
        Assert.Equal("保密期限已于 2026-03-01 届满，已经自行解密，不能再以国家秘密为由不予公开。", Refused(RequestLetter.StateSecret, content => content with { Secret = mark with { Until = Day.AddDays(-1) } }));
        Assert.Equal("密级只有绝密、机密、秘密三级，请改正。", Refused(RequestLetter.StateSecret, content => content with { Secret = mark with { Grade = "内部" } }));
    }

    [Fact]
    public void Third_parties_are_asked_first_and_one_that_consents_is_no_reason()
    {
        Assert.Equal("公开会损害第三方合法权益的，应当先书面征求第三方的意见，请登记征求意见的情况。", Refused(RequestLetter.ThirdPartyRights, content => content with { ThirdParties = [] }));
        Assert.Equal("第三方已经同意公开，不能再以保护第三方合法权益为由不予公开。", Refused(RequestLetter.ThirdPartyRights, content => content with { ThirdParties = [Stance.Consents] }));
        Assert.Null(Refused(RequestLetter.ThirdPartyRights, content => content with { ThirdParties = [], ThirdPartySilent = true }));
        Assert.Null(Refused(RequestLetter.ThirdPartyRights, content => content with { ThirdParties = [Stance.Consents, Stance.ObjectsWithoutReason] }));
    }

    [Fact]
    public void What_does_not_exist_was_looked_for()
    {
        Assert.Equal("答复不存在以前应当检索，请先登记检索记录。", Refused(RequestLetter.NotExisting, content => content with { Search = null }));
        Assert.Equal("检索记录不完整，请补充检索的范围、关键词和检索人。", Refused(RequestLetter.NotExisting, content => content with { Search = new([], ["词"], "示例乙", Day) }));
    }

    [Fact]
    public void Who_is_responsible_is_told_by_name_and_contact_or_that_nobody_knows()
    {
        Assert.Equal("不属于本机关负责公开的，应当说明理由，请填写。", Refused(RequestLetter.NotResponsible, content => content with { Reasons = "" }));
        Assert.Equal("请填写负责公开的行政机关的名称和联系方式；确实不能确定的，请注明不能确定。", Refused(RequestLetter.NotResponsible, content => content with { Responsible = null }));
        Assert.Equal("负责公开的行政机关，名称和联系方式都要告知，请补上。", Refused(RequestLetter.NotResponsible, content => content with { Responsible = new("某局", "") }));
        Assert.Equal("已经填写负责公开的行政机关，请不要再注明不能确定。", Refused(RequestLetter.NotResponsible, content => content with { ResponsibleUnknown = true }));
        Assert.Null(Refused(RequestLetter.NotResponsible, content => content with { Responsible = null, ResponsibleUnknown = true }));
    }

    [Fact]
    public void What_is_given_or_lies_open_is_given_or_pointed_at()
    {
        Assert.Equal("已经主动公开的，应当告知获取该政府信息的方式、途径，请填写。", Refused(RequestLetter.AlreadyPublished, content => content with { Provision = "" }));
        Assert.Equal("请附上所公开的政府信息，或者告知获取的方式、途径和时间。", Refused(RequestLetter.Granted, content => content with { Provision = "", Enclosures = [] }));
        Assert.Equal("请告知从哪里可以获取该公开出版物。", Refused(RequestLetter.Publication, content => content with { Provision = "" }));
        Assert.Null(Refused(RequestLetter.Granted, content => content with { Enclosures = [] }));
    }

    [Fact]
    public void A_repeated_request_names_the_earlier_answer()
    {
        Assert.Equal("重复申请应当写明以前答复的文号和日期，请填写。", Refused(RequestLetter.Duplicate, content => content with { Earlier = null }));
        Assert.Equal("所引用的文书日期晚于本文书，请核对。", Refused(RequestLetter.Duplicate, content => content with { Earlier = new("某号", Day.AddDays(1)) }));
    }

    [Fact]
    public void A_partial_answer_says_of_each_part_what_and_why()
    {
        Assert.Equal("部分公开应当写明哪些部分不予公开。没有不予公开的部分的，请出具予以公开告知书。", Refused(RequestLetter.PartlyGranted, content => content with { Withheld = [], Remedy = new(RemedyClass.Either), RemedyParagraph = Of(RequestLetter.Granted).RemedyParagraph, Cited = RequestLetter.PartlyGranted.Facts.Basis }));
        Assert.Equal("请写明每个不予公开的部分是什么、为什么不予公开。", Withheld(new WithheldPart("附件", Outcome.Safety, "")));
        Assert.Equal("“重复申请”不能作为部分不予公开的理由，请另选。", Withheld(new WithheldPart("附件", Outcome.Duplicate, "理由")));
        Assert.Null(Withheld(new("附件", Outcome.Safety, "理由"), new("清单", Outcome.NotExisting, "没有制作")));
        Assert.Equal("依法禁止公开的部分，应当引用禁止公开的法律或者行政法规，请填写。", Divided(content => content with { Norms = [] }, new WithheldPart("附件", Outcome.LawForbidden, "理由")));
        Assert.Equal("只有依法确定的国家秘密才能这样答复，请登记密级、定密依据、保密期限和定密责任人。", Divided(content => content with { Secret = null }, new WithheldPart("附件", Outcome.StateSecret, "理由")));
    }

    [Fact]
    public void Notices_say_what_is_asked_and_until_when()
    {
        Assert.Equal("请一次性写明全部需要补正的事项。", Refused(RequestLetter.CorrectionNotice, content => content with { Points = [""] }));
        Assert.Equal("请写明合理的补正期限。", Refused(RequestLetter.CorrectionNotice, content => content with { Until = null }));
        Assert.Equal("补正期限应当晚于告知书的日期。", Refused(RequestLetter.CorrectionNotice, content => content with { Until = Day }));
        Assert.Equal("延长的期限最长 20 个工作日，请填写 1 到 20。", Refused(RequestLetter.ExtensionNotice, content => content with { Days = 21 }));
        Assert.Equal("请填写收费金额。", Refused(RequestLetter.FeeNotice, content => content with { Yuan = 0 }));
        Assert.Equal("补正期限是 2026-03-02，期满以后才能这样处理。", Refused(RequestLetter.NotCorrected, content => content with { Until = Day }));
        Assert.Equal("第三方不同意而决定公开的，应当书面告知理由，请填写理由。", Refused(RequestLetter.DisclosureNotice, content => content with { Reasons = "" }));
    }

    static string? Withheld(params WithheldPart[] parts) => Divided(content => content, parts);

    static string? Divided(Func<LetterContent, LetterContent> change, params WithheldPart[] parts) => Refused(RequestLetter.PartlyGranted, content => change((content with { Withheld = parts }).Agreeing(Places)));
}
