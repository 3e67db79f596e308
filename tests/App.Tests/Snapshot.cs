using System.Runtime.CompilerServices;

namespace Gongkai.App.Tests;

/// <summary>Compares a text with the one a person last approved; <c>ACCEPT=1</c> approves it anew.</summary>
public static class Snapshot
{
    public static void Matches(string text, [CallerFilePath] string test = "", [CallerMemberName] string name = "")
    {
        var approved = Path.ChangeExtension(test, $"{name}.txt");
        if (Environment.GetEnvironmentVariable("ACCEPT") is not null) File.WriteAllText(approved, text);
        Assert.Equal(File.Exists(approved) ? File.ReadAllText(approved) : "", text);
    }
}
