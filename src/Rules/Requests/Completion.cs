namespace Gongkai.Rules.Requests;

/// <summary>答复完成之日: the day on which an answer is complete in law, by the way in which it was served.</summary>
/// <param name="On">The day.</param>
/// <param name="Proof">What proves it, in Chinese.</param>
public sealed record Completion(Service By, DateOnly On, string Proof)
{
    /// <summary>By hand, by ourselves or by another agency on our behalf: the day on which the applicant or the legal representative signed, and no earlier.</summary>
    // 行政机关以直接送达或者委托其他行政机关代为送达的方式答复的，以申请人签收之日为答复完成之日。
    [Law(Statute.ServiceReply2016, "送达")]
    public static (Completion? Completion, Impediment? Impediment) ByHand(DateOnly? signed) => signed is { } on
        ? (new(Service.ByHand, on, "送达回证（申请人或者法定代理人签收）"), null)
        : (null, new("直接送达以申请人签收之日为准，请填写签收日期。"));

    /// <summary>By post: the day of posting, if the postal enterprise took it and the agency pays for it.</summary>
    // 以邮寄方式送达的，应当通过邮政企业寄送，以交邮之日为答复完成之日。
    [Law(Statute.ServiceReply2016, "送达")]
    public static (Completion? Completion, Impediment? Impediment) ByPost(DateOnly? posted, bool postalEnterprise, bool paidByRecipient = false) =>
        !postalEnterprise ? (null, new("邮寄答复应当交邮政企业（例如邮政挂号信、EMS）寄送，其他快递公司寄送的不能按交寄之日算作答复完成。"))
        : paidByRecipient ? (null, new("邮寄答复的邮费由本机关负担，不能由申请人到付，请改为寄付。"))
        : posted is { } on ? (new(Service.ByPost, on, "邮政企业的交寄凭证和邮件号码"), null)
        : (null, new("邮寄送达以交邮之日为准，请填写交邮日期。"));

    /// <summary>Electronically: the day of sending to the address that the applicant chose. No text that we know fixes it, so the log of the delivery is kept.</summary>
    public static (Completion? Completion, Impediment? Impediment) Electronically(DateOnly? sent, bool chosenByApplicant) =>
        !chosenByApplicant ? (null, new("电子送达只能发到申请人指定的地址，请先与申请人确认，或者改用其他送达方式。"))
        : sent is { } on ? (new(Service.Electronically, on, "发送记录和投递日志"), null)
        : (null, new("电子送达以发出之日为准，请填写发送日期。"));
}

/// <summary>What each way of serving is called, and which day it asks for.</summary>
public static class Services
{
    extension(Service by)
    {
        public string Name => by switch { Service.ByHand => "直接送达", Service.ByPost => "邮寄送达", Service.Electronically => "电子送达" };

        /// <summary>The name of the field for the day that counts.</summary>
        public string Counts => by switch { Service.ByHand => "签收日期", Service.ByPost => "交邮日期", Service.Electronically => "发送日期" };
    }
}
