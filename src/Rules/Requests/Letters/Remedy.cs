namespace Gongkai.Rules.Requests.Letters;

/// <summary>How a decision can be contested, as its letter says it (救济途径): by the class of the decision and the law of its day.</summary>
/// <param name="Refused">The class of the decision, of a partial answer that of the part withheld.</param>
/// <param name="Rest">The class of what was not withheld; the same where nothing is divided.</param>
public sealed record Remedy(RemedyClass Refused, RemedyClass Rest)
{
    // 有下列情形之一的，申请人应当先向行政复议机关申请行政复议……（四）申请政府信息公开，行政机关不予公开: the revision of 2023 is in force since this day, inclusive.
    [Law(Statute.Reconsideration, "23")]
    public static readonly DateOnly ReconsiderationFirstSince = new(2024, 1, 1);

    // 可以自知道或者应当知道该行政行为之日起六十日内提出行政复议申请.
    [Law(Statute.Reconsideration, "20")]
    public const int DaysToReconsideration = 60;

    // 应当自知道或者应当知道作出行政行为之日起六个月内提出.
    [Law(Statute.Litigation, "46")]
    public const int MonthsToSuit = 6;

    // 公民、法人或者其他组织不服复议决定的，可以在收到复议决定书之日起十五日内向人民法院提起诉讼.
    [Law(Statute.Litigation, "45")]
    public const int DaysToSuitAfterReconsideration = 15;

    /// <summary>Of a decision without parts.</summary>
    public Remedy(RemedyClass whole) : this(whole, whole) { }

    public static Remedy None { get; } = new(RemedyClass.None);

    bool Divided => Refused != Rest;

    /// <summary>In words: 复议前置.</summary>
    public string Name => Divided ? $"不予公开部分{Refused.Name}，其余{Rest.Name}" : Refused.Name;

    /// <summary>Of an outcome, on the day of its letter.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="withheld">Why parts of a partial answer are withheld: reconsideration stands before those under articles 14 to 16 alone.</param>
    /// <param name="on">成文日期.</param>
    /// <param name="conventions">What holds where the texts are silent.</param>
    // SPC: 前置 covers decisions under articles 14, 15 and 16; 无法提供 and 不予处理 can be taken to court directly.
    [Law(Statute.DisclosureCases, "1")]
    public static Remedy Of(Outcome outcome, IEnumerable<Outcome> withheld, DateOnly on, params IReadOnlyCollection<Convention> conventions)
    {
        var facts = outcome.FactsOn(on, conventions);
        var refused = outcome is not Outcome.PartlyGranted || withheld.Any(part => part.FactsOn(on, conventions).Remedy is RemedyClass.ReconsiderationFirst) ? facts.Remedy : facts.RemedyOfRest;
        return new Remedy(refused, facts.RemedyOfRest).On(on);
    }

    /// <summary>Of a letter that tells no outcome.</summary>
    public static Remedy Of(RequestLetter letter, DateOnly on) => new Remedy(letter.Facts.Remedy).On(on);

    Remedy On(DateOnly day) => day >= ReconsiderationFirstSince ? this : new(Before(Refused), Before(Rest));

    static RemedyClass Before(RemedyClass remedy) => remedy is RemedyClass.ReconsiderationFirst ? RemedyClass.Either : remedy;

    /// <summary>The paragraph of a letter. Empty where nothing can be contested.</summary>
    public string Paragraph(RemedyPlaces places, DateOnly on) =>
        Divided ? Words(Refused, "对本告知书中不予公开的部分不服的", places, on) + Words(Rest, "对本告知书的其他部分不服的", places with { ReconsiderationAddress = null }, on) + Online(places)
        : Refused is RemedyClass.None ? ""
        : Words(Refused, "对本告知书不服的", places, on) + Online(places);

    static string Words(RemedyClass remedy, string who, RemedyPlaces places, DateOnly on) => remedy switch
    {
        // 行政机关在作出行政行为时应当告知公民、法人或者其他组织先向行政复议机关申请行政复议.
        RemedyClass.ReconsiderationFirst =>
            $"{who}，根据{new Citation(Statute.Reconsideration, 23, 1, 4).Text}的规定，应当自收到本告知书之日起{DaysToReconsideration}日内先向{places.Reconsideration}{At(places.ReconsiderationAddress)}申请行政复议；" +
            $"对行政复议决定不服的，可以自收到行政复议决定书之日起{DaysToSuitAfterReconsideration}日内向有管辖权的人民法院提起行政诉讼。",
        RemedyClass.Either =>
            $"{who}，可以自收到本告知书之日起{DaysToReconsideration}日内向{places.BodiesOn(on)}申请行政复议，也可以自收到本告知书之日起{MonthsToSuit}个月内直接向{places.Court}{At(places.CourtAddress)}提起行政诉讼。",
        RemedyClass.None => "",
    };

    internal static string At(string? address) => address is { Length: > 0 } known ? $"（地址：{known}）" : "";

    // 行政机关通过互联网渠道送达行政行为决定的，应当同时提供提交行政复议申请书的互联网渠道。
    [Law(Statute.Reconsideration, "22")]
    static string Online(RemedyPlaces places) => places.Online is { Length: > 0 } channel ? $"申请行政复议，可以通过互联网渠道提交行政复议申请书：{channel}。" : "";
}

/// <summary>Where a decision of this agency is contested.</summary>
/// <param name="Reconsideration">行政复议机关.</param>
/// <param name="Court">有管辖权的人民法院.</param>
/// <param name="Online">互联网复议渠道: it must be told where the letter goes out electronically.</param>
/// <param name="DepartmentAbove">上一级主管部门, to which one could turn as well before 2024.</param>
/// <param name="ReconsiderationAddress">Its address, where it is told.</param>
/// <param name="CourtAddress">The court's.</param>
public sealed record RemedyPlaces(string Reconsideration, string Court, string? Online = null, string? DepartmentAbove = null, string? ReconsiderationAddress = null, string? CourtAddress = null)
{
    /// <summary>What stands in the way of telling them.</summary>
    public Impediment? ToTelling(Service by) =>
        string.IsNullOrWhiteSpace(Reconsideration) ? new("没有填写行政复议机关，请先在“依申请公开设置”中填写。")
        : string.IsNullOrWhiteSpace(Court) ? new("没有填写有管辖权的人民法院，请先在“依申请公开设置”中填写。")
        : by is Service.Electronically && string.IsNullOrWhiteSpace(Online) ? new("通过互联网送达的，应当同时告知提交行政复议申请书的互联网渠道，请先在“依申请公开设置”中填写。")
        : null;

    internal string BodiesOn(DateOnly day) =>
        day < Remedy.ReconsiderationFirstSince && DepartmentAbove is { Length: > 0 } above && above != Reconsideration ? $"{Reconsideration}{Remedy.At(ReconsiderationAddress)}或者{above}" : Reconsideration + Remedy.At(ReconsiderationAddress);
}
