using System.Runtime.CompilerServices;

namespace Gongkai.Rules.Tests;

/// <summary>Compares a text with the one that a person last approved; <c>ACCEPT=1 ./test</c> approves it anew.</summary>
static class Snapshot
{
    /// <summary>The text must stand in this file, which is named from the repository's root.</summary>
    public static void Matches(string text, string file)
    {
        var approved = Path.Combine(Root, file);
        if (Environment.GetEnvironmentVariable("ACCEPT") == "1") File.WriteAllText(approved, text);
        var stands = File.Exists(approved) ? File.ReadAllText(approved) : "";

        Assert.True(stands == text, $"{file} is not what the code says now. Look at the difference: ACCEPT=1 ./test Rules; git diff {file}");
    }

    /// <summary>Where the repository lies.</summary>
    public static string Root { get; } = Find();

    static string Find([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(here, "../../.."));
}
