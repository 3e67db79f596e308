using Gongkai.App.Access;

namespace Gongkai.App.Tests;

public sealed class FloorTests
{
    [Theory]
    [InlineData(10, 0, 7)]
    [InlineData(10, 0, 12)]
    [InlineData(11, 0, 0)]
    public void A_mended_runtime_may_serve(int major, int minor, int patch) => Assert.Null(Floor.Impediment(new(major, minor, patch)));

    [Fact]
    public void A_runtime_that_lets_forged_cookies_pass_may_not() => Assert.Equal(
        "当前 .NET 运行时是 10.0.6，存在可伪造登录凭据的漏洞。请升级到 10.0.7 或更高版本后再启动。",
        Floor.Impediment(new(10, 0, 6)));

    [Fact]
    public void The_runtime_that_runs_the_tests_may_serve() => Assert.Null(Floor.Impediment(Environment.Version));
}
