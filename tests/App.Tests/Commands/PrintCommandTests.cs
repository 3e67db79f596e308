using Gongkai.App.Commands;
using Gongkai.Documents.Reading;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.App.Tests.Commands;

/// <summary><c>gongkai report print</c>: every format by its ending, the whole file or none.</summary>
public sealed class PrintCommandTests : IDisposable
{
    readonly Folder folder = new();

    [Theory]
    [InlineData("b.html")]
    [InlineData("b.DOCX")]
    [InlineData("b.xlsx")]
    [InlineData("b.md")]
    [InlineData("b.json")]
    public async Task The_ending_chooses_the_format_and_no_cell_is_lost(string name)
    {
        var source = folder.Print(Folder.Report(2024), "a.html");

        var answer = await Answer.To("report", "print", source, "--out", folder[name]);

        Assert.Equal(new Answer(Terminal.Fine, "", ""), answer);
        using var printed = File.OpenRead(folder[name]);
        Assert.Equal(Folder.Report(2024).Cells.All.ToArray(), ReportReader.Read(printed, name).Cells.All.ToArray());
        Assert.Equal(["a.html", name], folder.Names);
    }

    [Fact]
    public async Task A_file_that_stands_there_is_replaced()
    {
        folder.Write("旧的", "b.json");

        await Answer.To("report", "print", folder.Print(Folder.Report(2024), "a.html"), "--out", folder["b.json"]);

        Assert.StartsWith("{", await File.ReadAllTextAsync(folder["b.json"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_that_is_read_is_never_overwritten()
    {
        var file = folder.Print(Folder.Report(2024), "a.html");
        var before = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);

        (await Answer.To("report", "print", file, "--out", folder["../" + Path.GetFileName(Path.GetDirectoryName(file)) + "/a.html"])).Refuses(
            $"“{folder["../" + Path.GetFileName(Path.GetDirectoryName(file)) + "/a.html"]}”就是要读的文件，不能覆盖它，请换一个文件名。");

        Assert.Equal(before, await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_named_and_nothing_is_written()
    {
        var file = folder.Print(Folder.Report(2024), "a.html");

        (await Answer.To("report", "print", file, "--out", folder["none/b.html"])).Refuses($"文件夹“{folder["none"]}”不存在，请先建立它。");

        Assert.Equal(["a.html"], folder.Names);
    }

    [Fact]
    public async Task A_report_from_the_store_is_printed_by_agency_and_year()
    {
        await Answer.To("store", "seed", "--store", folder.Store);

        var answer = await Answer.To("report", "print", "--agency", "zjj", "--year", "2021", "--store", folder.Store, "--out", folder["b.json"]);

        Assert.Equal(new Answer(Terminal.Fine, "", ""), answer);
        using var printed = File.OpenRead(folder["b.json"]);
        Assert.Equal(Folder.Report(2021).Cells.All.ToArray(), ReportReader.Read(printed, "b.json").Cells.All.ToArray());
    }

    [Fact]
    public async Task What_the_store_lacks_is_refused_with_what_it_has()
    {
        await Answer.To("store", "seed", "--store", folder.Store);

        (await Answer.To("report", "print", "--agency", "nobody", "--year", "2021", "--store", folder.Store, "--out", folder["b.json"])).Refuses(
            "库中没有代码为“nobody”的机关，现有的代码是：" + string.Join("、", Records.Demo.DemoAgency.All.Select(agency => agency.Code).Order(StringComparer.Ordinal)) + "。");
        Assert.StartsWith("库中没有某区住房和城乡建设局2018年度的报告，现有的年度是：2019、2020、",
            (await Answer.To("report", "print", "--agency", "zjj", "--year", "2018", "--store", folder.Store, "--out", folder["b.json"])).Error, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();
}
