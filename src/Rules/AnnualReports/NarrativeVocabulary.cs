using System.Text.RegularExpressions;

namespace Gongkai.Rules.AnnualReports;

/// <summary>The words in which reports speak of their numbers: prose, not labels of the form.</summary>
/// <remarks>
/// A clause is taken for a statement about a cell only when every word of it is known here. A word that is not (通过网站, 市政府转来, 历年)
/// may narrow or widen what is counted, and then nothing is claimed.
/// </remarks>
static partial class NarrativeVocabulary
{
    /// <summary>Words that do not change what is counted.</summary>
    [GeneratedRegex("据统计|经统计|截[至止]到?(?:本年)?(?:12月31日|12月底|年底|底)|本年1月1日至(?:本年)?12月31日|本年|全年|年内|期间|[我本](?:局|委|办|厅|街道|镇|乡|单位|机关|中心|部门|会|处|所|大队|支队)"
        + "|总共|共计|合计|总计|一共|(?<!公)共(?!享)|依法依规|依法|依规|按照规定|按规定|按时|按期|及时|如期|均|(?:含|包括|包含)(?=上年|下年|结转)|全部(?!公开)|已经|已(?!主动)|实际|分别|其中|数量|件数|总数|总量|的|了|为|是|有(?!效|限|关)|方面|情况")]
    public static partial Regex Fillers();

    /// <summary>Words that may mean more or less than the table does: what they say is only doubted.</summary>
    [GeneratedRegex("累计|[全我本](?:市|区|县|省|州|盟|旗)|全[镇乡]|全街道")]
    public static partial Regex Wider();

    /// <summary>Signs in a paragraph that its numbers may be counted in another way than the table's.</summary>
    [GeneratedRegex("转办|转来|协助|协办|配合|会同|上级|下属|下级|所属|各部门|各单位|各镇|各乡|各街道|市政府|区政府|县政府|合并|拆分|撤回|补正|重复提交|咨询|已主动公开|件次|网上|线上|信函|当面")]
    public static partial Regex Doubts();

    /// <summary>Words that bound what follows in the sentence: a part of the year, another year, others' work.</summary>
    [GeneratedRegex("[0-9一二三四五六七八九十]+月|季度|[上下]半年|以来|他年|上年|改革|合并前|疫情|[0-9]+日|下属|下设|所属|协助|协办|转办|转来|代为|受.{0,8}委托|前身|原[^则]")]
    public static partial Regex Bounds();

    /// <summary>A comparison with another year bounds nothing.</summary>
    [GeneratedRegex("^(?:较|比|与|同比|环比|相比)|相比|同比")]
    public static partial Regex Comparisons();

    [GeneratedRegex("(?:上年|往年)[^,]{0,6}结转|结转上年")]
    public static partial Regex CarriedInApart();

    [GeneratedRegex("^(?:对|就|在)?(?:所|已)?(?:收到|受理|办理|办结|答复)(?:的|了)?(?:政府信息公开|信息公开|依申请公开)?(?:的)?申请(?:件|事项)?(?:中|里)?$")]
    public static partial Regex OfRequests();

    [GeneratedRegex("(?:含|包括|包含|其中|加上|连同)[^,]{0,4}(?:上年|往年|结转)")]
    public static partial Regex CarriedInWithin();

    /// <summary>A request, by whatever name.</summary>
    public const string Request = "(?=[^#]*申请)(?:政府|政务|信息|公开|依申请|申请|事项|办件|件|书|表|公众|公民|群众|社会){1,9}";

    public const string Received = "新收到?|新接收|新受理|新增|收到|接到|接收到?|收|受理|登记|登记受理|收到受理|收悉";
    public const string ReceivedSurely = "新收到?|新接收|收到|接到|接收到?";
    public const string Done = "办结|办理完毕|办理完成|处理完毕|答复|回复|办理|处理|办理答复|办理并答复|受理并答复|作出答复|完成答复|答复办结|办结答复";
    public const string DoneSurely = "办结|办理完毕|办理完成|处理完毕";
    public const string CarriedIn = "上年(?:度)?(?:结转|转入|遗留|未办结|结转办理|结转至本年|结转到本年|结转至?)|结转上年|往年结转";
    public const string CarriedOver = "(?:结转|转入|转|顺延|延续|延)(?:至|到|入)?下年(?:度)?(?:继续)?(?:办理|处理|答复)?|下年(?:度)?(?:继续)?(?:办理|处理)|结转下年";
    public const string None = "未收到|没收到|没有收到|未收|未接到|没有接到|未接收到?|未受理|未收悉|无|没有";
    public const string NoneHappened = "未发生|没有发生|未出现|没有出现|未产生|未引发|未引起|无|没有|未收到|没有收到|未有";
    public const string Asker = "(?:任何|公众|公民|法人|和|及|或|与|、|其他组织|群众|社会|市民|申请人|关于|有关|对|提交|提出|提起|要求|向|人)*";
    public const string BecauseOf = "(?:因|由|政府|政务|信息|公开|依申请|申请|工作|答复|事项|问题|引发|引起|导致|产生|发生|被|提起|涉及|收到|公众|公民|申请人|对|而|、|和|及|等|件)*";
    public const string ReviewWords = "(?:行政)?复议";
    public const string SuitWords = "(?:行政)?诉讼|行政应诉";
    public const string CaseWords = "(?:案件|案|申请|事项|情形)*";

    /// <summary>How prose names what became of requests, beside the form's own labels.</summary>
    public static IReadOnlyDictionary<string, string> OutcomeWords { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["granted"] = "予以公开|同意公开|予以全部公开|全部公开|全部予以公开",
        ["partlyGranted"] = "部分公开|予以部分公开|部分予以公开",
        ["process"] = "四类过程性信息|过程性信息",
        ["internal"] = "三类内部事务信息|内部事务信息",
        ["enforcement"] = "行政执法案卷信息",
        ["petition"] = "信访举报投诉类",
    };

    /// <summary>How prose names kinds of applicants, beside the form's own labels.</summary>
    public static IReadOnlyDictionary<string, string> ApplicantWords { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["person"] = "公民|个人|公民个人",
        ["business"] = "企业|商业企业法人",
    };

    public const string OrganizationWords = "法人或其他组织|法人和其他组织|法人及其他组织|法人、其他组织|法人和组织|法人组织|法人";

    /// <summary>How prose names the results of table 4.</summary>
    public static IReadOnlyDictionary<string, string> ResultWords { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["upheld"] = "维持", ["corrected"] = "纠正|撤销|被撤销|被纠正", ["pending"] = "未审结|正在审理|审理中|正在审理中|尚在审理|尚在审理中",
    };

    public const string Issued = "制发|制定|新制定|新制发|制定印发|制定发布|制定出台|印发|出台|发布";
    public const string Repealed = "废止|清理废止|宣布废止";
    public const string InForce = "现行有效";

    /// <summary>Verbs that may mean less than the table's word does.</summary>
    public static IReadOnlyList<string> IssuedPerhaps { get; } = ["印发", "出台", "发布"];
}
