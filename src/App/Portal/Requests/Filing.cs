using Gongkai.App.Access;
using Gongkai.App.Shared.Letters;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Calendars;
using Gongkai.Records.Notices;
using Gongkai.Records.Organizations;
using Gongkai.Records.Requests;
using Gongkai.Rules.Access;
using Gongkai.Rules.Requests;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Portal.Requests;

/// <summary>Makes a request of a draft, once: request, applicant, files, receipt and mail stand or fall together.</summary>
public sealed class Filing(Store store, Marks marks, Vault vault, AgencySettings settings, Site site, Me me, TimeProvider time)
{
    /// <summary>Files a complete draft. Sent again, or twice at once, it stays one request.</summary>
    /// <param name="draft">What was filled in.</param>
    /// <param name="beside">What is saved together with it, once.</param>
    /// <returns>False where there is no such agency any more.</returns>
    public async Task<bool> File(Draft draft, Func<Task> beside)
    {
        var form = draft.Form;
        if (await store.Agencies.AsNoTracking().Existing.WithCode(form.Agency!).SingleOrDefaultAsync() is not { } agency) return false;
        // Read before the chain is locked: who files at the same time waits for the rest alone.
        var calendar = await store.CalendarOf(agency.Id);
        var marker = await marks.Open();
        var (key, code, today) = (Drafts.Hash(draft.Key), marker.CodeFor(draft.Key), time.Today);
        var act = new Act(RequestDeeds.Submitted, me.Hand with { Name = Confirming.Applicant }, time.Now, agency.Id);
        var held = await settings.Of(agency, today);
        var telephone = held.TelephoneOr(site);
        var arrival = new Arrival
        {
            Agency = agency.Id, Channel = Channel.Internet, Kind = form.ApplicantKind, Wanted = WantedOf(form), Submitted = today,
            Received = held.ConfirmedByOffice ? null : today,
            MaskedName = form.IsBody ? form.ApplicantName : Mask.Name(form.ApplicantName), IdentityMark = marker.OfIdentity(form.ApplicantNumber!),
            Applicant = request => ApplicantOf(form, request), CodeMark = number => marker.OfCode(number, code), Assistance = form.Assistance,
            Note = form.ProofBy switch { "counter" => "申请人将到窗口出示身份证明。", "post" => "申请人将邮寄身份证明复印件。", _ => null },
        };
        await store.Write(act, async () =>
        {
            // The chain is locked: whoever came first has committed, or nobody has.
            if (await store.SubmittedForms.AnyAsync(sent => sent.Key == key)) return;
            await beside();
            var file = await store.TakeIn(arrival, act, calendar);
            store.Add(new SubmittedForm { Key = key, RequestId = file.Request.Id, At = act.At });
            if (form.ProofBy == "upload")
                foreach (var one in draft.Content.Files) store.Add(one.File.Row((RequestFiles.Proof, file.Request.Id), agency.Id, act.At, by: null));
            if (form.Mail is { } mail)
                store.SealedMail(vault.Seal(mail), $"{site.Name}：政府信息公开申请回执 {file.Request.Number}", vault.Seal(Slip.Of(file, agency, code, site, telephone).Text), act.At);
            await store.RequestDrafts.Where(row => row.Key == key).ExecuteDeleteAsync();
        });
        return true;
    }

    /// <summary>The request that this browser's form became, with its agency and its code; <c>null</c> where it became none.</summary>
    public async Task<Slip?> SlipOf(string key)
    {
        var hash = Drafts.Hash(key);
        if (await (from sent in store.SubmittedForms.AsNoTracking()
                   join request in store.Requests.AsNoTracking() on sent.RequestId equals request.Id
                   join agency in store.Agencies.AsNoTracking() on request.AgencyId equals agency.Id
                   where sent.Key == hash
                   select new { request, agency, Mailed = store.RequestApplicants.Any(applicant => applicant.RequestId == request.Id && applicant.Mail != null) }).SingleOrDefaultAsync() is not { } found) return null;
        var marker = await marks.Open();
        var code = marker.CodeFor(key);
        // After a reset the first code opens nothing any more, and is not shown as if it did.
        var (own, mark) = (found.request, found.request.CodeMark);
        var telephone = (await settings.Of(found.agency, time.Today)).TelephoneOr(site);
        return marker.OfCode(own.Number, code) == mark
            ? Slip.Of(await store.FileOf(own), found.agency, code, site, telephone) with { Owner = (own.Handle, mark), Mailed = found.Mailed }
            : Slip.Of(await store.FileOf(own), found.agency, null, site, telephone) with { Mailed = found.Mailed };
    }

    static Wanted WantedOf(ApplicationForm form) => new()
    {
        Name = form.WantedName, DocumentNumber = form.DocumentNumber, Description = form.Description, Purpose = form.Purpose,
        Provision = Enum.Parse<Provision>(form.Provision!), Delivery = Enum.Parse<Delivery>(form.Delivery!), OtherwiseToo = form.OtherwiseToo == "yes",
    };

    RequestApplicant ApplicantOf(ApplicationForm form, Guid request) => new()
    {
        RequestId = request, Name = vault.Seal(form.ApplicantName), Paper = form.IdentityPaper, IdentityNumber = Seal(form.ApplicantNumber),
        Representative = form.IsBody ? Seal(form.Representative) : null, Contact = form.IsBody ? Seal(form.Contact) : null,
        Phone = Seal(form.Phone), Mail = Seal(form.Mail), Address = Seal(form.Address), PostCode = Seal(form.PostCode),
        Agent = form.ByAgent ? Seal(form.Agent) : null, AgentIdentityNumber = form.ByAgent ? Seal(form.AgentIdentityNumber) : null,
    };

    Sealed? Seal(string? value) => value is null ? null : vault.Seal(value);
}
