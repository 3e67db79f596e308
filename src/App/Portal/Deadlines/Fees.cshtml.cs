using System.Globalization;
using Gongkai.App.Ui;
using Gongkai.Rules;
using Gongkai.Rules.Requests;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.App.Portal.Deadlines;

/// <summary>信息处理费: what a number of requests in a month, or of pages, costs, tier by tier.</summary>
[AllowAnonymous]
public sealed class Fees : PageModel, IFramed
{
    /// <summary>One of the two standards with what was typed for it.</summary>
    public sealed record Standard(string Key, FeeBasis Basis, string Label, string Applies, string Typed, string? Problem, ProcessingFee? Fee);

    public IReadOnlyList<Standard> Standards { get; private set; } = [];

    public bool IsWrong => Standards.Any(standard => standard.Problem is not null);

    public Frame Frame => new(IsWrong ? "错误：信息处理费" : "信息处理费", new Crumb("期限和收费", Index.Path), new Crumb("信息处理费"))
    {
        Column = new("信息处理费", "计算政府信息公开信息处理费，逐档列出", "政府信息公开,信息处理费,按件计收,按量计收", "便民工具"),
        Under = "sf",
        Banner = "期限和收费",
    };

    public void OnGet()
    {
        Standards =
        [
            Read("requests", FeeBasis.PerRequest, "一个自然月内累计申请多少件", "适用于各种处理决定。同一申请人、同一机关、同一个自然月累计；一份申请包含多项内容的，可以按“一事一申请”拆分计算件数。", ProcessingFee.MostRequests, ProcessingFee.OfRequests),
            Read("pages", FeeBasis.PerPage, "一件申请提供多少页", "只适用于以纸质件、电子邮件或者复制电子数据等方式提供信息的；已经主动公开、只告知获取途径的不适用。", ProcessingFee.MostPages, ProcessingFee.OfPages),
        ];
        if (IsWrong) Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
    }

    Standard Read(string key, FeeBasis basis, string label, string applies, int most, Func<int, ProcessingFee> of)
    {
        var typed = Request.Query[key].ToString() is var whole && whole.Length > 40 ? whole[..40] : whole;
        if (string.IsNullOrWhiteSpace(typed)) return new(key, basis, label, applies, "", null, null);
        return int.TryParse(Typed.Narrow(typed), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= most
            ? new(key, basis, label, applies, typed, null, of(count))
            : new(key, basis, label, applies, typed, $"“{typed}”不是可以计算的数量，请填写 0 到 {most} 的整数。", null);
    }
}
