using System.Security.Cryptography;
using Gongkai.App.Office.Jobs;
using Gongkai.Records;
using Gongkai.Records.Jobs;
using Microsoft.AspNetCore.DataProtection;

namespace Gongkai.App.Office.Imports;

/// <summary>Keeps an uploaded list between its trial and its import, sealed: it is full of names and telephones. It is cleared away with the files of jobs.</summary>
public sealed class ImportFiles(JobFolder folder, IDataProtectionProvider protection)
{
    readonly IDataProtector protector = protection.CreateProtector("gongkai.imports");

    /// <returns>Its name in the folder.</returns>
    public async Task<string> Keep(byte[] bytes)
    {
        var stored = $"{Handle.Next()}-given";
        await using var file = folder.Create(stored);
        await file.WriteAsync(protector.Protect(bytes));
        return stored;
    }

    /// <summary>What was kept, or <c>null</c> where it was cleared away or its key is gone.</summary>
    public async Task<byte[]?> Read(string stored)
    {
        if (folder.Open(new JobFile(stored, stored, 0)) is not { } file) return null;
        await using (file)
        {
            var bytes = new byte[file.Length];
            await file.ReadExactlyAsync(bytes);
            try
            {
                return protector.Unprotect(bytes);
            }
            catch (CryptographicException)
            {
                return null;
            }
        }
    }
}
