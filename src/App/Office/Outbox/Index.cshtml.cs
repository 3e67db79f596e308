using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Notices;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Outbox;

/// <summary>发件箱: what is on its way out, what could not go, and why. Addresses and texts are not shown.</summary>
[Permits(Permission.WatchHealth)]
public sealed class Index(Store store, Me me, IEnumerable<IChannel> channels) : PageModel, IFramed
{
    public const string Path = "/office/outbox/";
    const int RowsOnPage = 20;

    /// <summary>A message as a line: neither to whom, nor what it says.</summary>
    public sealed record Row(Handle Handle, OutboxChannel Channel, DateTimeOffset At, OutboxState State, int Attempts, DateTimeOffset NextAt, DateTimeOffset? SentAt, string? Fault)
    {
        public string Tone => State switch
        {
            OutboxState.Waiting => Attempts > 0 ? "soon" : "",
            OutboxState.Sending => "paused",
            OutboxState.Sent => "fine",
            OutboxState.GivenUp => "late",
        };
    }

    [FromQuery(Name = "page")] public int Wanted { get; set; } = 1;
    [FromQuery(Name = "state")] public OutboxState? State { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public Paging Paging { get; private set; } = null!;
    public IReadOnlyDictionary<OutboxState, int> Counts { get; private set; } = new Dictionary<OutboxState, int>();
    public Frame Frame => new("发件箱", new Crumb("发件箱")) { Under = Path };

    /// <summary>The ways out that no server is named for.</summary>
    public IEnumerable<OutboxChannel> Missing => channels.Where(channel => !channel.IsConfigured).Select(channel => channel.Kind);

    public static string Name(OutboxState state) => state switch
    {
        OutboxState.Waiting => "○ 待发",
        OutboxState.Sending => "◐ 发送中",
        OutboxState.Sent => "● 已发",
        OutboxState.GivenUp => "✕ 未能发出",
    };

    public async Task OnGetAsync()
    {
        if (!ModelState.IsValid) ModelState.Clear();
        Counts = await store.Outbox.GroupBy(message => message.State).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count);
        var messages = store.Outbox.AsNoTracking();
        if (State is { } state) messages = messages.Where(message => message.State == state);
        Paging = new(Wanted, RowsOnPage, await messages.CountAsync(), page => Paging.At(Url.Content("~" + Path), page, ("state", State?.ToString())));
        Rows = await messages.OrderByDescending(message => message.At).ThenBy(message => message.Id).Skip(Paging.Skip).Take(RowsOnPage)
            .Select(message => new Row(message.Handle, message.Channel, message.At, message.State, message.Attempts, message.NextAt, message.SentAt, message.Fault)).ToListAsync();
    }

    public async Task<IActionResult> OnPostRetryAsync(Handle handle)
    {
        if (!await store.Outbox.AnyAsync(message => message.Handle == handle)) return NotFound();
        return this.Done(await store.Retry(handle, me.Does(OutboxLine.Retried)) ? "已排到最前，马上重发。" : "这条消息已经发出或正在发送，不用重发。", "~" + Path);
    }
}
