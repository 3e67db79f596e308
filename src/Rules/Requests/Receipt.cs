namespace Gongkai.Rules.Requests;

/// <summary>收到申请之日 of a request that came by a channel: which day counts, what proves it, and what must be explained.</summary>
/// <param name="On">The day, or <c>null</c> while the applicant's confirmation is still to come.</param>
/// <param name="Proof">What proves it, in Chinese: 签收凭证, 电话确认记录 …</param>
/// <param name="Cautions">Sentences that ask for a reason or say what follows; none bars anything.</param>
public sealed record Receipt(DateOnly? On, string Proof, IReadOnlyList<string> Cautions)
{
    /// <summary>Reads the day from what the channel's fields say.</summary>
    /// <param name="arrived">当面提交、网上提交之日; 签收之日; 收到信件或者传真之日. Never the day on which somebody wrote it down.</param>
    /// <param name="confirmed">双方确认之日; for a channel that needs none it is not looked at.</param>
    /// <returns>The receipt, or why it cannot be so.</returns>
    public static (Receipt? Receipt, Impediment? Impediment) Of(Channel channel, DateOnly arrived, DateOnly? confirmed, WorkingCalendar calendar)
    {
        if (!channel.NeedsConfirmation) return (new(arrived, channel.Proof, DayOff(arrived, calendar)), null);
        if (confirmed is not { } on) return (new(null, channel.Proof, [channel.WhileUnconfirmed(arrived, calendar)]), null);
        return on < arrived
            ? (null, new($"确认日期不能早于{channel.Arrival} {arrived:yyyy-MM-dd}。"))
            : (new(on, channel.Proof, [.. LateConfirmation(channel, arrived, on, calendar), .. DayOff(on, calendar)]), null);
    }

    static IEnumerable<string> LateConfirmation(Channel channel, DateOnly arrived, DateOnly confirmed, WorkingCalendar calendar) =>
        channel.ConfirmedSameDay
            ? confirmed > arrived ? [$"应当在收到的当日（{arrived:yyyy-MM-dd}）与申请人确认，请填写延后确认的理由，例如电话无法接通。"] : []
            : confirmed > ConfirmationTerm.Within(arrived, calendar) ? [ConfirmationTerm.TooLate(arrived, calendar)] : [];

    // Some count from the next working day instead; planned is with the earlier due day, which is that of the real day.
    static IReadOnlyList<string> DayOff(DateOnly on, WorkingCalendar calendar) => calendar.IsWorkingDay(on) ? []
        : [$"{on:yyyy-MM-dd} 不是工作日。收到日期照实登记，答复期限按较早的一种算法安排。"];
}

/// <summary>How soon a request must be confirmed to its applicant, where the channel leaves it to both sides.</summary>
public static class ConfirmationTerm
{
    /// <summary>The last day on which a confirmation needs no reason: the first working day after the submission. Of Saturday 25 April 2026 it is Monday the 27th.</summary>
    public static DateOnly Within(DateOnly submitted, WorkingCalendar calendar) => calendar.Add(submitted, 1);

    // 以双方确认之日为收到申请之日: the applicant has confirmed by submitting, and is told beforehand that the agency's own confirmation falls on this day at the latest.
    /// <summary>When the program confirms a request over our own form that nobody confirmed: on the first working day after the submission, at six in the evening; that day is the day of receipt.</summary>
    [Law(Statute.Regulation, "31（三）")]
    public static (DateOnly On, DateTimeOffset At) ByProgram(DateOnly submitted, WorkingCalendar calendar)
    {
        var day = Within(submitted, calendar);
        return (day, day.StartAtOffice.AddHours(LatestHour));
    }

    /// <summary>The hour at the office until which staff may still confirm.</summary>
    public const int LatestHour = 18;

    public static string TooLate(DateOnly submitted, WorkingCalendar calendar) =>
        $"确认收到晚于提交后的第一个工作日（{Within(submitted, calendar):yyyy-MM-dd}），请填写理由后继续。";
}

/// <summary>What each channel asks for, and which day counts (art. 31).</summary>
public static class Channels
{
    extension(Channel channel)
    {
        public string Name => channel switch
        {
            Channel.InPerson => "当面提交",
            Channel.SignedPost => "邮寄（挂号、特快专递）",
            Channel.PlainPost => "平常信函",
            Channel.Internet => "互联网",
            Channel.Fax => "传真",
            Channel.Misaddressed => "寄给其他科室或个人",
            Channel.OtherAnnounced => "本机关公布的其他渠道",
        };

        /// <summary>The name of the field for the day on which it came.</summary>
        public string Arrival => channel switch
        {
            Channel.InPerson or Channel.Internet or Channel.OtherAnnounced => "提交日期",
            Channel.SignedPost => "签收日期",
            Channel.PlainPost => "收到信件日期",
            Channel.Fax => "收到传真日期",
            Channel.Misaddressed => "实际收到日期",
        };

        /// <summary>What is said beside that field.</summary>
        public string Hint => channel switch
        {
            Channel.InPerson => "申请人当面交来的日期，当场出具登记回执。",
            Channel.SignedPost => "本机关签收的日期；由收发室签收的，以收发室签收的日期为准。",
            Channel.PlainPost => "工作机构收到信件的日期，应当在当日与申请人确认。",
            Channel.Internet => "申请人提交的日期；本平台的网上申请提交时即自动确认。",
            Channel.Fax => "工作机构的传真机收到的日期，与申请人确认后才算收到。",
            Channel.Misaddressed => "工作机构实际收到的日期，应当在当日电话联系申请人确认。",
            Channel.OtherAnnounced => "本机关对这一渠道有规定的，按规定；没有规定的，以双方确认之日为准。",
        };

        /// <summary>Whether the day counts on which the agency and the applicant confirmed it, and not the day on which it came.</summary>
        // （一）申请人当面提交政府信息公开申请的，以提交之日为收到申请之日；
        // （二）申请人以邮寄方式提交政府信息公开申请的，以行政机关签收之日为收到申请之日；以平常信函等无需签收的邮寄方式提交政府信息公开申请的，
        // 政府信息公开工作机构应当于收到申请的当日与申请人确认，确认之日为收到申请之日；
        // （三）申请人通过互联网渠道或者政府信息公开工作机构的传真提交政府信息公开申请的，以双方确认之日为收到申请之日。
        [Law(Statute.Regulation, "31（一）"), Law(Statute.Regulation, "31（二）"), Law(Statute.Regulation, "31（三）"), Law(Statute.ReceiptReply2015, "一")]
        public bool NeedsConfirmation => channel switch
        {
            Channel.InPerson or Channel.SignedPost => false,
            Channel.PlainPost or Channel.Internet or Channel.Fax or Channel.Misaddressed or Channel.OtherAnnounced => true,
        };

        /// <summary>Whether it must be confirmed on the very day: a plain letter, or one that had to be passed on.</summary>
        [Law(Statute.Regulation, "31（二）"), Law(Statute.ReceiptReply2015, "一")]
        public bool ConfirmedSameDay => channel is Channel.PlainPost or Channel.Misaddressed;

        /// <summary>Whether our own form confirms it at once: the receipt on the screen is the confirmation, so that nobody can put the clock off.</summary>
        public bool ConfirmedAtOnce => channel == Channel.Internet;

        /// <summary>The article and the place by which its day counts.</summary>
        public (Statute Statute, string Place) Basis => channel switch
        {
            Channel.InPerson => (Statute.Regulation, "31（一）"),
            Channel.SignedPost or Channel.PlainPost => (Statute.Regulation, "31（二）"),
            Channel.Internet or Channel.Fax => (Statute.Regulation, "31（三）"),
            Channel.Misaddressed or Channel.OtherAnnounced => (Statute.ReceiptReply2015, "一"),
        };

        public string Proof => channel switch
        {
            Channel.InPerson => "登记回执",
            Channel.SignedPost => "邮件签收凭证",
            Channel.PlainPost or Channel.Misaddressed => "电话确认记录",
            Channel.Internet => "提交回执或者确认记录",
            Channel.Fax or Channel.OtherAnnounced => "双方确认记录",
        };

        internal string WhileUnconfirmed(DateOnly arrived, WorkingCalendar calendar) => channel switch
        {
            Channel.Misaddressed or Channel.PlainPost => $"请在收到的当日（{arrived:yyyy-MM-dd}）电话联系申请人确认；联系不上的先登记，联系上的当日为收到申请之日。",
            _ => $"请在 {ConfirmationTerm.Within(arrived, calendar):yyyy-MM-dd} 前与申请人确认收到，确认之日为收到申请之日。",
        };
    }
}
