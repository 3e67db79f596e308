using Gongkai.App.Ui;

namespace Gongkai.App.Tests.Accounts;

/// <summary>A browser is named by words by which its owner knows it again.</summary>
public sealed class DeviceTests
{
    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36 Edg/120.0.2210.91", "Edge 120，Windows")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; UOS) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/86.0.4240.198 Safari/537.36", "Chrome 内核浏览器 86，统信 UOS")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:102.0) Gecko/20100101 Firefox/102.0", "Firefox 102，Linux")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1", "Safari 17，iPhone")]
    [InlineData("Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/107.0 Mobile Safari/537.36 MicroMessenger/8.0.38", "微信 8，Android")]
    [InlineData("curl/8.0", "未知设备")]
    [InlineData("", "未知设备")]
    public void A_browser_is_named(string agent, string words) => Assert.Equal(words, Devices.Words(agent));
}
