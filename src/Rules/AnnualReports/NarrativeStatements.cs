using System.Buffers;
using Gongkai.Rules.Requests.Letters;

namespace Gongkai.Rules.AnnualReports;

/// <summary>A number in the text that names cells of a table.</summary>
/// <param name="Section">The part of the report that says it.</param>
/// <param name="Quote">The sentence, as printed.</param>
/// <param name="Said">The number, in the cells' unit.</param>
/// <param name="Precision">To how many decimals it is given.</param>
/// <param name="Meanings">What it may mean: cells whose sum it is; the first is what the words say.</param>
/// <param name="Surely">The words leave no narrower meaning.</param>
sealed record Statement(int Section, string Quote, decimal Said, byte Precision, IReadOnlyList<IReadOnlyList<FormCell>> Meanings, bool Surely);

/// <summary>Reads the statements about cells out of the prose, clause by clause, and keeps in mind what a 其中 belongs to.</summary>
sealed class NarrativeStatements
{
    static readonly SearchValues<char> Telling = SearchValues.Create("0123456789０１２３４５６７８９一二两三四五六七八九十百千未无没");

    readonly Report report;
    readonly NarrativePhrases phrases;
    readonly int? year;
    readonly bool government;
    readonly List<Statement> found = [];

    NarrativeStatements(Report report, int? year)
    {
        this.report = report;
        phrases = NarrativePhrases.Of(report.Form);
        this.year = year;
        government = report.Agency?.Contains("人民政府", StringComparison.Ordinal) ?? false;
    }

    /// <summary>Every statement, in the order of the text. The problems of part five and the matters of part six are not read: they speak of much else.</summary>
    public static IReadOnlyList<Statement> Of(Report report, int? year)
    {
        var reading = new NarrativeStatements(report, year);
        foreach (var (section, paragraph) in report.Prose)
            if (section is >= 1 and <= 4) reading.Read(section, paragraph);
        return reading.found;
    }

    void Read(int section, string paragraph)
    {
        // Most prose has neither a number nor a 未 or 无: it states nothing.
        if (paragraph.AsSpan().IndexOfAny(Telling) < 0) return;
        var context = new NarrativeContext { Section = section, Doubtful = NarrativeVocabulary.Doubts().IsMatch(paragraph) };
        foreach (var sentence in paragraph.Split(['。', '；', ';', '！', '!', '？', '?', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (sentence.Length > NarrativeText.Longest || sentence.AsSpan().IndexOfAny(Telling) < 0) continue;
            var plain = NarrativeText.Plain(sentence, year).Replace("(含部分公开)", "及部分公开", StringComparison.Ordinal);
            context.Begin(plain);
            foreach (var clause in plain.Split([',', ':', '(', ')'], StringSplitOptions.RemoveEmptyEntries))
                ReadClause(clause, sentence, context);
        }
    }

    void ReadClause(string clause, string quote, NarrativeContext context)
    {
        if (context.Bounded) return;
        if (clause.AsSpan().IndexOfAny(Telling) < 0)
        {
            context.Bound(clause);
            context.Open(clause);
            return;
        }
        var own = WithoutAgency(clause);
        // 其中县政府收到12件: a government's own office is a part of what its report counts.
        context.Part = clause.StartsWith("其中", StringComparison.Ordinal);
        if (government && own.Length < clause.Length) context.Wider = true;
        var bare = NarrativeVocabulary.Wider().Replace(own, match =>
        {
            // 全区 is the whole of a government's report and far more than a bureau's.
            if (match.Value != "累计" && !government) return match.Value;
            context.Wider = true;
            return "";
        });
        if (!NarrativeText.Apart(bare).Skeleton.AsSpan().ContainsAny('#', '￥'))
        {
            var nothing = phrases.Nothing(Strip(bare), context).ToList();
            foreach (var meaning in nothing) Add(quote, new(0, "件", true), meaning, context);
            if (nothing.Count == 0) context.Bound(bare);
            return;
        }
        var waiting = "";
        foreach (var part in bare.Split('、', StringSplitOptions.RemoveEmptyEntries))
        {
            var (skeleton, quantities) = NarrativeText.Apart(waiting + part);
            waiting = quantities.Count == 0 ? waiting + part + "、" : "";
            if (quantities.Count == 0) continue;
            if (quantities is [{ Exact: true } quantity] && phrases.Meaning(Strip(skeleton), context) is { } meaning) Add(quote, quantity, meaning, context);
            else
            {
                context.Forget();
                context.Bound(part);
            }
        }
    }

    void Add(string quote, Quantity quantity, Meaning meaning, NarrativeContext context)
    {
        var statement = new Statement(context.Section, quote, quantity.Number, quantity.Number.Scale, meaning.Cells,
            meaning.Surely && !context.Wider && !context.Doubtful && !context.Lost);
        found.Add(statement);
        var agrees = meaning.Cells.Count > 0 && NarrativeChecks.Matches(report, statement, meaning.Cells[0]);
        context.Heard(meaning, agrees);
    }

    static string Strip(string text) => NarrativePhrases.Strip(text);

    // 云溪区住建局收到…… begins with the agency itself.
    string WithoutAgency(string clause)
    {
        if (report.Agency is not { } agency) return clause;
        var start = NarrativeVocabulary.Fillers().Match(clause) is { Success: true, Index: 0 } filler ? filler.Length : 0;
        if (start >= clause.Length || !agency.Contains(clause[start], StringComparison.Ordinal)) return clause;
        for (var length = Math.Min(clause.Length - start, agency.Length); length >= 3; length--)
        {
            var name = clause.Substring(start, length);
            if ("局委办厅心道处镇乡府会关室".Contains(name[^1], StringComparison.Ordinal) && AgencyName.Same(name, agency)) return clause.Remove(start, length);
        }
        return clause;
    }
}

/// <summary>What a clause means: cells whose sum it gives, and what a following 其中 would be part of.</summary>
/// <param name="Cells">The meanings, the plainest first.</param>
sealed record Meaning(Topic Topic, IReadOnlyList<IReadOnlyList<FormCell>> Cells, bool Surely);

/// <summary>What a passage speaks of.</summary>
enum Topic { None, Received, Done, CarriedOver, CarriedIn, Outcome, Applicants, Review, Suit, Remedies, Results, Documents, Decisions, Money }

/// <summary>What has been said so far in a paragraph.</summary>
sealed class NarrativeContext
{
    public required int Section { get; init; }

    /// <summary>The paragraph speaks of things that may be counted otherwise.</summary>
    public required bool Doubtful { get; init; }

    public string Sentence { get; private set; } = "";

    /// <summary>Something earlier in the sentence bounds what its numbers count: nothing more is claimed of it.</summary>
    public bool Bounded { get; private set; }

    /// <summary>The clause begins with 其中: it gives a part of what was named before.</summary>
    public bool Part { get; set; }

    /// <summary>The sentence speaks of a whole region, or of more than a year.</summary>
    public bool Wider { get; set; }

    /// <summary>A number earlier in the sentence was not understood: what follows may belong to it.</summary>
    public bool Lost { get; private set; }

    /// <summary>The total of requests that was named last, and whether it agreed with the table's 总计.</summary>
    public Topic Requests { get; private set; }
    public bool RequestsAgree { get; private set; }

    /// <summary>行政复议 or 行政诉讼, when the last number was its.</summary>
    public Topic Remedy { get; private set; }

    /// <summary>The row of table 2 of whose documents the last number spoke.</summary>
    public string? Documents { get; set; }

    public bool SpeaksOfDisclosure => Section == 4 || Sentence.Contains("信息公开", StringComparison.Ordinal) || Sentence.Contains("依申请", StringComparison.Ordinal);

    public void Heard(Meaning meaning, bool agrees)
    {
        if (meaning.Topic is Topic.Received or Topic.Done) (Requests, RequestsAgree) = (meaning.Topic, agrees && !Wider);
        if (meaning.Topic is Topic.Review or Topic.Suit) Remedy = meaning.Topic;
        else if (meaning.Topic is not Topic.Results) Remedy = Topic.None;
        if (meaning.Topic is not Topic.Documents) Documents = null;
    }

    /// <summary>The sentence gives what was carried in beside what was received, and not within it.</summary>
    public bool CarriedInApart => NarrativeVocabulary.CarriedInApart().IsMatch(Sentence) && !NarrativeVocabulary.CarriedInWithin().IsMatch(Sentence);

    /// <summary>对收到的申请，…… speaks of all requests without saying how many: what follows may be told of them, but not for sure.</summary>
    public void Open(string clause)
    {
        if (Requests == Topic.None && NarrativeVocabulary.OfRequests().IsMatch(clause)) (Requests, RequestsAgree) = (Topic.Received, false);
    }

    public void Begin(string sentence) => (Sentence, Bounded, Wider, Lost) = (sentence, false, false, false);

    /// <summary>A clause that was not understood may bound the rest: 截至6月底, 全市共收到658件.</summary>
    public void Bound(string clause)
    {
        if (Bounded || !NarrativeVocabulary.Bounds().IsMatch(clause) && !NarrativeVocabulary.Wider().IsMatch(clause)) return;
        var bare = NarrativePhrases.Strip(clause);
        Bounded = !NarrativeVocabulary.Comparisons().IsMatch(bare) && (NarrativeVocabulary.Bounds().IsMatch(bare) || NarrativeVocabulary.Wider().IsMatch(bare));
    }

    /// <summary>A number that was not understood: what follows it may belong to it.</summary>
    public void Forget() => (Requests, RequestsAgree, Remedy, Documents, Lost) = (Topic.None, false, Topic.None, null, true);
}
