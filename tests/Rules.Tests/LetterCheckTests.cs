using CsCheck;
using Gongkai.Rules.Requests;
using Gongkai.Rules.Requests.Letters;

namespace Gongkai.Rules.Tests;

/// <summary>A letter whose kind, article, remedy and row disagree is never issued, nor one that does not say what the law wants it to say.</summary>
public sealed class LetterCheckTests
{
    public static TheoryData<RequestLetter> Letters => [.. RequestLetters.All];

    static readonly Gen<RequestLetter> Any = Of<RequestLetter>([.. RequestLetters.All]);

    static Gen<T> Of<T>(T[] all) => Gen.Int[0, all.Length - 1].Select(i => all[i]);

    static string? Refused(LetterContent content, RemedyPlaces? places = null) => LetterChecks.ToIssue(content, places ?? GoodLetters.Places)?.Reason;

    static string? Refused(RequestLetter letter, Func<LetterContent, LetterContent> change) => Refused(change(GoodLetters.Of(letter)));

    [Theory, MemberData(nameof(Letters))]
    public void A_letter_that_agrees_and_says_all_is_issued(RequestLetter letter) => Assert.Null(Refused(GoodLetters.Of(letter)));

    [Fact]
    public void Any_two_letters_mixed_are_refused() =>
        (from one in Any
         from other in Any
         where one != other
         from part in Gen.Int[0, 4]
         let mixed = Mix(GoodLetters.Of(one), GoodLetters.Of(other), part)
         where !Same(mixed, GoodLetters.Of(mixed.Letter))
         select mixed).Sample(mixed => Assert.NotNull(Refused(mixed)), iter: 20_000);

    // Another kind, another outcome, another row, another article, another remedy.
    static LetterContent Mix(LetterContent one, LetterContent other, int part) => part switch
    {
        0 => one with { Letter = other.Letter },
        1 => one with { Outcome = other.Outcome },
        2 => one with { Row = other.Row },
        3 => one with { Cited = other.Cited },
        _ => one with { Remedy = other.Remedy, RemedyParagraph = other.RemedyParagraph },
    };

    // The mixture may happen to be what the other letter says anyway.
    static bool Same(LetterContent mixed, LetterContent one) =>
        (mixed.Outcome, mixed.Row, mixed.Remedy, mixed.RemedyParagraph) == (one.Outcome, one.Row, one.Remedy, one.RemedyParagraph) && mixed.Cited.ToHashSet().SetEquals(one.Cited);

    [Fact]
    public void Any_article_left_out_is_missed() =>
        (from letter in Any
         where letter.Facts.Basis is not []
         from at in Gen.Int[0, letter.Facts.Basis.Count - 1]
         select (letter, at)).Sample(left =>
            Assert.StartsWith($"{left.letter.Name}应当引用{left.letter.Facts.Basis[left.at].Text}", Refused(left.letter, content => content with { Cited = [.. content.Cited.Where(one => one != left.letter.Facts.Basis[left.at])] }), StringComparison.Ordinal), iter: 2000);

    [Fact]
    public void Any_article_of_another_decision_is_seen() =>
        (from letter in Any
         from other in Of(Enum.GetValues<Outcome>())
         from foreign in Of<Citation>([.. other.Facts.Basis.DefaultIfEmpty(new(Statute.Regulation, 14))])
         where !GoodLetters.Of(letter).Cited.Contains(foreign)
         select (letter, foreign)).Sample(added =>
            Assert.Equal($"{added.letter.Name}不能引用{added.foreign.Text}，请删去，或者改用相应的文书。", Refused(added.letter, content => content with { Cited = [.. content.Cited, added.foreign] })), iter: 5000);

    [Fact]
    public void Letter_outcome_and_row_that_disagree_are_told_apart()
    {
        Assert.Equal("办理结果是“政府信息不存在”，应当出具政府信息不存在告知书，不能出具政府信息予以公开告知书。", Refused(RequestLetter.Granted, content => content with { Outcome = Outcome.NotExisting }));
        Assert.Equal("政府信息予以公开告知书是办结文书，请先确定办理结果。", Refused(RequestLetter.Granted, content => content with { Outcome = null }));
        Assert.Equal("政府信息公开申请补正告知书不是办结文书，不能写办理结果。", Refused(RequestLetter.CorrectionNotice, content => content with { Outcome = Outcome.StillUnclear }));
        Assert.Equal("“政府信息不存在”与所选的年度报告统计项不一致，请重新确定办理结果。", Refused(RequestLetter.NotExisting, content => content with { Row = "needsProcessing" }));
        Assert.Equal("“政府信息不存在”与所选的年度报告统计项不一致，请重新确定办理结果。", Refused(RequestLetter.NotExisting, content => content with { Row = null }));
        Assert.Equal("政府信息公开申请补正告知书不是办结文书，不计入年度报告的办理结果。", Refused(RequestLetter.CorrectionNotice, content => content with { Row = "other" }));
    }

    [Fact]
    public void A_decision_without_its_remedy_is_not_issued()
    {
        foreach (var letter in RequestLetters.All.Where(letter => letter.Facts.TellsRemedy))
            Assert.Equal($"{letter.Name}没有写救济途径，不能出具。", Refused(letter, content => content with { RemedyParagraph = " " }));
        Assert.Equal("政府信息公开申请补正告知书不能单独申请行政复议或者提起行政诉讼，请删去救济途径。", Refused(RequestLetter.CorrectionNotice, content => content with { RemedyParagraph = "可以起诉。" }));
        Assert.Equal("政府信息不予公开告知书（国家秘密）的救济途径应当是“复议前置”，写的是“复议或者诉讼”，请改正。", Refused(RequestLetter.StateSecret, content => content with { Remedy = new(RemedyClass.Either) }));
    }

    [Theory]
    [InlineData("如对本告知书不服，可以自收到之日起60日内先向某区人民政府申请行政复议，或者在6个月内直接向某区人民法院提起行政诉讼。网址：https://fuyi.example.gov.cn",
        "救济途径写了可以直接提起行政诉讼。2024年1月1日起，对不予公开的决定不服的，应当先申请行政复议，对行政复议决定不服的才能提起行政诉讼，请删去直接起诉的文字。")]
    [InlineData("如不服，请于60日内向某区人民政府申请行政复议。", "不予公开的决定，应当告知先申请行政复议，请写明“先”申请行政复议。")]
    [InlineData("如不服，请于60日内先向某市人民政府申请行政复议。", "救济途径没有写明行政复议机关，请写上“某区人民政府”。")]
    [InlineData("如不服，请先向某区人民政府申请行政复议。", "救济途径没有写明申请行政复议的期限，请写上“60日”。")]
    [InlineData("如不服，请于60日内先向某区人民政府或者向上一级主管部门申请行政复议。",
        "救济途径写了向上级主管部门申请行政复议。2024年1月1日起，对政府工作部门的决定不服的，只能向本级人民政府申请行政复议，请改为向某区人民政府申请。")]
    [InlineData("请自收到之日起六十日内先向某区人民政府申请行政复议；对行政复议决定不服的，再自收到复议决定书之日起十五日内向人民法院起诉。", null)]
    public void A_remedy_in_other_words_is_read(string paragraph, string? reason) =>
        Assert.Equal(reason, Refused(RequestLetter.StateSecret, content => content with { RemedyParagraph = paragraph }));

    [Fact]
    public void What_is_served_electronically_names_the_way_by_the_internet()
    {
        Assert.Null(Refused(RequestLetter.Granted, content => content with { By = Service.Electronically }));
        Assert.Equal("通过互联网送达的，应当同时告知提交行政复议申请书的互联网渠道，请先在“依申请公开设置”中填写。", Refused(GoodLetters.Of(RequestLetter.Granted) with { By = Service.Electronically }, GoodLetters.Places with { Online = null }));
        Assert.Equal("通过互联网送达的，救济途径应当写明提交行政复议申请书的互联网渠道。",
            Refused(GoodLetters.Of(RequestLetter.Granted) with { By = Service.Electronically, RemedyParagraph = Remedy.Of(Outcome.Granted, [], GoodLetters.Day).Paragraph(GoodLetters.Places with { Online = null }, GoodLetters.Day) }));
    }

    [Fact]
    public void Nothing_goes_out_that_was_not_approved()
    {
        Assert.Equal("政府信息公开申请延期答复告知书还没有经政府信息公开工作机构负责人同意，不能出具。", Refused(RequestLetter.ExtensionNotice, content => content with { Approved = Approval.None }));
        Assert.Equal("政府信息予以公开告知书还没有审签，不能出具。", Refused(RequestLetter.Granted, content => content with { Approved = Approval.DisclosureOffice }));
    }
}
