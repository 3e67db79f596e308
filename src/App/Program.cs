using Gongkai.App;

// Without a command, or with nothing but settings (--urls …), the platform is served; everything else is the terminal's.
return args is [] or ["serve", ..] || (args[0].StartsWith("--", StringComparison.Ordinal) && args[0] is not ("--help" or "--version"))
    ? await Web.Serve(args)
    : await Terminal.Run(args);

/// <summary>The entry point, named so that tests can start what it starts.</summary>
public partial class Program;

/// <summary>Stands in until the commands land.</summary>
static class Terminal
{
    public static async Task<int> Run(string[] args)
    {
        await Console.Error.WriteLineAsync($"没有“{args[0]}”这个命令。请用 gongkai serve 启动平台。");
        return 2;
    }
}
