using Gongkai.Rules.Requests;

namespace Gongkai.Rules.Tests;

/// <summary>What an applicant reads of a case, state by state.</summary>
public class ProgressTests
{
    static readonly DateOnly Day = new(2026, 9, 22);

    static Progress After(DateOnly today, params CaseFact[] facts) => Progress.Of(Clock.Read([new CaseFact.Submitted(Day), .. facts], WorkingCalendar.BuiltIn), today);

    static CaseFact.Received Received => new(Day);

    [Fact]
    public void A_request_that_waits_for_confirmation_says_so() => Assert.Equal("已提交（待确认）", After(Day).State);

    [Fact]
    public void One_in_hand_names_the_last_day() => Assert.Equal("机关已经收到您的申请，最迟在 2026年10月27日 答复。", After(Day, Received).Means);

    [Fact]
    public void One_that_is_late_says_what_can_be_done()
    {
        var late = After(new(2026, 10, 28), Received);
        Assert.Equal(("办理中（已超过答复期限）", "late"), (late.State, late.Tone));
        Assert.Equal("办理中", After(new(2026, 10, 27), Received).State);
    }

    [Fact]
    public void A_correction_names_its_day_and_what_silence_means()
    {
        CaseFact[] asked = [Received, new CaseFact.CorrectionAsked(new(2026, 9, 24), new(2026, 10, 22))];
        Assert.Equal("待您补正（请在 2026年10月22日 前）", After(new(2026, 10, 22), asked).State);
        Assert.Equal("补正期限已过", After(new(2026, 10, 23), asked).State);
        Assert.Equal("办理中", After(new(2026, 10, 9), [.. asked, new CaseFact.Corrected(new(2026, 10, 9))]).State);
    }

    [Fact]
    public void A_consultation_an_extension_and_a_fee_each_have_their_words()
    {
        Assert.Equal("征求意见中（期限暂停）", After(Day, Received, new CaseFact.Consulted(Day, 1, Consultee.ThirdParty)).State);
        Assert.StartsWith("已延期（新期限 2026年11月", After(Day, Received, new CaseFact.Extended(Day)).State, StringComparison.Ordinal);
        Assert.StartsWith("待缴费（请在 2026年", After(Day, Received, new CaseFact.FeeNoticed(Day, 120)).State, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Outcome.Granted, Service.Electronically, "已答复（可下载）")]
    [InlineData(Outcome.Granted, Service.ByPost, "已答复（已寄出）")]
    [InlineData(Outcome.NotResponsible, Service.ByPost, "已转告其他机关信息")]
    [InlineData(Outcome.NotCorrected, Service.ByPost, "视为放弃（逾期未补正）")]
    public void An_answer_says_how_it_went_out(Outcome outcome, Service by, string state) =>
        Assert.Equal(state, After(Day, Received, new CaseFact.Decided(Day, outcome), new CaseFact.Answered(Day, by)).State);

    [Fact]
    public void What_was_withdrawn_says_so() => Assert.Equal("已撤回", After(Day, Received, new CaseFact.Withdrawn(Day)).State);

    [Fact]
    public void The_timeline_keeps_the_office_to_itself()
    {
        Assert.Null(Progress.Tell(new CaseFact.Routed(Day, Guid.Empty, Day)));
        Assert.Null(Progress.Tell(new CaseFact.Decided(Day, Outcome.Granted)));
        Assert.Equal("通知缴纳信息处理费 120 元", Progress.Tell(new CaseFact.FeeNoticed(Day, 120)));
    }
}
