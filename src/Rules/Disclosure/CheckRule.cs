using System.Text.Json.Serialization;

namespace Gongkai.Rules.Disclosure;

/// <summary>What a self-check (自查) says of one rule.</summary>
public enum CheckVerdict
{
    /// <summary>红线: one alone fails the site (单项否决).</summary>
    RedLine,

    /// <summary>临近红线.</summary>
    Near,

    /// <summary>扣分.</summary>
    Deduction,

    /// <summary>未检: it could not be looked at from here, and says why.</summary>
    Unchecked,

    Fine,

    /// <summary>不适用.</summary>
    NotApplicable,
}

/// <summary>A rule by which a site is inspected.</summary>
/// <param name="Code">Its stable name.</param>
/// <param name="Name">In the words of those who inspect.</param>
/// <param name="Source">Where it stands.</param>
/// <param name="Place">Where in the office it is put right; none where that is a setting of the machine.</param>
public sealed record CheckRule(string Code, string Name, string Source, string? Place = null)
{
    const string Indicators = "国办秘函〔2019〕19号", Guideline = "国办发〔2017〕47号", Unified = "国办公开办函〔2019〕61号", Regulation = "《中华人民共和国政府信息公开条例》";
    const string Watch = "/office/channels/watch", Items = "/office/items", Organization = "/office/organization";

    public static CheckRule Home { get; } = new("home", "首页更新", $"{Indicators} 单项否决“首页不更新”", Watch);
    public static CheckRule Unkept { get; } = new("unkept", "栏目更新", $"{Indicators} 单项否决“栏目不更新”", Watch);
    public static CheckRule Stale { get; } = new("stale", "应更新栏目", $"{Indicators} 单项否决“栏目不更新”", Watch);
    public static CheckRule Blank { get; } = new("blank", "空白栏目", $"{Indicators} 单项否决“栏目不更新”", Watch);
    public static CheckRule Dates { get; } = new("dates", "发布日期真实", $"{Indicators} 单项否决“弄虚作假”", Items);
    public static CheckRule Open { get; } = new("open", "页面打开", $"{Indicators} 扣分指标（链接可用）");
    public static CheckRule HomeLinks { get; } = new("home-links", "首页链接", $"{Indicators} 扣分指标（链接可用）");
    public static CheckRule Links { get; } = new("links", "站内链接", $"{Indicators} 扣分指标（链接可用）", Items);
    public static CheckRule Outside { get; } = new("outside", "外部链接", $"{Indicators} 扣分指标（链接可用）", Items);
    public static CheckRule Foot { get; } = new("foot", "底部九项标识", Guideline);
    public static CheckRule Four { get; } = new("four", "统一名称和四个栏目", Unified);
    public static CheckRule SiteTags { get; } = new("site-tags", "网站标签", Guideline);
    public static CheckRule ColumnTags { get; } = new("column-tags", "栏目标签", Guideline, "/office/columns");
    public static CheckRule ArticleTags { get; } = new("article-tags", "内容页标签", Guideline, Items);
    public static CheckRule Guide { get; } = new("guide", "公开指南", $"{Regulation}第十二条", "/office/guide");
    public static CheckRule Telephone { get; } = new("telephone", "联系电话", $"{Regulation}第十二条", Organization);
    public static CheckRule Report { get; } = new("report", "年度报告", $"{Regulation}第四十九条", "/office/reports");
    public static CheckRule Reachable { get; } = new("reachable", "站点可访问", $"{Indicators} 单项否决“站点无法访问”");
    public static CheckRule Answers { get; } = new("answers", "互动回应", $"{Indicators} 单项否决“互动回应差”");
    public static CheckRule Services { get; } = new("services", "办事服务", $"{Indicators} 单项否决“服务不实用”");

    /// <summary>In the order of the page.</summary>
    public static IReadOnlyList<CheckRule> All { get; } =
        [Home, Unkept, Stale, Blank, Dates, Open, HomeLinks, Links, Outside, Foot, Four, SiteTags, ColumnTags, ArticleTags, Guide, Telephone, Report, Reachable, Answers, Services];

    public static CheckRule Of(string code) => All.First(rule => rule.Code == code);

    /// <summary>The four columns of 政府信息公开 by name, in their order.</summary>
    public static IReadOnlyList<string> FourColumns { get; } = ["政府信息公开指南", "政府信息公开制度", "法定主动公开内容", "政府信息公开工作年度报告"];

    /// <summary>网站标签, 栏目标签 and 内容页标签 that must be there, in their spelling.</summary>
    public static IReadOnlyList<string> NamedOnEveryPage { get; } = ["SiteName", "SiteDomain", "SiteIDCode"];

    public static IReadOnlyList<string> NamedOnColumns { get; } = ["ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"];

    public static IReadOnlyList<string> NamedOnArticles { get; } = ["ArticleTitle", "PubDate", "ContentSource"];
}

/// <summary>One line of a self-check: a rule, what was found, and what is to be done.</summary>
/// <param name="Rule">The code of the rule.</param>
/// <param name="Evidence">What was seen, in words.</param>
/// <param name="Todo">What puts it right; none where nothing is wrong.</param>
/// <param name="Address">Where on the portal it was seen.</param>
/// <param name="Place">Where in the office it is put right, where that is nearer than the rule's own place.</param>
[method: JsonConstructor]
public sealed record CheckLine(string Rule, CheckVerdict Verdict, string Evidence, string? Todo = null, string? Address = null, string? Place = null)
{
    public CheckLine(CheckRule rule, CheckVerdict verdict, string evidence, string? todo = null, string? address = null, string? place = null) : this(rule.Code, verdict, evidence, todo, address, place)
    {
    }
}

/// <summary>What the verdicts are called.</summary>
public static class CheckVerdicts
{
    extension(CheckVerdict verdict)
    {
        public string Name => verdict switch
        {
            CheckVerdict.RedLine => "红线",
            CheckVerdict.Near => "临近红线",
            CheckVerdict.Deduction => "扣分",
            CheckVerdict.Unchecked => "未检",
            CheckVerdict.Fine => "正常",
            CheckVerdict.NotApplicable => "不适用",
        };
    }
}
