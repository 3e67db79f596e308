using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Organizations;
using Gongkai.Records.Requests;
using Gongkai.Rules.Organizations;
using Gongkai.Rules.Requests;
using Gongkai.Rules.Requests.Letters;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Shared.Letters;

/// <summary>What holds at an agency for its requests on a day: what was set there, or else what the settings of the platform give a new agency.</summary>
public sealed class AgencySettings(Store store, IConfiguration configuration)
{
    /// <summary>What holds.</summary>
    /// <param name="Remedy">The row that says so; <c>null</c>: the default. So for the other two.</param>
    public sealed record Held(RemedyPlaces Places, string Contact, string Telephone, bool ConfirmedByOffice, RequestTerms Terms, RequestSetting? Remedy, RequestSetting? Contacts, RequestSetting? Open)
    {
        /// <summary>The number to call: the agency's own, or else that of the site.</summary>
        public string TelephoneOr(Site site) => Telephone is { Length: > 0 } ? Telephone : site.Phone;
    }

    public async Task<Held> Of(Agency agency, DateOnly day) => await Of(agency, day, await store.SettingsOf(agency.Id));

    /// <summary>With the rows that were read already.</summary>
    public async Task<Held> Of(Agency agency, DateOnly day, IReadOnlyList<RequestSetting> all)
    {
        var (remedy, contact, open) = (all.On(SettingPart.Remedy, day), all.On(SettingPart.Contact, day), all.On(SettingPart.Terms, day));
        var places = remedy is not null
            ? new RemedyPlaces(remedy.Reconsideration ?? "", remedy.Court ?? "", remedy.Online, ReconsiderationAddress: remedy.ReconsiderationAddress, CourtAddress: remedy.CourtAddress)
            : new RemedyPlaces(configuration["Remedy:Reconsideration"] ?? await GovernmentOver(agency) ?? "", configuration["Remedy:Court"] ?? "有管辖权的人民法院", configuration["Remedy:Online"]);
        return new(places, contact?.Contact ?? configuration["Requests:Contact"] ?? "",
            contact?.Telephone ?? configuration["Requests:Telephone"] ?? agency.Office.Telephone ?? "",
            open?.ConfirmedByOffice ?? configuration.GetSection("Requests:ConfirmedByOffice").Get<string[]>()?.Contains(agency.Code) ?? false,
            RequestTerms.On(day, all.Terms), remedy, contact, open);
    }

    // 县级以上地方各级人民政府管辖对本级人民政府工作部门的复议: of a bureau, the government that it is under here.
    async Task<string?> GovernmentOver(Agency agency) => agency.Standing.Reconsideration is ReconsiderationBody.GovernmentBeside or ReconsiderationBody.GovernmentAbove && agency.ParentId is { } parent
        ? await store.Agencies.AsNoTracking().Where(one => one.Id == parent && one.Kind == AgencyKind.Government).Select(one => one.Name).SingleOrDefaultAsync() : null;
}
