using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Registers;
using Gongkai.Rules.Access;
using Gongkai.Rules.Registers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Registers;

/// <summary>成批送审: rows that wait become one batch, and go round.</summary>
[Permits(Permission.KeepRegisters), ManyFields]
public sealed class Submit(Store store, Me me, Desk desk) : PageModel, IFramed
{
    public RegisterKind Kind { get; private set; }
    public IReadOnlyList<RegisterRow> Rows { get; private set; } = [];
    public bool More { get; private set; }

    [BindProperty] public string? Name { get; set; }

    /// <summary>The handles of the rows that are handed in.</summary>
    [BindProperty] public List<string> Chosen { get; set; } = [];

    public Frame Frame => RegisterPlaces.Frame("成批送审公开", new Crumb(Kind.Name, RegisterPlaces.Of(Kind)));

    /// <summary>What stands against showing a row.</summary>
    public static IEnumerable<string> Against(RegisterRow row)
    {
        if (RegisterChecks.WhyNotPublic(row) is { } why) yield return why;
        foreach (var (_, sentence) in RegisterLeaks.In(row)) yield return sentence;
    }

    public async Task<IActionResult> OnGet(string kind, [FromQuery(Name = "row")] string? row)
    {
        if (!await Read(kind, row)) return NotFound();
        Chosen = [.. Rows.Where(one => row is null || one.Handle.ToString() == row).Select(one => one.Handle.ToString())];
        Name = $"{Kind.Name} {desk.Today:yyyy-MM-dd}";
        return Page();
    }

    public async Task<IActionResult> OnPost(string kind, [FromQuery(Name = "row")] string? row)
    {
        if (!await Read(kind, row)) return NotFound();
        var chosen = Rows.Where(one => Chosen.Contains(one.Handle.ToString())).ToList();
        if (string.IsNullOrWhiteSpace(Name) || Name.Trim().Length > 100) ModelState.AddModelError(nameof(Name), "请填写批次名称，最多 100 个字");
        if (chosen is []) ModelState.AddModelError("", "请至少选择一条记录。");
        foreach (var one in chosen.Where(one => Against(one).Any())) ModelState.AddModelError("", $"{one.Words}：{string.Join(" ", Against(one))}");
        if (!ModelState.IsValid) return this.Again();
        var act = me.Does(RegisterDeeds.Submitted);
        var batch = store.HandIn(Name!.Trim(), chosen, act);
        try
        {
            await store.Save(act);
        }
        catch (DbUpdateConcurrencyException)
        {
            store.ChangeTracker.Clear();
            await Read(kind, row);
            ModelState.AddModelError("", "其中的记录刚被别人修改，请核对后重新送审。");
            return this.Again();
        }
        return this.Done("已送审。", $"~{Batches.Path}/{batch.Handle}");
    }

    async Task<bool> Read(string kind, string? row)
    {
        if (me.Agency == Guid.Empty || RegisterKinds.Coded(kind) is not { PublicCode: not null } register) return false;
        Kind = register;
        var waiting = store.Register(Kind).OfAgency(me.Agency).Valid.Where(one => one.State == RowState.Kept || one.State == RowState.Withdrawn);
        // One row that was named is found wherever it stands in the queue.
        if (Handle.TryParse(row, null, out var handle)) waiting = waiting.Where(one => one.Handle == handle);
        else waiting = waiting.Where(one => one.State == RowState.Kept);
        var read = await waiting.OrderBy(one => one.PublishBy).ThenBy(one => one.Id).Take(DisclosureBatch.MostRows + 1).ToListAsync();
        (Rows, More) = ([.. read.Take(DisclosureBatch.MostRows)], read.Count > DisclosureBatch.MostRows);
        return true;
    }
}
