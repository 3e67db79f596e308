using System.Security.Cryptography;
using System.Text;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Accounts;
using Gongkai.Rules.Access;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Access.Accounts;

/// <summary>The first start: a code on the console, with which exactly one set of first accounts is made. Nothing is seeded.</summary>
public sealed class SettingUp(Store store, Passwords passwords, TimeProvider time)
{
    // Without letters that are taken for others: 16 of 32 are 80 bits.
    const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    const int Length = 16;

    /// <summary>Someone who gets an account: the name that they sign in with, and the one that colleagues see.</summary>
    public sealed record Person(string SignInName, string Name);

    /// <summary>Whether there is still nobody.</summary>
    public async Task<bool> IsOpen() => !await store.Accounts.AnyAsync();

    /// <summary>Whether a code was made and not used.</summary>
    public Task<bool> HasCode() => store.SetupCodes.AnyAsync(code => code.EndedAt == null);

    /// <summary>Makes a code, and ends those before it. It is seen here and never again.</summary>
    public static async Task<string> MakeCode(Store store, DateTimeOffset at)
    {
        var code = RandomNumberGenerator.GetString(Alphabet, Length);
        await store.Write(new(AccountDeeds.SetupCodeMade, Hand.Program, at), async () =>
        {
            foreach (var old in await store.SetupCodes.Where(one => one.EndedAt == null).ToListAsync()) old.End(at);
            store.Add(new SetupCode { Hash = Hash(code), MadeAt = at });
        });
        return string.Join('-', code.Chunk(4).Select(four => new string(four)));
    }

    /// <summary>Makes the three officers, of whom the first chose a password. Null where the code is not right, or someone was quicker.</summary>
    /// <returns>The initial passwords of the second and the third.</returns>
    public async Task<(string Security, string Audit)?> Make(string code, string from, Person administrator, string password, Person security, Person auditor)
    {
        var hash = Hash(Plain(code));
        (string, string)? made = null;
        await store.Write(new(AccountDeeds.FirstMade, new(null, "首次设置", from), time.Now), async () =>
        {
            if (await store.Accounts.AnyAsync() || await store.SetupCodes.SingleOrDefaultAsync(one => one.Hash == hash && one.EndedAt == null) is not { } right) return;
            right.End(time.Now);
            var initial = (Passwords.Initial(), Passwords.Initial());
            Add(administrator, Role.SystemAdministrator, password, initial: false);
            Add(security, Role.SecurityAdministrator, initial.Item1, initial: true);
            Add(auditor, Role.SecurityAuditor, initial.Item2, initial: true);
            made = initial;
        });
        return made;
    }

    void Add(Person person, Role role, string password, bool initial)
    {
        var account = new Account { SignInName = person.SignInName, Name = person.Name, Stamp = "" };
        passwords.Set(account, password, time.Now, initial);
        store.Add(account);
        store.Add(new Grant { AccountId = account.Id, Role = role, GrantedAt = time.Now });
    }

    static string Plain(string typed) => string.Concat(typed.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit));

    static string Hash(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(code)));
}
