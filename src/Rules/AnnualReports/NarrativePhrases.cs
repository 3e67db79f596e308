using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using static Gongkai.Rules.AnnualReports.NarrativeVocabulary;
using Gongkai.Rules.Requests.Letters;

namespace Gongkai.Rules.AnnualReports;

/// <summary>What a clause means in one form: the prose's verbs with the form's own labels. # is a count, ￥ an amount.</summary>
sealed partial class NarrativePhrases
{
    static readonly ConditionalWeakTable<ReportForm, NarrativePhrases> Built = [];

    const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.Compiled;

    readonly ReportForm form;
    readonly IReadOnlyDictionary<string, IReadOnlyList<string>> outcomes;
    readonly IReadOnlyDictionary<string, string> applicants;
    readonly IReadOnlyDictionary<string, string> results;
    readonly Regex outcome, applicant, result;
    readonly IReadOnlyList<(Regex Pattern, FormCell Cell)> amounts;

    NarrativePhrases(ReportForm form)
    {
        this.form = form;
        outcomes = OutcomesByWord(form);
        applicants = ByWord(form.Table3.Blocks[0].Columns.Where(column => column.Key is not ("otherBody" or ReportForm.Total)), ApplicantWords);
        results = ByWord(FormTables.Table4.Blocks[0].Columns.Where(column => column.Key is not ReportForm.Total), ResultWords);
        amounts = [.. Amounts(form)];
        outcome = new($"^(?:属于|因|属|以)?(?<first>{AnyOf(outcomes.Keys)})(?:(?<join>及|和|与|以及|或|、)(?<second>{AnyOf(outcomes.Keys)}))?(?:答复|决定|处理|申请|信息|政府信息|类|情形|事项)?#(?:{Request})?$", Options);
        applicant = new($"^(?<received>{ReceivedSurely})?(?<who>{AnyOf(applicants.Keys)}|{OrganizationWords})(?:提出|提交|申请人|{Request})?#(?:{Request})?$", Options);
        result = new($"^(?:结果)?(?<result>{AnyOf(results.Keys)})#$", Options);
    }

    public static NarrativePhrases Of(ReportForm form) => Built.GetValue(form, f => new(f));

    public static string Strip(string text) => Fillers().Replace(text, "");

    /// <summary>What a clause with one number means, or <c>null</c> where any word of it is unknown.</summary>
    public Meaning? Meaning(string skeleton, NarrativeContext context) =>
        Requests(skeleton, context) ?? Outcomes(skeleton, context) ?? Applicants(skeleton, context) ?? Remedies(skeleton, context) ?? Results(skeleton, context) ?? Disclosures(skeleton, context);

    /// <summary>What a clause says that did not happen: 未收到政府信息公开申请.</summary>
    public IEnumerable<Meaning> Nothing(string clause, NarrativeContext context)
    {
        if (NothingReceived().IsMatch(clause)) yield return new(Topic.Received, [Cells(ReportForm.Received)], Surely: true);
        else if (NothingCarried().IsMatch(clause)) yield return new(Topic.CarriedOver, [Cells(ReportForm.CarriedOver)], Surely: true);
        else if (NoRemedy().Match(clause) is { Success: true } none && context.SpeaksOfDisclosure)
        {
            if (none.Groups["review"].Success) yield return new(Topic.Review, [Review], Surely: true);
            if (none.Groups["suit"].Success) yield return new(Topic.Suit, [Suits], Surely: true);
        }
    }

    Meaning? Requests(string skeleton, NarrativeContext context)
    {
        var (received, carriedIn, done) = (Cells(ReportForm.Received), Cells(ReportForm.CarriedIn), Cells(ReportForm.Total));
        if (ReceivedClause().Match(skeleton) is { Success: true } r && !(context.Part && !r.Groups["new"].Success))
            return new(Topic.Received, r.Groups["new"].Success || context.CarriedInApart ? [received] : [received, [.. received, .. carriedIn], done], r.Groups["surely"].Success || r.Groups["new"].Success);
        if (CarriedInClause().IsMatch(skeleton)) return new(Topic.CarriedIn, [carriedIn], Surely: true);
        if (CarriedOverClause().IsMatch(skeleton)) return new(Topic.CarriedOver, [Cells(ReportForm.CarriedOver)], Surely: true);
        if (DoneClause().Match(skeleton) is { Success: true } d && (d.Groups["what"].Success || d.Groups["after"].Success || context.Requests != Topic.None))
            return new(Topic.Done, [done, received, [.. received, .. carriedIn], Without("other"), Without("process"), Without("other", "process")],
                d.Groups["surely"].Success && !context.Part);
        return null;
    }

    Meaning? Outcomes(string skeleton, NarrativeContext context)
    {
        // 不予公开 may also be said of documents: only after a total of requests, or in the part about them, is it an outcome.
        if (context.Requests == Topic.None && context.Section != 3 || outcome.Match(skeleton) is not { Success: true } match) return null;
        var first = outcomes[match.Groups["first"].Value];
        IReadOnlyList<string> second = match.Groups["second"].Success ? outcomes[match.Groups["second"].Value] : [];
        List<IReadOnlyList<FormCell>> meanings = [Rows([.. first, .. second])];
        if (match.Groups["join"].Value == "、") meanings.Add(Rows(second));
        if (first.Contains("stateSecret") && first.Count > 1 || second.Contains("stateSecret") && second.Count > 1) meanings.AddRange(Looser([.. first, .. second]));
        return new(Topic.Outcome, meanings, Surely: context.RequestsAgree && context.Requests == Topic.Done);
    }

    Meaning? Applicants(string skeleton, NarrativeContext context)
    {
        if (applicant.Match(skeleton) is not { Success: true } match || context.Requests is not Topic.Received && !match.Groups["received"].Success) return null;
        IReadOnlyList<string> all = [.. form.Table3.Blocks[0].Columns.Where(column => column.Key is not ("person" or ReportForm.Total)).Select(column => column.Key)];
        IReadOnlyList<string> who = applicants.TryGetValue(match.Groups["who"].Value, out var one) ? [one] : all;
        IReadOnlyList<FormCell> Of(params string[] rows) => [.. rows.SelectMany(row => who.Select(column => form[$"t3.{row}.{column}"]))];
        List<IReadOnlyList<FormCell>> meanings = [Of(ReportForm.Received)];
        if (!context.RequestsAgree) meanings.Add(Of(ReportForm.Received, ReportForm.CarriedIn));
        // 企业 and 法人 are used for each other.
        if (one is "business" || one is null) meanings.AddRange([[form["t3.received.business"]], [.. all.Select(column => form[$"t3.received.{column}"])]]);
        return new(Topic.Applicants, meanings, Surely: context.RequestsAgree);
    }

    Meaning? Remedies(string skeleton, NarrativeContext context)
    {
        if (RemedyClause().Match(skeleton) is not { Success: true } match) return null;
        var named = match.Groups["why"].Value.Contains("公开", StringComparison.Ordinal) || match.Groups["why"].Value.Contains("依申请", StringComparison.Ordinal);
        if (!named && !context.SpeaksOfDisclosure && context.Requests == Topic.None) return null;
        var sure = named || context.Section == 4;
        if (match.Groups["review"].Success && match.Groups["suit"].Success) return new(Topic.Remedies, [[.. Review, .. Suits], Review, Suits], Surely: false);
        return match.Groups["review"].Success
            ? new(Topic.Review, [Review, Except("pending", "review")], sure)
            : new(Topic.Suit, [Suits, Total("suit"), Total("suitAfterReview"), Except("pending", "suit", "suitAfterReview")], sure);
    }

    Meaning? Results(string skeleton, NarrativeContext context)
    {
        if (context.Remedy is not (Topic.Review or Topic.Suit) || result.Match(skeleton) is not { Success: true } match) return null;
        var column = results[match.Groups["result"].Value];
        IReadOnlyList<FormCell> Of(string row) => [form[$"t4.{row}.{column}"]];
        return context.Remedy == Topic.Review
            ? new(Topic.Results, [Of("review")], Surely: column != "corrected")
            : new(Topic.Results, [[.. Of("suit"), .. Of("suitAfterReview")], Of("suit"), Of("suitAfterReview")], Surely: false);
    }

    // 行政复议, 未经复议直接起诉 and 复议后起诉 are the rows of table 4.
    IReadOnlyList<FormCell> Review => Total("review");
    IReadOnlyList<FormCell> Suits => [.. Total("suit"), .. Total("suitAfterReview")];
    IReadOnlyList<FormCell> Total(string row) => [form[$"t4.{row}.{ReportForm.Total}"]];
    IReadOnlyList<FormCell> Except(string column, params string[] rows) =>
        [.. form.Cells.Where(cell => cell.Table.Number == 4 && rows.Contains(cell.Row.Key) && cell.Column.Key != column && cell.Column.Key != ReportForm.Total)];

    IReadOnlyList<FormCell> Cells(string row) => [form[$"t3.{row}.{ReportForm.Total}"]];
    IReadOnlyList<FormCell> Rows(IEnumerable<string> rows) => [.. rows.Distinct().SelectMany(Cells)];

    // All outcomes but those of （六）其他处理 or （五）不予处理, which some do not call answers.
    IReadOnlyList<FormCell> Without(params string[] groups) =>
        Rows(form.Outcomes.Where(row => !(groups.Contains("other") && IsOther(row)) && !(groups.Contains("process") && row.Group == GroupOf("petition"))).Select(row => row.Key));

    // Loosely, 不予公开 is everything that was not given: with any of the groups that follow it.
    IEnumerable<IReadOnlyList<FormCell>> Looser(IReadOnlyList<string> rows)
    {
        var others = form.Outcomes.Where(row => !rows.Contains(row.Key) && row.Key is not ("granted" or "partlyGranted")).GroupBy(row => row.Group ?? row.Key).Select(group => group.Select(row => row.Key).ToList()).ToList();
        for (var chosen = 1; chosen < 1 << others.Count; chosen++)
            yield return Rows([.. rows, .. others.Where((_, i) => (chosen >> i & 1) == 1).SelectMany(group => group)]);
    }

    string? GroupOf(string row) => form.Outcomes.First(r => r.Key == row).Group;
    static bool IsOther(FormRow row) => row.Key is "otherHandling" or "noCorrection" or "noPayment" or "other";
}
