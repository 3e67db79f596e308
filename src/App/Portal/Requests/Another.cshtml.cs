using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Requests;
using Gongkai.Rules.Requests;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Portal.Requests;

/// <summary>再申请一项: one request is one matter (一事一申请), so the next begins with the same applicant, for the browser that made the first.</summary>
[AllowAnonymous]
public sealed class Another(Drafts drafts, Store store, Vault vault) : PageModel, IFramed
{
    public Frame Frame => Place.At("再申请一项");

    public IActionResult OnGet() => Redirect(Url.Content("~" + Place.Path));

    public async Task<IActionResult> OnPost()
    {
        if (drafts.KeyOf(HttpContext) is not { } key) return Redirect(Url.Content("~" + Place.Step(1)));
        var hash = Drafts.Hash(key);
        if (await (from sent in store.SubmittedForms.AsNoTracking()
                   join request in store.Requests.AsNoTracking() on sent.RequestId equals request.Id
                   join applicant in store.RequestApplicants.AsNoTracking() on request.Id equals applicant.RequestId
                   join agency in store.Agencies.AsNoTracking() on request.AgencyId equals agency.Id
                   where sent.Key == hash
                   select new { request, applicant, agency.Code }).SingleOrDefaultAsync() is not { } found) return Redirect(Url.Content("~" + Place.Step(1)));
        await drafts.Keep(HttpContext, Drafts.Begin(new() { Form = Form(found.request, found.applicant, found.Code) }));
        return Redirect(Url.Content("~" + Place.Step((int)FormPart.Wanted)));
    }

    ApplicationForm Form(InformationRequest request, RequestApplicant applicant, string agency)
    {
        var (body, wanted) = (request.Kind != ApplicantKind.Person, request.Wanted);
        var (name, number) = (Read(applicant.Name), Read(applicant.IdentityNumber));
        return new()
        {
            Matter = "information", Agency = agency, Sort = body ? "body" : "person", Kind = body ? request.Kind.ToString() : null, Paper = applicant.Paper.ToString(),
            Name = body ? null : name, IdentityNumber = body ? null : number, BodyName = body ? name : null, CreditCode = body ? number : null,
            Representative = Read(applicant.Representative), Contact = Read(applicant.Contact), Phone = Read(applicant.Phone),
            HasAgent = applicant.Agent is null ? "no" : "yes", Agent = Read(applicant.Agent), AgentIdentityNumber = Read(applicant.AgentIdentityNumber),
            Provision = wanted.Provision.ToString(), Delivery = wanted.Delivery.ToString(), OtherwiseToo = wanted.OtherwiseToo ? "yes" : null,
            Mail = Read(applicant.Mail), Address = Read(applicant.Address), PostCode = Read(applicant.PostCode),
        };
    }

    string? Read(Sealed? value) => value is { } known ? vault.Read(known) : null;
}
