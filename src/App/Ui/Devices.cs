using System.Text.RegularExpressions;

namespace Gongkai.App.Ui;

/// <summary>What a browser says of itself (User-Agent, RFC 9110 §10.1.5), in words by which its owner knows it again.</summary>
public static partial class Devices
{
    // The first that is named counts: almost every browser also calls itself Chrome and Safari.
    static readonly (string Mark, string Name)[] Browsers =
    [
        ("MicroMessenger", "微信"), ("wxwork", "企业微信"), ("QQBrowser", "QQ 浏览器"), ("QIHU 360", "360 浏览器"), ("360SE", "360 浏览器"), ("Edg", "Edge"), ("Firefox", "Firefox"),
        ("HeadlessChrome", "Chrome"), ("Chrome", "Chrome 内核浏览器"), ("Version", "Safari"),
    ];

    static readonly (string Mark, string Name)[] Systems =
        [("Windows", "Windows"), ("HarmonyOS", "鸿蒙"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Mac OS", "macOS"), ("UOS", "统信 UOS"), ("Kylin", "麒麟"), ("Linux", "Linux")];

    /// <summary>Edge 146，Windows.</summary>
    public static string Words(string agent)
    {
        var browser = Browsers.FirstOrDefault(one => agent.Contains(one.Mark, StringComparison.OrdinalIgnoreCase));
        var system = Systems.FirstOrDefault(one => agent.Contains(one.Mark, StringComparison.OrdinalIgnoreCase)).Name;
        if (browser.Name is null) return system ?? "未知设备";
        var version = VersionAfter().Matches(agent).FirstOrDefault(match => match.Groups["name"].Value.Contains(browser.Mark, StringComparison.OrdinalIgnoreCase))?.Groups["major"].Value;
        return string.Join("，", new[] { version is null ? browser.Name : $"{browser.Name} {version}", system }.OfType<string>());
    }

    [GeneratedRegex(@"(?<name>[A-Za-z0-9]+)/(?<major>\d{1,4})", RegexOptions.CultureInvariant)]
    private static partial Regex VersionAfter();
}
