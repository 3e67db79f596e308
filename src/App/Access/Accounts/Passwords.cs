using System.Security.Cryptography;
using Gongkai.App.Ui;
using Gongkai.Records.Accounts;
using Gongkai.Rules;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Gongkai.App.Access.Accounts;

/// <summary>Hashes passwords, compares them, and says which may be chosen.</summary>
public sealed class Passwords
{
    // No 0 and o, 1 and l: it is read off a paper and typed.
    const string Letters = "abcdefghijkmnpqrstuvwxyz", Capitals = "ABCDEFGHJKLMNPQRSTUVWXYZ", Figures = "23456789";

    readonly AccountSettings settings;
    readonly PasswordHasher<Account> hasher;
    readonly string nobodys;
    readonly string[] common;

    public Passwords(AccountSettings settings, Site site)
    {
        this.settings = settings;
        hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = settings.HashRounds }));
        nobodys = hasher.HashPassword(null!, Initial());
        common = ["gongkai", site.Name];
    }

    /// <summary>A password for someone else, of 95 random bits, which must be changed at the first sign-in.</summary>
    public static string Initial() =>
        RandomNumberGenerator.GetString(Capitals, 4) + "-" + RandomNumberGenerator.GetString(Letters, 6) + "-" + RandomNumberGenerator.GetString(Figures, 4) + RandomNumberGenerator.GetString(Letters, 8);

    /// <summary>Whether it is the account's. It takes the same time where there is no such account.</summary>
    /// <param name="account">Whose, if anyone's.</param>
    /// <param name="password">As typed.</param>
    /// <param name="stale">Whether it fits, and was hashed with fewer rounds than is usual now.</param>
    public bool Fits(Account? account, string password, out bool stale)
    {
        stale = false;
        // Hashing takes time in proportion to the length.
        if (password.Length > 2 * PasswordProfile.Longest) return false;
        var result = hasher.VerifyHashedPassword(account!, account?.PasswordHash ?? nobodys, password);
        stale = result == PasswordVerificationResult.SuccessRehashNeeded;
        return result != PasswordVerificationResult.Failed && account?.PasswordHash is not null;
    }

    /// <summary>Why someone may not choose this password, or <c>null</c>.</summary>
    public Impediment? ToChoosing(Account account, string password, string? agency)
    {
        string[] own = [account.SignInName, account.Name, .. common, .. agency is null ? [] : (string[])[agency]];
        if (settings.Rules.ToChoosing(password, own) is { } impediment) return impediment;
        var former = account.FormerPasswords.Prepend(account.PasswordHash).OfType<string>().Take(settings.Rules.Remembered);
        return former.Any(hash => hasher.VerifyHashedPassword(account, hash, password) != PasswordVerificationResult.Failed)
            ? new(settings.Rules.Remembered > 1 ? $"这个密码在最近 {settings.Rules.Remembered} 次中用过，请换一个。" : "新密码与现在的密码相同，请换一个。")
            : null;
    }

    /// <summary>Sets a password; every session of the account ends.</summary>
    public void Set(Account account, string password, DateTimeOffset at, bool initial) =>
        account.SetPassword(hasher.HashPassword(account, password), at, initial, settings.Rules.Remembered);

    public string Hash(Account account, string password) => hasher.HashPassword(account, password);
}
