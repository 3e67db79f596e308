using Gongkai.Rules.Requests;

namespace Gongkai.Rules.Tests;

/// <summary>信息处理费: the values of the specification, and the tiers that explain them.</summary>
public sealed class ProcessingFeeTests
{
    [Theory]
    [InlineData(0, 0), InlineData(10, 0), InlineData(11, 100), InlineData(20, 1000), InlineData(30, 2000), InlineData(31, 2200), InlineData(40, 4000)]
    [InlineData(41, 4300), InlineData(50, 7000), InlineData(60, 11_000), InlineData(100, 37_000)]
    public void Requests_of_one_month_cost(int count, long yuan) => Assert.Equal(yuan, ProcessingFee.OfRequests(count).Yuan);

    [Theory]
    [InlineData(0, 0), InlineData(30, 0), InlineData(31, 10), InlineData(100, 700), InlineData(101, 720), InlineData(200, 2700), InlineData(201, 2740), InlineData(300, 6700)]
    public void Pages_of_one_request_cost(int count, long yuan) => Assert.Equal(yuan, ProcessingFee.OfPages(count).Yuan);

    [Fact]
    public void A_fee_is_the_sum_of_what_each_request_costs_by_itself()
    {
        var sum = 0L;
        for (var ordinal = 1; ordinal <= 400; ordinal++)
        {
            sum += ProcessingFee.OfRequest(ordinal);
            Assert.Equal(sum, ProcessingFee.OfRequests(ordinal).Yuan);
        }
    }

    [Fact]
    public void Its_tiers_cover_each_piece_once_and_add_up()
    {
        foreach (var fee in Enumerable.Range(0, 500).SelectMany(count => new[] { ProcessingFee.OfRequests(count), ProcessingFee.OfPages(count) }))
        {
            Assert.Equal(fee.Yuan, fee.Tiers.Sum(tier => tier.Yuan));
            Assert.Equal(Enumerable.Range(1, fee.Count), fee.Tiers.SelectMany(tier => Enumerable.Range(tier.From, tier.Pieces)));
        }
        Assert.Equal(["第 1 至 10 件，10 件，不收费", "第 11 至 30 件，20 件，每件 100 元，计 2000 元", "第 31 件，1 件，每件 200 元，计 200 元"],
            ProcessingFee.OfRequests(31).Tiers.Select(tier => FeeBasis.PerRequest.Say(tier)));
    }

    [Fact]
    public void The_most_that_is_counted_does_not_overflow()
    {
        Assert.Equal(2000 + 10L * 100 * (997L * 998 / 2 + 997), ProcessingFee.OfRequests(ProcessingFee.MostRequests).Yuan);
        Assert.Equal(2700 + 40L * (ProcessingFee.MostPages - 200), ProcessingFee.OfPages(ProcessingFee.MostPages).Yuan);
        Assert.Throws<ArgumentOutOfRangeException>(() => ProcessingFee.OfRequests(ProcessingFee.MostRequests + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ProcessingFee.OfPages(-1));
    }

    [Fact]
    public void Only_one_of_the_two_standards_is_used_for_a_request()
    {
        Assert.Equal("这件申请已经按件计收，同一件申请不能同时按两种标准收费。", ProcessingFee.ToCharging(FeeBasis.PerPage, FeeBasis.PerRequest, Supply.Paper)?.Reason);
        Assert.Equal("这件申请已经按量计收，同一件申请不能同时按两种标准收费。", ProcessingFee.ToCharging(FeeBasis.PerRequest, FeeBasis.PerPage, Supply.Paper)?.Reason);
    }

    [Theory]
    [InlineData(Supply.Paper, true), InlineData(Supply.Email, true), InlineData(Supply.CopiedData, true)]
    [InlineData(Supply.Reading, false), InlineData(Supply.WhereToFind, false), InlineData(Supply.None, false)]
    public void Pages_are_charged_only_where_pages_are_supplied(Supply supply, bool may)
    {
        Assert.Equal(may ? null : "按量计收只适用于以纸质件、电子邮件或者复制电子数据方式提供信息，这件申请请按件计收或者不收费。", ProcessingFee.ToCharging(FeeBasis.PerPage, null, supply)?.Reason);
        Assert.Null(ProcessingFee.ToCharging(FeeBasis.PerRequest, null, supply));
    }
}
