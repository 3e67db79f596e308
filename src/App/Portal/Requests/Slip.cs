using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Organizations;
using Gongkai.Records.Requests;
using Gongkai.Rules.Requests;

namespace Gongkai.App.Portal.Requests;

/// <summary>回执: what an applicant takes away, on the screen, on paper and by mail in the same words. Nothing of who they are stands in it.</summary>
/// <param name="Code">查询码; <c>null</c> where another one has taken its place.</param>
public sealed record Slip(string Number, string? Code, string Agency, IReadOnlyList<(string Name, string Words)> Lines, IReadOnlyList<string> Next, string QueryAddress)
{
    /// <summary>What its browser is remembered by; <c>null</c> where the code is another one now.</summary>
    public (Handle Request, string CodeMark)? Owner { get; init; }

    /// <summary>Whether it goes out by mail too: the applicant gave an address.</summary>
    public bool Mailed { get; init; }

    public static Slip Of(CaseFile file, Agency agency, string? code, Site site, string telephone)
    {
        var (request, clock, calendar) = (file.Request, file.Clock, file.Calendar);
        var submitted = clock.SubmittedOn!.Value;
        List<(string, string)> lines =
        [
            ("申请编号", request.Number),
            ("查询码", code is null ? "已经更换，请使用新的查询码" : QueryCode.Written(code)),
            ("受理机关", agency.Name),
            ("申请内容", request.Wanted.Text.Length > 80 ? request.Wanted.Text[..(char.IsHighSurrogate(request.Wanted.Text[79]) ? 79 : 80)] + "……" : request.Wanted.Text),
            ("提交日期", Day(submitted)),
            ("收到日期", clock.ReceivedOn is { } on ? $"{Day(on)}（本回执即为双方确认，答复期限自次日起算）" : "待机关确认"),
        ];
        List<string> next = clock is { ReceivedOn: { } received, Due: { } due }
            ? [
                $"最迟 {Day(clock.CorrectionNoticeDue!.Value)}：申请内容不明确的，机关会一次性告知您补正（自收到之日起 7 个工作日内，《条例》第三十条）。",
                $"最迟 {Day(due)}：机关答复您（自收到之日起 20 个工作日内，《条例》第三十三条）。需要延长的，会在这一天以前告知您，最多延长 20 个工作日；征求第三方和其他机关意见的时间不计算在内。",
                .. calendar.Caution(received, due) is { } caution ? [$"{caution}，以导入节假日后进度页面显示的日期为准。"] : Array.Empty<string>(),
            ]
            : [
                $"最迟 {Day(calendar.Add(submitted, 1))}：机关与您确认收到，确认之日为收到申请之日（《条例》第三十一条）；到这一天 {ConfirmationTerm.LatestHour}:00 还没有确认的，系统自动确认，这一天为收到申请之日。",
                "自收到之日起 7 个工作日内：申请内容不明确的，机关会一次性告知您补正（《条例》第三十条）。",
                "自收到之日起 20 个工作日内：机关答复您（《条例》第三十三条）。",
            ];
        next.Add($"用申请编号和查询码可以随时查询进度、补正、撤回和获取答复。有疑问请联系{agency.Office.Name ?? agency.Name}，电话 {telephone}。");
        return new(request.Number, code, agency.Name, lines, next, site.Absolute(Place.Query));
    }

    /// <summary>The same as plain text.</summary>
    public string Text => string.Join('\n', (string[])
    [
        "您的政府信息公开申请已经提交。", "", .. Lines.Select(line => $"{line.Name}：{line.Words}"), "", "接下来：", .. Next.Select((words, i) => $"{i + 1}. {words}"),
        "", $"查询地址：{QueryAddress}", "请妥善保管查询码，不要转发给他人。本邮件由系统自动发送，请勿回复。",
    ]);

    static string Day(DateOnly day) => $"{day:yyyy年M月d日}";
}
