using System.Buffers;
using System.Text.RegularExpressions;

namespace Gongkai.Rules.AnnualReports;

/// <summary>One part of a list in the text: 概况类 2.</summary>
public sealed record NarrativePart(string Label, decimal Number);

/// <summary>A total in the text with the parts that follow it: 共119条，其中概况类2条……</summary>
/// <param name="Section">The part of the report, 0 for the introduction.</param>
/// <param name="Quote">The sentence, as printed.</param>
/// <param name="Partial">The words say or suggest that the list names only some of its parts.</param>
/// <param name="Residual">The list names 其他: it means to be complete.</param>
public sealed record NarrativeSum(int Section, string Quote, decimal Total, IReadOnlyList<NarrativePart> Parts, bool Partial, bool Residual)
{
    public decimal Sum => Parts.Sum(part => part.Number);
    public bool Holds => Sum == Total;

    /// <summary>2+4+88+25=119</summary>
    public override string ToString() => $"{string.Join("+", Parts.Select(part => part.Number.ToString("0.####")))}{(Holds ? "=" : "≠")}{Total:0.####}";
}

/// <summary>Finds the lists in the text that claim to add up.</summary>
public static partial class Narrative
{
    /// <summary>Every total with its parts, those that add up and those that do not.</summary>
    public static IReadOnlyList<NarrativeSum> Sums(Report report) =>
    [
        .. from prose in report.Prose
           where prose.Paragraph.AsSpan().IndexOfAny(Digits) >= 0
           from sentence in Joined(prose.Paragraph).Split(['。', '！', '？', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
           from sum in In(prose.Section, sentence)
           select sum,
    ];

    // 其中 at the beginning of a sentence goes on with the one before, where that gives one number: of several it may mean any, or all of them together.
    static string Joined(string paragraph) => Continued().Replace(paragraph, match =>
    {
        var before = paragraph.AsSpan(0, match.Index);
        return Counted().Count(before[(before.LastIndexOfAny("。；！？\n") + 1)..]) == 1 ? "，其中" : match.Value;
    });

    static readonly SearchValues<char> Digits = SearchValues.Create("0123456789０１２３４５６７８９");

    static IEnumerable<NarrativeSum> In(int section, string sentence)
    {
        if (sentence.Length > NarrativeText.Longest || sentence.AsSpan().IndexOfAny(Digits) < 0) yield break;
        var plain = NarrativeText.Plain(sentence, null);
        foreach (Match head in Head().Matches(plain))
        {
            var (_, total) = NarrativeText.Apart(head.Groups["total"].Value);
            if (total is not [{ Exact: true } whole]) continue;
            var list = plain[(head.Index + head.Length)..];
            // A list in brackets ends with them; brackets within a list hold parts of parts.
            if (head.Value.EndsWith('(') || head.Groups["open"].Success) list = Balanced(list);
            list = Brackets().Replace(list, "");
            if (Parts(list, whole.Unit) is not { Count: >= 2 } parts) continue;
            // What follows a list that is complete already belongs to another, unless it is named in the same way.
            for (var count = 2; count < parts.Count; count++)
                if (parts.Take(count).Sum(part => part.Number) == whole.Number && parts.Take(count + 1).Select(part => part.Label[^1]).Distinct().Count() > 1)
                    parts = [.. parts.Take(count)];
            yield return new(section, sentence, whole.Number, parts,
                Partial: Some().IsMatch(head.Value) || Some().IsMatch(list) || Requests().IsMatch(Before(plain, head.Groups["total"].Index) + head.Value), Residual: parts.Any(part => Rest().IsMatch(part.Label)));
        }
    }

    static List<NarrativePart> Parts(string list, string unit)
    {
        List<NarrativePart> parts = [];
        string? measure = null;
        foreach (var segment in list.Split([',', '、', ';', '和', '及'], StringSplitOptions.RemoveEmptyEntries))
        {
            var (skeleton, quantities) = NarrativeText.Apart(segment);
            if (quantities.Count == 0 && skeleton.Length <= 12) continue;
            if (quantities is not [{ Exact: true } quantity] || Part().Match(skeleton) is not { Success: true } part) break;
            // Measure words may vary from part to part, but where the first is the total's, another one counts something else.
            measure ??= quantity.Unit;
            if (measure == unit && quantity.Unit != unit) break;
            if (parts.Count > 0 && Another().IsMatch(part.Groups["label"].Value)) break;
            // Applicants first, and then what became of them: two lists.
            if (parts.Count > 0 && Applicants().IsMatch(part.Groups["label"].Value) != Applicants().IsMatch(parts[^1].Label) && parts.TrueForAll(p => Applicants().IsMatch(p.Label))) break;
            parts.Add(new(part.Groups["label"].Value, quantity.Number));
        }
        return parts;
    }

    // The words of the clause that names the total.
    static string Before(string text, int index) => text[(text.LastIndexOfAny([',', ';', ':'], index - 1 < 0 ? 0 : index - 1) + 1)..index];

    static string Balanced(string text)
    {
        var depth = 1;
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0) return text[..i];
        }
        return text;
    }

    [GeneratedRegex("[。；]其中")]
    private static partial Regex Continued();

    [GeneratedRegex("[0-9０-９]+[ \u3000]*(?:余|多)?[件条份项篇则个次起宗]")]
    private static partial Regex Counted();

    [GeneratedRegex(@"(?<total>(?:约|近|超过?|逾)?(?<![0-9.])[0-9]+(?:余|多)?[件条份项篇则个次起宗])(?:政府信息公开申请|政府信息|信息|申请|文件)?[,:]?(?<about>[^0-9,;()#]{0,10}?)(?:(?<open>\()?(?:其中(?:包括|包含)?|包括|包含|分别为|分别是|具体为)[,:]?|\((?=[^()]*[0-9][^()]*[0-9])|(?<=:)(?=[\u4e00-\u9fff]{1,14}[0-9]+[件条份项篇则个][,、;]))")]
    private static partial Regex Head();

    [GeneratedRegex(@"\([^()]*\)")]
    private static partial Regex Brackets();

    [GeneratedRegex("^(?<label>[\\u4e00-\\u9fff]{1,20}):?#[\\u4e00-\\u9fff]{0,6}$")]
    private static partial Regex Part();

    [GeneratedRegex("主要|大部分|多为|重点|例如|尤其|仅|等(?:[,。;)]|$)|等[各类信]")]
    private static partial Regex Some();

    [GeneratedRegex("^(?:自然人|公民|个人|商业企业|企业|法人|科研机构|社会公益组织|法律服务机构|其他组织)")]
    private static partial Regex Applicants();

    // Classes of requests are named in part: the rest simply go unmentioned.
    [GeneratedRegex("申请|复议|诉讼|办结|答复")]
    private static partial Regex Requests();

    [GeneratedRegex("^其[他它]|其[他它](?:类|信息|方面|事项)")]
    private static partial Regex Rest();

    [GeneratedRegex("通过|利用|发布|收到|办理|答复|回复|受理|举办|开展|召开|制作|编制|累计|推送|转发|回应|全年|此外|另|同时|还|共计|共(?!享|同|服)|合计|总计|总共|含|其中|上年|下年|结转|提起|复议|诉讼|引发|被|办结|办理|审结|延期|补正|撤回|涉及|按期|按时")]
    private static partial Regex Another();
}
