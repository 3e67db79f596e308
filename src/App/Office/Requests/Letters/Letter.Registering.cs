using Gongkai.App.Access;
using Gongkai.App.Office.Redactions;
using Gongkai.App.Ui;
using Gongkai.Documents.Intake;
using Gongkai.Documents.Templates;
using Gongkai.Documents.Templates.Requests;
using Gongkai.App.Shared.Files;
using Gongkai.Records;
using Gongkai.Records.Files;
using Gongkai.Records.Numbers;
using Gongkai.Records.Requests;
using Gongkai.Records.Requests.Letters;
using Gongkai.Rules;
using Gongkai.Rules.Requests;
using Gongkai.Rules.Requests.Letters;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Gongkai.Records.Requests.Redaction;

namespace Gongkai.App.Office.Requests.Letters;

// What the registrar does with a signed letter: number and print, seal, note its arrival.
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
                var bytes = papers.Marked(Letter, await letterDesk.Write(template, await papers.Values(paper, number ?? "", whole: true)));
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
        else if (VerificationMark.Bears(await Uploads.Bytes(Input.File), Input.File.FileName, QueryCode.Written(Letter.VerificationCode)) is false)
            ModelState.AddModelError("Input.File", "这个文件里没有本文书的核验码，请在下载的文书上修改，保留核验码和二维码");
        if (ModelState.IsValid && await this.TakeUp(uploads, Input.File, "Input.File", (CaseLetter.FileKind, Letter.Id)) is { } file && ModelState.IsValid)
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
