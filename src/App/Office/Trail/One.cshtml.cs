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
using Microsoft.EntityFrameworkCore.Metadata;

namespace Gongkai.App.Office.Trail;

/// <summary>One entry of the trail: the act, and every value before and after, in words.</summary>
[Permits(Permission.ReadTrail)]
public sealed class One(Store store, Me me, RowNames names) : PageModel, IFramed
{
    /// <summary>What happened to one record.</summary>
    public sealed record Change(string Table, Guid Record, string Name, int Revision, string What, IReadOnlyList<Line> Values);

    /// <summary>One value of it.</summary>
    public sealed record Line(string Name, IReadOnlyList<Piece> Before, IReadOnlyList<Piece> After);

    /// <summary>A record that was looked at, or otherwise mentioned.</summary>
    public sealed record Mention(Guid Record, string Name, string? Field);

    /// <summary>A value's column, what it was and what it became, as the entry keeps them.</summary>
    sealed record Kept(string Column, string? Before, string? After);

    public TrailEntry Entry { get; private set; } = null!;
    public string Chain { get; private set; } = "";
    public string ChainName { get; private set; } = "";
    public string? AccountHandle { get; private set; }
    public string? Department { get; private set; }
    public IReadOnlyList<Change> Changes { get; private set; } = [];
    public IReadOnlyList<Mention> Mentions { get; private set; } = [];
    public string? About { get; private set; }

    public Frame Frame => new($"审计日志第 {Entry.Sequence} 条", new Crumb("审计日志", Index.Path), new Crumb($"第 {Entry.Sequence} 条")) { Under = Index.Path };

    public async Task<IActionResult> OnGetAsync(string chain, long sequence)
    {
        var agency = chain == TrailQueries.Platform ? null : await store.Agencies.WithCode(chain).Select(agency => new { agency.Id, agency.Name }).FirstOrDefaultAsync();
        if (chain != TrailQueries.Platform && agency is null) return NotFound();
        var of = agency?.Id ?? Guid.Empty;
        if (await store.Trail.AsNoTracking().Visible(me).SingleOrDefaultAsync(entry => entry.Chain == of && entry.Sequence == sequence) is not { } entry) return NotFound();
        (Entry, Chain, ChainName) = (entry, chain, agency?.Name ?? "平台");
        AccountHandle = await store.Accounts.Where(account => account.Id == entry.Account).Select(account => account.Handle.ToString()).FirstOrDefaultAsync();
        Department = await store.Departments.Where(department => department.Id == entry.Department).Select(department => department.Name).FirstOrDefaultAsync();
        using var content = JsonDocument.Parse(entry.Content);
        await Read(content.RootElement);
        return Page();
    }

    async Task Read(JsonElement content)
    {
        About = content.TryGetProperty("about", out var about) ? about.GetString() : null;
        var mentions = Looks.MentionsOf(content);
        var changes = content.GetProperty("changes").EnumerateArray().Select(change => (Json: change, Table: change.GetProperty("table").GetString()!, Record: change.GetProperty("record").GetGuid(), Kept: Values(change))).ToList();
        var called = await names.Of([
            .. mentions.Select(mention => (mention.Table, mention.Record)), .. changes.Select(change => (change.Table, change.Record)),
            .. from change in changes
               let type = names.TableOf(change.Table)
               where type is not null
               from kept in change.Kept
               let to = TrailWords.LeadsTo(type, kept.Column)
               where to is not null
               from key in Trail.Values.Keys(kept.Before).Concat(Trail.Values.Keys(kept.After))
               select (to, key)]);
        var erased = (await store.Set<TrailPersonal>().Where(value => value.Chain == Entry.Chain && value.Sequence == Entry.Sequence && value.ErasedBy != null).Select(value => new { value.Record, value.Field }).ToListAsync())
            .Select(value => (value.Record, value.Field)).ToHashSet();
        Mentions = [.. mentions.Select(mention => new Mention(mention.Record, called.GetValueOrDefault(mention.Record) ?? TrailWords.Of(mention.Table), mention.Field is { } field ? TrailWords.Of(mention.Table, field) ?? field : null))];
        Changes = [.. changes.Select(change => new Change(TrailWords.Of(change.Table), change.Record, called.GetValueOrDefault(change.Record) ?? $"{TrailWords.Of(change.Table)}（已不在库中）",
            change.Json.GetProperty("revision").GetInt32(), (change.Json.TryGetProperty("before", out _), change.Json.TryGetProperty("after", out _)) switch { (false, _) => "新增", (_, false) => "删除", _ => "修改" },
            [.. from kept in change.Kept
                orderby TrailWords.PlaceOf(change.Table, kept.Column)
                let column = Column(names.TableOf(change.Table), kept.Column)
                select new Line(TrailWords.Of(change.Table, kept.Column) ?? kept.Column,
                    Trail.Values.Show(column, kept.Before, erased.Contains((change.Record, $"before.{kept.Column}")), called), Trail.Values.Show(column, kept.After, erased.Contains((change.Record, $"after.{kept.Column}")), called))]))];
    }

    // An inner value stands as its path: Office.Telephone.
    static IReadOnlyProperty? Column(IEntityType? table, string path) =>
        table?.GetFlattenedProperties().FirstOrDefault(column => (column.DeclaringType is IComplexType inner ? $"{inner.ComplexProperty.Name}.{column.Name}" : column.Name) == path);

    static IReadOnlyList<Kept> Values(JsonElement change)
    {
        var (before, after) = (Side(change, "before"), Side(change, "after"));
        // What was nothing and became nothing says nothing; the key stands above the table.
        return [.. before.Keys.Union(after.Keys).Where(name => name != nameof(IRecord.Id)).Select(name => new Kept(name, before.GetValueOrDefault(name), after.GetValueOrDefault(name))).Where(kept => kept.Before is { Length: > 0 } || kept.After is { Length: > 0 })];
    }

    static Dictionary<string, string?> Side(JsonElement change, string side) =>
        change.TryGetProperty(side, out var values) ? values.EnumerateObject().ToDictionary(value => value.Name, value => value.Value.GetString()) : [];
}
