using Gongkai.App.Access;
using Gongkai.Records;
using Gongkai.Records.Organizations;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Portal.Disclosure;

/// <summary>Whose pages are shown: the agency that the address names as <c>dw</c>, or the one whose portal this is.</summary>
/// <remarks><c>Portal:Agency</c> names it by its code; where nothing is set, or there is none of that code, it is the first agency that has columns.</remarks>
public sealed class PortalAgency(Store store, EditionShelf shelf, IConfiguration configuration)
{
    /// <param name="code">As the address names it; empty for the portal's own.</param>
    /// <returns><c>null</c> where there is none of this name, or none at all.</returns>
    public async Task<ShownAgency?> Find(string? code)
    {
        var existing = store.Agencies.AsNoTracking().Existing;
        if (code is { Length: > 0 }) return await existing.WithCode(code).SingleOrDefaultAsync() is { } named ? new(named, named.Id != (await Own())?.Id) : null;
        return await Own() is { } own ? new(own, false) : null;
    }

    /// <summary>The agency of something that names it itself.</summary>
    public async Task<ShownAgency> Of(Guid agency) => await Own() is { } own && own.Id == agency ? new(own, false) : new(await store.Agencies.AsNoTracking().SingleAsync(one => one.Id == agency), true);

    ValueTask<Agency?> Own() => shelf.Get(typeof(PortalAgency), ReadOwn);

    async Task<Agency?> ReadOwn()
    {
        var existing = store.Agencies.AsNoTracking().Existing;
        if (configuration["Portal:Agency"] is { Length: > 0 } code && await existing.WithCode(code).SingleOrDefaultAsync() is { } named) return named;
        return await existing.Where(agency => store.Columns.Any(column => column.AgencyId == agency.Id)).OrderBy(agency => agency.Code).FirstOrDefaultAsync()
            ?? await existing.OrderBy(agency => agency.ParentId != null).ThenBy(agency => agency.Code).FirstOrDefaultAsync();
    }
}

/// <summary>An agency whose pages are shown.</summary>
/// <param name="IsOther">It is not the portal's own, so every address names it.</param>
public sealed record ShownAgency(Agency Agency, bool IsOther)
{
    public string Name => Agency.Name;

    /// <summary>What addresses carry along: nothing for the portal's own.</summary>
    public string Query => IsOther ? $"?dw={Uri.EscapeDataString(Agency.Code)}" : "";

    /// <summary>The address with the agency in it.</summary>
    public string At(string path) => path + Query;
}
