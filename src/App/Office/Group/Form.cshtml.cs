using System.ComponentModel.DataAnnotations;
using Gongkai.App.Access;
using Gongkai.App.Shared.Files;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Access;
using Gongkai.Rules.Organizations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Group;

/// <summary>Forms the leading group, or makes it up anew; the composition before stays on record.</summary>
[Permits(Permission.ManageOrganization)]
public sealed class FormModel(Store store, Me me, Desk desk, Uploads uploads) : PageModel, IFramed
{
    public sealed class Form
    {
        [Required(ErrorMessage = "请填写领导小组名称"), MaxLength(100, ErrorMessage = "名称最多 100 个字")] public string? Name { get; set; } = "政府信息公开工作领导小组";
        [MaxLength(100, ErrorMessage = "文号最多 100 个字")] public string? DocumentNumber { get; set; }
        [Required(ErrorMessage = "请填写成立或调整的日期")] public DateOnly? From { get; set; }
        public IFormFile? File { get; set; }
        public string? Office { get; set; }
        public string? Director { get; set; }
        public string? Head { get; set; }
        public string[] Deputies { get; set; } = [];
        public string[] Members { get; set; } = [];
    }

    public Frame Frame => new(Heading, new("领导小组", Index.Path), new(Heading)) { Under = Index.Path };
    public string Heading => Current is null ? "登记领导小组" : "调整领导小组";
    public LeadingGroup? Current { get; private set; }
    [BindProperty] public Form Input { get; set; } = new();
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Leaders { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Departments { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        if (!await Open()) return NotFound();
        Input.From = desk.Today;
        if (Current is not { } group) return Page();
        Input.Name = group.Name;
        Input.Office = (await store.Departments.FindAsync(group.OfficeId))!.Handle.ToString();
        Input.Director = group.DirectorId is { } director ? (await store.People.FindAsync(director))!.Handle.ToString() : null;
        var members = await (from member in store.GroupMembers join person in store.People on member.PersonId equals person.Id where member.GroupId == @group.Id orderby member.Order select new { member.Role, person.Handle }).ToListAsync();
        Input.Head = members.FirstOrDefault(member => member.Role == GroupRole.Head)?.Handle.ToString();
        Input.Deputies = [.. members.Where(member => member.Role == GroupRole.Deputy).Select(member => member.Handle.ToString())];
        Input.Members = [.. members.Where(member => member.Role == GroupRole.Member).Select(member => member.Handle.ToString())];
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (!await Open()) return NotFound();
        var office = await desk.Department(Input.Office);
        var director = await desk.Person(Input.Director);
        var ranks = await store.RanksOf(me.Agency);
        var seats = new List<(Person Person, GroupRole Role)>();
        foreach (var (handle, role) in (IEnumerable<(string?, GroupRole)>)[(Input.Head, GroupRole.Head), .. Input.Deputies.Select(one => (one, GroupRole.Deputy)), .. Input.Members.Select(one => (one, GroupRole.Member))])
            if (await desk.Person(handle) is { LeftOn: null } person && seats.All(seat => seat.Person.Id != person.Id)) seats.Add((person, role));
        if (ModelState.IsValid && Composition.ToForming([.. seats.Select(seat => new Seat(seat.Role, ranks.TryGetValue(seat.Person.Id, out var post) ? post.Rank : null))], office is { AbolishedOn: null }) is { } impediment)
            ModelState.AddModelError("", impediment.Reason);
        if (ModelState.IsValid && Current is { } before && Input.From < before.From) ModelState.AddModelError("Input.From", $"调整日期早于现有组成的成立日期 {before.From:yyyy-MM-dd}，请检查日期");
        if (!ModelState.IsValid) return Page();

        var on = Input.From!.Value;
        var group = new LeadingGroup { AgencyId = me.Agency, Name = Input.Name!.Trim(), DocumentNumber = Input.DocumentNumber?.Trim(), OfficeId = office!.Id, DirectorId = director?.Id, From = on };
        group.DocumentFile = (await this.TakeUp(uploads, Input.File, "Input.File", (RecordFiles.Group, group.Id)))?.Handle;
        if (!ModelState.IsValid) return Page();
        if (Current is { } old)
        {
            old.End(on);
            foreach (var member in await store.GroupMembers.Where(member => member.GroupId == old.Id && member.Until == null).ToListAsync()) member.End(on);
        }
        store.Add(group);
        foreach (var (order, (person, role)) in seats.Index())
            store.Add(new GroupMember
            {
                GroupId = group.Id, PersonId = person.Id, Name = person.Name, Title = ranks.TryGetValue(person.Id, out var post) ? post.Title : null, Role = role, Order = order + 1, From = on,
            });
        await store.Save(me.Does(OrganizationDeeds.GroupFormed));
        return this.Done(Current is null ? "已登记领导小组。" : "已调整领导小组，原来的组成仍可查阅。", "~/office/group");
    }

    async Task<bool> Open()
    {
        if (await store.Agencies.FindAsync(me.Agency) is not { AbolishedOn: null }) return false;
        Current = await store.LeadingGroups.Where(group => group.AgencyId == me.Agency && group.Until == null).OrderByDescending(group => group.From).FirstOrDefaultAsync();
        People = await desk.People();
        Leaders = await desk.People(Rank.Chief, Rank.Leader);
        Departments = await desk.Departments();
        return true;
    }
}
