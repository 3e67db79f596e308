namespace Gongkai.Rules.Disclosure;

/// <summary>Where governments set up places to read what is disclosed (查阅场所, art. 25).</summary>
public enum ReadingPlace
{
    /// <summary>Art. 25: agencies supply it in time (及时).</summary>
    Archive,

    /// <summary>Art. 25: agencies supply it in time (及时).</summary>
    Library,

    ServiceHall,
}

/// <summary>What they are called.</summary>
public static class ReadingPlaces
{
    extension(ReadingPlace place)
    {
        public string Name => place switch { ReadingPlace.Archive => "国家档案馆", ReadingPlace.Library => "公共图书馆", ReadingPlace.ServiceHall => "政务服务场所" };

        /// <summary>Under which channel the standard catalogues count it.</summary>
        public Channel Channel => place switch { ReadingPlace.Archive or ReadingPlace.Library => Channel.ReadingPlace, ReadingPlace.ServiceHall => Channel.ServiceCentre };
    }
}
