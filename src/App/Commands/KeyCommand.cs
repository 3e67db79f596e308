using System.CommandLine;
using Gongkai.App.Access;
using Gongkai.Records.Backups;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Commands;

/// <summary><c>gongkai store keys</c>: the keys with which personal data are sealed, a new one, and the end of an old one.</summary>
static class KeyCommand
{
    public static Command Create()
    {
        var rotate = new Option<bool>("--rotate") { Description = "启用一个新密钥，并把加密的内容全部换用它；平台可以照常运行" };
        var resume = new Option<bool>("--resume") { Description = "接着做中断了的换用，不另建密钥" };
        var revoke = new Option<Guid?>("--revoke") { HelpName = "密钥", Description = "吊销一个旧密钥；还有内容用它加密时不做" };
        var place = new StoreOptions();
        var command = new Command("keys", "列出密钥和各自加密了多少内容；换用新密钥，吊销旧密钥。") { rotate, resume, revoke };
        place.AddTo(command);
        command.SetAction(line =>
        {
            var status = Terminal.Fine;
            if (new[] { line.GetValue(rotate), line.GetValue(resume), line.GetValue(revoke) is not null }.Count(one => one) > 1)
                throw new NotDoneException("--rotate、--resume 和 --revoke 一次只能用一个。");
            BackupCommands.Guarded(() => status = Run(place.Of(line), line.GetValue(rotate), line.GetValue(resume), line.GetValue(revoke), line.InvocationConfiguration.Output).GetAwaiter().GetResult());
            return status;
        });
        return command;
    }

    static async Task<int> Run(StorePlace place, bool rotate, bool resume, Guid? revoke, TextWriter output)
    {
        await using (var store = place.Open())
            if ((await store.Database.GetPendingMigrationsAsync()).Any()) throw new NotDoneException("还没有数据库，或者它还是旧版本的结构；请先运行 gongkai store migrate。");
        using var smith = new Locksmith(place);
        if (smith.Keys.Count == 0 && !rotate) throw new NotDoneException($"“{place.Keys}”里还没有密钥；平台第一次启动时会建立。");
        if (revoke is { } old) return await Revoke(smith, old, output);
        if (rotate) await Make(smith, place, output);
        return rotate || resume ? await Reseal(smith, output) : await Show(smith, output);
    }

    static async Task<int> Show(Locksmith smith, TextWriter output)
    {
        var counts = await smith.Count(TimeProvider.System.GetUtcNow());
        var newest = smith.Newest;
        foreach (var key in smith.Keys)
            await output.WriteLineAsync($"{key.KeyId:D}  {key.ActivationDate:yyyy-MM-dd HH:mm}（UTC）启用  {(key.IsRevoked ? "已吊销" : key.KeyId == newest ? "在用" : "旧")}  {counts.GetValueOrDefault(key.KeyId)} 项");
        var orphaned = counts.Where(count => smith.Keys.All(key => key.KeyId != count.Key)).Sum(count => count.Value);
        if (orphaned == 0) return Terminal.Fine;
        await output.WriteLineAsync($"有 {orphaned} 项加密内容的密钥不在这里，读不出来；请从密钥的备份恢复。");
        return Terminal.FallsShort;
    }

    // A platform that runs must have seen the key before it meets a value that is sealed with it.
    static async Task Make(Locksmith smith, StorePlace place, TextWriter output)
    {
        var made = await smith.Make(TimeProvider.System.GetUtcNow());
        await output.WriteLineAsync($"已启用新密钥 {made:D}；请用 gongkai store backup --keys 另存密钥。");
        if (InUse.ByOthers(place)) await Task.Delay(3 * SharedKeys.Between);
    }

    static async Task<int> Reseal(Locksmith smith, TextWriter output)
    {
        var (resealed, unreadable) = await smith.Reseal(TimeProvider.System.GetUtcNow());
        await output.WriteLineAsync($"{resealed} 项内容已换用新密钥 {smith.Newest:D} 加密。");
        if (unreadable == 0) return Terminal.Fine;
        await output.WriteLineAsync($"有 {unreadable} 项读不出来，没有换；它们的密钥不在或已吊销，或者内容被改动过。");
        return Terminal.FallsShort;
    }

    static async Task<int> Revoke(Locksmith smith, Guid old, TextWriter output)
    {
        if (smith.Keys.SingleOrDefault(key => key.KeyId == old) is not { } key) throw new NotDoneException($"没有密钥 {old:D}；gongkai store keys 会列出有哪些。");
        if (key.IsRevoked) throw new NotDoneException($"密钥 {old:D} 早已吊销。");
        if (smith.Newest == old) throw new NotDoneException("这是正在使用的密钥，不能吊销；请先用 --rotate 换用新密钥。");
        var at = TimeProvider.System.GetUtcNow();
        if ((await smith.Count(at)).GetValueOrDefault(old) is > 0 and var left) throw new NotDoneException($"还有 {left} 项内容用这个密钥加密，没有吊销；请先用 --resume 把它们换用新密钥。");
        var former = await smith.Revoke(old, "换用新密钥", at);
        await output.WriteLineAsync($"已吊销密钥 {old:D}：登录着的人要重新登录，换用以前的备份里加密的内容从此读不出来，审计链里 {former} 项以前的加密值也不能再解开（审计链照常可以核对）。");
        return Terminal.Fine;
    }
}
