namespace Gongkai.Rules.Requests.Letters;

/// <summary>What a letter says, before it is printed: what <see cref="LetterChecks"/> reads, and what its fields are filled from.</summary>
/// <remarks>One record for all letters; which parts a letter needs, the checks say. What it does not need stays empty.</remarks>
public sealed record LetterContent
{
    public required RequestLetter Letter { get; init; }

    /// <summary>成文日期.</summary>
    public required DateOnly On { get; init; }

    /// <summary>What the case was decided to be; none for a step on the way.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>The row of table 3 in which the case will be counted, by its key in the form of 2021.</summary>
    public string? Row { get; init; }

    /// <summary>The articles that it cites.</summary>
    public IReadOnlyList<Citation> Cited { get; init; } = [];

    /// <summary>Other norms that it cites.</summary>
    public IReadOnlyList<CitedNorm> Norms { get; init; } = [];

    /// <summary>The class of remedy that it tells.</summary>
    public Remedy Remedy { get; init; } = Remedy.None;

    /// <summary>救济途径: the paragraph as it will be printed.</summary>
    public string RemedyParagraph { get; init; } = "";

    /// <summary>How it will be served.</summary>
    public Service By { get; init; }

    /// <summary>Who approved it.</summary>
    public Approval Approved { get; init; }

    /// <summary>事实: what was found out.</summary>
    public string Found { get; init; } = "";

    /// <summary>理由.</summary>
    public string Reasons { get; init; } = "";

    /// <summary>不能作区分处理的理由, of a refusal of the whole.</summary>
    public string WhyWhole { get; init; } = "";

    /// <summary>Which parts of a partial answer are withheld, and why each.</summary>
    public IReadOnlyList<WithheldPart> Withheld { get; init; } = [];

    /// <summary>提供方式; or where and when it can be had (获取的方式、途径和时间).</summary>
    public string Provision { get; init; } = "";

    /// <summary>附件清单.</summary>
    public IReadOnlyList<string> Enclosures { get; init; } = [];

    /// <summary>定密: on which a secret rests. It is never printed.</summary>
    public SecretMark? Secret { get; init; }

    /// <summary>检索: where and how it was looked for.</summary>
    public SearchRecord? Search { get; init; }

    /// <summary>What the third parties said; none where none was asked.</summary>
    public IReadOnlyList<Stance> ThirdParties { get; init; } = [];

    /// <summary>第三方逾期未答复: asked, and silent.</summary>
    public bool ThirdPartySilent { get; init; }

    /// <summary>Who is responsible for the information.</summary>
    public ResponsibleAgency? Responsible { get; init; }

    /// <summary>Whether it cannot be found out who is responsible.</summary>
    public bool ResponsibleUnknown { get; init; }

    /// <summary>The earlier letter: the answer that is repeated, the notice that was not followed.</summary>
    public EarlierLetter? Earlier { get; init; }

    /// <summary>The points of a notice (补正事项, 征求意见的事项), each of its own.</summary>
    public IReadOnlyList<string> Points { get; init; } = [];

    /// <summary>The last day of what it asks or promises: the term for a correction, the new due day.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>延长的工作日.</summary>
    public int Days { get; init; }

    /// <summary>The fee in yuan.</summary>
    public int Yuan { get; init; }

    /// <summary>What the letter must cite, tell and count by the law of its day: the content that agrees with itself.</summary>
    public LetterContent Agreeing(RemedyPlaces places, params IReadOnlyCollection<Convention> conventions)
    {
        var facts = Letter.Facts;
        var remedy = facts.Outcome is { } outcome ? Remedy.Of(outcome, Withheld.Select(part => part.Ground), On, conventions) : Remedy.Of(Letter, On);
        return this with
        {
            Outcome = facts.Outcome,
            Row = facts.Outcome?.FactsOn(On, conventions).Row,
            Cited = [.. facts.Basis.Concat(Withheld.SelectMany(part => part.Ground.Facts.Basis)).Distinct().OrderBy(one => one.Statute).ThenBy(one => one.Article).ThenBy(one => one.Paragraph).ThenBy(one => one.Item)],
            Remedy = remedy,
            RemedyParagraph = remedy.Paragraph(places, On),
        };
    }
}

/// <summary>A part that is withheld (不予公开的部分).</summary>
/// <param name="What">What it is, without telling it: 附件二中的家庭成员姓名和身份证件号码.</param>
/// <param name="Ground">Why: as if it were asked for alone.</param>
/// <param name="Reasons">理由.</param>
public sealed record WithheldPart(string What, Outcome Ground, string Reasons);

/// <summary>The mark of a secret (定密): only what was determined by law is one.</summary>
/// <param name="Grade">密级: 绝密、机密、秘密.</param>
/// <param name="Basis">定密依据.</param>
/// <param name="Until">保密期限, the last day; <c>null</c> where it ends by an event (<paramref name="UntilWhat"/>).</param>
/// <param name="Officer">定密责任人.</param>
/// <param name="UntilWhat">解密条件, where no day is fixed.</param>
public sealed record SecretMark(string Grade, string Basis, DateOnly? Until, string Officer, string UntilWhat = "");

/// <summary>A search (检索记录): where, with which words, by whom, when.</summary>
public sealed record SearchRecord(IReadOnlyList<string> Places, IReadOnlyList<string> Words, string By, DateOnly On);

/// <summary>The agency that is responsible (负责公开的行政机关), with name and contact.</summary>
public sealed record ResponsibleAgency(string Name, string Contact);

/// <summary>An earlier letter, by its number or subject, and its day.</summary>
public sealed record EarlierLetter(string Number, DateOnly On);
