namespace Gongkai.Rules.Requests;

/// <summary>By which of the two standards a processing fee is counted. For one request only one of them may be used.</summary>
public enum FeeBasis
{
    /// <summary>按件计收.</summary>
    PerRequest,

    /// <summary>按量计收.</summary>
    PerPage,
}

/// <summary>In what form information is supplied, as far as a fee by pages depends on it.</summary>
public enum Supply
{
    /// <summary>提供纸质件.</summary>
    Paper,

    /// <summary>发送电子邮件.</summary>
    Email,

    /// <summary>复制电子数据.</summary>
    CopiedData,

    /// <summary>查阅、抄录.</summary>
    Reading,

    /// <summary>已经主动公开，只告知获取的方式、途径.</summary>
    WhereToFind,

    /// <summary>没有提供信息.</summary>
    None,
}

/// <summary>信息处理费: what a number of requests in a month, or of pages, costs, and the tiers that add up to it.</summary>
/// <param name="Count">Requests of one applicant to one agency in one calendar month (自然月), or pages supplied for one request.</param>
/// <param name="Yuan">The sum, in yuan.</param>
public sealed record ProcessingFee(FeeBasis Basis, int Count, long Yuan, IReadOnlyList<FeeTier> Tiers)
{
    /// <summary>More than this in one month, or for one request, is a slip of the pen.</summary>
    public const int MostRequests = 10_000, MostPages = 1_000_000;

    // 同一申请人一个自然月内累计申请10件以下（含10件）的，不收费；11—30件（含30件）的部分：100元/件；
    // 31件以上的部分：以10件为一档，每增加一档，收费标准提高100元/件。
    [Law(Statute.ProcessingFee, "4")]
    const int FreeRequests = 10, FirstBandEnds = 30, BandLength = 10, BandRise = 100;

    // 30页以下（含30页）不收费；31—100页（含100页）的部分：10元/页；101—200页（含200页）的部分：20元/页；201页以上的部分：40元/页。
    [Law(Statute.ProcessingFee, "5")]
    static readonly (int Through, int Rate)[] PageTiers = [(30, 0), (100, 10), (200, 20), (int.MaxValue, 40)];

    /// <summary>For all requests of one applicant to one agency in one calendar month: 31 of them cost 2200 yuan.</summary>
    [Law(Statute.ProcessingFee, "3"), Law(Statute.ProcessingFee, "4")]
    public static ProcessingFee OfRequests(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MostRequests);
        return Of(FeeBasis.PerRequest, count, RequestTiers());
    }

    /// <summary>For the pages supplied for one request: 101 of them cost 720 yuan.</summary>
    [Law(Statute.ProcessingFee, "3"), Law(Statute.ProcessingFee, "5")]
    public static ProcessingFee OfPages(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MostPages);
        return Of(FeeBasis.PerPage, count, PageTiers);
    }

    /// <summary>What one request costs by itself, being the so-many-eth of its applicant's in the month: the 10th nothing, the 11th 100, the 31st 200.</summary>
    [Law(Statute.ProcessingFee, "4")]
    public static int OfRequest(int ordinal)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(ordinal);
        return RequestTiers().First(tier => ordinal <= tier.Through).Rate;
    }

    /// <summary>Whether a request may be charged by a standard, given by which it is charged already, if by any, and how its information is supplied.</summary>
    // 行政机关对每件申请可以根据实际情况选择适用其中一种标准，但不得同时按照两种标准重复计算。
    // 按量计收适用于申请人要求以提供纸质件、发送电子邮件、复制电子数据等方式获取政府信息的情形。
    [Law(Statute.ProcessingFee, "3"), Law(Statute.ProcessingFee, "5")]
    public static Impediment? ToCharging(FeeBasis basis, FeeBasis? already, Supply supply) =>
        already is { } chosen && chosen != basis ? new($"这件申请已经{chosen.Name}，同一件申请不能同时按两种标准收费。")
        : basis == FeeBasis.PerPage && supply is Supply.Reading or Supply.WhereToFind or Supply.None && basis == FeeBasis.PerPage
            ? new("按量计收只适用于以纸质件、电子邮件或者复制电子数据方式提供信息，这件申请请按件计收或者不收费。")
        : null;

    static ProcessingFee Of(FeeBasis basis, int count, IEnumerable<(int Through, int Rate)> standard)
    {
        List<FeeTier> tiers = [];
        var before = 0;
        foreach (var (through, rate) in standard)
        {
            if (count <= before) break;
            tiers.Add(new(before + 1, Math.Min(count, through), rate));
            before = through;
        }
        return new(basis, count, tiers.Sum(tier => tier.Yuan), tiers);
    }

    static IEnumerable<(int Through, int Rate)> RequestTiers()
    {
        yield return (FreeRequests, 0);
        yield return (FirstBandEnds, BandRise);
        for (int through = FirstBandEnds + BandLength, rate = 2 * BandRise; ; through += BandLength, rate += BandRise) yield return (through, rate);
    }
}

/// <summary>One tier of a fee (超额累进): so many pieces, from one to another, at one rate.</summary>
/// <param name="From">The first piece in it, counted from 1.</param>
/// <param name="Through">The last.</param>
/// <param name="Rate">Yuan for each.</param>
public sealed record FeeTier(int From, int Through, int Rate)
{
    public int Pieces => Through - From + 1;
    public long Yuan => (long)Pieces * Rate;
}

/// <summary>How a fee is put into words.</summary>
public static class Fees
{
    extension(FeeBasis basis)
    {
        public string Name => basis switch { FeeBasis.PerRequest => "按件计收", FeeBasis.PerPage => "按量计收" };
        public string Unit => basis switch { FeeBasis.PerRequest => "件", FeeBasis.PerPage => "页" };
        public string Article => basis switch { FeeBasis.PerRequest => "4", FeeBasis.PerPage => "5" };

        /// <summary>One tier as a sentence: 第 11 至 30 件，20 件，每件 100 元，计 2000 元。</summary>
        public string Say(FeeTier tier) =>
            $"第 {(tier.From == tier.Through ? $"{tier.From}" : $"{tier.From} 至 {tier.Through}")} {basis.Unit}，{tier.Pieces} {basis.Unit}，" +
            (tier.Rate == 0 ? "不收费" : $"每{basis.Unit} {tier.Rate} 元，计 {tier.Yuan} 元");
    }
}
