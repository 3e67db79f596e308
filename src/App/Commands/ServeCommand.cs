using System.CommandLine;

namespace Gongkai.App.Commands;

/// <summary><c>gongkai serve</c>, or <c>gongkai</c> alone: starts the platform.</summary>
/// <remarks>Its settings are the web host's, so they pass the terminal by; only what cannot be a setting is refused here.</remarks>
static class ServeCommand
{
    /// <summary>Whether the platform is meant: nothing, <c>serve …</c>, or settings alone.</summary>
    public static bool IsMeant(string[] args) => !args.Any(arg => arg is "--help" or "-h" or "--version")
        && (args is [] or ["serve", ..] || args[0].StartsWith("--", StringComparison.Ordinal));

    /// <summary>Starts the platform, and returns when it has stopped.</summary>
    /// <exception cref="NotDoneException">A word is no setting.</exception>
    public static Task<int> Run(string[] args)
    {
        string[] settings = [.. args.Skip(args is ["serve", ..] ? 1 : 0)];
        for (var i = 0; i < settings.Length; i++)
        {
            if (settings[i] is not ['-', '-', _, ..])
                throw new NotDoneException($"“{settings[i]}”看不懂，用法是：gongkai serve [--empty] [--urls 网址] [--设置=值]。");
            if (settings[i] == "--empty" || settings[i].Contains('=', StringComparison.Ordinal)) continue;
            if (i + 1 == settings.Length || settings[i + 1].StartsWith("--", StringComparison.Ordinal))
                throw new NotDoneException($"没有“{settings[i]}”这个选项，或者它后面缺少值，用法是：gongkai serve [--empty] [--urls 网址] [--设置=值]。");
            i++;
        }
        return Web.Serve(settings);
    }

    /// <summary>What help shows of it.</summary>
    public static Command Create()
    {
        var command = new Command("serve", "启动平台；不带命令时也是如此。")
        {
            new Option<bool>("--empty") { Description = "不放入演示机关" },
            new Option<string>("--urls") { HelpName = "网址", Description = "在哪里提供服务，默认是 http://localhost:5080" },
        };
        command.SetAction(_ => Terminal.NotDone);
        return command;
    }
}
