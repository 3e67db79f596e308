using System.Globalization;
using Gongkai.App.Access;
using Gongkai.App.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.App.Shared;

/// <summary>What went wrong, what to do now, and a number under which we find it in the log (P36).</summary>
[AllowAnonymous, IgnoreAntiforgeryToken]
public sealed class Error(Me me, ILogger<Error> logger) : PageModel, IFramed
{
    Outage? outage;

    public int Status { get; private set; }
    public string Number => HttpContext.TraceIdentifier.Replace(':', '-');
    public Frame Frame => new(Heading, new Crumb(Heading));

    /// <summary>An officer at work asked for it.</summary>
    public bool InOffice { get; private set; }

    public string Heading => Status switch
    {
        400 => "这次提交没有成功",
        404 => "没有找到这个页面",
        410 => "这个页面已经撤下",
        413 => "文件太大",
        429 => "提交得太频繁",
        _ => outage?.Heading ?? "页面暂时打不开",
    };

    public string Advice => Status switch
    {
        400 => "页面停留时间过长，或者提交的内容不完整。请返回上一页，刷新后重新提交。",
        404 => "地址可能有误，或者页面已经移动。请核对地址，或者从下面的入口继续。",
        410 => "它公开过，后来依法撤下。需要了解情况，请与我们联系。",
        413 => "一次提交的文件合计不超过 20 MB。请返回上一页，分几次上传，或者压缩、去掉不需要的内容后重试；其他已经保存的内容不受影响。",
        429 => "为了让每个单位都能使用，每个网络地址每分钟的提交次数有限。请过一分钟再试。",
        _ => outage?.Advice ?? "不是您的操作有误，是我们这边出了问题。请稍后重试；如果仍然打不开，请把错误编号告诉我们。",
    };

    public IActionResult OnGet() => Show();

    public IActionResult OnPost() => Show();

    PageResult Show()
    {
        // Not a parameter: binding one would read the form that was just refused.
        var status = Convert.ToInt32(RouteData.Values["status"], CultureInfo.InvariantCulture);
        Status = status is 400 or 404 or 410 or 413 or 429 or 500 ? status : status is > 400 and < 500 ? 400 : 404;
        var failed = HttpContext.Features.Get<IExceptionHandlerPathFeature>();
        var asked = failed?.Path ?? HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? "";
        InOffice = me.Account is not null && ((PathString)asked).StartsWithSegments("/office");
        outage = failed is null ? Outage.Of(status) : Outage.Of(failed.Error);
        if (outage is not null) Status = outage.Status;
        else if (failed is not null) Status = 500;
        if (failed is not null) logger.LogError(failed.Error, "Error {Number} at {Path}", Number, failed.Path);
        if (outage is not null) Response.Headers.RetryAfter = Outage.RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        Response.StatusCode = Status;
        return Page();
    }
}
