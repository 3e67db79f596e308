using System.Text.RegularExpressions;

namespace Gongkai.Rules.Tests;

// How the source is read: by lines, because what matters stands on one.
public sealed partial class ArchitectureTests
{
    sealed record Source(string Path, string[] Lines);

    static IEnumerable<Source> Sources(params string[] folders) =>
        from folder in folders
        where Directory.Exists(Path.Combine(Snapshot.Root, folder))
        from file in Directory.EnumerateFiles(Path.Combine(Snapshot.Root, folder), "*", SearchOption.AllDirectories)
        let path = Path.GetRelativePath(Snapshot.Root, file).Replace('\\', '/')
        where Path.GetExtension(path) is ".cs" or ".razor" or ".cshtml" && !Generated().IsMatch(path)
        select new Source(path, File.ReadAllLines(file));

    /// <summary>The longest folder of a table that the file lies in.</summary>
    static string? Row(IEnumerable<string> folders, string path) =>
        folders.Where(folder => path.StartsWith(folder + "/", StringComparison.Ordinal)).MaxBy(folder => folder.Length);

    /// <summary>The namespaces that a line names: of Gongkai.Rules.AnnualReports.Report the part that is a folder.</summary>
    static IEnumerable<string> NamespacesIn(string line)
    {
        foreach (Match match in OurName().Matches(line))
            for (var name = match.Groups[1].Value[1..]; name.Length > 0; name = name[..Math.Max(0, name.LastIndexOf('.'))])
                if (Directory.Exists(Path.Combine(Snapshot.Root, "src", name.Replace('.', '/'))))
                {
                    yield return name;
                    break;
                }
    }

    static bool Covers(string allowed, string used) => allowed.EndsWith(".*", StringComparison.Ordinal)
        ? used == allowed[..^2] || used.StartsWith(allowed[..^1], StringComparison.Ordinal)
        : used == allowed;

    static string NamespaceOf(string path) =>
        "Gongkai." + string.Join('.', path.Split('/')[(path.StartsWith("bench", StringComparison.Ordinal) ? 0 : 1)..^1]
            .Select((folder, depth) => depth == 0 && folder == "bench" ? "Bench" : folder));

    // A partial type is documented in the file that bears its name.
    static bool Documented(Source file, int line) =>
        file.Lines[line].Contains("partial", StringComparison.Ordinal) && !FileNameIs(file, line)
        || file.Lines[..line].Reverse().TakeWhile(above => above.StartsWith('[') || above.StartsWith("//", StringComparison.Ordinal)).Any(above => above.Contains("</summary>", StringComparison.Ordinal));

    static bool FileNameIs(Source file, int line) => PublicType().Match(file.Lines[line]).Groups["name"].Value == Path.GetFileNameWithoutExtension(file.Path);

    [GeneratedRegex(@"(/obj/|/bin/|/Migrations/)")]
    private static partial Regex Generated();

    [GeneratedRegex(@"(?<!namespace )\bGongkai((?:\.\w+)+)")]
    private static partial Regex OurName();

    [GeneratedRegex(@"^namespace ([\w.]+)")]
    private static partial Regex NamespaceLine();

    [GeneratedRegex("<(?:Project|Package)Reference Include=\"([^\"]+)\"")]
    private static partial Regex Reference();

    [GeneratedRegex(@"^public (?:(?:sealed|static|abstract|readonly|partial|ref) )*(?:class|record struct|record|struct|enum|interface|delegate) (?<name>\w+)")]
    private static partial Regex PublicType();

    [GeneratedRegex(@"\b(?:class|record|interface|struct) \w+(?:Dto|Manager|Helper|Helpers|Impl|Util|Utils|Service|Repository|Mediator)\b")]
    private static partial Regex EmptyName();
}
