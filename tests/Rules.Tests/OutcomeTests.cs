using System.Text;
using Gongkai.Rules.AnnualReports;
using Gongkai.Rules.Requests;
using Gongkai.Rules.Requests.Letters;

namespace Gongkai.Rules.Tests;

/// <summary>The one table of outcomes says what the law says, and nothing in it is alone.</summary>
public sealed class OutcomeTests
{
    static readonly Outcome[] All = Enum.GetValues<Outcome>();

    [Fact]
    public void The_table_of_outcomes_is_as_approved() => Snapshot.Matches(Table(), "docs/outcomes.md");

    [Fact]
    public void Every_row_of_table_three_is_some_outcomes_and_every_outcome_has_one()
    {
        Assert.Equal(Rows(2021), All.Select(outcome => outcome.Facts.RowOf(2021)).Distinct());
        Assert.Equal(Rows(2019), All.Select(outcome => outcome.Facts.RowOf(2019)).Distinct());
        Assert.Equal(Rows(2021), Outcomes.Rows);
    }

    [Fact]
    public void Each_outcome_has_a_letter_of_its_own_that_closes_the_case()
    {
        Assert.Equal(All.Length, All.Select(outcome => outcome.Facts.Letter).Distinct().Count());
        Assert.All(All, outcome => Assert.Equal(LetterEffect.Closes, outcome.Facts.Effect));
        Assert.All(All, outcome => Assert.Equal(outcome.ToString(), outcome.Facts.Letter.ToString()));
    }

    [Fact]
    public void Reconsideration_comes_first_for_refusals_under_14_15_and_16_and_for_the_refused_part_alone()
    {
        Assert.Equal(All.Where(outcome => outcome.IsRefusal).Append(Outcome.PartlyGranted).Order(), All.Where(outcome => outcome.Facts.Remedy is RemedyClass.ReconsiderationFirst));
        Assert.All(All.Where(outcome => outcome.IsRefusal), outcome => Assert.InRange(outcome.Facts.Basis[0].Article, 14, 16));
        Assert.Equal(RemedyClass.Either, Outcome.PartlyGranted.Facts.RemedyOfRest);
        Assert.Equal(RemedyClass.Either, Outcome.SpecialRegime.Facts.Remedy);
    }

    [Theory]
    [InlineData(Outcome.StateSecret, "《中华人民共和国政府信息公开条例》第十四条、第三十六条第（三）项")]
    [InlineData(Outcome.ThirdPartyRights, "《中华人民共和国政府信息公开条例》第十五条、第三十二条、第三十六条第（三）项")]
    [InlineData(Outcome.EnforcementDossier, "《中华人民共和国政府信息公开条例》第十六条第二款、第三十六条第（三）项")]
    [InlineData(Outcome.NotPaid, "《中华人民共和国政府信息公开条例》第四十二条、《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）")]
    [InlineData(Outcome.StillUnclear, "《中华人民共和国政府信息公开条例》第二十九条第二款、第三十条")]
    [InlineData(Outcome.PartlyGranted, "《中华人民共和国政府信息公开条例》第三十六条第（二）项、第（三）项、第三十七条")]
    [InlineData(Outcome.Withdrawn, "")]
    public void An_article_is_cited_as_it_is_printed(Outcome outcome, string text) => Assert.Equal(text, Citation.Join(outcome.Facts.Basis));

    [Fact]
    public void A_convention_holds_from_its_day_on_and_the_later_one_wins()
    {
        Convention[] conventions =
        [
            new(Outcome.SpecialRegime, new(2026, 7, 1), "某市政府信息公开工作主管部门答复意见", Remedy: RemedyClass.Either),
            new(Outcome.SpecialRegime, new(2026, 1, 1), "某省政府信息公开工作主管部门答复意见", Remedy: RemedyClass.ReconsiderationFirst),
        ];

        Assert.Equal(RemedyClass.Either, Outcome.SpecialRegime.FactsOn(new(2025, 12, 31), conventions).Remedy);
        Assert.Equal(RemedyClass.ReconsiderationFirst, Outcome.SpecialRegime.FactsOn(new(2026, 1, 1), conventions).Remedy);
        Assert.Equal(RemedyClass.ReconsiderationFirst, Outcome.SpecialRegime.FactsOn(new(2026, 6, 30), conventions).Remedy);
        Assert.Equal(RemedyClass.Either, Outcome.SpecialRegime.FactsOn(new(2026, 7, 1), conventions).Remedy);
        Assert.Equal("query", Outcome.SpecialRegime.FactsOn(new(2026, 6, 30), conventions).Row);
        Assert.Same(Outcome.Granted.Facts.Name, Outcome.Granted.FactsOn(new(2026, 6, 30), conventions).Name);
    }

    [Fact]
    public void What_the_law_settles_cannot_be_set_otherwise()
    {
        DateOnly day = new(2026, 1, 1);
        Convention secret = new(Outcome.StateSecret, day, "理由", Remedy: RemedyClass.Either);

        Assert.Equal("“不予公开（国家秘密）”的救济途径，法律和司法解释已经写明，不能另行设置。", secret.ToHolding()?.Reason);
        Assert.Equal(RemedyClass.ReconsiderationFirst, Outcome.StateSecret.FactsOn(day, [secret]).Remedy);
        Assert.Equal("“部分公开”填在年度报告的哪一项，格式已经写明，不能另行设置。", new Convention(Outcome.PartlyGranted, day, "理由", Row: "granted").ToHolding()?.Reason);
        Assert.Equal("没有这个统计项，请从年度报告第三张表的办理结果中选择。", new Convention(Outcome.NotExisting, day, "理由", Row: "otherHandling").ToHolding()?.Reason);
        Assert.Equal("请填写这样处理的依据或者理由。", new Convention(Outcome.NotExisting, day, " ", Row: "other").ToHolding()?.Reason);
        Assert.Equal("请选择要改的统计项或者救济途径。", new Convention(Outcome.NotExisting, day, "理由").ToHolding()?.Reason);
        Assert.Null(new Convention(Outcome.NotExisting, day, "理由", Row: "other").ToHolding());
    }

    [Fact]
    public void A_form_that_is_not_there_has_no_row() => Assert.Throws<ArgumentOutOfRangeException>(() => Outcome.Granted.Facts.RowOf(2020));

    static IEnumerable<string> Rows(int edition) => ReportForm.For(edition).Outcomes.Select(row => row.Key);

    static string Table()
    {
        StringBuilder text = new("""
            # How a request ends

            Written by the code itself from `Outcomes`, the one table that ties an outcome to its article, letter, row of table 3 and remedy. `ACCEPT=1 ./test Rules` writes it anew.
            A star marks what no printed text settles: it is our default, and a dated `Convention` may set it.

            | outcome | 结果 | row (2021) | row (2019) | 依据 | 救济 | letter |
            |---|---|---|---|---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var (outcome, facts) in All.Select(outcome => (outcome, outcome.Facts)))
            text.Append($"| `{outcome}` | {facts.Name} | `{facts.Row}`{Star(facts, OpenTo.Row)} | `{facts.RowOf(2019)}` | {Citation.Join(facts.Basis)} | {new Remedy(facts.Remedy, facts.RemedyOfRest).Name}{Star(facts, OpenTo.Remedy)} | `{facts.Letter}` |\n");
        text.Append("\n## The letters\n\n| number | letter | 文书 | 依据 | 主送 | 审批 | clock | 救济 | 办理结果 |\n|---|---|---|---|---|---|---|---|---|\n");
        foreach (var (letter, facts) in RequestLetters.All.Select(letter => (letter, letter.Facts)))
            text.Append($"| {facts.Number} | `{letter}` | {facts.Name} | {Citation.Join(facts.Basis)} | {facts.To} | {facts.Approval} | {facts.Effect} | {facts.Remedy.Name} | {facts.Outcome?.Name ?? "—"} |\n");
        return text.ToString();
    }

    static string Star(OutcomeFacts facts, OpenTo part) => facts.Open.HasFlag(part) ? " *" : "";
}
