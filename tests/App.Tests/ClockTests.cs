using Gongkai.App.Ui;
using Gongkai.Rules.Numbers;

namespace Gongkai.App.Tests;

/// <summary>The year of a number turns at midnight in Shanghai, wherever the machine stands (R7).</summary>
public sealed class ClockTests
{
    [Theory]
    [InlineData("2026-12-31T15:59:59Z", "住建公开〔2026〕1号")]
    [InlineData("2026-12-31T16:00:00Z", "住建公开〔2027〕1号")]
    [InlineData("2026-12-31T23:59:59-08:00", "住建公开〔2027〕1号")]
    [InlineData("2026-12-31T05:59:59-10:00", "住建公开〔2026〕1号")]
    [InlineData("2027-01-01T05:45:00+13:45", "住建公开〔2027〕1号")]
    [InlineData("2028-02-29T16:30:00Z", "住建公开〔2028〕1号")]
    public void The_year_turns_at_midnight_in_Shanghai(string moment, string number) =>
        Assert.Equal(number, new NumberPattern("住建公开").Of(new At(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture)).Today.Year, 1).ToString());

    [Fact]
    public void A_moment_is_read_as_it_is_on_the_office_wall() => Assert.Equal("2027-01-01 00:00", DateTimeOffset.Parse("2026-12-31T16:00:00Z", System.Globalization.CultureInfo.InvariantCulture).InBeijing());

    sealed class At(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();
    }
}
