using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Documents.Intake;
using Gongkai.Records;
using Gongkai.Records.Disclosure;
using Gongkai.Records.Files;
using Gongkai.Rules;
using Gongkai.Rules.Access;
using Gongkai.Rules.Disclosure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Items;

/// <summary>One piece of information: as the public will see it, what the check found, who has said what, and its next step (O14, O15).</summary>
[Permits(Permission.SeeItems)]
public sealed partial class One(Store store, Me me, ItemDesk items, GateDesk gate, Attachments attachments, TimeProvider time) : PageModel, IFramed
{
    /// <summary>What the small forms of this page send.</summary>
    public sealed class Form
    {
        public int Revision { get; set; }
        public string? Opinion { get; set; }
        public string? Why { get; set; }
        public IFormFile? File { get; set; }
        public string? Attachment { get; set; }

        /// <summary>The handle of a finding.</summary>
        public string? Finding { get; set; }

        /// <summary>The day and the hour at which it shall go out.</summary>
        public DateOnly? PublishOn { get; set; }

        public string? PublishTime { get; set; }
        public Validity? Validity { get; set; }
        public DateOnly? On { get; set; }
    }

    public Frame Frame => new(Title, new("信息采编和审核", Index.Path), new(Title)) { Under = Index.Path };
    [BindProperty] public Form Input { get; set; } = new();
    public InformationItem Item { get; private set; } = null!;
    public DisclosureColumn Column { get; private set; } = null!;

    /// <summary>What is on its way to the public; <c>null</c> where nothing is.</summary>
    public ItemVersion? Version { get; private set; }

    public ReviewCourse? Course { get; private set; }

    /// <summary>What it says: the version on its way, or what the public sees.</summary>
    public ItemContent? Says { get; private set; }

    public IReadOnlyList<ItemOpinion> Opinions { get; private set; } = [];
    public IReadOnlyList<ItemFinding> Findings { get; private set; } = [];
    public IReadOnlyList<ItemVersion> Versions { get; private set; } = [];
    public IReadOnlyList<StoredFile> Files { get; private set; } = [];
    public IReadOnlyDictionary<Guid, (string Title, Handle Handle)> Related { get; private set; } = new Dictionary<Guid, (string, Handle)>();
    public ReviewHand Hand => items.Hand;
    public string Title => Version?.Title ?? Item.Title;
    public bool MayWrite => me.May(Permission.WriteItems);
    public bool MayMark => me.May(Permission.ManageColumns);
    public DateOnly Today => time.Today;

    /// <summary>Its address for the public.</summary>
    public string Address => ItemAddress.Of(Item, Column);

    public async Task<IActionResult> OnGet(Handle handle)
    {
        if (!await Open(handle)) return NotFound();
        Input.Revision = Version?.Revision ?? Item.Revision;
        return Page();
    }

    public async Task<IActionResult> OnPostAttach(Handle handle)
    {
        if (!await Open(handle)) return NotFound();
        Ask(ToRevise(), "");
        if (Input.File is null) ModelState.AddModelError("Input.File", "请选择附件");
        if (Says!.Files.Count >= ItemContent.MostAttachments) ModelState.AddModelError("Input.File", $"附件最多 {ItemContent.MostAttachments} 个，请合并后上传");
        if (!ModelState.IsValid) return this.Again();
        try
        {
            var (file, removed) = await attachments.Take(Input.File!, Item.Id);
            Version!.Write(Says with { Files = [.. Says.Files, new(file.Id, file.Name)] });
            return await Done(ItemDeeds.Revised, removed is null ? "附件已上传。" : $"附件已上传，公开的文件里已去除：{removed}。上传的原件另存，不公开。");
        }
        catch (RefusedFileException refused)
        {
            ModelState.AddModelError("Input.File", refused.Message);
            return this.Again();
        }
        catch (NoRoomException full)
        {
            ModelState.AddModelError("Input.File", full.Message);
            return this.Again(StatusCodes.Status507InsufficientStorage);
        }
    }

    public async Task<IActionResult> OnPostDetach(Handle handle)
    {
        if (!await Open(handle)) return NotFound();
        Ask(ToRevise(), "");
        if (Files.FirstOrDefault(file => file.Handle.ToString() == Input.Attachment) is not { } gone) ModelState.AddModelError("", "这个附件已经不在稿件上。");
        else if (ModelState.IsValid)
        {
            Version!.Write(Says! with { Files = [.. Says!.Files.Where(file => file.FileId != gone.Id)] });
            return await Done(ItemDeeds.Revised, "已取下附件。");
        }
        return this.Again();
    }

    // 撤下: at once, and from every channel of ours.
    public async Task<IActionResult> OnPostWithdraw(Handle handle)
    {
        if (!await Open(handle)) return NotFound();
        if (!MayWrite && !me.May(Permission.ApproveItems)) return NotFound();
        if (Item.State is not ItemState.Published) ModelState.AddModelError("", "这条信息现在没有公开。");
        var why = Line(Input.Why);
        if (why is null) ModelState.AddModelError("Input.Why", "请填写撤下的原因，公众打开原地址时能看到");
        if (why is { Length: > 300 }) ModelState.AddModelError("Input.Why", "原因最多 300 个字，请缩短");
        if (!ModelState.IsValid) return this.Again();
        var act = me.Does(ItemDeeds.Withdrawn, why);
        return await Written(Item, act, () => store.Withdraw(Item, why!, act), "已撤下：原地址只显示撤下的时间和原因，列表、搜索、订阅和数据下载里都不再出现。");
    }

    public async Task<IActionResult> OnPostCorrect(Handle handle)
    {
        if (!await Open(handle)) return NotFound();
        if (!MayWrite) return NotFound();
        if (Item.State is not ItemState.Published) ModelState.AddModelError("", "只有已公开的信息才需要更正。");
        else if (Version is not null) ModelState.AddModelError("", "已有一份更正稿正在办理。");
        var why = Line(Input.Why);
        if (why is null or { Length: > 300 }) ModelState.AddModelError("Input.Why", why is null ? "请填写更正原因" : "原因最多 300 个字，请缩短");
        if (!ModelState.IsValid) return this.Again();
        var last = Versions.Where(version => version.State is VersionState.Published).MaxBy(version => version.Number)!;
        store.Add(new ItemVersion
        {
            AgencyId = Item.AgencyId, ItemId = Item.Id, Number = Versions.Max(version => version.Number) + 1, AuthorId = me.Account, AuthorName = me.Name, BegunAt = time.Now, CorrectionWhy = why,
        }.Write(last.Says with { EditedBy = me.Name }));
        try
        {
            await store.Save(me.Does(ItemDeeds.Drafted, why));
        }
        catch (DbUpdateException clash) when (Outage.Of(clash) is null)
        {
            return this.Done("其他人刚刚开始了一份更正稿。", $"~{Index.Path}/{handle}");
        }
        return this.Done("已建更正稿；改好后送审，审核通过后替换公开的内容。", $"~{Index.Path}/{handle}/edit");
    }

    public async Task<IActionResult> OnPostMark(Handle handle)
    {
        if (!await Open(handle)) return NotFound();
        if (!MayMark || Item.State is not ItemState.Published) return NotFound();
        var why = Line(Input.Why);
        if (Input.Validity is not { } validity) ModelState.AddModelError("Input.Validity", "请选择有效性");
        if (Input.Validity is { IsOver: true } && Input.On is null) ModelState.AddModelError("Input.On", "请填写废止或者失效的日期");
        if (why is null or { Length: > 300 }) ModelState.AddModelError("Input.Why", why is null ? "请填写依据，例如废止文件的文号" : "依据最多 300 个字，请缩短");
        if (!ModelState.IsValid) return this.Again();
        var act = me.Does(ItemDeeds.Cleaned, why);
        return await Written(Item, act, () => store.Mark(Item, Input.Validity!.Value, Input.On, why, act), "已标注有效性，公开页面同时更新。");
    }

    Impediment? ToRevise() => Course is { } course ? course.ToRevise(Hand) : new("现在没有正在办理的稿件。");

    void Ask(Impediment? impediment, string field)
    {
        if (impediment is not null) ModelState.AddModelError(field, impediment.Reason);
        if (Input.Opinion is { Length: > 1000 }) ModelState.AddModelError("Input.Opinion", "意见最多 1000 个字，请缩短");
    }

    static string? Line(string? typed) => typed?.ReplaceLineEndings(" ").Trim() is { Length: > 0 } line ? line : null;

    Task<IActionResult> Done(Deed deed, string message, string? why = null) => Done(me.Does(deed, why), message);

    async Task<IActionResult> Done(Act act, string message)
    {
        var handle = Item.Handle;
        store.Touch(Version!);
        if (await this.Saved(store, act, Version!, Input.Revision)) return this.Done(message, $"~{Index.Path}/{handle}");
        await Open(handle);
        return Page();
    }

    // Several steps as one act, unless someone else was first.
    async Task<IActionResult> Written(IRecord record, Act act, Func<Task> work, string message)
    {
        var handle = Item.Handle;
        store.Expect(record, Input.Revision);
        try
        {
            await store.Write(act, work);
            return this.Done(message, $"~{Index.Path}/{handle}");
        }
        catch (DbUpdateConcurrencyException)
        {
            await this.WasSecond(store, record.Id);
            await Open(handle);
            return Page();
        }
    }

    async Task<bool> Open(Handle handle)
    {
        if (await items.Seen.SingleOrDefaultAsync(item => item.Handle == handle) is not { } item) return false;
        Item = item;
        Versions = await store.ItemVersions.Where(version => version.ItemId == item.Id).OrderByDescending(version => version.Number).ToListAsync();
        Version = Versions.FirstOrDefault(version => version.State.IsOpen);
        var shown = Version ?? Versions.FirstOrDefault(version => version.State is VersionState.Published) ?? (Versions.Count > 0 ? Versions[0] : null);
        Says = shown?.Says;
        Column = await store.Columns.AsNoTracking().SingleAsync(column => column.Id == (Says == null ? item.ColumnId : Says.ColumnId));
        if (shown is not null)
        {
            Opinions = await store.OpinionsOf(shown.Id);
            Findings = await store.FindingsOf(shown);
            if (Version is not null) Course = await store.CourseOf(Version);
            var ids = Says!.Files.Select(file => file.FileId).ToList();
            var files = await store.Files.AsNoTracking().Where(file => ids.Contains(file.Id)).ToDictionaryAsync(file => file.Id);
            Files = [.. ids.Where(files.ContainsKey).Select(id => files[id])];
            var related = Says.Relations.Select(one => one.ItemId).ToList();
            Related = (await store.Items.Where(one => related.Contains(one.Id)).Select(one => new { one.Id, one.Title, one.Handle }).ToListAsync()).ToDictionary(one => one.Id, one => (one.Title, one.Handle));
        }
        return true;
    }
}
