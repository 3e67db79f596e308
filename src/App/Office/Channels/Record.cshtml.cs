using System.ComponentModel.DataAnnotations;
using Gongkai.App.Access;
using Gongkai.App.Shared.Files;
using Gongkai.App.Ui;
using Gongkai.Documents.Intake;
using Gongkai.Records;
using Gongkai.Records.Disclosure;
using Gongkai.Records.Disclosure.Channels;
using Gongkai.Records.Files;
using Gongkai.Rules.Access;
using Gongkai.Rules.Disclosure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.App.Office.Channels;

/// <summary>登记其他渠道公开: one or many items that were disclosed on a board, in a paper, at a meeting …, with place, day and proof.</summary>
[Permits(Permission.WriteItems), ManyFields]
public sealed class Record(Store store, Me me, ChannelDesk desk, Uploads uploads, TimeProvider time) : PageModel, IFramed
{
    public sealed class Form
    {
        [Required(ErrorMessage = "请选择渠道")] public Channel? Channel { get; set; }
        [Required(ErrorMessage = "请填写载体和位置"), MaxLength(300, ErrorMessage = "载体和位置最多 300 个字")] public string? Place { get; set; }
        [Required(ErrorMessage = "请填写公开日期")] public DateOnly? On { get; set; }
        [MaxLength(300, ErrorMessage = "备注最多 300 个字")] public string? Note { get; set; }
        public IFormFile? Proof { get; set; }
    }

    public const string Path = Index.Path + "/record";
    const string Name = "登记其他渠道公开";

    public Frame Frame => new(Name, new("公开渠道", Index.Path), new(Name)) { Under = Index.Path };
    [BindProperty] public Form Input { get; set; } = new();

    /// <summary>The items that are ticked.</summary>
    [BindProperty(Name = "item", SupportsGet = true)] public string[] Chosen { get; set; } = [];

    [FromQuery(Name = "year")] public int? Year { get; set; }
    [FromQuery(Name = "category")] public ItemCategory? Category { get; set; }
    [FromQuery(Name = "q")] public string? Wanted { get; set; }

    public IReadOnlyList<InformationItem> Items { get; private set; } = [];
    public IReadOnlyList<Microsoft.AspNetCore.Mvc.Rendering.SelectListItem> Years { get; private set; } = [];

    /// <summary>The website keeps its own record.</summary>
    public static IEnumerable<Channel> Others => Enum.GetValues<Channel>().Where(channel => channel != Channel.Website);

    public async Task<IActionResult> OnGet()
    {
        Input.On = time.Today;
        await Fill();
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        var items = await desk.Named(Chosen);
        if (items.Count == 0) ModelState.AddModelError("item", "请勾选要登记的信息。");
        if (Chosen.Length > ChannelDesk.Most) ModelState.AddModelError("item", $"一次最多登记 {ChannelDesk.Most} 条，请分批登记。");
        if (Input.Channel is Channel.Website) ModelState.AddModelError("Input.Channel", "网站公开由系统登记，请选择其他渠道。");
        if (Input.On > time.Today) ModelState.AddModelError("Input.On", "公开日期还没有到，请核对。");
        if (Input.On is { } on && items.Find(item => item.FormedOn > on) is { } early) ModelState.AddModelError("Input.On", $"“{early.Title}”在 {early.FormedOn:yyyy-MM-dd} 才形成，公开日期不能更早。");
        List<ItemPublication> made = [.. ModelState.IsValid ? items.Select(item => new ItemPublication { AgencyId = me.Agency, ItemId = item.Id, Channel = Input.Channel!.Value, Place = Input.Place!.Trim(), On = Input.On!.Value, ByName = me.Name, Note = Input.Note?.Trim() is { Length: > 0 } note ? note : null }) : []];
        // One photograph may prove many.
        StoredFile? proof = made is [var first, ..] ? await this.TakeUp(uploads, Input.Proof, "Input.Proof", (ItemPublication.ProofKind, first.Id)) : null;
        if (!ModelState.IsValid)
        {
            await Fill();
            return this.Again(Response.StatusCode >= 400 ? Response.StatusCode : StatusCodes.Status422UnprocessableEntity);
        }
        foreach (var one in made) one.ProofId = proof?.Id;
        store.AddRange(made);
        await store.Save(me.Does(ChannelDeeds.Recorded));
        return this.Done($"已登记 {made.Count} 条信息的{Input.Channel!.Value.Name}公开。", $"~{Index.Path}?channel={Input.Channel}");
    }

    async Task Fill()
    {
        Wanted = ChannelDesk.Words(Wanted);
        if (Year is < 1990 or > 2200) Year = null;
        var named = await desk.Named(Chosen);
        var found = await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ToListAsync(desk.Sought(Year, Category, null, Wanted).NewestFirst().Take(ChannelDesk.Most));
        Items = [.. named, .. found.Where(item => !named.Exists(one => one.Id == item.Id)).Take(Math.Max(0, ChannelDesk.Most - named.Count))];
        Years = await desk.Years(Year);
    }

    public bool Ticked(InformationItem item) => Chosen.Contains(item.Handle.ToString());

    public static string Accepted => Allowance.Attachment.Accept;
}
