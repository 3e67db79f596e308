using System.Text.Json;
using Gongkai.App.Commands;

namespace Gongkai.App.Tests.Commands;

/// <summary><c>gongkai report diff</c>: what differs and by how much; differing is no fault, failing to carry over is.</summary>
public sealed class DiffCommandTests : IDisposable
{
    readonly Folder folder = new();

    [Fact]
    public async Task Json_lists_the_cells_that_differ_with_their_change()
    {
        var (a, b) = (folder.Print(Folder.Report(2024), "a.html"), folder.Print(Folder.Report(2024).With(("t2.licences.decisions", 3)), "b.docx"));
        var before = Folder.Report(2024)["t2.licences.decisions"].Number!.Value;

        var answer = await Answer.To("report", "diff", a, b, "--json");

        Assert.Equal((Terminal.Fine, ""), (answer.Status, answer.Error));
        var difference = Assert.Single(JsonDocument.Parse(answer.Output).RootElement.EnumerateArray());
        Assert.Equal(["cell", "before", "after", "change"], difference.EnumerateObject().Select(key => key.Name));
        Assert.Equal(("t2.licences.decisions", before, 3m, 3 - before), (difference.GetProperty("cell").GetString(),
            difference.GetProperty("before").GetDecimal(), difference.GetProperty("after").GetDecimal(), difference.GetProperty("change").GetDecimal()));
    }

    [Fact]
    public async Task The_same_report_in_two_formats_does_not_differ()
    {
        var answer = await Answer.To("report", "diff", folder.Print(Folder.Report(2024), "a.html"), folder.Print(Folder.Report(2024), "b.xlsx"));

        Assert.Equal(Terminal.Fine, answer.Status);
        Assert.EndsWith("每一格都相同。\n", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_year_after_must_take_over_what_was_left_open()
    {
        var left = Folder.Report(2023)["t3.carriedOver.person"].Number!.Value;
        var (a, b) = (folder.Print(Folder.Report(2023).With(("t3.carriedOver.person", left + 1)), "a.html"), folder.Print(Folder.Report(2024), "b.html"));

        var answer = await Answer.To("report", "diff", a, b, "--json");

        Assert.Equal(Terminal.FallsShort, answer.Status);
        Assert.StartsWith($"表三“二、上年结转政府信息公开申请数量”“自然人”填的是{left}，", answer.Error, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Array, JsonDocument.Parse(answer.Output).RootElement.ValueKind);
    }

    [Fact]
    public async Task Two_years_that_follow_each_other_are_compared_for_a_person()
    {
        var answer = await Answer.To("report", "diff", folder.Print(Folder.Report(2023), "a.html"), folder.Print(Folder.Report(2024), "b.html"));

        Assert.Equal((Terminal.Fine, ""), (answer.Status, answer.Error));
        Assert.StartsWith("前：某区住房和城乡建设局 2023年度报告（2021年格式）\n后：某区住房和城乡建设局 2024年度报告（2021年格式）\n", answer.Output, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();
}
