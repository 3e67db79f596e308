using Gongkai.App.Ui;
using Gongkai.Records.Requests;
using Gongkai.Rules;
using Gongkai.Rules.Requests;
using Gongkai.Rules.Reviews;

namespace Gongkai.App.Office.Ledger;

/// <summary>The columns of the ledger, in the order in which offices keep them: the same out and in.</summary>
public static class LedgerColumns
{
    public const string Number = "收件编号", Submitted = "提交日期", Received = "收到日期", Applicant = "申请人", Kind = "类别", Channel = "渠道", Subject = "申请内容", Department = "承办科室",
        CorrectionAsked = "补正告知日期", CorrectionUntil = "补正期限", Corrected = "补正日期", Extended = "延期告知日期", ExtendedBy = "延期工作日", FeeNoticed = "收费通知日期", Yuan = "收费金额（元）", FeePaid = "缴费日期",
        Due = "答复期限", Outcome = "答复类型", Decided = "审签日期", Ended = "答复日期", By = "送达方式", PostNumber = "邮寄单号", Days = "用时（工作日）", LetterNumber = "文号", Filed = "归档日期", Anew = "重新办理", Reviews = "复议、诉讼", File = "办理经过";

    public static IReadOnlyList<string> Headings { get; } =
    [
        "序号", Number, Submitted, Received, Applicant, Kind, Channel, Subject, Department, CorrectionAsked, CorrectionUntil, Corrected, Extended, ExtendedBy, FeeNoticed, Yuan, FeePaid,
        Due, Outcome, Decided, Ended, By, PostNumber, Days, LetterNumber, Filed, Anew, Reviews, File,
    ];

    /// <summary>A line as it goes out; names are masked, and what few may see is not told.</summary>
    public static IReadOnlyList<Cell> Of(LedgerLine line, IEnumerable<RemedyLine> reviews, int number, bool restrictedToo, WorkingCalendar calendar)
    {
        var (request, clock) = (line.Request, Clock.Read(line.Facts, calendar));
        var hidden = request.Restricted && !restrictedToo;
        return
        [
            number, request.Number, clock.SubmittedOn, clock.ReceivedOn, hidden ? "（限制查阅）" : request.MaskedName ?? "（已删除）", request.Kind.Name, request.Channel.Name, hidden ? "（限制查阅）" : request.Wanted.Text, line.Department,
            clock.Correction?.On, clock.Correction?.Until, clock.CorrectedOn, line.Facts.OfType<CaseFact.Extended>().LastOrDefault()?.On, clock.Extension > 0 ? clock.Extension : (Cell)"",
            clock.Fee?.On, clock.Fee?.Yuan is { } yuan ? yuan : (Cell)"", clock.PaidOn,
            request.Due, clock.Outcome?.Name, clock.Decision?.On, clock.EndedOn, clock.Answer?.By.Name, line.PostNumber,
            clock is { ReceivedOn: { } from, EndedOn: { } to } ? calendar.Count(from, to) : (Cell)"", line.Number, clock.FiledOn, request.ReopensId is null ? "" : "重新办理，不重复统计", RemedyLine.Write(reviews), hidden ? "" : FileText.Write(line.Facts),
        ];
    }
}
