using System.Text.RegularExpressions;
using static Gongkai.Rules.AnnualReports.NarrativeVocabulary;

namespace Gongkai.Rules.AnnualReports;

// The words of the form and of prose as patterns, and table 2.
sealed partial class NarrativePhrases
{
    Meaning? Disclosures(string skeleton, NarrativeContext context)
    {
        if (DocumentClause().Match(skeleton) is { Success: true } document)
        {
            var row = document.Groups["rules"].Success ? "rules" : document.Groups["normative"].Success ? "normative" : context.Documents;
            if (row is null || form.Find($"t2.{row}.issued") is null) return null;
            context.Documents = row;
            var column = document.Groups["issued"].Success ? "issued" : document.Groups["repealed"].Success ? "repealed" : "inForce";
            var exact = document.Groups["administrative"].Success && !IssuedPerhaps.Contains(document.Groups["issued"].Value);
            return new(Topic.Documents, [[form[$"t2.{row}.{column}"]]], Surely: exact);
        }
        foreach (var (pattern, cell) in amounts)
            if (pattern.IsMatch(skeleton))
                return cell.Unit == Unit.TenThousandYuan ? new(Topic.Money, [[cell]], Surely: true) : new(Topic.Decisions, [[cell]], Surely: form.Edition == 2021);
        return null;
    }

    // 作出行政许可决定#, 收取行政事业性收费￥.
    static IEnumerable<(Regex, FormCell)> Amounts(ReportForm form) =>
        from cell in form.Cells
        where cell.Table.Number == 2 && (cell.Column.Key == "decisions" || cell.Unit == Unit.TenThousandYuan)
        let label = Regex.Escape(cell.Row.Label)
        select (new Regex(cell.Unit == Unit.TenThousandYuan ? $"^(?:收取|征收|收到)?{label}(?:金额|收入|总额|总金额|收费金额)?￥$" : $"^(?:作出|做出){label}(?:类)?决定(?:书)?#$", Options), cell);

    static Dictionary<string, IReadOnlyList<string>> OutcomesByWord(ReportForm form)
    {
        Dictionary<string, IReadOnlyList<string>> words = new(StringComparer.Ordinal);
        foreach (var row in form.Outcomes)
        {
            words.TryAdd(Strip(Bare(row.Label)), [row.Key]);
            words.TryAdd(Strip(Bare(row.Label)).Replace("属于", "", StringComparison.Ordinal), [row.Key]);
            foreach (var word in OutcomeWords.GetValueOrDefault(row.Key, "").Split('|', StringSplitOptions.RemoveEmptyEntries)) words.TryAdd(word, [row.Key]);
        }
        foreach (var group in form.Outcomes.Where(row => row.Group is not null).GroupBy(row => row.Group!))
            words.TryAdd(group.Key[(group.Key.IndexOf('）', StringComparison.Ordinal) + 1)..], [.. group.Select(row => row.Key)]);
        // 其他 alone may be anything.
        foreach (var vague in words.Keys.Where(word => word.Length < 3).ToList()) words.Remove(vague);
        return words;
    }

    static Dictionary<string, string> ByWord(IEnumerable<FormColumn> columns, IReadOnlyDictionary<string, string> prose) =>
        columns.SelectMany(column => prose.GetValueOrDefault(column.Key, "").Split('|', StringSplitOptions.RemoveEmptyEntries).Append(column.Label).Select(word => (word, column.Key)))
            .DistinctBy(pair => pair.word).ToDictionary(pair => pair.word, pair => pair.Key, StringComparer.Ordinal);

    static string Bare(string label) => Printed.Narrow(label.Split('（')[0]).Replace("“", "", StringComparison.Ordinal).Replace("”", "", StringComparison.Ordinal);

    static string AnyOf(IEnumerable<string> words) => string.Join('|', words.OrderByDescending(word => word.Length).Select(Regex.Escape));

    [GeneratedRegex($"^(?:(?<new>新收到?|新接收|新增)|(?<surely>{ReceivedSurely})|{Received})(?:(?:{Request})#|#(?:{Request}))$|^(?<new>新收)#$")]
    private static partial Regex ReceivedClause();

    [GeneratedRegex($"^(?:{CarriedIn})(?:{Request})?(?:办理|处理)?(?:{Request})?#(?:{Request})?$")]
    private static partial Regex CarriedInClause();

    [GeneratedRegex($"^(?:{CarriedOver})(?:{Request})?(?:办理|处理|答复)?#(?:{Request})?$|^#(?:{Request})?(?:{CarriedOver})$")]
    private static partial Regex CarriedOverClause();

    [GeneratedRegex($"^(?:(?<surely>{DoneSurely})|{Done})(?<what>{Request})?#(?<after>{Request})?$")]
    private static partial Regex DoneClause();

    [GeneratedRegex($"^(?<why>{BecauseOf})(?:(?<review>{ReviewWords})(?:(?:、|和|及|与|或|以及)(?<suit>{SuitWords}))?|(?<suit>{SuitWords})){CaseWords}#$")]
    private static partial Regex RemedyClause();

    [GeneratedRegex($"^(?:{None}){Asker}(?:{Request}){Asker}$")]
    private static partial Regex NothingReceived();

    [GeneratedRegex("^(?:无|没有)(?:结转至?下年|下年结转)(?:继续)?(?:办理|处理)?(?:件|事项|申请|政府信息公开申请)*$")]
    private static partial Regex NothingCarried();

    [GeneratedRegex($"^(?:{NoneHappened}){BecauseOf}(?:(?<review>{ReviewWords})(?:{CaseWords})?(?:(?:、|和|及|与|或|以及|或者)*(?:被提起|提起)?(?<suit>{SuitWords}))?|(?<suit>{SuitWords}))(?:{CaseWords})$")]
    private static partial Regex NoRemedy();

    [GeneratedRegex($"^(?:(?<issued>{Issued})|(?<repealed>{Repealed})|(?<inForce>{InForce}))(?:(?<administrative>行政)?(?<normative>规范性文件)|(?<administrative>政府)?(?<rules>规章))?#$|^(?:(?<issued>{Issued})|(?<repealed>{Repealed}))#(?:(?<administrative>行政)?(?<normative>规范性文件)|(?<administrative>政府)?(?<rules>规章))$|^(?:(?<administrative>行政)?(?<normative>规范性文件)|(?<administrative>政府)?(?<rules>规章))(?:(?<issued>{Issued})|(?<repealed>{Repealed})|(?<inForce>{InForce}))#$")]
    private static partial Regex DocumentClause();
}
