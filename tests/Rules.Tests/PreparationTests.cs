using Gongkai.Rules.AnnualReports;
using Gongkai.Rules.Organizations;

namespace Gongkai.Rules.Tests;

/// <summary>The steps of an annual report on its way: what stands in the way of each, on both sides of every boundary.</summary>
public sealed class PreparationTests
{
    static readonly Guid Preparer = Guid.CreateVersion7(), Leader = Guid.CreateVersion7();
    static readonly DateOnly January = new(2027, 1, 5);
    static readonly Standing Bureau = new(AgencyKind.Department, Level.County), Government = new(AgencyKind.Government, Level.County), Town = new(AgencyKind.Government, Level.Township);

    static Preparation In(DraftState state) => new(2026, state, "now") { Hands = [Preparer], CheckedDigest = "now", SignedDigest = "now" };

    [Theory]
    [InlineData(2026, 12, 31, "2026年的统计期限到12月31日才结束，2027年1月1日起才能审签。")]
    [InlineData(2027, 1, 1, null)]
    public void A_year_is_signed_when_it_is_over(int year, int month, int day, string? reason) =>
        Assert.Equal(reason, In(DraftState.Checked).ToSigning(Leader, new(year, month, day))?.Reason);

    [Fact]
    public void Whoever_wrote_in_it_does_not_sign_it()
    {
        Assert.Equal("您参与了这份报告的编制或者校验，不能再审签。请由另一位领导审签。", In(DraftState.Checked).ToSigning(Preparer, January)?.Reason);
        Assert.Null(In(DraftState.Checked).ToSigning(Leader, January));
    }

    [Fact]
    public void What_changed_after_the_check_is_checked_again() =>
        Assert.Equal("送审签以后内容又有改动。请编制人员重新校验、重新送审签。", (In(DraftState.Checked) with { CheckedDigest = "then" }).ToSigning(Leader, January)?.Reason);

    [Fact]
    public void What_changed_after_the_signature_is_not_published()
    {
        Assert.Null(In(DraftState.SignedOff).ToPublishing());
        Assert.Equal("审签以后内容有改动，和审签时不一致。请退回，重新校验、重新审签。", (In(DraftState.SignedOff) with { SignedDigest = "then" }).ToPublishing()?.Reason);
    }

    [Theory]
    [InlineData(DraftState.Preparing), InlineData(DraftState.Checked), InlineData(DraftState.Returned), InlineData(DraftState.Published)]
    public void Only_what_is_signed_is_published(DraftState state) => Assert.NotNull(In(state).ToPublishing());

    [Fact]
    public void An_error_or_an_unexplained_warning_keeps_it_from_the_leader()
    {
        var clean = In(DraftState.Preparing);
        Assert.Null(clean.ToHandingOver());
        Assert.Equal("还有1处错误没有改正，改正后才能送审签。", (clean with { Errors = 1 }).ToHandingOver()?.Reason);
        Assert.Equal("还有2处提醒没有写说明。请核实后逐条写明情况，或者更正。", (clean with { Unexplained = 2 }).ToHandingOver()?.Reason);
        Assert.NotNull((In(DraftState.Checked) with { Errors = 1 }).ToSigning(Leader, January));
    }

    [Fact]
    public void Where_it_is_filed_first_it_is_published_when_exactly_that_was_cleared()
    {
        var signed = In(DraftState.SignedOff) with { FiledFirst = true };
        Assert.Equal("本机关实行先备案后公布：请先报送主管部门，登记“备案通过”后再公布。", signed.ToPublishing()?.Reason);
        Assert.NotNull((signed with { ClearedDigest = "then" }).ToPublishing());
        Assert.Null((signed with { ClearedDigest = "now" }).ToPublishing());
    }

    [Fact]
    public void A_correction_says_what_it_corrects()
    {
        var correction = In(DraftState.Preparing) with { Version = 2 };
        Assert.Equal("这是一份更正，请先写明更正说明。", correction.ToHandingOver()?.Reason);
        Assert.Null((correction with { Correction = "表三漏计一件。" }).ToHandingOver());
    }

    [Fact]
    public void What_is_signed_is_not_changed_and_what_is_published_is_corrected_and_never_withdrawn()
    {
        Assert.Null(In(DraftState.Returned).ToEditing());
        Assert.NotNull(In(DraftState.SignedOff).ToEditing());
        Assert.NotNull(In(DraftState.Published).ToEditing());
        Assert.Null(In(DraftState.SignedOff).ToReturning());
        Assert.NotNull(In(DraftState.Published).ToReturning());
        Assert.Null(In(DraftState.Published).ToCorrecting());
        Assert.NotNull((In(DraftState.Published) with { CorrectionUnderWay = true }).ToCorrecting());
        Assert.StartsWith("已经公布的年度报告不能撤回或者删除", Preparation.ToWithdrawing.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 15, TermLight.Calm), InlineData(1, 16, TermLight.Soon), InlineData(1, 31, TermLight.Soon), InlineData(2, 1, TermLight.Late)]
    public void A_department_publishes_by_31_January(int month, int day, TermLight light) =>
        Assert.Equal(light, ReportDue.Of(2026, Bureau).Light(new(2027, month, day)));

    [Theory]
    [InlineData(3, 31, TermLight.Soon), InlineData(4, 1, TermLight.Late)]
    public void A_government_publishes_by_31_March(int month, int day, TermLight light) =>
        Assert.Equal(light, ReportDue.Of(2026, Government).Light(new(2027, month, day)));

    [Fact]
    public void A_local_term_is_never_later_than_the_law()
    {
        Assert.Null(ReportDue.ToSetting(new(2027, 1, 31), 2026, Bureau));
        Assert.Equal("不能晚于法定期限2027年1月31日，请填写这一天或者更早的日期。", ReportDue.ToSetting(new(2027, 2, 1), 2026, Bureau)?.Reason);
        Assert.Null(ReportDue.ToSetting(new(2027, 1, 1), 2026, Bureau));
        Assert.NotNull(ReportDue.ToSetting(new(2026, 12, 31), 2026, Bureau));
        // The Regulation names no term for a township; a local one may stand.
        Assert.Null(ReportDue.ToSetting(new(2027, 5, 1), 2026, Town));
        Assert.Equal(new DateOnly(2027, 1, 20), ReportDue.Of(2026, Bureau, publishBy: new(2027, 1, 20)).PublishBy);
    }

    [Theory]
    [InlineData("t3.received.person", "１２", "12"), InlineData("t3.received.person", " 1,200 ", "1200"), InlineData("t3.received.person", "", ""), InlineData("t2.fees.amount", "160.5964", "160.5964")]
    public void What_people_type_is_understood(string key, string typed, string value) =>
        Assert.Equal((value, null), CellEntry.Read(ReportForm.Of2021[key], typed) is var (read, problem) ? (read.ToString(), problem) : default);

    [Theory]
    [InlineData("t3.received.person", "-1"), InlineData("t3.received.person", "1.5"), InlineData("t3.received.person", "12,00"), InlineData("t3.received.person", "约9"), InlineData("t2.fees.amount", "万")]
    public void What_is_no_number_of_the_cell_is_refused_with_its_place(string key, string typed)
    {
        var problem = CellEntry.Read(ReportForm.Of2021[key], typed).Problem;
        Assert.Contains($"您填的是“{typed}”", problem, StringComparison.Ordinal);
        Assert.StartsWith(ReportForm.Of2021[key].Place, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_a_change_carries_its_sign() =>
        Assert.Equal((-18m, "-18"), CellEntry.Read(ReportForm.Of2019["t2.licences.change"], "－18").Value is var value ? (value.Number!.Value, value.Raw!) : default);

    [Fact]
    public void Three_states_of_a_cell_tell_who_changed_it()
    {
        var cell = ReportForm.Of2021["t3.received.person"];
        Assert.Equal(5, Assert.Single(TableEntry.Of([new(cell, "3", "5", "3")]).Changes).Value.Number);
        Assert.Single(TableEntry.Of([new(cell, "3", "5", "4")]).Conflicts);
        // What only another one changed stays, what both made the same is no quarrel, and 3 is ３.
        Assert.Equal((0, 0), TableEntry.Of([new(cell, "3", "3", "4"), new(cell, "3", "4", "4"), new(cell, "3", "３", "3")]) is var entry ? (entry.Changes.Count, entry.Conflicts.Count) : default);
    }

    [Fact]
    public void Totals_add_themselves_up_and_only_out_of_what_is_filled_in()
    {
        var form = ReportForm.Of2021;
        var values = form.Totalled(cell => cell.Key switch { "t3.granted.person" => 3, "t3.granted.business" => 2, "t3.notHeld.person" => 1, _ => CellValue.Blank });

        Assert.Equal((5m, 4m, 6m), (values[form["t3.granted.total"]].Number!.Value, values[form["t3.total.person"]].Number!.Value, values[form["t3.total.total"]].Number!.Value));
        Assert.Equal(CellReading.Blank, values[form["t3.received.total"]].Reading);
        Assert.All(form.Sums.Where(sum => sum.Rule != "balance"), sum => Assert.NotNull(form.TotalOf(sum.Left[0])));
    }

    [Fact]
    public void A_text_that_only_changed_its_year_counts_as_copied()
    {
        const string Text = "2025年存在的主要问题是公开内容不够细，答复不够规范，人员力量不足。";
        Assert.Equal(1, Likeness.Of(Text, Text.Replace("2025", "2026", StringComparison.Ordinal)), 3);
        Assert.InRange(Likeness.Of(Text, "今年我局门户网站改版后，部分栏目更新迟缓，今后逐月检查。"), 0, 0.3);
        Assert.Equal(0, Likeness.Of("", ""));
    }

    [Fact]
    public void Every_part_of_every_form_has_its_hint() =>
        Assert.All(Enumerable.Range(0, 7), part => Assert.NotEmpty(NarrativeHints.Of(part, government: part % 2 == 0)));
}
