using Gongkai.App.Access;
using Gongkai.App.Shared.Letters;
using Gongkai.Records;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Requests;
using Gongkai.Rules.Requests.Letters;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Gongkai.App.Office.Requests.Letters;

namespace Gongkai.App.Office.Requests;

/// <summary>负责公开的行政机关: one of this platform, with the name and contact that it has set, or whatever is typed. The request itself is not forwarded: the Regulation has the applicant told.</summary>
public sealed class Responsible(Store store, Me me, Desk desk, AgencySettings settings)
{
    /// <summary>What the form offers; nothing for a letter that names no agency.</summary>
    public async Task<IReadOnlyList<SelectListItem>> Choices(RequestLetter kind, string? chosen) => !LetterForm.PartsOf(kind).HasFlag(LetterPart.Responsible) ? [] :
        [.. (await store.Agencies.AsNoTracking().Existing.Where(agency => agency.Id != me.Agency).OrderBy(agency => agency.Name).Select(agency => new { agency.Code, agency.Name }).ToListAsync())
            .Select(agency => new SelectListItem(agency.Name, agency.Code, agency.Code == chosen))];

    /// <summary>Takes name and contact of the agency that was chosen, where none were typed.</summary>
    /// <returns>What is lacking.</returns>
    public async Task<string?> Take(LetterForm form)
    {
        if (form.ResponsibleCode is not { Length: > 0 } code) return null;
        if (await store.Agencies.AsNoTracking().Existing.WithCode(code).SingleOrDefaultAsync() is not { } agency || agency.Id == me.Agency) return "没有这个机关，请重新选择，或者在下面填写名称和联系方式";
        form.ResponsibleName = agency.Name;
        if (!string.IsNullOrWhiteSpace(form.ResponsibleContact)) return null;
        var telephone = (await settings.Of(agency, desk.Today)).Telephone;
        string[] contact = [.. agency.Office.Name is { Length: > 0 } office ? [office] : Array.Empty<string>(), .. telephone.Length > 0 ? [$"电话 {telephone}"] : Array.Empty<string>(), .. agency.Office.Address is { Length: > 0 } address ? [$"地址 {address}"] : Array.Empty<string>()];
        form.ResponsibleContact = string.Join("，", contact);
        return form.ResponsibleContact.Length > 0 ? null : $"{agency.Name}还没有登记联系方式，请在下面填写";
    }
}
