using System.Security.Cryptography;
using System.Text;
using Gongkai.App.Access;
using Gongkai.Records;
using Gongkai.Records.Backups;
using Gongkai.Records.Files;
using Gongkai.Records.Organizations;
using Gongkai.Records.Trail;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.App.Tests.Accounts;

/// <summary>Personal data lie nowhere in the clear, and go from one key to the next without a value lost (reliability.md S13, D6).</summary>
/// <remarks>Data Protection goes by the machine's clock, so these tests do too; nothing here depends on the day.</remarks>
public sealed class RotationTests(Places places) : IClassFixture<Places>
{
    const int People = 9_800, Pictures = 200, Piece = 500;

    static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory, InlineData(false), InlineData(true)]
    public async Task Ten_thousand_values_go_over_to_a_new_key_and_lie_nowhere_in_the_clear(bool postgres)
    {
        var canary = $"CANARY{Handle.Next()}";
        var place = await Store(postgres, People, Pictures, canary);
        using var smith = new Locksmith(place);
        var first = smith.Newest;
        Backup.Make(place, Path.Combine(place.Data, "backup"), "test", Now);

        // The agency's name lies open, so the search is known to find.
        Assert.NotEmpty(await Lying(place, $"OPEN{canary}"));
        Assert.Empty(await Lying(place, canary + "-"));

        var second = await smith.Make(Now);
        Assert.Equal((People + Pictures, 0), await smith.Reseal(Now));
        Assert.Equal(new Dictionary<Guid, int> { [second] = People + Pictures }, await smith.Count(Now));
        Assert.Equal((0, 0), await smith.Reseal(Now));
        Assert.Equal(People + Pictures, await Readable(place, place.Keys, canary));
        var oldAlone = Path.Combine(place.Data, "old-alone");
        Directory.CreateDirectory(oldAlone);
        File.Copy(Path.Combine(place.Keys, $"key-{first:D}.xml"), Path.Combine(oldAlone, $"key-{first:D}.xml"));
        Assert.Equal(0, await Readable(place, oldAlone, canary));
        Assert.Equal(0, await Verification.Of(place.Open).CountAsync(Cancelled));

        Assert.Equal(2 * People, await smith.Revoke(first, "测试", Now));
        Assert.Equal(People + Pictures, await Readable(place, place.Keys, canary));
        Assert.Empty(await Lying(place, canary + "-"));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Who_was_interrupted_goes_on_where_it_stopped(bool postgres)
    {
        var place = await Store(postgres, 450, 3, "甲");
        using var smith = new Locksmith(place);
        var first = smith.Newest;
        var second = await smith.Make(Now);
        await Assert.ThrowsAsync<OperationCanceledException>(() => smith.Reseal(Now, _ => throw new OperationCanceledException()));
        var half = await smith.Count(Now);
        Assert.InRange(half[first], 1, 452);
        Assert.Equal(453, half[first] + half[second]);

        Assert.Equal((half[first], 0), await smith.Reseal(Now));
        Assert.Equal(453, await Readable(place, place.Keys, "甲"));
        Assert.Equal(0, await Verification.Of(place.Open).CountAsync(Cancelled));
        await using var store = place.Open();
        // In the agency's own chain, where the people stand.
        var agency = await store.Agencies.Select(one => one.Id).SingleAsync(Cancelled);
        Assert.All(await store.Trail.Where(entry => entry.Deed == Resealing.Resealed.Code).Select(entry => entry.Chain).ToListAsync(Cancelled), chain => Assert.Equal(agency, chain));
    }

    [Fact]
    public async Task What_is_erased_lies_in_no_file_any_more()
    {
        var place = await Store(postgres: false, 40, 0, "乙");
        await using var store = place.Open();
        var person = await store.People.OrderBy(one => one.Id).FirstAsync(Cancelled);
        var cipher = person.Mobile!.Value.Cipher;
        Assert.NotEmpty(await Lying(place, cipher));
        person.Mobile = null;
        // Of another hand, so that the value stands in two chains.
        await store.Save(new(new("test.forgot", "测试删除"), Hand.Program, Now));
        await store.Erase(new(Deed.PersonalErased, Hand.Program, Now, person.AgencyId), person.Id);

        Assert.Empty(await Lying(place, cipher));
        Assert.Equal(0, await Verification.Of(place.Open).CountAsync(Cancelled));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_platform_that_runs_learns_of_a_new_key_and_of_a_revoked_one()
    {
        var place = await Store(postgres: false, 1, 0, "丙");
        var parts = new ServiceCollection();
        parts.AddDataProtection().SetApplicationName("gongkai").PersistKeysToFileSystem(new(place.Keys));
        SharedKeys.AddTo(parts, place);
        await using var running = parts.BuildServiceProvider();
        var protector = running.GetDataProtectionProvider().CreateProtector("test");
        var before = protector.Protect([1, 2, 3]);
        using var smith = new Locksmith(place);
        var first = smith.Newest;
        var second = await smith.Make(Now);
        ((SharedKeys)running.GetRequiredService<Microsoft.AspNetCore.DataProtection.KeyManagement.IKeyManager>()).Look();

        await Comes(() => Locksmith.Under(protector.Protect([1])) == second, TestContext.Current.CancellationToken);
        Assert.Equal([1, 2, 3], protector.Unprotect(before));
        await smith.Reseal(Now);
        await smith.Revoke(first, "测试", Now);
        ((SharedKeys)running.GetRequiredService<Microsoft.AspNetCore.DataProtection.KeyManagement.IKeyManager>()).Look();
        await Comes(() => Refuses(() => protector.Unprotect(before)), TestContext.Current.CancellationToken);
    }

    // The ring is read beside what goes on; the test's own limit is the limit.
    static async Task Comes(Func<bool> what, CancellationToken ended)
    {
        while (!what())
        {
            ended.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    static bool Refuses(Action opening)
    {
        try { opening(); }
        catch (CryptographicException) { return true; }
        return false;
    }

    [Fact]
    public async Task No_flipped_byte_of_a_sealed_value_or_of_a_files_key_opens()
    {
        var place = await Store(postgres: false, 1, 1, "丁");
        await using var store = place.Open();
        var protection = Protection(place.Keys);
        var vault = new Vault(protection, store);
        var value = WebEncoders.Base64UrlDecode((await store.People.SingleAsync(Cancelled)).Mobile!.Value.Cipher);
        for (var at = 0; at < value.Length; at++) Assert.ThrowsAny<CryptographicException>(() => vault.Read(new(WebEncoders.Base64UrlEncode(Flipped(value, at)))));
        var keys = App.Files.Keys(protection);
        var key = Convert.FromBase64String((await store.Files.SingleAsync(Cancelled)).Key!);
        for (var at = 0; at < key.Length; at++) Assert.ThrowsAny<CryptographicException>(() => keys.Unlock(Convert.ToBase64String(Flipped(key, at))));
    }

    [Fact]
    public void Every_sealed_column_is_thought_of()
    {
        using var store = StoreChoice.Open("Data Source=:memory:");
        var places = store.Model.GetEntityTypes().SelectMany(table => Resealing.Places(table).Select(column => $"{table.GetTableName()}.{column.Name}")).Order(StringComparer.Ordinal);

        // The outbox stands outside the trail and has a way of its own; so has a table that comes to stand beside it.
        Assert.Equal(["outbox.SealedBody", "outbox.To"], store.Model.GetEntityTypes().Where(table => !table.IsTrailed()).SelectMany(table => Resealing.Places(table).Select(column => $"{table.GetTableName()}.{column.Name}")));
        Assert.Equal(["accounts.AuthenticatorKey", "coercion_decisions.LegalPersonNumber", "coercion_decisions.PaperNumber", "licence_decisions.LegalPersonNumber", "licence_decisions.PaperNumber",
            "mail_choices.Address", "mark_keys.Value", "outbox.SealedBody", "outbox.To", "penalty_decisions.LegalPersonNumber", "penalty_decisions.PaperNumber", "people.Mobile",
            .. ((string[])["Address", "Agent", "AgentIdentityNumber", "Contact", "IdentityNumber", "Mail", "Name", "Phone", "PostCode", "Representative"]).Select(column => $"request_applicants.{column}"),
            "service_decisions.LegalPersonNumber", "service_decisions.PaperNumber", "stored_files.Key"], places);
    }

    static byte[] Flipped(byte[] bytes, int at)
    {
        var flipped = (byte[])bytes.Clone();
        flipped[at] ^= (byte)(1 << (at % 8));
        return flipped;
    }

    static IDataProtectionProvider Protection(string keys) => DataProtectionProvider.Create(new DirectoryInfo(keys), builder => builder.SetApplicationName("gongkai"));

    // An agency with people and sealed pictures, all in its own chain.
    async Task<StorePlace> Store(bool postgres, int people, int pictures, string canary)
    {
        var (data, connection) = places.New(postgres);
        var place = new StorePlace(connection, data);
        await using var store = place.Open();
        store.Prepare();
        using (var smith = new Locksmith(place)) await smith.Make(Now);
        var protection = Protection(place.Keys);
        var vault = new Vault(protection, store);
        var files = new FileStore(place.Files, App.Files.Keys(protection));
        var agency = new Agency { Code = "rotation", Name = $"OPEN{canary}" };
        var act = new Act(new("test.prepared", "测试准备"), Hand.Program, Now);
        store.Add(agency);
        await store.Save(act);
        foreach (var piece in Enumerable.Range(0, people).Chunk(Piece))
        {
            store.AddRange(piece.Select(number => new Person { AgencyId = agency.Id, Name = "台架人员", Order = number, Mobile = vault.Seal($"{canary}-{number}") }));
            await store.Save(act with { Agency = agency.Id });
            store.ChangeTracker.Clear();
        }
        foreach (var number in Enumerable.Range(0, pictures))
            store.Add(StoredFile.Of(files.Put(Encoding.UTF8.GetBytes($"{canary}-{number}"), seal: true), "证件.txt", "text/plain", ("test", agency.Id), agency.Id, Scan.NotConfigured, Now));
        if (pictures > 0) await store.Save(act with { Agency = agency.Id });
        return place;
    }

    // How many values open with the keys in a folder and are what was sealed.
    static async Task<int> Readable(StorePlace place, string keys, string canary)
    {
        await using var store = place.Open();
        var protection = Protection(keys);
        var vault = new Vault(protection, store);
        var files = new FileStore(place.Files, App.Files.Keys(protection));
        var count = 0;
        foreach (var person in await store.People.AsNoTracking().ToListAsync(Cancelled))
            try { count += vault.Read(person.Mobile!.Value) == $"{canary}-{person.Order}" ? 1 : 0; }
            catch (CryptographicException) { }
        foreach (var file in await store.Files.AsNoTracking().ToListAsync(Cancelled))
            try { count += Encoding.UTF8.GetString(files.Read(file)).StartsWith($"{canary}-", StringComparison.Ordinal) ? 1 : 0; }
            catch (AlteredFileException) { }
        return count;
    }

    // The files in which a word lies: those of the data folder (store, log, files, keys, backups) and of the server's.
    static async Task<List<string>> Lying(StorePlace place, string word)
    {
        List<string> folders = [place.Data];
        if (place.SqliteFile is null)
        {
            await using var store = place.Open();
            await store.Database.ExecuteSqlRawAsync("CHECKPOINT", Cancelled);
            folders.AddRange(await store.Database.SqlQueryRaw<string>("SELECT current_setting('data_directory') AS \"Value\"").ToListAsync(Cancelled));
        }
        var sought = Encoding.UTF8.GetBytes(word);
        return [.. folders.SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)).Where(file => Holds(file, sought))];
    }

    static bool Holds(string file, byte[] word)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
            var piece = new byte[1 << 20];
            for (int kept = 0, read; (read = stream.Read(piece, kept, piece.Length - kept)) > 0;)
            {
                var filled = kept + read;
                if (piece.AsSpan(0, filled).IndexOf(word) >= 0) return true;
                kept = Math.Min(filled, word.Length - 1);
                piece.AsSpan(filled - kept, kept).CopyTo(piece);
            }
            return false;
        }
        // The server clears its own files away meanwhile.
        catch (FileNotFoundException)
        {
            return false;
        }
    }
}
