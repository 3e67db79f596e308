using Gongkai.Records;
using Gongkai.Records.Trail;
using Microsoft.AspNetCore.DataProtection;

namespace Gongkai.App.Access;

/// <summary>Seals personal values with the key ring, and opens them for someone who says why. Each opening is recorded first.</summary>
public sealed class Vault(IDataProtectionProvider protection, Store store)
{
    internal const string Purpose = "gongkai.vault";

    readonly IDataProtector protector = protection.CreateProtector(Purpose);

    public Sealed Seal(string value) => new(protector.Protect(value));

    /// <summary>The value whole, for a person to read. If the look cannot be recorded, there is none.</summary>
    /// <param name="value">What was sealed.</param>
    /// <param name="act">Who looks, and what for: <c>me.Does(deed, why)</c>.</param>
    /// <param name="whose">Whose value it is.</param>
    /// <param name="field">The name of the column.</param>
    /// <exception cref="System.Security.Cryptography.CryptographicException">It was changed, or its key is gone.</exception>
    public async Task<string> Open(Sealed value, Act act, IRecord whose, string field)
    {
        await store.Note(act, null, store.Mention(whose, field));
        return Read(value);
    }

    /// <summary>The value for the program's own use, which no person sees: comparing, printing on the envelope that the post carries.</summary>
    public string Read(Sealed value) => protector.Unprotect(value.Cipher);
}
