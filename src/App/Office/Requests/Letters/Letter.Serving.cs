using Gongkai.App.Office.Redactions;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Files;
using Gongkai.Records.Notices;
using Gongkai.Records.Requests;
using Gongkai.Records.Requests.Letters;
using Gongkai.Rules;
using Gongkai.Rules.Requests;
using Gongkai.Rules.Requests.Letters;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Requests.Letters;

// 送达: what it settles enters the file on the day of the signature, of the posting, or of the sending.
public sealed partial class LetterPage
{
    /// <summary>What became of the mails that told of this letter.</summary>
    public IReadOnlyList<CaseNotice> Notices { get; private set; } = [];

    /// <summary>The platform itself sends it to the address that the applicant chose.</summary>
    public bool GoesByMail { get; private set; }

    /// <summary>Whether the settings name a mail server.</summary>
    public bool MailIsReady => channels.Any(channel => channel.Kind == OutboxChannel.Mail && channel.IsConfigured);

    bool Sending => Letter.SendingId is not null;

    public async Task<IActionResult> OnPostServe(Handle handle)
    {
        if (!await Open(handle)) return NotFound();
        Ask(Course.ToServing(Hand) ?? await store.ToEnclosing(Letter), "");
        var sends = Input.By is Service.Electronically && GoesByMail && !Input.Already;
        if (Input.By is null) ModelState.AddModelError("Input.By", "请选择送达方式");
        if (Input.By is Service.Electronically && Electronic() is { } impediment) ModelState.AddModelError("Input.By", impediment.Reason);
        if (sends && Sending) ModelState.AddModelError("Input.By", "邮件正在发送，请等它发出，或者改用其他送达方式。");
        else if (sends && !MailIsReady) ModelState.AddModelError("Input.By", "还没有配置邮件服务器，系统发不出邮件。请改用其他送达方式；已经从办公邮箱发出的，请勾选“已经从办公邮箱发出”。");
        if (sends) Input.On = Today;
        if (Input.On is not { } on) ModelState.AddModelError("Input.On", "请填写送达的日期：签收、交邮或者发送之日");
        else if (on > Today || on < Letter.SignedOn) ModelState.AddModelError("Input.On", $"送达日期应当在成文日期 {Letter.SignedOn:yyyy-MM-dd} 和今天之间");
        else if (Input.By is Service.Electronically && !GoesByMail && Letter.Kind.Facts.To is Addressee.Applicant && Case.Request.Wanted.Delivery is Delivery.Download && on != Today)
            ModelState.AddModelError("Input.On", "登记以后申请人才能在网上获取，送达日期只能是今天。");
        if (Input.By is Service.ByPost && string.IsNullOrWhiteSpace(Input.PostNumber)) ModelState.AddModelError("Input.PostNumber", "邮寄送达的，请填写挂号或者特快专递单号");
        if (!ModelState.IsValid) return Page();

        var (day, by, matter, why) = (Input.On!.Value, Input.By!.Value, Case.NextMatter, Plain(Input.Why));
        var facts = Letter.AtService(day, by, matter);
        if (Hindered(facts, why) is { } hindrance)
        {
            ModelState.AddModelError(hindrance.Field, hindrance.Words);
            return Page();
        }
        return sends ? await Send() : await Serve(facts, day, by, matter, why);
    }

    // The mail takes it along; it is served when that has gone out.
    async Task<IActionResult> Send()
    {
        var act = me.Does(LetterDeeds.Sent, Plain(Input.Why));
        await mails.TellLetter(Letter, Case.Request, act, Today, [Issued!, .. Attachments.Where(one => one.Readable)]);
        return await Done(act, "邮件已经进入发件箱。发出以后系统自动登记送达，送达日期是发出之日；没有发出的，会在这里和工作台提醒。");
    }

    async Task<IActionResult> Serve(IReadOnlyList<CaseFact> facts, DateOnly day, Service by, int matter, string? why)
    {
        var number = Typed.Narrow(Input.PostNumber).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant() is { Length: > 0 and <= 60 } typed ? typed : null;
        var act = me.Does(LetterDeeds.Served, why);
        await store.Recall(Letter);
        foreach (var fact in facts) Case.Add(fact, act, why);
        if (facts.Any(fact => fact is CaseFact.Consulted)) Letter.Begin(matter);
        Letter.Serve(day, by, number);
        await mails.TellLetter(Letter, Case.Request, act, Today, []);
        return await Done(act, $"已登记送达。{(Case.Request.EndedOn is not null ? "这件申请已经办结，可以归档。" : Case.Request.Due is { } due ? $"答复期限 {due:yyyy-MM-dd}。" : $"期限暂停，{Case.Clock.Awaits.Name}。")}");
    }

    // What the law or the file has against it today, or wants explained.
    (string Field, string Words)? Hindered(IReadOnlyList<CaseFact> facts, string? why)
    {
        var clock = Case.Clock;
        foreach (var fact in facts)
        {
            if (clock.To(fact) is { } impediment) return ("", impediment.Reason);
            if (clock.Caution(fact) is { } caution && why is null && Opinions.All(one => one.Step is not LetterState.Draft || one.Opinion is null)) return ("Input.Why", caution);
            clock = clock.After(fact);
        }
        return null;
    }

    // Electronically only to the address that the applicant chose, and with the channel for reconsideration where there is something to contest.
    Impediment? Electronic() =>
        Letter.Kind.Facts.TellsRemedy && paper.Places.ToTelling(Service.Electronically) is { } offline ? offline
        : Letter.Kind.Facts.To is Addressee.Applicant ? Completion.Electronically(Today, Case.Request.Wanted is { Delivery: Delivery.Download or Delivery.Mail } or { OtherwiseToo: true }).Impediment
        : null;

    async Task LookAtService()
    {
        Notices = await store.CaseNotices.AsNoTracking().Where(one => one.LetterId == Letter.Id).OrderBy(one => one.At).ThenBy(one => one.Id).ToListAsync();
        GoesByMail = Letter.Kind.Facts.To is Addressee.Applicant && Case.Request.Wanted.Delivery is not Delivery.Download && await mails.AddressOf(Case.Request) is not null;
    }
}
