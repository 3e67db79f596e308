using Gongkai.App.Access;
using Gongkai.App.Office.Redactions;
using Gongkai.App.Ui;
using Gongkai.Documents.Intake;
using Gongkai.Documents.Templates.Requests;
using Gongkai.Records;
using Gongkai.Records.Files;
using Gongkai.Records.Numbers;
using Gongkai.Records.Requests;
using Gongkai.Rules;
using Gongkai.Rules.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Requests;

// What the registrar does with a signed letter: number and print, seal, serve, note its arrival.
public sealed partial class LetterPage
{
    public bool Numbered => Letter.Kind.Facts.Numbered;

    /// <summary>Takes the number and writes the file, both or neither.</summary>
    public async Task<IActionResult> OnPostNumber(Handle handle)
    {
        if (!await Open(handle)) return NotFound();
        Ask(Course.ToNumbering(Hand) ?? Fault, "");
        var series = Series.SingleOrDefault(one => one.Handle.ToString() == Input.Series);
        if (Numbered && series is null) ModelState.AddModelError("Input.Series", Series is [] ? "还没有可用的文种，请先在“文号”设置里新设" : "请选择文种");
        if (!ModelState.IsValid) return Page();
        var act = me.Does(LetterDeeds.Numbered);
        try
        {
            // The program's own template becomes a version of the agency's with its first letter; that is an act of its own.
            var (_, template) = await letterDesk.Write(Letter.Kind.Kind, await papers.Values(paper, "", whole: false));
            store.Expect(Letter, Input.Revision);
            await store.Write(act, async () =>
            {
                var number = series is null ? null : (await store.TakeNumber(series, new(Letter.SignedOn!.Value, $"{Letter.Kind.Facts.Title}（收件 {Case.Request.Number}）", Letter.Id), act)).Text;
                var bytes = await letterDesk.Write(template, await papers.Values(paper, number ?? "", whole: true));
                var file = await uploads.Keep(bytes, $"{Letter.Kind.Facts.Title}（{Case.Request.Number}）.docx", Allowance.Attachment, (CaseLetter.FileKind, Letter.Id));
                // The file's row stands before the letter names it.
                await store.SaveChangesAsync();
                Letter.Issue(number, template, file.Id);
            });
            return this.Done($"已编号{(Letter.Number is { } given ? $"：{given}" : "")}，请下载打印、用印。", $"~/office/letters/{handle}");
        }
        catch (DbUpdateConcurrencyException)
        {
            await this.WasSecond(store, Letter.Id);
        }
        catch (RefusedFileException refused)
        {
            ModelState.AddModelError("", refused.Message);
        }
        catch (NoRoomException full)
        {
            ModelState.AddModelError("", full.Message);
            Response.StatusCode = StatusCodes.Status507InsufficientStorage;
        }
        store.ChangeTracker.Clear();
        await Open(handle);
        return Page();
    }

    /// <summary>Takes the file that came back from the word processor; the number stays.</summary>
    public async Task<IActionResult> OnPostReplace(Handle handle)
    {
        if (!await Open(handle)) return NotFound();
        Ask(Course.ToSealing(Hand), "");
        if (Input.File is null) ModelState.AddModelError("Input.File", "请选择修改后的文件");
        if (await this.TakeUp(uploads, Input.File, "Input.File", (CaseLetter.FileKind, Letter.Id)) is { } file && ModelState.IsValid)
        {
            if ((await store.OriginalsOf(Letter.RequestId)).Contains(file.Hash))
            {
                ModelState.AddModelError("Input.File", Original);
                store.Entry(file).State = EntityState.Detached;
            }
            else Letter.Replace(file.Id);
        }
        return ModelState.IsValid ? await Done(LetterDeeds.Replaced, "已替换文书文件，原文件保留在系统中。", null) : Page();
    }

    public async Task<IActionResult> OnPostSeal(Handle handle)
    {
        if (!await Open(handle)) return NotFound();
        Ask(Course.ToSealing(Hand) ?? await store.ToEnclosing(Letter), "");
        if (string.IsNullOrWhiteSpace(Input.SealName) || Input.SealName.Length > 100) ModelState.AddModelError("Input.SealName", "请填写印章名称，例如“某局政府信息公开专用章”");
        if (Input.Copies is not (>= 1 and <= 99)) ModelState.AddModelError("Input.Copies", "请填写用印份数，1 到 99");
        if (!ModelState.IsValid) return Page();
        var act = me.Does(LetterDeeds.Sealed);
        Letter.Stamp(Input.SealName!.Trim(), Input.Copies!.Value, act.At, me.Name);
        return await Done(act, "已登记用印，请送达。");
    }

    /// <summary>Sends it: what it settles enters the file on this day.</summary>
    public async Task<IActionResult> OnPostServe(Handle handle)
    {
        if (!await Open(handle)) return NotFound();
        Ask(Course.ToServing(Hand) ?? await store.ToEnclosing(Letter), "");
        if (Input.By is null) ModelState.AddModelError("Input.By", "请选择送达方式");
        if (Input.On is not { } on) ModelState.AddModelError("Input.On", "请填写送达的日期：签收、交邮或者发送之日");
        else if (on > Today || on < Letter.SignedOn) ModelState.AddModelError("Input.On", $"送达日期应当在成文日期 {Letter.SignedOn:yyyy-MM-dd} 和今天之间");
        if (Input.By is Service.ByPost && string.IsNullOrWhiteSpace(Input.PostNumber)) ModelState.AddModelError("Input.PostNumber", "邮寄送达的，请填写挂号或者特快专递单号");
        if (Input.By is Service.Electronically && Letter.Kind.Facts.TellsRemedy && paper.Places.ToTelling(Service.Electronically) is { } offline) ModelState.AddModelError("Input.By", offline.Reason);
        if (!ModelState.IsValid) return Page();

        var number = Typed.Narrow(Input.PostNumber).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant() is { Length: > 0 and <= 60 } typed ? typed : null;
        var matter = Case.NextMatter;
        var facts = Letter.AtService(Input.On!.Value, Input.By!.Value, matter);
        var act = me.Does(LetterDeeds.Served, Plain(Input.Why));
        foreach (var fact in facts)
        {
            if (Case.To(fact) is { } impediment)
            {
                ModelState.AddModelError("", impediment.Reason);
                store.ChangeTracker.Clear();
                await Open(handle);
                return Page();
            }
            if (Case.Clock.Caution(fact) is { } caution && Plain(Input.Why) is null && Opinions.All(one => one.Step is not LetterState.Draft || one.Opinion is null))
            {
                ModelState.AddModelError("Input.Why", caution);
                store.ChangeTracker.Clear();
                await Open(handle);
                return Page();
            }
            Case.Add(fact, act, Plain(Input.Why));
        }
        if (facts.Any(fact => fact is CaseFact.Consulted)) Letter.Begin(matter);
        Letter.Serve(Input.On.Value, Input.By.Value, number);
        var due = Case.Request.Due;
        return await Done(act, $"已登记送达。{(Case.Request.EndedOn is not null ? "这件申请已经办结，可以归档。" : due is { } day ? $"答复期限 {day:yyyy-MM-dd}。" : $"期限暂停，{Case.Clock.Awaits.Name}。")}");
    }

    /// <summary>Notes the day on which what was posted arrived.</summary>
    public async Task<IActionResult> OnPostReach(Handle handle)
    {
        if (!await Open(handle)) return NotFound();
        if (!Hand.Registers) return NotFound();
        if (Letter.State is not LetterState.Served || Letter.ReachedOn is not null) ModelState.AddModelError("", "文书还没有送达，或者收到日期已经登记过。");
        if (Input.On is not { } on || on > Today || on < Letter.ServedOn) ModelState.AddModelError("Input.On", "请填写对方收到的日期，在送达日期和今天之间");
        if (!ModelState.IsValid) return Page();
        var act = me.Does(LetterDeeds.Reached);
        if (Letter.AtArrival(Input.On!.Value) is { } fact)
        {
            Ask(Case.To(fact), "");
            if (!ModelState.IsValid) return Page();
            Case.Add(fact, act);
        }
        Letter.Reach(Input.On.Value);
        return await Done(act, Case.Request.Due is { } due ? $"已登记收到日期，答复期限 {due:yyyy-MM-dd}。" : "已登记收到日期。");
    }
}
