namespace Gongkai.Records.Demo;

/// <summary>What an invented agency does, and so what its reports talk about.</summary>
public enum DemoTrade { Government, Housing, HousingSecurity, Construction, Property, CityManagement, Other }

/// <summary>One invented agency, and how much goes on there in a usual year.</summary>
/// <param name="Code">Its code in addresses.</param>
/// <param name="Name">Its full name.</param>
/// <param name="ShortName">Its short name.</param>
/// <param name="Parent">The code of the one above it, which stands before it in a list.</param>
/// <param name="Trade">What it does.</param>
/// <param name="FirstYear">The first year that it reports on; 2019 at the earliest.</param>
/// <param name="Requests">Requests received in a usual year.</param>
/// <param name="Decisions">Licences granted in a usual year; 0 for one that grants none.</param>
public sealed record DemoAgency(string Code, string Name, string? ShortName, string? Parent, DemoTrade Trade, int FirstYear, int Requests, int Decisions)
{
    /// <summary>The bureau whose 2019 report carries the figures of a real one.</summary>
    public static DemoAgency Bureau { get; } = new("zjj", "某区住房和城乡建设局", "某区住建局", "qzf", DemoTrade.Housing, 2019, 46, 860);

    /// <summary>The one whose report for 2023 has faults planted in it.</summary>
    public static DemoAgency Faulty { get; } = new("cgj", "某区城市管理局", "某区城管局", "qzf", DemoTrade.CityManagement, 2021, 31, 540);

    /// <summary>A district, two of its bureaus, and three units under one of them. None of them exists.</summary>
    public static IReadOnlyList<DemoAgency> All { get; } =
    [
        new("qzf", "某区人民政府", null, null, DemoTrade.Government, 2021, 420, 18600),
        Bureau,
        new("zfbz", "某区住房保障服务中心", "某区房保中心", Bureau.Code, DemoTrade.HousingSecurity, 2020, 22, 0),
        new("zljd", "某区建设工程质量安全监督站", "某区质安站", Bureau.Code, DemoTrade.Construction, 2021, 14, 0),
        new("wygl", "某区物业管理服务中心", "某区物业中心", Bureau.Code, DemoTrade.Property, 2021, 11, 0),
        Faulty,
    ];

    /// <summary>As many as wanted, for lists and benchmarks: 示例单位00001 …, each reporting from 2019.</summary>
    public static IEnumerable<DemoAgency> Invented(int count) =>
        from number in Enumerable.Range(1, count)
        select new DemoAgency($"demo-{number:00000}", $"示例单位{number:00000}", null, null, DemoTrade.Other, 2019, 5 + (number % 60), number % 4 * 150);
}
