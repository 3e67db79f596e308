using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.App.Office;

/// <summary>工作台: what is mine to do today, by due date; what I handed out; what is overdue where I direct.</summary>
[Permits(Permission.UseOffice)]
public sealed class Index(IEnumerable<IDeskEntries> domains, GettingStarted first, Me me, Desk desk) : PageModel, IFramed
{
    ILookup<DeskPlace, DeskEntry> entries = Enumerable.Empty<DeskEntry>().ToLookup(entry => entry.Place);

    public Frame Frame => new("工作台") { Under = "/office/" };
    public DueLightOf Light => new(desk);
    public DateOnly Today => desk.Today;
    public bool Directs => me.MaySomewhere(Permission.AssignTasks);

    /// <summary>What is directed: the agency, or some departments of it.</summary>
    public string Directed => me.May(Permission.AssignTasks) ? "本单位" : "本科室";

    /// <summary>The account belongs to nobody of the organization, so that no task can be given to it.</summary>
    public bool Nobody => me.Person is null;

    /// <summary>What a new platform still lacks.</summary>
    public IReadOnlyList<GettingStarted.Step> Steps { get; private set; } = [];

    public async Task OnGet()
    {
        Steps = await first.Left();
        List<DeskEntry> all = [];
        foreach (var domain in domains) all.AddRange(await domain.Of(me, desk.Today));
        entries = all.ToLookup(entry => entry.Place);
    }

    /// <summary>What stands in a place: by due date, without a date last; what is done, newest first.</summary>
    public IReadOnlyList<DeskEntry> In(DeskPlace place) => place == DeskPlace.Done
        ? [.. entries[place].Take(5)]
        : [.. entries[place].OrderBy(entry => entry.DueOn ?? DateOnly.MaxValue)];
}
