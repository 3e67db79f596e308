using Gongkai.App.Commands;
using Gongkai.Documents.Reading;

namespace Gongkai.App.Tests.Commands;

/// <summary><c>gongkai report sum</c>: each unit once, and what is missing or wrong said aloud and in the sum itself.</summary>
public sealed class SumCommandTests : IDisposable
{
    readonly Folder folder = new();

    [Fact]
    public async Task Clean_reports_add_up_cell_by_cell()
    {
        string[] files = [folder.Print(Folder.Report(2023), "a.html"), folder.Print(Folder.Report(2023).With(("t2.licences.decisions", 7)).Of("某区水务局"), "b.docx")];

        var answer = await Answer.To(["report", "sum", .. files, "--out", folder["sum.json"]]);

        Assert.Equal((Terminal.Fine, ""), (answer.Status, answer.Error));
        using var sum = File.OpenRead(folder["sum.json"]);
        var total = ReportReader.Read(sum, "sum.json");
        Assert.Equal("某区住房和城乡建设局", total.Agency);
        Assert.Equal(Folder.Report(2023)["t3.received.total"].Number * 2, total["t3.received.total"].Number);
        Assert.Equal(Folder.Report(2023)["t2.licences.decisions"].Number + 7, total["t2.licences.decisions"].Number);
    }

    [Fact]
    public async Task A_unit_that_is_missing_is_named_and_the_sum_says_that_it_is_incomplete()
    {
        var names = folder.Write("某区住房和城乡建设局\n\n某区水务局\n", "units.txt");

        var answer = await Answer.To("report", "sum", folder.Print(Folder.Report(2023), "a.html"), "--expect", names, "--out", folder["sum.md"]);

        Assert.Equal((Terminal.FallsShort, ""), (answer.Status, answer.Error));
        Assert.Contains("缺少的单位：\n  缺少某区水务局的报告，合计不完整。请催报后重新汇总。\n", answer.Output, StringComparison.Ordinal);
        var sum = await File.ReadAllTextAsync(folder["sum.md"], TestContext.Current.CancellationToken);
        Assert.Contains("这份汇总还不完整，不能公布", sum, StringComparison.Ordinal);
        Assert.Contains("缺少某区水务局的报告", sum, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_with_errors_of_its_own_is_listed_with_them()
    {
        var faulty = Folder.Report(2023).With(("t3.total.person", 999)).Of("某区水务局");

        var answer = await Answer.To("report", "sum", folder.Print(faulty, "b.html"), "--own", folder.Print(Folder.Report(2023), "a.html"), "--out", folder["sum.html"]);

        Assert.Equal(Terminal.FallsShort, answer.Status);
        Assert.Contains("报告有错误的单位：\n  某区水务局有", answer.Output, StringComparison.Ordinal);
        Assert.Contains("    [outcome-sum] ", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_of_different_years_are_refused_and_nothing_is_written()
    {
        string[] files = [folder.Print(Folder.Report(2023), "a.html"), folder.Print(Folder.Report(2024).Of("某区水务局"), "b.html")];

        (await Answer.To(["report", "sum", .. files, "--out", folder["sum.html"]])).Refuses(
            "某区水务局的报告是2024年度的，某区住房和城乡建设局的报告是2023年度的，不同年度的数不能相加。请换成同一年度的报告。");
        Assert.Equal(["a.html", "b.html"], folder.Names);
    }

    [Fact]
    public async Task A_unit_that_cannot_be_read_stops_the_sum()
    {
        var bad = folder.Write("", "bad.txt");

        (await Answer.To("report", "sum", folder.Print(Folder.Report(2023), "a.html"), bad, "--out", folder["sum.html"])).Refuses(
            $"“{bad}”读不成年度报告：文件是空的，请检查后重新提供。");
    }

    public void Dispose() => folder.Dispose();
}
