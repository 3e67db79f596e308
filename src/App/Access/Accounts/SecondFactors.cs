using System.Security.Cryptography;
using System.Text;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Accounts;
using Gongkai.Rules.Access;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Access.Accounts;

/// <summary>The six digits of an authenticator, and the codes on paper for the day when it is lost.</summary>
public sealed class SecondFactors(Store store, Vault vault, Doorway doorway, TimeProvider time)
{
    const string Alphabet = "23456789abcdefghjkmnpqrstuvwxyz";
    const int CodeLength = 14, CodeCount = 10;

    /// <summary>A secret that nobody has yet.</summary>
    public static string NewSecret() => TimeCode.Write(RandomNumberGenerator.GetBytes(TimeCode.SecretBytes));

    /// <summary>What an authenticator reads from the picture.</summary>
    public static string Address(string site, string signInName, string secret) =>
        $"otpauth://totp/{Uri.EscapeDataString(site)}:{Uri.EscapeDataString(signInName)}?secret={secret}&issuer={Uri.EscapeDataString(site)}&digits={TimeCode.Digits}&period=30";

    /// <summary>Lets someone in whose first factor was right, if the code is: six digits, or a recovery code. Each is accepted once.</summary>
    /// <param name="context">The request.</param>
    /// <param name="account">Whose.</param>
    /// <param name="typed">The code.</param>
    /// <param name="outside">Whether the first factor was the word of an identity provider.</param>
    /// <returns>The notice of the last sign-in; empty where the code is not right.</returns>
    public async Task<string> SignIn(HttpContext context, Account account, string typed, bool outside)
    {
        var (first, proof) = outside ? ("统一身份认证", Proof.Outside) : ("密码", Proof.Password);
        var code = Plain(typed);
        if (code.Length == TimeCode.Digits && account.AuthenticatorKey is not null)
            return await doorway.Open(context, account.Id, $"{first}和动态口令", one =>
            {
                var step = Match(one, code);
                if (step is { } used) one.UseTimeStep(used);
                return Task.FromResult(step is not null);
            }, proof);
        return code.Length == CodeLength
            ? await doorway.Open(context, account.Id, $"{first}和恢复码", one => Task.FromResult(one.UseRecoveryCode(Hash(code))), proof)
            : "";
    }

    /// <summary>Sets up the authenticator, if its first code is right; the sessions of the account end.</summary>
    /// <returns>The recovery codes, to be shown once; <c>null</c> where the code is not right.</returns>
    public async Task<IReadOnlyList<string>?> SetUp(Act act, Guid account, string secret, string typed)
    {
        if (TimeCode.Match(TimeCode.Read(secret), Plain(typed), TimeCode.StepAt(time.Now), 0) is not { } step) return null;
        var codes = NewCodes();
        await store.Write(act with { Agency = null, Deed = AccountDeeds.FactorSet }, async () =>
            (await store.Accounts.SingleAsync(one => one.Id == account)).SetAuthenticator(vault.Seal(secret), time.Now, step, codes.Select(code => Hash(Plain(code)))));
        return codes;
    }

    /// <summary>Makes new recovery codes; the old ones are worth nothing from now on.</summary>
    public async Task<IReadOnlyList<string>> NewRecoveryCodes(Act act, Guid account)
    {
        var codes = NewCodes();
        await store.Write(act with { Agency = null, Deed = AccountDeeds.RecoveryCodesMade }, async () =>
            (await store.Accounts.SingleAsync(one => one.Id == account)).ReplaceRecoveryCodes(codes.Select(code => Hash(Plain(code)))));
        return codes;
    }

    long? Match(Account account, string code) =>
        TimeCode.Match(TimeCode.Read(vault.Read(account.AuthenticatorKey!.Value)), code, TimeCode.StepAt(time.Now), account.UsedTimeStep);

    // 14 of 31 are 69 bits.
    static List<string> NewCodes() => [.. Enumerable.Range(0, CodeCount).Select(_ => RandomNumberGenerator.GetString(Alphabet, CodeLength)).Select(code => $"{code[..7]}-{code[7..]}")];

    // Full-width digits come from a Chinese input method.
    static string Plain(string typed) => string.Concat(typed.Select(one => one is >= '０' and <= '９' ? (char)(one - '０' + '0') : char.ToLowerInvariant(one)).Where(char.IsAsciiLetterOrDigit));

    static string Hash(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(code)));
}
