using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gongkai.App.Access;
using Gongkai.App.Access.Accounts;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Requests;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Portal.Requests;

/// <summary>Keeps what is being filled in: sealed in the store for less than a day, under a key that one browser has.</summary>
/// <remarks>The bytes of its files are swept after a day without a row, so a draft ends before that (see <see cref="Records.Files.FileStore"/>).</remarks>
public sealed class Drafts(Store store, IDataProtectionProvider protection, Site site, SteadyTime time)
{
    static readonly TimeSpan Kept = TimeSpan.FromHours(20);

    readonly IDataProtector protector = protection.CreateProtector("gongkai.request-draft.content");
    readonly KeptCookie cookie = new(protection, site, time, "gongkai.request-draft", "request", Kept, SameSiteMode.Strict, longest: 1024);

    /// <summary>The key that this browser came with, whether a draft still stands under it or not.</summary>
    public string? KeyOf(HttpContext context) => cookie.Read(context) is [var key] ? key : null;

    /// <summary>The draft of this browser, or <c>null</c>.</summary>
    public async Task<Draft?> Open(HttpContext context)
    {
        if (KeyOf(context) is not { } key) return null;
        var (hash, now) = (Hash(key), time.Now);
        if (await store.RequestDrafts.AsNoTracking().SingleOrDefaultAsync(draft => draft.Key == hash && draft.EndsAt > now) is not { } row) return null;
        try
        {
            return new(key, JsonSerializer.Deserialize<DraftContent>(protector.Unprotect(row.Content))!);
        }
        catch (CryptographicException)
        {
            // Its key is gone: the form begins empty rather than not at all.
            return null;
        }
    }

    /// <summary>A draft under a new key; it is kept when it is first told to be.</summary>
    public static Draft Begin(DraftContent? content = null) => new(Handle.Next().ToString(), content ?? new()) { IsNew = true };

    /// <summary>Keeps what stands in a draft now; of a new one, the browser is given the key.</summary>
    public async Task Keep(HttpContext context, Draft draft)
    {
        var (hash, content, now) = (Hash(draft.Key), Seal(draft.Content), time.Now);
        if (!draft.IsNew)
        {
            await store.InTurn(() => store.RequestDrafts.Where(row => row.Key == hash).ExecuteUpdateAsync(row => row.SetProperty(one => one.Content, content)));
            return;
        }
        store.Add(new RequestDraft { Key = hash, Content = content, EndsAt = now + Kept });
        await store.InTurn(() => store.SaveChangesAsync());
        cookie.Keep(context, draft.Key);
    }

    /// <summary>The draft is gone, and the browser forgets its key.</summary>
    public async Task Drop(HttpContext context)
    {
        if (KeyOf(context) is not { } key) return;
        var hash = Hash(key);
        await store.InTurn(() => store.RequestDrafts.Where(row => row.Key == hash).ExecuteDeleteAsync());
        cookie.Forget(context);
    }

    byte[] Seal(DraftContent content) => protector.Protect(JsonSerializer.SerializeToUtf8Bytes(content));

    /// <summary>What the store knows of a key.</summary>
    public static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(key)));
}
