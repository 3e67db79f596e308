using System.Globalization;
using System.Security.Cryptography;
using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Accounts;
using Gongkai.Records.Notices;
using Gongkai.Records.Requests;
using Gongkai.Rules;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Portal.Requests;

/// <summary>重设查询码 by a link to the address that the applicant gave. The link is worth something once and for half an hour, and only together with the number.</summary>
public sealed class CodeReset(IServiceScopeFactory scopes, IDataProtectionProvider protection, SteadyTime steady, TimeProvider time, Site site, Me me, RequestSettings settings, CodeMails mails, ILogger<CodeReset> logger)
{
    public const int ValidMinutes = 30;

    readonly IDataProtector protector = protection.CreateProtector("gongkai.request-code-reset");

    /// <summary>Hands it on to be looked for beside the answer, so that neither the time of this answer nor that of the next on the same line says anything.</summary>
    public async Task Ask(HttpContext context, string typedNumber, string typedMail)
    {
        var (number, mail) = (Digits(typedNumber), Typed.Narrow(typedMail));
        await using var scope = scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<Store>();
        var may = await store.Attempt($"code-reset:{Limits.Visitor(context.Connection.RemoteIpAddress)}", settings.ResetsPerSource, steady.Now, TimeSpan.FromMinutes(15));
        if (may) mails.Take(number, mail);
    }

    /// <summary>Looks for the request, and writes the mail if the address is the one that stands in it.</summary>
    public async Task Send(string number, string mail)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var (store, vault) = (scope.ServiceProvider.GetRequiredService<Store>(), scope.ServiceProvider.GetRequiredService<Vault>());
            var found = await (from request in store.Requests.AsNoTracking()
                               join applicant in store.RequestApplicants.AsNoTracking() on request.Id equals applicant.RequestId
                               where request.Number == number && applicant.Mail != null && request.CodeMark != null
                               select new { request.Handle, request.CodeMark, applicant.Mail }).ToListAsync();
            foreach (var one in found.Where(one => string.Equals(vault.Read(one.Mail!.Value), mail, StringComparison.OrdinalIgnoreCase)))
            {
                // Counted for who knows the address: a stranger cannot use up the links of another.
                if (!await store.Attempt($"code-reset-request:{one.Handle}", settings.ResetsPerRequest, steady.Now, TimeSpan.FromHours(1))) continue;
                var token = protector.Protect($"{one.Handle}\n{one.CodeMark}\n{steady.Now.AddMinutes(ValidMinutes).ToUnixTimeSeconds()}");
                store.SealedMail(one.Mail!.Value, $"{site.Name}：重设政府信息公开申请查询码", vault.Seal(string.Join('\n', (string[])
                [
                    $"有人请求重设申请 {number} 的查询码。如果是您本人，请在 {ValidMinutes} 分钟内打开下面的地址，填写申请编号后得到新的查询码：", "",
                    site.Absolute($"{Place.NewCode}?l={Uri.EscapeDataString(token)}"), "", "如果不是您本人，不用理会，原来的查询码仍然有效。本邮件由系统自动发送，请勿回复。",
                ])), time.Now);
            }
            // Where there is nothing to send as much is written, so that who asks something next at once waits no less.
            if (await store.SaveChangesAsync() == 0) await store.Attempt("code-reset-nowhere", int.MaxValue, steady.Now, TimeSpan.FromHours(1));
        }
        catch (Exception obstacle) when (obstacle is not OutOfMemoryException)
        {
            // Nobody waits for it any more; who gets no mail asks again.
            logger.LogWarning("A link for a new query code was not sent: {Kind}", obstacle.GetType().Name);
        }
    }

    /// <summary>A new code for the request of this link, if the number fits; <c>null</c> where anything does not.</summary>
    public async Task<(string Number, string Code, Handle Request, string CodeMark)?> Reset(Store store, Marks marks, string? link, string? typedNumber)
    {
        if (link is null or { Length: > 2000 }) return null;
        string[] said;
        try { said = protector.Unprotect(link).Split('\n'); }
        catch (CryptographicException) { return null; }
        if (said is not [var name, var mark, var ends] || long.Parse(ends, CultureInfo.InvariantCulture) <= steady.Now.ToUnixTimeSeconds()) return null;
        var (handle, number, marker, code) = (Handle.Parse(name), Digits(typedNumber), await marks.Open(), QueryCode.Next());
        if (await store.Requests.SingleOrDefaultAsync(request => request.Handle == handle && request.Number == number && request.CodeMark == mark) is not { } found) return null;
        found.CodeMark = marker.OfCode(found.Number, code);
        try
        {
            await store.Save(new(RequestDeeds.CodeReset, me.Hand with { Name = "申请人" }, time.Now, found.AgencyId, Why: "申请人凭邮件链接重设"));
        }
        catch (DbUpdateConcurrencyException)
        {
            return null;
        }
        return (found.Number, code, found.Handle, found.CodeMark);
    }

    static string Digits(string? typed) => string.Concat(Typed.Narrow(typed).Where(char.IsAsciiDigit).Take(20));
}
