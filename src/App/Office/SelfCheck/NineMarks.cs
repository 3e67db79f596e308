using Gongkai.App.Ui;
using Gongkai.Documents.Publication;

namespace Gongkai.App.Office.SelfCheck;

/// <summary>The nine marks at the foot of a page (国办发〔2017〕47号), looked for on the page itself.</summary>
static class NineMarks
{
    const string Setting = "请系统管理员在配置文件的 Site 一节填写";

    /// <summary>What is not there.</summary>
    public static IEnumerable<string> Lacking(Site site, PublicPage page)
    {
        bool Has(string words) => words.Trim().Length > 0 && page.Foot.Any(item => item.Words.Contains(words.Trim(), StringComparison.Ordinal));
        if (!Has(site.Official.Text)) yield return "党政机关网站标识";
        if (!Has(site.IdCode)) yield return "网站标识码";
        if (!Has(site.Icp.Text)) yield return "ICP备案编号";
        if (!Has(site.Police.Text)) yield return "公安机关备案标识";
        if (!Has(site.Host)) yield return "网站主办单位";
        if (!Has(site.Phone)) yield return "联系方式";
        if (!Has(site.FindErrors.Text)) yield return "“我为政府网站找错”入口";
        if (!Has(site.Accessibility.Text)) yield return "适老化（无障碍）标识";
        if (!page.Foot.Any(item => item is { Words: "网站地图", Address: not null })) yield return "网站地图";
    }

    /// <summary>What is there and leads nowhere, or is plainly not a real one.</summary>
    public static IEnumerable<(string Words, string Todo)> Doubtful(Site site, PublicPage page)
    {
        (string Name, Site.Mark Mark, string Setting)[] leading = [("党政机关网站标识", site.Official, "Official"), ("公安机关备案标识", site.Police, "Police"), ("“我为政府网站找错”入口", site.FindErrors, "FindErrors")];
        foreach (var (name, mark, setting) in leading)
            if (page.Foot.FirstOrDefault(item => item.Words.Contains(mark.Text, StringComparison.Ordinal)) is { Words: not null, Address: null }) yield return ($"{name}没有链接。", $"{Setting} {setting}:Url。");
        if (site.IdCode.All(digit => digit == '0')) yield return ($"网站标识码是 {site.IdCode}，不是主管部门核发的编码。", $"{Setting} IdCode。");
    }
}
