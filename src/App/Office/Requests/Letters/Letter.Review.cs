using Gongkai.Records;
using Gongkai.Records.Requests;
using Gongkai.Records.Requests.Letters;
using Gongkai.Rules;
using Gongkai.Rules.Requests;
using Gongkai.Rules.Requests.Letters;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Requests.Letters;

// 审核: what has changed since it was looked at last, and what the case says beside it.
public sealed partial class LetterPage
{
    /// <summary>The version with which it is compared; the address says which.</summary>
    [FromQuery(Name = "since")] public int? Since { get; set; }

    /// <summary>What was handed in so far, the first first.</summary>
    public IReadOnlyList<LetterVersion> Versions { get; private set; } = [];

    /// <summary>The version that is compared with what stands now; <c>null</c> where there is none.</summary>
    public LetterVersion? Before { get; private set; }

    /// <summary>What has become of each paragraph since.</summary>
    public IReadOnlyList<ChangedParagraph> Changes { get; private set; } = [];

    public IReadOnlyList<CaseSearch> Searches { get; private set; } = [];

    /// <summary>With which versions it can be compared: a draft with all, a letter that was handed in with those before it.</summary>
    public IEnumerable<LetterVersion> Comparable => Letter.State is LetterState.Draft ? Versions : Versions.SkipLast(1);

    async Task Review()
    {
        Versions = await store.LetterVersions.AsNoTracking().Where(one => one.LetterId == Letter.Id).OrderBy(one => one.Number).ToListAsync();
        Searches = await store.CaseSearches.AsNoTracking().Where(one => one.RequestId == Letter.RequestId).OrderBy(one => one.At).ToListAsync();
        Before = Comparable.FirstOrDefault(one => one.Number == Since) ?? SeenLast() ?? Comparable.LastOrDefault();
        if (Before is null || !(Letter.State is LetterState.Draft || Letter.State.IsAwaitingOpinion)) return;
        var now = Letter.State is LetterState.Draft ? Lines : Versions[^1].Text.Split('\n');
        Changes = TextChanges.Between(Before.Text.Split('\n'), now);
    }

    // What this step said something about: the leader sees what has changed since the leader saw it.
    LetterVersion? SeenLast() => Letter.State.IsAwaitingOpinion && Opinions.LastOrDefault(one => one.Step == Letter.State) is { } said ? Comparable.LastOrDefault(one => one.At <= said.At) : null;

    // What is handed in is kept as it was then; nobody changes it afterwards.
    void Keep(Act act)
    {
        var text = string.Join('\n', Lines);
        store.Add(new LetterVersion { LetterId = Letter.Id, Number = Versions.Count + 1, Text = text.Length <= LetterVersion.Longest ? text : text[..LetterVersion.Longest], ByName = me.Name, At = act.At });
    }
}
