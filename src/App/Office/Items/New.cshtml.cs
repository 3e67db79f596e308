using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Disclosure;
using Gongkai.Rules.Access;
using Gongkai.Rules.Disclosure;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.App.Office.Items;

/// <summary>Begins a piece of information (新建信息).</summary>
[Permits(Permission.WriteItems), LongText]
public sealed class New(Store store, Me me, ItemDesk items, TimeProvider time) : ItemWriting(store, me, items, time)
{
    public override Frame Frame => new("新建信息", new("信息采编和审核", Index.Path), new("新建信息")) { Under = Index.Path };

    public async Task OnGet([FromQuery(Name = "column")] string? column)
    {
        await Load();
        (Input.Column, Input.Issuer, Input.FormedOn) = (column, AgencyName, Time.Today);
    }

    public async Task<IActionResult> OnPost()
    {
        await Load();
        if (await Typed([]) is not { } content) return this.Again();
        var item = new InformationItem { AgencyId = Me.Agency };
        item.Prepare(content, (await Store.DueOf(content, Me.Agency)).Due);
        Store.Add(item);
        Store.Add(new ItemVersion { AgencyId = Me.Agency, ItemId = item.Id, Number = 1, AuthorId = Me.Account, AuthorName = Me.Name, BegunAt = Time.Now }.Write(content));
        await Store.Save(Me.Does(ItemDeeds.Drafted));
        return this.Done($"已保存草稿，最迟应在 {item.DueOn:yyyy-MM-dd} 前公开。请上传附件，核对后送审。", $"~{Index.Path}/{item.Handle}");
    }
}
