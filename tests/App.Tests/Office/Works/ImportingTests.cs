using Gongkai.App.Office.Jobs;
using Gongkai.Records.Jobs;
using Gongkai.Rules.Access;

namespace Gongkai.App.Tests.Office.Works;

/// <summary>Rows are looked at before any is taken, and whoever sent them learns which to mend.</summary>
public sealed class ImportingTests(Platform platform)
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true, "试导入：2 行可以导入，1 行有问题，数据没有改动。请下载错误行，改正后再导入。")]
    [InlineData(false, "导入了 2 行，1 行有问题，没有导入。请下载错误行，改正后只导入这些行。")]
    public async Task A_row_in_error_stands_in_a_file_with_its_number_and_keeps_no_other_back(bool trial, string said)
    {
        List<long> taken = [];
        var work = new TestWork((run, cancelled) => Importing.Run(run, Rows(), 3,
            row => Task.FromResult<IReadOnlyList<RowProblem>>(row.Cells[0].StartsWith('=') ? [new("姓名", $"“{row.Cells[0]}”不是姓名，请改正。")] : []),
            trial ? null : row => { taken.Add(row.Number); return Task.CompletedTask; }, cancelled));
        var (owner, _) = await platform.Officer(Role.Editor);
        var job = await platform.Order(owner, work, Platform.Now);
        await platform.Worker(work, new HandClock(Platform.Now)).RunNext(Cancelled);

        var done = await platform.Now(job);
        Assert.Equal((JobState.Done, said, "已处理 3 / 3 行"), (done.State, done.Message, done.Progress));
        Assert.Equal(trial ? [] : [2, 4], taken);
        var errors = await (await platform.As(owner)).GetStringAsync($"/office/jobs/{job.Handle}/errors", Cancelled);
        Assert.Equal("\"行号\",\"列\",\"问题\"\r\n\"3\",\"姓名\",\"“=1+1”不是姓名，请改正。\"\r\n", errors);
    }

    static async IAsyncEnumerable<ImportRow> Rows()
    {
        await Task.CompletedTask;
        yield return new(2, ["测试甲"]);
        yield return new(3, ["=1+1"]);
        yield return new(4, ["测试乙"]);
    }
}
