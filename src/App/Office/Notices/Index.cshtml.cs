using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Notices;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Notices;

/// <summary>消息: what one was told, unread first.</summary>
[Permits(Permission.UseOffice)]
public sealed class Index(Store store, Me me, TimeProvider time) : PageModel, IFramed
{
    public const string Path = "/office/notices/";
    const int RowsOnPage = 20;

    [FromQuery(Name = "page")] public int Wanted { get; set; } = 1;
    [FromQuery(Name = "topic")] public NoticeTopic? Topic { get; set; }
    [FromQuery(Name = "unread")] public bool OnlyUnread { get; set; }

    public IReadOnlyList<Notice> Rows { get; private set; } = [];
    public Paging Paging { get; private set; } = null!;
    public int Unread { get; private set; }
    public Frame Frame => new("消息", new Crumb("消息")) { Under = Path };

    public async Task OnGetAsync()
    {
        // An address that someone changed by hand shows everything rather than an error.
        if (!ModelState.IsValid) ModelState.Clear();
        var mine = store.Notices.AsNoTracking().Of(me.Account ?? Guid.Empty);
        Unread = await mine.Unread.CountAsync();
        if (Topic is { } topic) mine = mine.Where(notice => notice.Topic == topic);
        if (OnlyUnread) mine = mine.Unread;
        Paging = new(Wanted, RowsOnPage, await mine.CountAsync(), page => Paging.At(Url.Content("~" + Path), page, ("topic", Topic?.ToString()), ("unread", OnlyUnread ? "true" : null)));
        Rows = await mine.OrderBy(notice => notice.ReadAt != null).ThenByDescending(notice => notice.At).ThenBy(notice => notice.Id).Skip(Paging.Skip).Take(RowsOnPage).ToListAsync();
    }

    /// <summary>Opens what a notice is about; then it has been read.</summary>
    public async Task<IActionResult> OnPostOpenAsync(Handle handle)
    {
        if (await Mine.Where(notice => notice.Handle == handle).Select(notice => notice.Path).SingleOrDefaultAsync() is not { } path) return NotFound();
        await Read(notice => notice.Where(one => one.Handle == handle));
        return LocalRedirect(Url.Content("~" + path));
    }

    public async Task<IActionResult> OnPostReadAsync(Handle handle)
    {
        if (!await Mine.AnyAsync(notice => notice.Handle == handle)) return NotFound();
        await Read(notice => notice.Where(one => one.Handle == handle));
        return Back("已标为已读。");
    }

    public async Task<IActionResult> OnPostReadAllAsync() => Back($"已把 {await Read(notice => notice)} 条消息标为已读。");

    IQueryable<Notice> Mine => store.Notices.Of(me.Account ?? Guid.Empty);

    Task<int> Read(Func<IQueryable<Notice>, IQueryable<Notice>> which) => which(Mine.Unread).ExecuteUpdateAsync(set => set.SetProperty(notice => notice.ReadAt, time.Now));

    RedirectResult Back(string done)
    {
        return this.Done(done, "~" + Path);
    }
}
