using Gongkai.Records.Organizations;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office;

/// <summary>A field in which a unit is chosen: from a list where there are few, by code or full name where a province has ten thousand.</summary>
/// <param name="Field">The name under which it is sent.</param>
/// <param name="Id">The id to which its label belongs.</param>
/// <param name="Chosen">The code chosen so far, or what was typed.</param>
/// <param name="None">The words of the choice of no unit; <c>null</c> where one must be chosen.</param>
/// <param name="Offered">The units; none where there are too many to list.</param>
public sealed record UnitChoice(string Field, string Id, string? Chosen, string? None, IReadOnlyList<(string Code, string Name)> Offered)
{
    /// <summary>More than these nobody looks through.</summary>
    const int Most = 200;

    public static async Task<UnitChoice> Among(IQueryable<Agency> agencies, string field, string id, string? chosen, string? none)
    {
        var found = await agencies.AsNoTracking().OrderBy(agency => agency.Code).Select(agency => new { agency.Code, agency.Name }).Take(Most + 1).ToListAsync();
        return new(field, id, chosen, none, found.Count > Most ? [] : [.. found.Select(agency => (agency.Code, agency.Name))]);
    }

    /// <summary>The unit of this code, or the only one of this full name.</summary>
    public static async Task<Guid?> Named(IQueryable<Agency> agencies, string typed)
    {
        var wanted = typed.Trim();
        var found = await agencies.Where(agency => agency.Code == wanted || agency.Name == wanted).OrderBy(agency => agency.Code).Select(agency => new { agency.Id, agency.Code }).Take(3).ToListAsync();
        return (found.FirstOrDefault(agency => agency.Code == wanted) ?? (found is [var only] ? only : null))?.Id;
    }
}
