using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Documents.Publication;
using Gongkai.Records;
using Gongkai.Records.Disclosure;
using Gongkai.Rules;
using Gongkai.Rules.Disclosure;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.App.Office.Items;

// 送审、审核、放行、发布: the way of a version to the public.
public sealed partial class One
{
    /// <summary>The findings that keep it back.</summary>
    public IEnumerable<ItemFinding> Blocking => Findings.Where(finding => finding.Stands);

    public async Task<IActionResult> OnPostHandIn(Handle handle)
    {
        if (!await Open(handle)) return NotFound();
        Ask(ToRevise(), "");
        if (!ModelState.IsValid) return this.Again();
        if (Says!.Attribute is { IsPublic: false } attribute) ModelState.AddModelError("", $"公开属性是“{attribute.Name}”，不能送审公开；需要公开的，请先改公开属性并写明理由。");
        if (!ModelState.IsValid) return this.Again();
        Findings = await gate.Examine(Version!);
        var blocking = Blocking.ToList();
        // What can be put right is put right first; what shall stay is explained, and whoever reviews secrecy decides.
        if (blocking.Exists(finding => !MayLift(finding)) || blocking.Count > 0 && Line(Input.Why) is null)
        {
            await store.Save(me.Does(ItemDeeds.Examined));
            await Open(handle);
            foreach (var finding in Blocking) ModelState.AddModelError("", $"{finding.Place}：{finding.Message}");
            if (Blocking.All(MayLift)) ModelState.AddModelError("Input.Why", "请改正以上问题；确需保留的，请在说明里写明理由，由保密审查人员决定是否放行");
            return this.Again();
        }
        Version!.HandIn(time.Now);
        return await Done(ItemDeeds.HandedIn, blocking.Count > 0 ? $"已送审。检查发现的 {blocking.Count} 处问题要由保密审查人员放行后才能公开。" : "已送审，等科室审核。", Line(Input.Why));
    }

    public async Task<IActionResult> OnPostPass(Handle handle)
    {
        if (!await Open(handle)) return NotFound();
        Ask(Course is { } course ? course.ToJudge(Hand) : new("现在没有要审核的环节。"), "");
        // Secrecy and signature stand for the whole text: nothing that blocks may be open.
        if (ModelState.IsValid && Version!.Step is not ReviewStep.Department && Blocking.FirstOrDefault() is { } open) ModelState.AddModelError("", $"还有会阻止公开的问题：{open.Place}，{open.Message}");
        if (!ModelState.IsValid) return this.Again();
        Say(true);
        var signs = Version!.Step.Next is null;
        if (signs && Timed() is { } hour) Version.PublishAt = hour;
        if (!ModelState.IsValid) return this.Again();
        Version.Pass();
        if (!signs) return await Done(ItemDeeds.Passed, $"已通过，等{Version.Step.Name}。", Line(Input.Opinion));
        if (Version.PublishAt > time.Now) return await Done(ItemDeeds.Passed, $"已审签，将在 {Version.PublishAt.Value.InBeijing()} 公开。", Line(Input.Opinion));
        return await Publish(me.Does(Item.State is ItemState.Published ? ItemDeeds.Corrected : ItemDeeds.Published, Line(Input.Opinion)));
    }

    public async Task<IActionResult> OnPostReturn(Handle handle)
    {
        if (!await Open(handle)) return NotFound();
        Ask(Course is { } course ? course.ToReturn(Hand, Input.Opinion) : new("现在没有要审核的环节。"), "Input.Opinion");
        if (!ModelState.IsValid) return this.Again();
        Say(false);
        Version!.Return();
        return await Done(ItemDeeds.Returned, "已退回拟稿人修改。", Line(Input.Opinion));
    }

    /// <summary>An approved version that waits for its hour goes out now.</summary>
    public async Task<IActionResult> OnPostPublish(Handle handle)
    {
        if (!await Open(handle)) return NotFound();
        if (!Hand.Approves) return NotFound();
        if (Version is not { State: VersionState.Approved }) ModelState.AddModelError("", "没有待发布的稿件。");
        else Ask(await store.ToPublish(Version), "");
        if (!ModelState.IsValid) return this.Again();
        return await Publish(me.Does(Item.State is ItemState.Published ? ItemDeeds.Corrected : ItemDeeds.Published));
    }

    /// <summary>Whoever reviews secrecy says why something that was found may go out.</summary>
    public async Task<IActionResult> OnPostLift(Handle handle)
    {
        if (!await Open(handle)) return NotFound();
        if (Version is not { State: VersionState.InReview }) ModelState.AddModelError("", "稿件不在审核中，不能放行。");
        else if (!Hand.ReviewsSecrecy) ModelState.AddModelError("", "只有保密审查人员可以放行检查发现的问题。");
        else if (Hand.Account == Version.AuthorId) ModelState.AddModelError("", "拟稿人不能放行自己稿件的问题。");
        var finding = Findings.FirstOrDefault(one => one.Handle.ToString() == Input.Finding);
        if (finding is not { Stands: true }) ModelState.AddModelError("", "这个问题已经处理。");
        else if (!MayLift(finding)) ModelState.AddModelError("", "这个问题只能改正，不能放行。");
        var why = Line(Input.Why);
        if (why is null or { Length: > 300 }) ModelState.AddModelError("Input.Why", why is null ? "请写明放行的理由" : "理由最多 300 个字，请缩短");
        if (!ModelState.IsValid) return this.Again();
        finding!.Lift(me.Account, me.Name, why!, time.Now);
        return await Done(ItemDeeds.Lifted, "已记录理由并放行。", why);
    }

    public async Task<IActionResult> OnPostDiscard(Handle handle)
    {
        if (!await Open(handle)) return NotFound();
        if (Version is null) ModelState.AddModelError("", "没有正在办理的稿件。");
        else if (Version.AuthorId != me.Account && !me.May(Gongkai.Rules.Access.Permission.ApproveItems)) ModelState.AddModelError("", "只有拟稿人或者审签领导可以作废这份稿件。");
        var why = Line(Input.Why);
        if (why is null or { Length: > 300 }) ModelState.AddModelError("Input.Why", why is null ? "请填写作废的原因" : "原因最多 300 个字，请缩短");
        if (!ModelState.IsValid) return this.Again();
        Version!.Discard();
        return await Done(ItemDeeds.Discarded, "稿件已作废，记录保留。", why);
    }

    /// <summary>Whether a finding may be explained away at all.</summary>
    public static bool MayLift(ItemFinding finding) => Enum.TryParse<GateCode>(finding.Code, out var code) && code.IsLiftable;

    // 发布时间由系统记录: an hour to come may be set, one that has passed may not.
    DateTimeOffset? Timed()
    {
        if (Input.PublishOn is not { } day) return null;
        if (!TimeOnly.TryParseExact(Rules.Typed.Narrow(Input.PublishTime) is { Length: > 0 } typed ? typed : "00:00", ["H:mm", "HH:mm"], System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var hour))
        {
            ModelState.AddModelError("Input.PublishTime", "时间请写成 09:30 这样");
            return null;
        }
        var at = day.ToDateTime(hour).OnOfficeClock;
        if (at > time.Now) return at;
        ModelState.AddModelError("Input.PublishOn", "发布时间由系统记录，不能修改；这里只能填写将来的时间，马上公开的请留空");
        return null;
    }

    void Say(bool passed) => store.Add(new ItemOpinion
    {
        VersionId = Version!.Id, Step = Version.Step, Passed = passed, AccountId = me.Account, ByName = me.Name, At = time.Now, Words = Line(Input.Opinion), Hash = Version.Hash,
    });

    async Task<IActionResult> Publish(Act act) => await Written(Version!, act, async () =>
    {
        await store.SaveChangesAsync();
        await store.Publish(Version!, act, ItemAddress.Of);
    }, "已公开。");
}
