using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Trail;

/// <summary>The folder in which checkpoints are kept: best on another machine, or printed and handed to the audit office.</summary>
/// <param name="folder">Where the checkpoints are.</param>
/// <param name="keyFile">The private key that signs them; made where there is none.</param>
public sealed class Checkpoints(string folder, string keyFile)
{
    const string PublicKey = "checkpoint-key.pem";

    /// <summary>Writes one, if any chain has grown.</summary>
    /// <returns>The file, or <c>null</c> where nothing has happened since the last one.</returns>
    public async Task<string?> Export(Store store, DateTimeOffset at)
    {
        using var key = SigningKey();
        Directory.CreateDirectory(folder);
        var publicKey = Path.Combine(folder, PublicKey);
        if (!File.Exists(publicKey)) await File.WriteAllTextAsync(publicKey, key.ExportSubjectPublicKeyInfoPem());

        var checkpoint = await Checkpoint.Of(store, at, Newest(key));
        if (checkpoint.Heads is []) return null;
        var file = Path.Combine(folder, $"checkpoint-{at.UtcDateTime.ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture)}-{Handle.Next().ToString()[..6]}.txt");
        await File.WriteAllTextAsync(file + ".new", checkpoint.Sign(key));
        File.Move(file + ".new", file);
        return file;
    }

    /// <summary>What every checkpoint says that the store no longer has.</summary>
    /// <param name="open">Opens the store.</param>
    /// <param name="trustedKey">The public key that the audit office keeps; without it, the one beside the checkpoints is taken on trust.</param>
    /// <param name="cancellation">Ends the search.</param>
    public async IAsyncEnumerable<TrailFault> Verify(Func<Store> open, string? trustedKey = null, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        if (Files() is not [_, ..] files) yield break;
        var keyPath = trustedKey ?? Path.Combine(folder, PublicKey);
        if (!File.Exists(keyPath))
        {
            yield return new(TrailFaultKind.CheckpointBroken, PublicKey, "检查点目录里没有公钥文件，无法核对签名，请用审计部门留存的公钥核对。");
            yield break;
        }
        using var key = ECDsa.Create();
        key.ImportFromPem(await File.ReadAllTextAsync(keyPath, cancellation));
        await using var store = open();
        foreach (var file in files)
        {
            if (Checkpoint.Read(await File.ReadAllTextAsync(file, cancellation), key) is not { } checkpoint)
            {
                yield return new(TrailFaultKind.CheckpointBroken, Path.GetFileName(file), $"检查点文件 {Path.GetFileName(file)} 的签名不符，被改动或不是本系统写出的。");
                continue;
            }
            foreach (var head in checkpoint.Heads)
            {
                var hash = await store.Trail.Where(entry => entry.Chain == head.Chain && entry.Sequence == head.Length).Select(entry => entry.Hash).SingleOrDefaultAsync(cancellation);
                if (hash is null || Convert.ToHexStringLower(hash) != head.Hash)
                    yield return new(TrailFaultKind.CheckpointBroken, $"{head.Chain:D}#{head.Length}",
                        $"检查点 {Path.GetFileName(file)} 记载{(head.Chain == Guid.Empty ? "平台的审计链" : $"机关 {head.Chain:D} 的审计链")}有 {head.Length} 条，现在{(hash is null ? "短于此数，尾部被截去或换回了旧库" : "这一条不同，整条链被重写过")}。");
            }
        }
    }

    Checkpoint? Newest(ECDsa key)
    {
        // The last word on each chain; a chain that did not grow is not in the newest file.
        var heads = new Dictionary<Guid, ChainHead>();
        foreach (var checkpoint in Files().Select(file => Checkpoint.Read(File.ReadAllText(file), key)).OfType<Checkpoint>())
            foreach (var head in checkpoint.Heads) heads[head.Chain] = head;
        return heads.Count == 0 ? null : new(default, [.. heads.Values]);
    }

    string[] Files() => Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "checkpoint-*.txt").Order(StringComparer.Ordinal)] : [];

    ECDsa SigningKey()
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        if (File.Exists(keyFile))
        {
            key.ImportFromPem(File.ReadAllText(keyFile));
            return key;
        }
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(keyFile))!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(keyFile, options);
        writer.Write(key.ExportPkcs8PrivateKeyPem());
        return key;
    }
}
