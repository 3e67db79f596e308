namespace Gongkai.Rules.Disclosure;

/// <summary>Where information is disclosed (公开渠道和载体): the thirteen of the standard catalogues, and those that the Regulation or practice names besides.</summary>
public enum Channel
{
    Website,
    Gazette,
    SocialMedia,
    Conference,
    Broadcast,
    Press,
    ReadingPlace,
    ServiceCentre,
    ServiceStation,
    OnSite,
    NoticeBoard,
    Targeted,
    Other,
    Meeting,
    Notice,
    Hotline,
}

/// <summary>What they are called.</summary>
public static class Channels
{
    extension(Channel channel)
    {
        public string Name => channel switch
        {
            Channel.Website => "政府网站",
            Channel.Gazette => "政府公报",
            Channel.SocialMedia => "两微一端",
            Channel.Conference => "发布会/听证会",
            Channel.Broadcast => "广播电视",
            Channel.Press => "纸质媒体",
            Channel.ReadingPlace => "公开查阅点",
            Channel.ServiceCentre => "政务服务中心",
            Channel.ServiceStation => "便民服务站",
            Channel.OnSite => "入户/现场",
            Channel.NoticeBoard => "社区/企事业单位/村公示栏（电子屏）",
            Channel.Targeted => "精准推送",
            Channel.Other => "其他",
            Channel.Meeting => "会议",
            Channel.Notice => "通告",
            Channel.Hotline => "政务服务热线（12345）",
        };
    }
}
