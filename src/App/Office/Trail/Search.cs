using Gongkai.App.Access;
using Gongkai.Records;
using Gongkai.Records.Organizations;
using Gongkai.Records.Trail;
using Gongkai.Rules;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Trail;

/// <summary>What the auditor asks for; every part stands in the address.</summary>
public sealed class Search
{
    [BindProperty(Name = "from")] public DateOnly? From { get; set; }
    [BindProperty(Name = "to")] public DateOnly? To { get; set; }

    /// <summary>The name of the hand, as it was recorded.</summary>
    [BindProperty(Name = "by")] public string? By { get; set; }

    /// <summary>The handle of an account: the same person under whatever name.</summary>
    [BindProperty(Name = "account")] public string? Account { get; set; }

    [BindProperty(Name = "deed")] public string? Deed { get; set; }

    /// <summary>Only acts by which someone saw personal data whole.</summary>
    [BindProperty(Name = "looks")] public bool Looks { get; set; }

    [BindProperty(Name = "agency")] public string? Agency { get; set; }

    /// <summary>The handle of the department of the hand at that time.</summary>
    [BindProperty(Name = "department")] public string? Department { get; set; }

    [BindProperty(Name = "address")] public string? Address { get; set; }

    /// <summary>A record: its inner number, the one that a deleted row has too, or the handle in its address.</summary>
    [BindProperty(Name = "record")] public string? Record { get; set; }

    /// <summary>Only what is older than this place: the next page.</summary>
    [BindProperty(Name = "before")] public string? Before { get; set; }

    /// <summary>Every part but the place, as it stands in an address and in a form.</summary>
    public IEnumerable<(string Name, string Value)> Parts =>
        from part in (IEnumerable<(string Name, string? Value)>)
        [
            ("from", From?.ToString("yyyy-MM-dd")), ("to", To?.ToString("yyyy-MM-dd")), ("by", By), ("account", Account), ("deed", Deed), ("looks", Looks ? "true" : null),
            ("agency", Agency), ("department", Department), ("address", Address), ("record", Record),
        ]
        where part.Value is { Length: > 0 }
        select (part.Name, part.Value!);

    /// <summary>The address of the list without one part, or with another place.</summary>
    public string Url(string? without = null, TrailPlace? before = null) => Index.Path.TrimEnd('/') + QueryString.Create(
        Parts.Where(part => part.Name != without).Append(("before", before?.ToString() ?? "")).Where(part => part.Item2 is { Length: > 0 }).Select(part => KeyValuePair.Create(part.Item1, (string?)part.Item2)));

    /// <summary>The same as keys. What is not there finds nothing.</summary>
    public async Task<TrailFilter> Filter(Store store, RowNames names) => new()
    {
        Chain = await ChainOf(store, Agency),
        From = From?.StartAtOffice,
        Until = To?.AddDays(1).StartAtOffice,
        By = Text(By),
        Account = Text(Account) is { } account ? Known(await store.Accounts.Where(one => one.Handle == Parse(account)).Select(one => one.Id).FirstOrDefaultAsync()) : null,
        Deeds = Text(Deed) is { } deed ? !Looks || Trail.Deeds.Looks.Contains(deed) ? [deed] : [] : Looks ? Trail.Deeds.Looks : null,
        Department = Text(Department) is { } department ? Known(await store.Departments.Where(one => one.Handle == Parse(department)).Select(one => one.Id).FirstOrDefaultAsync()) : null,
        Address = Text(Address),
        Record = Text(Record) is not { } record ? null : Guid.TryParse(record, out var id) ? id : await names.Find(record, []) is [var found, ..] ? found.Id : Guid.AllBitsSet,
    };

    /// <summary>An agency's chain by its code.</summary>
    public static async Task<Guid?> ChainOf(Store store, string? agency) => Text(agency) switch
    {
        null => null,
        TrailQueries.Platform => Guid.Empty,
        var code => Known(await store.Agencies.WithCode(code).Select(one => one.Id).FirstOrDefaultAsync()),
    };

    static string? Text(string? typed) => typed?.Trim() is { Length: > 0 } text ? text : null;

    static Handle Parse(string text) => Handle.TryParse(text, null, out var handle) ? handle : default;

    static Guid Known(Guid id) => id == Guid.Empty ? Guid.AllBitsSet : id;
}
