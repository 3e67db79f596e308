using System.ComponentModel.DataAnnotations;
using Gongkai.App.Access;
using Gongkai.App.Office.Outbox;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Notices;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Notices;

/// <summary>邮件提醒: of which notices one also wants a mail, and where to.</summary>
[Permits(Permission.UseOffice)]
public sealed class Mail(Store store, Me me, Vault vault, IEnumerable<IChannel> channels) : PageModel, IFramed
{
    /// <summary>What is filled in.</summary>
    public sealed class Form
    {
        [StringLength(254, ErrorMessage = "邮箱地址太长，请填写 254 个字符以内的地址")]
        public string? Address { get; set; }

        /// <summary>The address that is kept is taken away.</summary>
        public bool Forget { get; set; }

        public List<NoticeTopic> Topics { get; set; } = [];
    }

    [BindProperty] public Form Input { get; set; } = new();

    /// <summary>Whether an address is kept; it is not shown.</summary>
    public bool HasAddress { get; private set; }

    public bool IsConfigured => channels.Any(channel => channel is { Kind: OutboxChannel.Mail, IsConfigured: true });
    public Frame Frame => new("邮件提醒", new Crumb("消息", Index.Path), new Crumb("邮件提醒")) { Under = Index.Path };

    public async Task OnGetAsync()
    {
        var choice = await Choice();
        HasAddress = choice?.Address is not null;
        Input.Topics = choice?.Topics ?? [];
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var choice = await Choice();
        HasAddress = choice?.Address is not null;
        var address = Input.Address?.Trim() is { Length: > 0 } given ? given : null;
        if (address is not null && MailServer.Address(address) is null) ModelState.AddModelError("Input.Address", "邮箱地址看不懂，请填写形如 name@example.gov.cn 的地址");
        if (Input.Topics is not [] && address is null && (Input.Forget || !HasAddress)) ModelState.AddModelError("Input.Address", "请填写接收邮件的地址，或者不选任何类别");
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        if (choice is null) store.Add(choice = new() { AccountId = me.Account!.Value });
        choice.Topics = [.. Input.Topics.Distinct().Order()];
        if (Input.Forget) choice.Address = null;
        if (address is not null) choice.Address = vault.Seal(address);
        await store.Save(me.Does(MailChoice.Changed));
        return this.Done("邮件提醒已保存。", "~/office/notices/mail");
    }

    Task<MailChoice?> Choice() => store.Set<MailChoice>().SingleOrDefaultAsync(choice => choice.AccountId == me.Account);
}
