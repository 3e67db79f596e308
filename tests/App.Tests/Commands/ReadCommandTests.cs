using System.Text.Json;
using Gongkai.App.Commands;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.App.Tests.Commands;

/// <summary><c>gongkai report read</c>: every cell of the form, blanks as blanks.</summary>
public sealed class ReadCommandTests : IDisposable
{
    readonly Folder folder = new();

    [Theory]
    [InlineData(2019, 198)]
    [InlineData(2024, 200)]
    public async Task Json_has_the_contracts_keys_and_every_cell(int year, int cells)
    {
        var answer = await Answer.To("report", "read", folder.Print(Folder.Report(year), "a.html"), "--json");

        Assert.Equal((Terminal.Fine, ""), (answer.Status, answer.Error));
        var report = JsonDocument.Parse(answer.Output).RootElement;
        Assert.Equal("某区住房和城乡建设局", report.GetProperty("agency").GetString());
        Assert.Equal((year, year < 2021 ? 2019 : 2021), (report.GetProperty("year").GetInt32(), report.GetProperty("form").GetInt32()));
        Assert.All(report.GetProperty("sections").EnumerateArray(), section =>
        {
            Assert.InRange(section.GetProperty("number").GetInt32(), 1, 6);
            Assert.NotEmpty(section.GetProperty("heading").GetString()!);
            Assert.True(section.GetProperty("characters").GetInt32() >= 0);
        });
        Assert.Equal(cells, report.GetProperty("cells").EnumerateObject().Count());
        Assert.Equal(JsonValueKind.Object, report.GetProperty("raw").ValueKind);
        Assert.Equal(JsonValueKind.Array, report.GetProperty("notes").ValueKind);
    }

    [Fact]
    public async Task A_blank_is_null_and_is_shown_as_a_blank()
    {
        var file = folder.Print(Folder.Report(2024).With(("t3.granted.research", CellValue.Blank)), "a.html");

        var json = JsonDocument.Parse((await Answer.To("report", "read", file, "--json")).Output).RootElement;
        var text = (await Answer.To("report", "read", file)).Output;

        Assert.Equal(JsonValueKind.Null, json.GetProperty("cells").GetProperty("t3.granted.research").ValueKind);
        Assert.Single(text.Split('\n'), line => line.Contains("（一）予以公开", StringComparison.Ordinal) && line.Contains("（空）", StringComparison.Ordinal));
    }

    [Fact]
    public async Task For_a_person_each_row_is_aligned_under_its_columns()
    {
        var answer = await Answer.To("report", "read", folder.Print(Folder.Report(2024), "a.html"));

        var rows = answer.Output.Split('\n').SkipWhile(line => !line.StartsWith("表三", StringComparison.Ordinal)).Skip(1).TakeWhile(line => line.Length > 0)
            .Where(line => char.IsAsciiDigit(line[^1]) || line.EndsWith("总计", StringComparison.Ordinal)).ToList();
        Assert.Equal(26, rows.Count);
        Assert.Single(rows.Select(TextTable.Width).Distinct());
    }

    public void Dispose() => folder.Dispose();
}
