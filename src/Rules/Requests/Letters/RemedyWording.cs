using System.Text.RegularExpressions;

namespace Gongkai.Rules.Requests.Letters;

/// <summary>Reads a paragraph about 行政复议 and 行政诉讼 that somebody has written or changed, and says what the law of its day does not bear.</summary>
public static partial class RemedyWording
{
    /// <summary>Why a letter may not tell it so; <c>null</c>: it may.</summary>
    public static Impediment? ToTelling(string paragraph, Remedy remedy, RemedyPlaces places, DateOnly on, Service by)
    {
        if (!paragraph.Contains(places.Reconsideration, StringComparison.Ordinal) || !Reconsideration().IsMatch(paragraph)) return new($"救济途径没有写明行政复议机关，请写上“{places.Reconsideration}”。");
        if (!SixtyDays().IsMatch(paragraph)) return new("救济途径没有写明申请行政复议的期限，请写上“60日”。");
        if (by is Service.Electronically && !paragraph.Contains(places.Online!, StringComparison.Ordinal)) return new("通过互联网送达的，救济途径应当写明提交行政复议申请书的互联网渠道。");
        if (on >= Remedy.ReconsiderationFirstSince && NamesSuperior(paragraph.Replace(places.Reconsideration, "", StringComparison.Ordinal))) return new($"救济途径写了向上级主管部门申请行政复议。{SinceThen}，请改为向{places.Reconsideration}申请。");
        if (remedy.Refused == remedy.Rest) return Told(paragraph, remedy.Refused, places);
        var rest = RestBegins().Match(paragraph);
        return !rest.Success ? new("部分公开的救济途径应当分开写：不予公开的部分先申请行政复议，其他部分可以申请行政复议或者提起行政诉讼。")
            : Told(paragraph[..rest.Index], remedy.Refused, places) ?? Told(paragraph[rest.Index..], remedy.Rest, places);
    }

    /// <summary>What is wrong with the fixed text of a template for this letter: what it says of remedies must come from the field.</summary>
    public static IEnumerable<Impediment> InTemplate(string text, RequestLetter letter)
    {
        const string instead = "请删去这段文字，只留 {{救济途径}}，系统会写上正确的救济途径。";
        if (NamesSuperior(text)) yield return new($"模板写了向上级主管部门申请行政复议。{SinceThen}。{instead}");
        if (letter.Facts.Remedy is RemedyClass.ReconsiderationFirst && OffersSuit(text)) yield return new($"模板写了可以直接提起行政诉讼。{First}。{instead}");
        else if (letter.Facts.TellsRemedy && ThreeMonths().IsMatch(text)) yield return new($"模板写的起诉期限是3个月，现行法律规定是6个月。{instead}");
    }

    const string SinceThen = "2024年1月1日起，对政府工作部门的决定不服的，只能向本级人民政府申请行政复议";

    const string First = "2024年1月1日起，对不予公开的决定不服的，应当先申请行政复议，对行政复议决定不服的才能提起行政诉讼";

    static Impediment? Told(string text, RemedyClass remedy, RemedyPlaces places) => remedy switch
    {
        RemedyClass.ReconsiderationFirst when OffersSuit(text) => new($"救济途径写了可以直接提起行政诉讼。{First}，请删去直接起诉的文字。"),
        RemedyClass.ReconsiderationFirst when !text.Contains('先', StringComparison.Ordinal) => new("不予公开的决定，应当告知先申请行政复议，请写明“先”申请行政复议。"),
        RemedyClass.Either when !SixMonths().IsMatch(text) || !text.Contains(places.Court, StringComparison.Ordinal) => new($"救济途径没有写明可以在6个月内直接向{places.Court}提起行政诉讼，请补上。"),
        _ => null,
    };

    // Where reconsideration stands first, a suit is told of only as what follows it.
    static bool OffersSuit(string text) => Clauses().Split(text).Any(clause => Suit().IsMatch(clause) && (!AfterReconsideration().IsMatch(clause) || DirectSuit().IsMatch(clause)));

    // 向上一级主管部门申请行政复议, 向某市住房和城乡建设局（上级机关）申请行政复议.
    static bool NamesSuperior(string text) => Superior().IsMatch(text);

    [GeneratedRegex(@"(?:向|到|由)[^，。；]{0,40}?(?:上级|上一级)[^，。；]{0,20}(?:部门|机关|单位|厅|局|委)[^，。；]{0,40}?(?:申请)?(?:行政)?复议")]
    private static partial Regex Superior();

    [GeneratedRegex("申请(?:行政)?复议")]
    private static partial Regex Reconsideration();

    [GeneratedRegex(@"(?<!\d)60\s*(?:日|天)|(?<![一二三四五六七八九])六十(?:日|天)|６０日")]
    private static partial Regex SixtyDays();

    [GeneratedRegex("(?:6|６|六)个?月")]
    private static partial Regex SixMonths();

    [GeneratedRegex("(?:3|３|三)个月")]
    private static partial Regex ThreeMonths();

    [GeneratedRegex("[。；;\r\n]")]
    private static partial Regex Clauses();

    [GeneratedRegex("诉讼|起诉|人民法院")]
    private static partial Regex Suit();

    [GeneratedRegex("复议决定")]
    private static partial Regex AfterReconsideration();

    [GeneratedRegex("个月|直接|(?:对|不服)本(?:告知书|答复|决定)[^，。；]{0,10}[，,]?[^。；]{0,30}(?:诉讼|起诉)")]
    private static partial Regex DirectSuit();

    [GeneratedRegex("其他部分|其余部分|予以公开的部分")]
    private static partial Regex RestBegins();
}
