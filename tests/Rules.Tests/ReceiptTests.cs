using System.Globalization;
using Gongkai.Rules.Requests;

namespace Gongkai.Rules.Tests;

/// <summary>Which day is that of receipt, channel by channel, and when an answer is complete.</summary>
public sealed class ReceiptTests
{
    static readonly WorkingCalendar Calendar = WorkingCalendar.BuiltIn;

    static DateOnly Day(string monthAndDay) => DateOnly.ParseExact("2026-" + monthAndDay, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    static Receipt Of(Channel channel, string arrived, string? confirmed = null)
    {
        var (receipt, impediment) = Receipt.Of(channel, Day(arrived), confirmed is null ? null : Day(confirmed), Calendar);
        Assert.Null(impediment);
        return receipt!;
    }

    [Theory]
    [InlineData(Channel.InPerson, "提交日期", "登记回执", "31（一）")]
    [InlineData(Channel.SignedPost, "签收日期", "邮件签收凭证", "31（二）")]
    public void The_day_on_which_it_came_counts_where_somebody_took_it(Channel channel, string field, string proof, string place)
    {
        var receipt = Of(channel, "09-22", "09-24");

        Assert.Equal((Day("09-22"), proof), (receipt.On!.Value, receipt.Proof));
        Assert.Empty(receipt.Cautions);
        Assert.Equal((field, (Statute.Regulation, place)), (channel.Arrival, channel.Basis));
    }

    [Theory]
    [InlineData(Channel.PlainPost, "收到信件日期", "电话确认记录")]
    [InlineData(Channel.Internet, "提交日期", "提交回执或者确认记录")]
    [InlineData(Channel.Fax, "收到传真日期", "双方确认记录")]
    [InlineData(Channel.Misaddressed, "实际收到日期", "电话确认记录")]
    [InlineData(Channel.OtherAnnounced, "提交日期", "双方确认记录")]
    public void Elsewhere_the_day_counts_on_which_both_sides_confirmed_it(Channel channel, string field, string proof)
    {
        Assert.Null(Of(channel, "09-22").On);
        Assert.Equal((Day("09-22"), proof, field), (Of(channel, "09-22", "09-22").On!.Value, Of(channel, "09-22", "09-22").Proof, channel.Arrival));
        Assert.Empty(Of(channel, "09-22", "09-22").Cautions);
        Assert.Equal($"确认日期不能早于{field} 2026-09-22。", Receipt.Of(channel, Day("09-22"), Day("09-21"), Calendar).Impediment?.Reason);
    }

    [Fact]
    public void A_plain_letter_is_confirmed_on_the_day_it_came_in()
    {
        Assert.Equal(["请在收到的当日（2026-09-22）电话联系申请人确认；联系不上的先登记，联系上的当日为收到申请之日。"], Of(Channel.PlainPost, "09-22").Cautions);
        Assert.Equal(["应当在收到的当日（2026-09-22）与申请人确认，请填写延后确认的理由，例如电话无法接通。"], Of(Channel.Misaddressed, "09-22", "09-23").Cautions);
    }

    [Fact]
    public void A_form_is_confirmed_by_the_next_working_day_or_with_a_reason()
    {
        Assert.True(Channel.Internet.ConfirmedAtOnce);
        Assert.Empty(Of(Channel.Internet, "09-24", "09-28").Cautions);
        Assert.Equal(["请在 2026-09-28 前与申请人确认收到，确认之日为收到申请之日。"], Of(Channel.Fax, "09-24").Cautions);
        Assert.Equal(["确认收到晚于提交后的第一个工作日（2026-09-28），请填写理由后继续。"], Of(Channel.Internet, "09-24", "09-29").Cautions);
    }

    [Fact]
    public void A_day_off_stays_the_day_of_receipt_and_the_earlier_term_is_planned_with()
    {
        var receipt = Of(Channel.InPerson, "04-25");

        Assert.Equal(["2026-04-25 不是工作日。收到日期照实登记，答复期限按较早的一种算法安排。"], receipt.Cautions);
        Assert.Equal(Day("05-26"), Clock.Read([new CaseFact.Received(receipt.On!.Value)], Calendar).Due);
    }

    [Fact]
    public void Every_channel_says_what_it_asks_for() => Assert.All(Enum.GetValues<Channel>(), channel =>
        Assert.All([channel.Name, channel.Arrival, channel.Hint, channel.Proof], words => Assert.NotEqual("", words)));

    [Fact]
    public void An_answer_handed_over_is_complete_when_it_is_signed_for()
    {
        Assert.Equal(new Completion(Service.ByHand, Day("03-20"), "送达回证（申请人或者法定代理人签收）"), Completion.ByHand(Day("03-20")).Completion);
        Assert.Equal("直接送达以申请人签收之日为准，请填写签收日期。", Completion.ByHand(null).Impediment?.Reason);
    }

    [Fact]
    public void A_posted_answer_is_complete_when_the_postal_enterprise_has_it()
    {
        Assert.Equal(Day("03-20"), Completion.ByPost(Day("03-20"), postalEnterprise: true).Completion?.On);
        Assert.Equal("邮寄答复应当交邮政企业（例如邮政挂号信、EMS）寄送，其他快递公司寄送的不能按交寄之日算作答复完成。", Completion.ByPost(Day("03-20"), postalEnterprise: false).Impediment?.Reason);
        Assert.Equal("邮寄答复的邮费由本机关负担，不能由申请人到付，请改为寄付。", Completion.ByPost(Day("03-20"), true, paidByRecipient: true).Impediment?.Reason);
        Assert.Equal("邮寄送达以交邮之日为准，请填写交邮日期。", Completion.ByPost(null, true).Impediment?.Reason);
    }

    [Fact]
    public void An_electronic_answer_goes_where_the_applicant_chose()
    {
        Assert.Equal(Day("03-20"), Completion.Electronically(Day("03-20"), chosenByApplicant: true).Completion?.On);
        Assert.Equal("电子送达只能发到申请人指定的地址，请先与申请人确认，或者改用其他送达方式。", Completion.Electronically(Day("03-20"), false).Impediment?.Reason);
        Assert.Equal("电子送达以发出之日为准，请填写发送日期。", Completion.Electronically(null, true).Impediment?.Reason);
    }

    [Fact]
    public void A_dated_setting_holds_from_its_day_on()
    {
        RequestTerms[] set = [new(Day("03-01"), 10), new(Day("06-01"), 20)];

        foreach (var (day, days) in ((string, int)[])[("02-28", 15), ("03-01", 10), ("05-31", 10), ("06-01", 20)])
            Assert.Equal(days, RequestTerms.On(Day(day), set).CorrectionDays);
    }
}
