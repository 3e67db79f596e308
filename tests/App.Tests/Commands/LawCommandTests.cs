using System.Text.RegularExpressions;

namespace Gongkai.App.Tests.Commands;

/// <summary><c>gongkai law</c> leads from a provision to the line that carries it out.</summary>
public sealed partial class LawCommandTests
{
    [Fact]
    public async Task Without_an_article_every_provision_is_listed_with_file_and_line()
    {
        var answer = await Answer.To("law");

        Assert.Equal(0, answer.Status);
        Assert.All(answer.Output.TrimEnd('\n').Split('\n'), line => Assert.Matches(FileAndLine(), line));
    }

    [Fact]
    public async Task A_part_of_a_notice_leads_to_its_table()
    {
        var answer = await Answer.To("law", "表二");

        Assert.Equal(0, answer.Status);
        Assert.Contains(answer.Output.Split('\n'), line => line.StartsWith("国办公开办函〔2021〕30号  表二", StringComparison.Ordinal)
            && line.Contains("src/Rules/AnnualReports/FormTables.cs:", StringComparison.Ordinal));
        Assert.DoesNotContain("表三", answer.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5")]
    [InlineData("第5条")]
    public async Task An_article_that_no_code_carries_out_falls_short(string article)
    {
        var answer = await Answer.To("law", article);

        Assert.Equal((1, "", "条例第5条还没有代码来执行。\n"), (answer.Status, answer.Output, answer.Error));
    }

    [GeneratedRegex(@"src/\S+\.cs:\d+$")]
    private static partial Regex FileAndLine();
}
