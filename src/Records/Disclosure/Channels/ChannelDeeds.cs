namespace Gongkai.Records.Disclosure.Channels;

/// <summary>What is done about channels, as the trail names it.</summary>
public static class ChannelDeeds
{
    public static Deed Recorded { get; } = new("channel.recorded", "登记公开渠道");
    public static Deed Voided { get; } = new("channel.voided", "作废公开渠道登记");
    public static Deed Ended { get; } = new("channel.ended", "登记撤下");
    public static Deed Proved { get; } = new("channel.proved", "补充公开凭证");
    public static Deed HandedOver { get; } = new("handover.made", "移送查阅场所");
    public static Deed Received { get; } = new("handover.received", "登记查阅场所回执");

    /// <summary>All of them, for lists.</summary>
    public static IReadOnlyList<Deed> All { get; } = [Recorded, Voided, Ended, Proved, HandedOver, Received];
}
