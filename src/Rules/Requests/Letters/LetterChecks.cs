namespace Gongkai.Rules.Requests.Letters;

/// <summary>What stands in the way of issuing a letter: its kind, article, remedy and row must agree, and it must say what the law wants it to say.</summary>
public static partial class LetterChecks
{
    /// <summary>Why a letter may not go out, the weightiest reason; <c>null</c>: it may.</summary>
    /// <param name="content">What it says.</param>
    /// <param name="places">Where it can be contested.</param>
    /// <param name="conventions">What holds where the texts are silent.</param>
    public static Impediment? ToIssue(LetterContent content, RemedyPlaces places, params IReadOnlyCollection<Convention> conventions) =>
        ToAgreeing(content, conventions) ?? ToTellingRemedy(content, places, conventions) ?? ToSaying(content) ?? ToApproving(content);

    /// <summary>Whether kind, outcome, row and article fit each other.</summary>
    static Impediment? ToAgreeing(LetterContent content, IReadOnlyCollection<Convention> conventions)
    {
        var letter = content.Letter.Facts;
        if (letter.Outcome != content.Outcome)
            return letter.Outcome is null ? new($"{letter.Name}不是办结文书，不能写办理结果。")
                : content.Outcome is { } other ? new($"办理结果是“{other.Name}”，应当出具{other.Facts.Letter.Name}，不能出具{letter.Name}。")
                : new($"{letter.Name}是办结文书，请先确定办理结果。");
        if (letter.Outcome is { } outcome)
        {
            if (content.Row != outcome.FactsOn(content.On, conventions).Row) return new($"“{outcome.Name}”与所选的年度报告统计项不一致，请重新确定办理结果。");
        }
        else if (content.Row is not null) return new($"{letter.Name}不是办结文书，不计入年度报告的办理结果。");
        return ToCiting(content, letter);
    }

    // An article on which some other letter rests says something else than this one. What is only mentioned, an extension for one, stands in the text.
    static readonly HashSet<Citation> Telling = [.. RequestLetters.All.SelectMany(letter => letter.Facts.Basis)];

    static Impediment? ToCiting(LetterContent content, LetterFacts letter)
    {
        HashSet<Citation> own = [.. letter.Basis, .. content.Withheld.SelectMany(part => part.Ground.Facts.Basis)];
        return own.FirstOrDefault(one => !content.Cited.Contains(one)) is { } missing ? new($"{letter.Name}应当引用{missing.Text}，请补上。")
            : content.Cited.FirstOrDefault(one => Telling.Contains(one) && !own.Contains(one)) is { } foreign ? new($"{letter.Name}不能引用{foreign.Text}，请删去，或者改用相应的文书。")
            : null;
    }

    static Impediment? ToTellingRemedy(LetterContent content, RemedyPlaces places, IReadOnlyCollection<Convention> conventions)
    {
        var letter = content.Letter.Facts;
        var told = content.RemedyParagraph.Trim().Length > 0;
        var lawful = letter.Outcome is { } outcome ? Remedy.Of(outcome, content.Withheld.Select(part => part.Ground), content.On, conventions) : Remedy.Of(content.Letter, content.On);
        if (lawful.Refused is RemedyClass.None) return told || content.Remedy != lawful ? new($"{letter.Name}不能单独申请行政复议或者提起行政诉讼，请删去救济途径。") : null;
        if (!told) return new($"{letter.Name}没有写救济途径，不能出具。");
        return content.Remedy != lawful ? new($"{letter.Name}的救济途径应当是“{lawful.Name}”，写的是“{content.Remedy.Name}”，请改正。")
            : places.ToTelling(content.By) ?? RemedyWording.ToTelling(content.RemedyParagraph, lawful, places, content.On, content.By);
    }

    static Impediment? ToApproving(LetterContent content) => content.Approved >= content.Letter.Facts.Approval ? null
        : content.Letter.Facts.Approval is Approval.SignOff ? new($"{content.Letter.Name}还没有审签，不能出具。")
        : new($"{content.Letter.Name}还没有经政府信息公开工作机构负责人同意，不能出具。");
}
