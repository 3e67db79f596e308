using Gongkai.App.Office.Imports;
using Gongkai.Records.Jobs;
using Gongkai.Rules.Access;

namespace Gongkai.App.Tests.Office.Works;

/// <summary>Rows are looked at before any is taken, and whoever sent them learns which to mend.</summary>
[Collection(Workshop.Line)]
public sealed class ImportingTests(Platform platform)
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true, "试导入：新增 1 行，不变 1 行，1 行有问题。数据还没有改动，请按错误行的提示改正后重新上传，或先导入没有问题的行。")]
    [InlineData(false, "导入完成：新增 1 行，不变 1 行，1 行有问题，没有导入。请下载错误行，改正后再导入。")]
    public async Task A_row_in_error_stands_in_a_file_with_its_number_and_keeps_no_other_back(bool trial, string said)
    {
        ImportRow[] rows = [Row(2, "测试甲"), Row(3, "=1+1"), Row(4, "测试乙")];
        var work = new TestWork((run, cancelled) => Importing.Run(run, rows, "姓名", row => Task.FromResult<(RowEffect, IReadOnlyList<RowProblem>)>(row.Number switch
        {
            2 => (RowEffect.New, []),
            3 => (RowEffect.Wrong, [new("姓名", $"“{row["姓名"]}”不是姓名，请改正。")]),
            _ => (RowEffect.Same, []),
        }), trial, cancelled));
        var (owner, _) = await platform.Officer(Role.Editor);
        var job = await platform.Order(owner, work, Platform.Now);
        await platform.Worker(work, new HandClock(Platform.Now)).RunNext(Cancelled);

        var done = await platform.Now(job);
        Assert.Equal((JobState.Done, said, "已处理 3 / 3 行"), (done.State, done.Message, done.Progress));
        var desk = await platform.As(owner);
        Assert.Equal("\"行号\",\"姓名\",\"列\",\"问题\"\r\n\"3\",\"'=1+1\",\"姓名\",\"“=1+1”不是姓名，请改正。\"\r\n", await desk.GetStringAsync($"/office/jobs/{job.Handle}/errors", Cancelled));
        Assert.Equal("\"行号\",\"姓名\",\"结果\"\r\n\"2\",\"测试甲\",\"新增\"\r\n\"3\",\"'=1+1\",\"有问题\"\r\n\"4\",\"测试乙\",\"不变\"\r\n", await desk.GetStringAsync($"/office/jobs/{job.Handle}/result", Cancelled));
    }

    static ImportRow Row(long number, string name) => new(number, new Dictionary<string, string> { ["姓名"] = name });
}
