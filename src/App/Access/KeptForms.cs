using System.Security.Cryptography;
using System.Text.Json;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Drafts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Access;

/// <summary>What was typed and not yet sent, as it stands in a draft.</summary>
public sealed record KeptForm(DateTimeOffset At, IReadOnlyDictionary<string, string[]> Fields);

/// <summary>Keeps what people type, so that a lost session or a closed window loses nothing (草稿).</summary>
public sealed class KeptForms(Store store, IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>All fields of one form together; longer texts belong into files.</summary>
    public const int MostBytes = 512 * 1024;

    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    internal const string Purpose = "gongkai.draft";

    readonly IDataProtector protector = protection.CreateProtector(Purpose);

    /// <summary>Keeps the fields of a form; those that begin with an underscore are the program's own. <c>false</c>: too much.</summary>
    public async Task<bool> Keep(Guid account, string page, IFormCollection form)
    {
        var fields = form.Where(field => !field.Key.StartsWith('_')).ToDictionary(field => field.Key, field => field.Value.Select(value => value ?? "").ToArray());
        var bytes = JsonSerializer.SerializeToUtf8Bytes(fields);
        if (bytes.Length > MostBytes || page.Length > 400) return false;
        var (draft, content) = (await Find(account, page), protector.Protect(bytes));
        if (draft is null) store.Add(new Draft { AccountId = account, Page = page, Fields = content, KeptAt = time.Now });
        else (draft.Fields, draft.KeptAt) = (content, time.Now);
        await store.SaveChangesAsync();
        var forgotten = time.Now - Kept;
        await store.Drafts.Where(old => old.KeptAt < forgotten).ExecuteDeleteAsync();
        return true;
    }

    /// <summary>What was kept for a page, or <c>null</c>.</summary>
    public async Task<KeptForm?> Of(Guid account, string page)
    {
        if (await store.Drafts.AsNoTracking().SingleOrDefaultAsync(draft => draft.AccountId == account && draft.Page == page) is not { } draft) return null;
        try
        {
            return new(draft.KeptAt, JsonSerializer.Deserialize<Dictionary<string, string[]>>(protector.Unprotect(draft.Fields))!);
        }
        catch (CryptographicException)
        {
            // Its key is gone; the page opens empty rather than not at all.
            return null;
        }
    }

    public Task Drop(Guid account, string page) => store.Drafts.Where(draft => draft.AccountId == account && draft.Page == page).ExecuteDeleteAsync();

    Task<Draft?> Find(Guid account, string page) => store.Drafts.SingleOrDefaultAsync(draft => draft.AccountId == account && draft.Page == page);
}
