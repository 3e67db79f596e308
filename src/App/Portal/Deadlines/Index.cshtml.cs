using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Calendars;
using Gongkai.Rules;
using Gongkai.Rules.Requests;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.App.Portal.Deadlines;

/// <summary>为什么是这一天: anyone tells the dates of a case and sees when its answer is due, each step with its article. Everything stands in the address, and nothing of it says whose case it is.</summary>
[AllowAnonymous]
public sealed class Index(Store store, TimeProvider time) : PageModel, IFramed
{
    public const string Path = "/qx/";

    public Told Told { get; private set; } = null!;

    /// <summary>What follows; <c>null</c> while nothing was told that can be counted.</summary>
    public ShortFile? Answer { get; private set; }

    public DateOnly Today { get; } = time.Today;

    public Frame Frame => new(Told.Problems is [] ? "为什么是这一天" : "错误：为什么是这一天", new Crumb("期限和收费"))
    {
        Column = new("为什么是这一天", "计算依申请公开的答复期限，逐步列出依据的条款", "政府信息公开,依申请公开,答复期限,工作日", "便民工具"),
        Under = "qx",
        Banner = "期限和收费",
    };

    public async Task OnGet()
    {
        Told = new(Request.Query);
        if (Told.Received is { } received && Told.Problems is [])
        {
            Answer = ShortFile.Read(received, Told.Facts, (await store.CalendarsOf([]))(Guid.Empty));
            if (Answer.Refused is { } refused) Told.Refuse(refused.Fact, refused.Impediment.Reason);
        }
        if (Told.Problems is not []) Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
    }

    /// <summary>The answer in one sentence, for the top of the page.</summary>
    public string Verdict => Answer!.Clock switch
    {
        { Late: true, Due: { } due } clock => $"答复期限是 {Long(due)}；{Long(clock.EndedOn!.Value)}才答复，已经逾期。",
        { Due: { } due, Ended: true } => $"答复期限是 {Long(due)}，已经按期答复。",
        { Due: { } due } => $"答复期限是 {Long(due)}（含当日）。",
        { Awaits: Awaiting.Correction } clock => $"正在等申请人补正（到 {Long(clock.AwaitsUntil!.Value)}）。收到补正件以后重新计算期限。",
        { Awaits: Awaiting.Payment } clock => $"正在等申请人缴费（到 {Long(clock.AwaitsUntil!.Value)}）。缴费以后重新计算期限。",
        _ => "不再计算答复期限。",
    };

    public string Tone => Answer!.Clock.Late ? "late" : Answer.Refused is not null || Answer.Clock.Due is null ? "soon" : "fine";

    /// <summary>How much of the term is used today, in words; <c>null</c> where that says nothing.</summary>
    public string? Used => Answer is { Refused: null } && Answer.Clock is { Ended: false, Due: not null } clock && clock.Started <= Today && clock.On(Today) is { Remaining: { } left } tally
        ? $"已计 {tally.Elapsed} 个工作日，不计入 {tally.Excluded} 个，{(left < 0 ? $"逾期 {-left} 个" : $"剩余 {left} 个")}" : null;

    public static string Long(DateOnly day) => $"{day.Year} 年 {day.Month} 月 {day.Day} 日（{"星期" + "日一二三四五六"[(int)day.DayOfWeek]}）";
}
