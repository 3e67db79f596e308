using System.Text.RegularExpressions;
using Gongkai.Rules;
using Gongkai.Rules.Requests;
using Gongkai.Rules.Requests.Letters;
using static Gongkai.Rules.Requests.Letters.RequestLetter;

namespace Gongkai.Documents.Templates.Requests;

/// <summary>Reads the fixed text of a template that an agency has changed: it may say it in its own words, but not against the law of its letter.</summary>
static partial class RequestWording
{
    /// <summary>What must be put right, each in one sentence.</summary>
    public static IEnumerable<string> Of(RequestLetter letter, string text) =>
        [.. RemedyWording.InTemplate(text, letter).Select(reason => reason.Reason), .. Foreign(letter, text), .. Missing(letter, text)];

    // The articles of which each tells one kind of answer; others may be mentioned anywhere.
    static readonly HashSet<int> Deciding = [14, 15, 16, 35, 36, 37, 38, 39];

    static IEnumerable<string> Foreign(RequestLetter letter, string text) =>
        letter.Facts.Outcome is not { } outcome ? []
        : from cited in Cited(text).Distinct()
          where Deciding.Contains(cited.Article) && !Own(outcome).Any(own => Fits(own, cited))
          select $"模板引用了《政府信息公开条例》{cited.Place}，它不是{letter.Name}的依据。请删去，用 {{{{依据}}}} 写上正确的条款。";

    static IEnumerable<Citation> Own(Outcome outcome) =>
        outcome is Outcome.PartlyGranted ? outcome.Facts.Basis.Concat(Enum.GetValues<Outcome>().SelectMany(part => part.Facts.Basis)) : outcome.Facts.Basis;

    // Whoever names the article alone has not named a wrong item.
    static bool Fits(Citation own, Citation cited) => own.Statute == cited.Statute && own.Article == cited.Article
        && (own.Paragraph == cited.Paragraph || own.Paragraph == 0 || cited.Paragraph == 0) && (own.Item == cited.Item || own.Item == 0 || cited.Item == 0);

    static IEnumerable<Citation> Cited(string text)
    {
        foreach (Match list in Regulation().Matches(text))
        {
            var article = 0;
            foreach (Match place in Place().Matches(list.Groups["places"].Value))
            {
                var (number, paragraph, item) = (Number(place.Groups["article"]), Number(place.Groups["paragraph"]), Number(place.Groups["item"]));
                article = number == 0 ? article : number;
                if (article > 0) yield return new(Statute.Regulation, article, paragraph, item);
            }
        }
    }

    static IEnumerable<string> Missing(RequestLetter letter, string text)
    {
        if (letter is CorrectionNotice && !text.Contains("放弃申请", StringComparison.Ordinal)) yield return "模板没有写明逾期不补正的后果（视为放弃申请），请补上。";
        if (letter is ThirdPartyConsultation or JointMakerConsultation && !FifteenDays().IsMatch(text)) yield return "模板没有写明提出意见的期限（收到之日起15个工作日内），请补上。";
        if (letter is ThirdPartyConsultation or ThirdPartyOpinion && Consents().IsMatch(text)) yield return "模板写了第三方逾期视为同意公开。第三方逾期未提出意见的，由本机关决定是否公开，请改正。";
        if (letter is JointMakerConsultation && !Consents().IsMatch(text)) yield return "模板没有写明逾期未提出意见的视为同意公开，请补上。";
        if (letter is FeeNotice && !TwentyDays().IsMatch(text)) yield return "模板没有写明缴费期限（收到通知次日起20个工作日内），请补上。";
        if (letter is FeeNotice && !text.Contains("不能单独", StringComparison.Ordinal)) yield return "模板没有写明不能单独就收费决定申请行政复议或者提起行政诉讼，请补上。";
        if (letter is Application && Purpose().IsMatch(text)) yield return "申请表不能要求填写申请用途或者与自身需要的关系，请删去。";
    }

    static int Number(Group group)
    {
        if (!group.Success) return 0;
        if (int.TryParse(group.Value, out var written)) return written;
        const string digits = "零一二三四五六七八九";
        var ten = group.Value.IndexOf('十', StringComparison.Ordinal);
        return ten < 0 ? digits.IndexOf(group.Value[0], StringComparison.Ordinal)
            : (ten == 0 ? 1 : digits.IndexOf(group.Value[0], StringComparison.Ordinal)) * 10 + (ten == group.Value.Length - 1 ? 0 : digits.IndexOf(group.Value[^1], StringComparison.Ordinal));
    }

    [GeneratedRegex(@"(?:政府信息公开条例》?|《条例》)(?:（[^）]{0,60}）)?(?<places>(?:(?:第（?\(?[一二三四五六七八九十\d]+）?\)?[条款项])|[、，和及以与])+)")]
    private static partial Regex Regulation();

    [GeneratedRegex(@"(?:第(?<article>[一二三四五六七八九十\d]+)条)(?:第(?<paragraph>[一二三四五六七八九十\d]+)款)?(?:第[（(]?(?<item>[一二三四五六七八九十\d]+)[）)]?项)?|第(?<paragraph>[一二三四五六七八九十\d]+)款|第[（(]?(?<item>[一二三四五六七八九十\d]+)[）)]?项")]
    private static partial Regex Place();

    [GeneratedRegex("(?:15|十五)个工作日")]
    private static partial Regex FifteenDays();

    [GeneratedRegex("(?:20|二十)个工作日")]
    private static partial Regex TwentyDays();

    [GeneratedRegex("视为[^。；，]{0,4}同意|默认同意")]
    private static partial Regex Consents();

    [GeneratedRegex("用途|自身生产|科研等特殊需要|申请目的|申请理由")]
    private static partial Regex Purpose();
}
