using Gongkai.App.Access;
using Gongkai.App.Shared.Files;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Disclosure;
using Gongkai.Records.Disclosure.Channels;
using Gongkai.Records.Files;
using Gongkai.Rules.Access;
using Gongkai.Rules.Disclosure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Channels;

/// <summary>One batch: what is in it, as a list to send along, and the receipt that came back.</summary>
[Permits(Permission.SeeItems)]
public sealed class Handover(Store store, Me me, ChannelDesk desk, ListFiles files, Uploads uploads, TimeProvider time) : PageModel, IFramed
{
    public sealed class Form
    {
        public int Revision { get; set; }
        public DateOnly? ReceivedOn { get; set; }
        public IFormFile? Receipt { get; set; }
    }

    /// <summary>An item of the batch.</summary>
    public sealed record Row(HandoverEntry Entry, InformationItem Item);

    public Frame Frame => new(Heading, new("查阅场所移送", Handovers.Path), new(Heading)) { Under = Handovers.Path };
    public string Heading => $"移送{Batch.ReceiverName}的清单";
    public HandoverBatch Batch { get; private set; } = null!;
    public StoredFile? Receipt { get; private set; }
    public Listing List { get; private set; } = null!;
    public bool MayKeep => desk.MayKeep;
    [BindProperty] public Form Input { get; set; } = new();
    [BindProperty(SupportsGet = true)] public ListQuery Asked { get; set; } = new();

    public async Task<IActionResult> OnGet(Handle handle)
    {
        if (!await Find(handle)) return NotFound();
        if (await files.Of($"{Batch.On:yyyy-MM-dd}{Heading}", Asked, [], Columns, Rows()) is { } file) return file;
        Input.Revision = Batch.Revision;
        await Fill();
        return Page();
    }

    public async Task<IActionResult> OnPostReceipt(Handle handle)
    {
        if (!await Find(handle) || !MayKeep) return NotFound();
        if (Input.ReceivedOn is not { } on || on < Batch.On || on > time.Today) ModelState.AddModelError("Input.ReceivedOn", "请填写回执日期，不早于移送日期，也不晚于今天。");
        var file = await this.TakeUp(uploads, Input.Receipt, "Input.Receipt", (HandoverBatch.ReceiptKind, Batch.Id));
        if (ModelState.IsValid)
        {
            Batch.Receive(Input.ReceivedOn!.Value, file?.Id);
            if (await this.Saved(store, me.Does(ChannelDeeds.Received), Batch, Input.Revision)) return this.Done("已登记回执。", $"~{Handovers.Path}/{handle}");
            await Find(handle);
        }
        await Fill();
        return this.Again(Response.StatusCode >= 400 ? Response.StatusCode : StatusCodes.Status422UnprocessableEntity);
    }

    async Task<bool> Find(Handle handle)
    {
        if (await store.HandoverBatches.SingleOrDefaultAsync(batch => batch.Handle == handle && batch.AgencyId == me.Agency) is not { } found) return false;
        Batch = found;
        Receipt = found.ReceiptId is { } id ? await store.Files.AsNoTracking().SingleOrDefaultAsync(file => file.Id == id) : null;
        return true;
    }

    async Task Fill() => List = await Listing.Show(Heading, $"{Handovers.Path}/{Batch.Handle}", Asked, [], Columns, Rows());

    IQueryable<Row> Rows() =>
        from entry in store.HandoverEntries.AsNoTracking()
        join item in store.Items on entry.ItemId equals item.Id
        where entry.BatchId == Batch.Id
        orderby entry.IsWithdrawal, item.PublishedAt, item.Id
        select new Row(entry, item);

    static readonly ListColumn<Row>[] Columns =
    [
        new("what", "移送事项", row => row.Entry.IsWithdrawal ? "撤回" : row.Entry.Version > 1 ? "更正后提供" : "提供") { Tone = row => row.Entry.IsWithdrawal ? "late" : null },
        new("index", "索引号", row => row.Item.IndexNumber),
        new("title", "名称", row => row.Item.Title) { Path = row => $"{Items.Index.Path}/{row.Item.Handle}" },
        new("number", "文号", row => row.Item.DocumentNumber),
        new("issuer", "发布机构", row => row.Item.Issuer),
        new("formed", "生成日期", row => row.Item.FormedOn) { Look = "date" },
        new("published", "公开时间", row => row.Item.PublishedAt?.InBeijing()) { Look = "date" },
        new("version", "版本", row => row.Entry.Version) { Look = "number", Shown = false },
    ];
}
