using System.Text.RegularExpressions;
using Gongkai.Documents.Reading;

namespace Gongkai.Documents.Publication;

/// <summary>Papers between agencies, which are normally not for publication (过程性信息): requests for instructions, reports to above, replies to consultations.</summary>
static partial class ProcessPapers
{
    /// <summary>What a title says, or <c>null</c>.</summary>
    public static string? InTitle(string title)
    {
        var said = Folding.Narrow(title).Trim();
        if (Request().IsMatch(said)) return "请示";
        if (Opinion().IsMatch(said) && !said.Contains("公开征求", StringComparison.Ordinal)) return "征求意见的往来函件";
        return Report().IsMatch(said) && !PublicReport().IsMatch(said) ? "报告" : null;
    }

    /// <summary>What closes such a paper: 妥否，请批示。</summary>
    public static string? InText(string text) => Closing().Match(Folding.Narrow(text)) is { Success: true } closing ? closing.Value : null;

    [GeneratedRegex(@"的请示$")]
    private static partial Regex Request();

    [GeneratedRegex(@"(?:征求.{0,60}意见(?:建议)?的(?:函|复函|通知)|征求意见.{0,12}(?:反馈|回复|复函)|(?:反馈|回复).{0,20}意见的?函?)$")]
    private static partial Regex Opinion();

    [GeneratedRegex(@"关于.{2,80}的(?:情况)?报告$")]
    private static partial Regex Report();

    // Budgets, audits, yearly reports and findings of inquiries are for everybody.
    [GeneratedRegex(@"年度|年报|工作报告|预算|决算|审计|财政|执行情况|国民经济|调查报告|监测|评估|统计|法治政府|政府信息公开|评价|决定")]
    private static partial Regex PublicReport();

    [GeneratedRegex(@"(?:妥否|当否|可否|如无不妥)[,，].{0,8}(?:批示|批复|批转|审批|审定)|特此(?:请示|报告)(?:[,，。]|$)|以上(?:请示|报告)[,，].{0,8}(?:批|审)")]
    private static partial Regex Closing();
}
