using System.ComponentModel.DataAnnotations;
using Gongkai.App.Access;
using Gongkai.App.Office.Views;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Disclosure.Channels;
using Gongkai.Rules.Access;
using Gongkai.Rules.Disclosure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Channels;

/// <summary>查阅场所移送: batches for archives, libraries and service halls (art. 25), and what is due for the next.</summary>
[Permits(Permission.SeeItems)]
public sealed class Handovers(Store store, Me me, ChannelDesk desk, ListFiles files, ViewsOf views, TimeProvider time) : PageModel, IFramed
{
    public sealed class Form
    {
        [Required(ErrorMessage = "请选择接收场所类别")] public ReadingPlace? Receiver { get; set; }
        [Required(ErrorMessage = "请填写接收单位"), MaxLength(60, ErrorMessage = "接收单位最多 60 个字")] public string? ReceiverName { get; set; }
        [Required(ErrorMessage = "请填写移送日期")] public DateOnly? On { get; set; }
        [MaxLength(300, ErrorMessage = "备注最多 300 个字")] public string? Note { get; set; }
    }

    /// <summary>A receiver, when it last got something, and how much is due now.</summary>
    public sealed record Receiver(ReadingPlace Kind, string Name, DateOnly Last, int Due);

    public const string Path = Index.Path + "/handovers";
    const string Name = "查阅场所移送";

    public Frame Frame => new(Name, new("公开渠道", Index.Path), new(Name)) { Under = Path };
    [BindProperty] public Form Input { get; set; } = new();
    [BindProperty(SupportsGet = true)] public ListQuery Asked { get; set; } = new();
    public Listing List { get; private set; } = null!;
    public ViewBar Views { get; private set; } = null!;
    public IReadOnlyList<Receiver> Receivers { get; private set; } = [];
    public bool MayKeep => desk.MayKeep;

    public async Task<IActionResult> OnGet()
    {
        if (await files.Of(Name, Asked, [], Columns, Rows()) is { } file) return file;
        Input.On = time.Today;
        await Fill();
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (!MayKeep || me.Agency == Guid.Empty) return NotFound();
        if (Input.On > time.Today) ModelState.AddModelError("Input.On", "移送日期还没有到，请核对。");
        HandoverBatch? batch = null;
        if (ModelState.IsValid)
        {
            var act = me.Does(ChannelDeeds.HandedOver);
            await store.Write(act, async () => batch = await store.HandOver(me.Agency, Input.Receiver!.Value, Input.ReceiverName!.Trim(), Input.On!.Value, Input.Note?.Trim() is { Length: > 0 } note ? note : null, act));
            if (batch is null) ModelState.AddModelError("", "自上一批以来没有新公开、更正或撤下的信息，不需要移送。");
        }
        if (batch is not null) return this.Done($"已生成移送清单：{batch.Count} 条信息{(batch.Withdrawn > 0 ? $"，撤回 {batch.Withdrawn} 条" : "")}。请下载清单随信息移送，收到回执后在本页登记。", $"~{Path}/{batch.Handle}");
        await Fill();
        return this.Again();
    }

    IQueryable<HandoverBatch> Rows() => store.HandoverBatches.AsNoTracking().Where(batch => batch.AgencyId == me.Agency).OrderByDescending(batch => batch.On).ThenByDescending(batch => batch.Id);

    async Task Fill()
    {
        List = await Listing.Show(Name, Path, Asked, [], Columns, Rows(), "还没有移送过。条例第二十五条要求行政机关及时向国家档案馆、公共图书馆提供主动公开的政府信息。");
        Views = await views.Of(List);
        var known = await store.HandoverBatches.Where(batch => batch.AgencyId == me.Agency).GroupBy(batch => new { batch.Receiver, batch.ReceiverName }).Select(same => new { same.Key, Last = same.Max(batch => batch.On) }).OrderBy(one => one.Key.Receiver).ThenBy(one => one.Key.ReceiverName).Take(20).ToListAsync();
        List<Receiver> receivers = [];
        foreach (var one in known) receivers.Add(new(one.Key.Receiver, one.Key.ReceiverName, one.Last, (await store.DueFor(me.Agency, one.Key.Receiver, one.Key.ReceiverName)).Count));
        Receivers = receivers;
    }

    static readonly ListColumn<HandoverBatch>[] Columns =
    [
        new("on", "移送日期", batch => batch.On) { Look = "date", Path = batch => $"{Path}/{batch.Handle}" },
        new("receiver", "接收场所", batch => batch.Receiver.Name),
        new("name", "接收单位", batch => batch.ReceiverName),
        new("count", "信息（条）", batch => batch.Count) { Look = "number" },
        new("withdrawn", "撤回（条）", batch => batch.Withdrawn) { Look = "number" },
        new("by", "经手人", batch => batch.ByName),
        new("receipt", "回执", batch => batch.ReceivedOn is { } on ? $"{on:yyyy-MM-dd}" : "待登记") { Tone = batch => batch.ReceivedOn is null ? "soon" : "fine" },
    ];
}
