using System.Text.Json;
using Gongkai.App.Commands;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.App.Tests.Commands;

/// <summary><c>gongkai report check</c>: the contract's JSON, its exit statuses, and files that cannot be read.</summary>
public sealed class CheckCommandTests : IDisposable
{
    readonly Folder folder = new();

    [Fact]
    public async Task A_clean_report_is_status_0_and_says_which_sums_hold()
    {
        var answer = await Answer.To("report", "check", folder.Print(Folder.Report(2024), "a.html"));

        Assert.Equal((Terminal.Fine, ""), (answer.Status, answer.Error));
        Assert.Contains("没有发现问题。", answer.Output, StringComparison.Ordinal);
        Assert.Contains("核对 表三 一＋二＝三（七）＋四：7 组成立", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_in_the_text_that_adds_up_is_confirmed()
    {
        var report = Folder.Report(2024);
        var counted = report.Sections[0] with { Paragraphs = [.. report.Sections[0].Paragraphs, "全年主动向社会公开信息共119条，其中概况类2条、政策法规类4条、工作动态类88条、审批服务类25条。"] };

        var answer = await Answer.To("report", "check", folder.Print(report with { Sections = [counted, .. report.Sections.Skip(1)] }, "a.html"));

        Assert.Contains("  核对 文字：2+4+88+25=119，成立\n", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_is_status_1_with_the_contracts_keys()
    {
        var total = Folder.Report(2024)["t3.total.person"].Number!.Value;
        var file = folder.Print(Folder.Report(2024).With(("t3.total.person", total + 6)), "a.docx");

        var answer = await Answer.To("report", "check", file, "--json");

        Assert.Equal((Terminal.FallsShort, ""), (answer.Status, answer.Error));
        var result = Assert.Single(JsonDocument.Parse(answer.Output).RootElement.EnumerateArray());
        Assert.Equal(["file", "agency", "year", "form", "findings"], result.EnumerateObject().Select(key => key.Name));
        Assert.Equal((file, "某区住房和城乡建设局", 2024, 2021), (result.GetProperty("file").GetString(), result.GetProperty("agency").GetString(), result.GetProperty("year").GetInt32(), result.GetProperty("form").GetInt32()));
        var finding = result.GetProperty("findings").EnumerateArray().First(finding => finding.GetProperty("rule").GetString() == "outcome-sum");
        Assert.Equal(["rule", "severity", "cells", "expected", "actual", "message"], finding.EnumerateObject().Select(key => key.Name));
        Assert.Equal("error", finding.GetProperty("severity").GetString());
        Assert.Equal("t3.total.person", finding.GetProperty("cells")[0].GetString());
        Assert.Equal((total, total + 6), (finding.GetProperty("expected").GetDecimal(), finding.GetProperty("actual").GetDecimal()));
    }

    [Fact]
    public async Task A_warning_alone_is_status_0()
    {
        // A bureau that made a rule (规章), which it may not.
        var answer = await Answer.To("report", "check", folder.Print(Folder.Report(2024).With(("t2.rules.issued", 1), ("t2.rules.inForce", 1)), "a.html"), "--json");

        Assert.Equal(["warning"], Findings(answer).Select(finding => finding.GetProperty("severity").GetString()).Distinct());
        Assert.Equal(Terminal.Fine, answer.Status);
    }

    [Fact]
    public async Task Several_files_get_one_result_each_in_the_order_given()
    {
        string[] files = [.. Enumerable.Range(2019, 6).Select(year => folder.Print(Folder.Report(year), $"{year}.html"))];

        var answer = await Answer.To(["report", "check", .. files, "--json"]);

        Assert.Equal(files, JsonDocument.Parse(answer.Output).RootElement.EnumerateArray().Select(result => result.GetProperty("file").GetString()));
        // 2019 carries the faults of a real report.
        Assert.Equal(Terminal.FallsShort, answer.Status);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_does_not_stop_the_others()
    {
        var (good, bad) = (folder.Print(Folder.Report(2024), "good.html"), folder.Write("今天天气很好。", "bad.txt"));

        var answer = await Answer.To("report", "check", bad, good, "--json");

        Assert.Equal(Terminal.NotDone, answer.Status);
        var results = JsonDocument.Parse(answer.Output).RootElement.EnumerateArray().ToList();
        Assert.Equal(JsonValueKind.Null, results[0].GetProperty("agency").ValueKind);
        Assert.Equal(0, results[0].GetProperty("findings").GetArrayLength());
        Assert.Equal(answer.Error, results[0].GetProperty("error").GetString() + "\n");
        Assert.StartsWith($"“{bad}”读不成年度报告：", answer.Error, StringComparison.Ordinal);
        Assert.False(results[1].TryGetProperty("error", out _));
    }

    [Fact]
    public async Task A_single_file_that_cannot_be_read_prints_one_sentence_and_nothing_else()
    {
        var bad = folder.Write("今天天气很好。", "bad.txt");

        (await Answer.To("report", "check", bad, "--json")).Refuses(
            $"“{bad}”读不成年度报告：文件中没有政府信息公开工作年度报告的各个部分和表格，不像一份年度报告；请检查是否选错了文件。");
    }

    [Fact]
    public async Task Last_years_report_shows_what_was_not_carried_in()
    {
        var left = Folder.Report(2023)["t3.carriedOver.person"].Number!.Value;
        var previous = folder.Print(Folder.Report(2023).With(("t3.carriedOver.person", left + 1)), "2023.html");

        var answer = await Answer.To("report", "check", folder.Print(Folder.Report(2024), "2024.html"), "--previous", previous, "--json");

        var finding = Assert.Single(Findings(answer), finding => finding.GetProperty("rule").GetString() == "carried-in");
        Assert.Equal((left + 1, left), (finding.GetProperty("expected").GetDecimal(), finding.GetProperty("actual").GetDecimal()));
    }

    [Fact]
    public async Task Of_several_files_last_years_report_serves_the_same_agencys_only()
    {
        var left = Folder.Report(2023)["t3.carriedOver.person"].Number!.Value;
        var previous = folder.Print(Folder.Report(2023).With(("t3.carriedOver.person", left + 1)), "2023.html");
        var (own, other) = (folder.Print(Folder.Report(2024), "own.html"), folder.Print(Folder.Report(2024).Of("某区水务局"), "other.html"));

        var answer = await Answer.To("report", "check", other, own, "--previous", previous, "--json");

        var carriedIn = JsonDocument.Parse(answer.Output).RootElement.EnumerateArray()
            .Select(result => result.GetProperty("findings").EnumerateArray().Any(finding => finding.GetProperty("rule").GetString() == "carried-in"));
        Assert.Equal([false, true], carriedIn);
    }

    [Fact]
    public async Task Another_year_given_as_last_years_report_is_not_passed_over_in_silence()
    {
        var answer = await Answer.To("report", "check", folder.Print(Folder.Report(2024), "2024.html"), "--previous", folder.Print(Folder.Report(2022), "2022.html"));

        Assert.Equal("给出的上一年报告是2022年度的，而这份报告是2024年度的，应当用2023年度的报告核对上年结转。\n", answer.Error);
        Assert.Equal(Terminal.NotDone, answer.Status);
    }

    static IEnumerable<JsonElement> Findings(Answer answer) =>
        JsonDocument.Parse(answer.Output).RootElement.EnumerateArray().SelectMany(result => result.GetProperty("findings").EnumerateArray());

    public void Dispose() => folder.Dispose();
}
