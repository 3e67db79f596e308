using System.Text;

namespace Gongkai.Rules.Tests;

public sealed class LawTests
{
    [Fact]
    public void The_index_of_the_law_says_what_the_code_says() => Snapshot.Matches(Index(), "docs/law.md");

    [Fact]
    public void Every_place_in_the_index_is_there() =>
        Assert.All(LawAttribute.Index, law =>
        {
            var lines = File.ReadAllLines(Path.Combine(Snapshot.Root, law.File));
            Assert.Contains("Law(", lines[law.Line - 1], StringComparison.Ordinal);
        });

    static string Index()
    {
        var text = new StringBuilder("""
            # Where the law lives

            Written by the code itself: each `[Law]` attribute remembers its file and line. `ACCEPT=1 ./test Rules` writes it anew.

            """.ReplaceLineEndings("\n"));
        foreach (var statute in LawAttribute.Index.GroupBy(law => law.Statute))
        {
            text.Append($"\n## {statute.Key.Title}\n\n| place | code | where |\n|---|---|---|\n");
            foreach (var law in statute)
                text.Append($"| {Place(law)} | `{law.Member}` | [{law.File}:{law.Line}](../{law.File}#L{law.Line}) |\n");
        }
        return text.ToString();
    }

    static string Place(LawAttribute law) => law.Article > 0 ? $"第{law.Place}条" : law.Place;
}
