using Gongkai.App.Access;
using Gongkai.App.Commands;
using Gongkai.Records;
using Gongkai.Records.Backups;
using Gongkai.Records.Organizations;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests.Commands;

/// <summary>The key ring as the person at the console sees it.</summary>
public sealed class KeyCommandTests : IDisposable
{
    readonly Folder folder = new();

    StorePlace Place => new(folder.Store, folder["store"]);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_new_key_takes_over_and_the_old_one_ends()
    {
        await Answer.To("store", "migrate", "--store", folder.Store);
        (await Keys()).Refuses($"“{folder["store/keys"]}”里还没有密钥；平台第一次启动时会建立。");
        Assert.Equal(Terminal.Fine, (await Keys("--rotate")).Status);
        Guid first;
        using (var smith = new Locksmith(Place)) first = smith.Newest;
        await Seal("13900000000");
        Assert.Matches($"^{first:D}  .*（UTC）启用  在用  1 项\n$", (await Keys()).Output);

        (await Keys("--revoke", $"{first:D}")).Refuses("这是正在使用的密钥，不能吊销；请先用 --rotate 换用新密钥。");
        Guid second;
        using (var smith = new Locksmith(Place)) second = await smith.Make(TimeProvider.System.GetUtcNow());
        (await Keys("--revoke", $"{first:D}")).Refuses("还有 1 项内容用这个密钥加密，没有吊销；请先用 --resume 把它们换用新密钥。");
        Assert.Equal($"1 项内容已换用新密钥 {second:D} 加密。\n", (await Keys("--resume")).Output);
        var revoked = await Keys("--revoke", $"{first:D}");

        Assert.Equal($"已吊销密钥 {first:D}：登录着的人要重新登录，换用以前的备份里加密的内容从此读不出来，审计链里 2 项以前的加密值也不能再解开（审计链照常可以核对）。\n", revoked.Output);
        (await Keys("--revoke", $"{first:D}")).Refuses($"密钥 {first:D} 早已吊销。");
        Assert.Matches($"^{second:D}  .*  在用  1 项\n{first:D}  .*  已吊销  0 项\n$", (await Keys()).Output);
        Assert.Equal(Terminal.Fine, (await Answer.To("store", "verify", "--store", folder.Store)).Status);
    }

    [Fact]
    public async Task What_no_key_opens_is_counted_and_left_as_it_is()
    {
        await Answer.To("store", "migrate", "--store", folder.Store);
        await Keys("--rotate");
        await Seal("13900000000");
        foreach (var key in Directory.EnumerateFiles(Place.Keys, "key-*.xml").ToList()) File.Delete(key);

        var rotated = await Keys("--rotate");
        Assert.Equal(Terminal.FallsShort, rotated.Status);
        Assert.EndsWith("有 1 项读不出来，没有换；它们的密钥不在或已吊销，或者内容被改动过。\n", rotated.Output, StringComparison.Ordinal);
        var shown = await Keys();
        Assert.Equal(Terminal.FallsShort, shown.Status);
        Assert.EndsWith("有 1 项加密内容的密钥不在这里，读不出来；请从密钥的备份恢复。\n", shown.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revoked_key_stays_revoked_after_its_backup_is_restored()
    {
        await Answer.To("store", "migrate", "--store", folder.Store);
        await Keys("--rotate");
        Guid first;
        using (var smith = new Locksmith(Place))
        {
            first = smith.Newest;
            await smith.Make(TimeProvider.System.GetUtcNow());
            await smith.Revoke(first, "测试", TimeProvider.System.GetUtcNow());
        }
        Assert.Equal(0, (await Answer.To("store", "backup", folder["b"], "--keys", folder["k"], "--store", folder.Store)).Status);
        Assert.Equal(0, (await Answer.To("store", "restore", folder["b"], "--keys", folder["k"], "--store", $"Data Source={folder["other/gongkai.db"]}")).Status);

        using var other = new Locksmith(new($"Data Source={folder["other/gongkai.db"]}", folder["other"]));
        Assert.Equal(first, Assert.Single(other.Keys, key => key.IsRevoked).KeyId);
    }

    [Fact]
    public async Task Only_one_thing_at_a_time() =>
        (await Keys("--rotate", "--resume")).Refuses("--rotate、--resume 和 --revoke 一次只能用一个。");

    Task<Answer> Keys(params string[] more) => Answer.To(["store", "keys", "--store", folder.Store, .. more]);

    async Task Seal(string mobile)
    {
        await using var store = Place.Open();
        var vault = new Vault(Microsoft.AspNetCore.DataProtection.DataProtectionProvider.Create(new DirectoryInfo(Place.Keys), builder => Microsoft.AspNetCore.DataProtection.DataProtectionBuilderExtensions.SetApplicationName(builder, "gongkai")), store);
        var agency = new Agency { Code = "keys", Name = "测试局" };
        store.AddRange(agency, new Person { AgencyId = agency.Id, Name = "测试人员", Mobile = vault.Seal(mobile) });
        await store.Save(new(new("test.prepared", "测试准备"), Hand.Program, TimeProvider.System.GetUtcNow(), null));
    }
}
