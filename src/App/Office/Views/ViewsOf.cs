using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Organizations;
using Gongkai.Records.Views;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Views;

/// <summary>The saved views over a list, and the form that saves the present one.</summary>
/// <param name="Path">The list's address.</param>
/// <param name="Query">What is on the screen now, as it stands in the address.</param>
public sealed record ViewBar(string Path, string Query, IReadOnlyList<ViewBar.Saved> Views)
{
    public sealed record Saved(string Handle, string Name, string Query, bool Mine, bool Shared);
}

/// <summary>Finds the saved views of a list for whoever looks at it.</summary>
public sealed class ViewsOf(Store store, Me me)
{
    /// <summary>The departments whose colleagues share their views: where one works, and to which one's roles are limited.</summary>
    public async Task<IReadOnlyList<Guid>> Departments() => me.Person is not { } person ? me.Departments :
        [.. (await store.PostsOf(person)).Where(post => post.AgencyId == me.Agency).Select(post => post.DepartmentId).OfType<Guid>().Concat(me.Departments).Distinct()];

    public async Task<ViewBar> Of(Listing list) => new(list.Path, list.Query, me.Account is not { } account ? [] :
        await store.SavedViews.AsNoTracking().Of(list.Path, account, me.Agency, await Departments())
            .Select(view => new ViewBar.Saved(view.Handle.ToString(), view.Name, view.Query, view.AccountId == account, view.Shared)).ToListAsync());
}
