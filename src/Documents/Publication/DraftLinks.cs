using System.Net;
using AngleSharp.Dom;

namespace Gongkai.Documents.Publication;

/// <summary>The links of a body: whether they are written right, lead somewhere within, or lead out. Nothing is fetched.</summary>
static class DraftLinks
{
    public static IEnumerable<GateFinding> In(IElement body, PublicationDraft draft)
    {
        HashSet<string> seen = [];
        foreach (var link in body.QuerySelectorAll("a[href]"))
        {
            var address = link.GetAttribute("href")!.Trim();
            if (!seen.Add(address)) continue;
            var words = PlainText.Of(link.InnerHtml).Trim();
            var where = $"正文链接“{(words.Length is 0 ? "（无文字）" : words.Length > 20 ? words[..20] + "…" : words)}”";
            var shown = Personal.PersonalNumbers.Masked(address.Length > 120 ? address[..120] + "…" : address);
            if (Of(address, draft) is var (code, message)) yield return new(code, code.Severity, where, shown, message);
        }
    }

    static (GateCode, string)? Of(string address, PublicationDraft draft)
    {
        if (address.StartsWith('#')) return (GateCode.BrokenLink, "页内锚点公开后不起作用，请去掉这个链接。");
        if (!CleanHtml.IsAddress(address)) return (GateCode.BrokenLink, "链接地址写法不对，公开时会去掉；请改为 https:// 开头的完整地址或站内地址。");
        if (address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)) return null;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var outside) || outside.Scheme is not ("http" or "https"))
            return draft.Leads?.Invoke(address) == false ? (GateCode.BrokenLink, "站内没有这个地址，请检查链接或去掉。") : null;
        if (IsInner(outside.Host)) return (GateCode.InnerAddress, "链接指向内网地址，公众打不开，也会暴露内部网络；请去掉。");
        if (draft.OwnHosts.Contains(outside.Host, StringComparer.OrdinalIgnoreCase))
            return draft.Leads?.Invoke(outside.PathAndQuery) == false ? (GateCode.BrokenLink, "站内没有这个地址，请检查链接或去掉。") : null;
        return outside.Scheme == "http"
            ? (GateCode.UnsafeLink, "链接未加密（http），请核对能否打开，并尽量改用 https 地址。")
            : (GateCode.OutsideLink, "链接指向外部网站，请核对能否打开、内容是否合适；公开后由本单位负责。");
    }

    static bool IsInner(string host)
    {
        var name = host.Trim('[', ']');
        if (IPAddress.TryParse(name, out var ip))
            return IPAddress.IsLoopback(ip) || ip.GetAddressBytes() is [10, ..] or [192, 168, ..] or [172, >= 16 and <= 31, ..] or [169, 254, ..] or [100, >= 64 and <= 127, ..] or [0xFC or 0xFD, ..] or [0xFE, >= 0x80 and <= 0xBF, ..];
        return !name.Contains('.', StringComparison.Ordinal) || name.EndsWith(".local", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".lan", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".internal", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".intranet", StringComparison.OrdinalIgnoreCase);
    }
}
