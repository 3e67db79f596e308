using System.Text.Json;
using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Organizations;
using Gongkai.Records.Trail;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Trail;

/// <summary>One entry of the trail: the act, and every value before and after.</summary>
[Permits(Permission.ReadTrail)]
public sealed class One(Store store, Me me) : PageModel, IFramed
{
    /// <summary>What happened to one record.</summary>
    public sealed record Change(string Table, Guid Record, int Revision, IReadOnlyList<(string Name, string? Before, string? After)> Values);

    public TrailEntry Entry { get; private set; } = null!;
    public IReadOnlyList<Change> Changes { get; private set; } = [];
    public string? About { get; private set; }

    public Frame Frame => new($"审计日志第 {Entry.Sequence} 条", new Crumb("审计日志", Index.Path), new Crumb($"第 {Entry.Sequence} 条")) { Under = Index.Path };

    public async Task<IActionResult> OnGetAsync(string chain, long sequence)
    {
        var of = chain == TrailQueries.Platform ? Guid.Empty : await store.Agencies.WithCode(chain).Select(agency => (Guid?)agency.Id).FirstOrDefaultAsync();
        if (of is null || await store.Trail.AsNoTracking().Visible(me).SingleOrDefaultAsync(entry => entry.Chain == of && entry.Sequence == sequence) is not { } entry) return NotFound();
        Entry = entry;
        using var content = JsonDocument.Parse(entry.Content);
        About = content.RootElement.TryGetProperty("about", out var about) ? about.GetString() : null;
        Changes = [.. content.RootElement.GetProperty("changes").EnumerateArray().Select(Read)];
        return Page();
    }

    static Change Read(JsonElement change)
    {
        var (before, after) = (Values(change, "before"), Values(change, "after"));
        return new(change.GetProperty("table").GetString()!, change.GetProperty("record").GetGuid(), change.GetProperty("revision").GetInt32(),
            [.. before.Keys.Union(after.Keys).Order(StringComparer.Ordinal).Select(name => (name, before.GetValueOrDefault(name), after.GetValueOrDefault(name)))]);
    }

    static Dictionary<string, string?> Values(JsonElement change, string side) => change.TryGetProperty(side, out var values)
        ? values.EnumerateObject().ToDictionary(value => value.Name, value => Shown(value.Value.GetString()))
        : [];

    // A personal value stands outside; here is only its hash, which says nothing to a reader.
    static string? Shown(string? text) => text is ['#', ..] && text.Length > 65 && text[^65] == ':' ? "（个人信息，不在此显示）" : text;
}
