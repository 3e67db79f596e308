using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Files;
using Gongkai.Records.Organizations;
using Gongkai.Records.Requests;
using Gongkai.Records.Requests.Letters;
using Gongkai.Rules.Requests;
using Gongkai.Rules.Requests.Letters;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Shared.Letters;

/// <summary>What applicants are told by mail: that the office has their request, that there is a letter, and the letter itself where they asked for mail. Nothing of who they are stands in it.</summary>
public sealed class ApplicantMail(Store store, Vault vault, Site site, AgencySettings settings)
{
    /// <summary>Where a case is looked up, with its number and its code.</summary>
    public const string QueryPath = "/zfxxgk/ysqgk/cx/";

    /// <summary>More does not go with a mail: most servers refuse it.</summary>
    public const long MostEnclosed = 10L << 20;

    /// <summary>The sealed address of the applicant; <c>null</c> where none was given, or it was erased.</summary>
    public async Task<Sealed?> AddressOf(InformationRequest request) => request.MaskedName is null ? null
        : await store.RequestApplicants.AsNoTracking().Where(one => one.RequestId == request.Id).Select(one => one.Mail).SingleOrDefaultAsync();

    /// <summary>双方确认: the office has confirmed that it received the request. Added to the caller's act; nothing where there is no address.</summary>
    public async Task TellReceipt(CaseFile file, Act act, DateOnly today)
    {
        if (await AddressOf(file.Request) is not { } to) return;
        await Put(file.Request, null, NoticeOf.Receipt, to, today, act, [],
            $"本机关已经确认收到您的政府信息公开申请 {file.Request.Number}。收到申请之日：{Day(file.Clock.ReceivedOn)}。",
            file.Clock.Due is { } due ? $"答复期限：{Day(due)}。遇补正、征求意见、延期的，另行告知。" : "");
    }

    /// <summary>The query code was changed at the counter: whoever did not ask for it learns of it.</summary>
    public async Task TellCode(InformationRequest request, Act act, DateOnly today)
    {
        if (await AddressOf(request) is not { } to) return;
        await Put(request, null, NoticeOf.Code, to, today, act, [],
            $"您的政府信息公开申请 {request.Number} 的查询码已经在受理窗口重设，原来的查询码作废。如果不是您本人办理，请马上联系受理机关。");
    }

    /// <summary>There is a letter. Added to the caller's act, with which the letter is served or sent; nothing where there is no address.</summary>
    /// <param name="files">The letter and its attachments, where the mail is to bring them: then it is itself the service.</param>
    public async Task TellLetter(CaseLetter letter, InformationRequest request, Act act, DateOnly today, IReadOnlyList<StoredFile> files)
    {
        if (letter.Kind.Facts.To is not Addressee.Applicant || await AddressOf(request) is not { } to) return;
        var enclosed = files.Sum(file => file.Size) <= MostEnclosed ? files : [];
        await Put(request, letter, NoticeOf.Letter, to, today, act, [.. enclosed.Select(file => file.Id)],
            $"您的政府信息公开申请 {request.Number} 有新的文书：{letter.Kind.Facts.Title}{(letter.Number is { } number ? $"（{number}）" : "")}。",
            letter.State is not LetterState.Served ? enclosed is [] ? "文书较大，没有随本邮件发送，请在下面的地址查看和下载。" : "文书和附件随本邮件发送，也可以在下面的地址查看和下载。"
                : letter.ServedBy is Service.ByPost ? $"文书已于 {Day(letter.ServedOn)} 邮寄{(letter.PostNumber is { } post ? $"，邮件号码 {post}" : "")}，也可以在下面的地址查看和下载。"
                : "请在下面的地址查看和下载。",
            Todo(letter),
            $"核验码 {QueryCode.Written(letter.VerificationCode)}，可以在 {site.Absolute(VerificationPath)} 核对文书的真伪。");
    }

    /// <summary>Where letters are verified.</summary>
    public const string VerificationPath = "/yz/";

    // What the applicant has to do, and by when.
    static string Todo(CaseLetter letter) => letter.Kind switch
    {
        RequestLetter.CorrectionNotice => $"请在 {Day(letter.Until)} 前提交补正材料；无正当理由逾期不补正的，视为放弃申请。",
        RequestLetter.ReasonsNotice => $"请在 {Day(letter.Until)} 前说明理由。",
        RequestLetter.FeeNotice => "请自收到通知次日起 20 个工作日内缴纳；逾期未缴纳的，视为放弃申请。",
        _ => "",
    };

    async Task Put(InformationRequest request, CaseLetter? letter, NoticeOf of, Sealed to, DateOnly today, Act act, IReadOnlyList<Guid> files, params string[] words)
    {
        var agency = await store.Agencies.AsNoTracking().SingleAsync(one => one.Id == request.AgencyId);
        var telephone = (await settings.Of(agency, today)).TelephoneOr(site);
        var body = string.Join('\n', (string[])
        [
            .. words.Where(word => word.Length > 0), "", $"查询地址：{site.Absolute(QueryPath)}（凭申请编号和查询码）", "",
            $"{agency.Name}，联系电话 {telephone}。本邮件由系统自动发送，请勿回复。",
        ]);
        var subject = $"{site.Name}：申请 {request.Number} {of switch { NoticeOf.Receipt => "已确认收到", NoticeOf.Letter => "有新的文书", NoticeOf.Code => "的查询码已重设" }}";
        store.Notify(request, letter, new(of, to, subject, vault.Seal(body), files, Serves: of is NoticeOf.Letter && letter is { State: not LetterState.Served }), act.At);
    }

    static string Day(DateOnly? day) => day is { } known ? $"{known:yyyy年M月d日}" : "";
}
