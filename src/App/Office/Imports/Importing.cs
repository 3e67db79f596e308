using System.Globalization;
using System.Text;
using Gongkai.App.Office.Jobs;
using Gongkai.App.Ui;

namespace Gongkai.App.Office.Imports;

/// <summary>What taking a row did to the store.</summary>
public enum RowEffect { Wrong, New, Changed, Same }

/// <summary>Goes through the rows of a list, counts what they did or would do, and leaves a file of each row and one of the rows in error.</summary>
public static class Importing
{
    /// <param name="run">The job; it gets the count and the files.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="first">The heading of the column that names what a row is about.</param>
    /// <param name="take">Takes a row, or only looks at it.</param>
    /// <param name="trial">Nothing is saved.</param>
    /// <param name="cancelled">Stops between two rows; what was taken stays.</param>
    /// <returns>How it ended, as a sentence.</returns>
    public static async Task<string> Run(JobRun run, IReadOnlyList<ImportRow> rows, string first, Func<ImportRow, Task<(RowEffect Effect, IReadOnlyList<RowProblem> Problems)>> take, bool trial, CancellationToken cancelled)
    {
        var counts = new Dictionary<RowEffect, int>();
        await using var results = await Begin(run.Result(trial ? "试导入结果.csv" : "导入结果.csv"), "行号", first, "结果");
        StreamWriter? errors = null;
        try
        {
            foreach (var (index, row) in rows.Index())
            {
                cancelled.ThrowIfCancellationRequested();
                var (effect, problems) = await take(row);
                counts[effect] = counts.GetValueOrDefault(effect) + 1;
                await results.WriteAsync(Line(Number(row), row[first], Word(effect)));
                foreach (var problem in problems)
                    await (errors ??= await Begin(run.Errors("错误行.csv"), "行号", first, "列", "问题")).WriteAsync(Line(Number(row), row[first], problem.Column, problem.Sentence));
                run.Count(index + 1, rows.Count);
            }
        }
        finally
        {
            if (errors is not null) await errors.DisposeAsync();
        }
        return Sentence(counts, trial);
    }

    static string Sentence(Dictionary<RowEffect, int> counts, bool trial)
    {
        var good = ((RowEffect[])[RowEffect.New, RowEffect.Changed, RowEffect.Same]).Where(counts.ContainsKey).Select(effect => $"{Word(effect)} {counts[effect]:N0} 行").ToList();
        var parts = string.Join("，", good);
        return (trial, counts.GetValueOrDefault(RowEffect.Wrong)) switch
        {
            (true, 0) => $"试导入：{parts}，都可以导入。数据还没有改动，请确认后导入。",
            (true, var wrong) => $"试导入：{(good is [] ? "" : parts + "，")}{wrong:N0} 行有问题。数据还没有改动，请按错误行的提示改正后重新上传{(good is [] ? "" : "，或先导入没有问题的行")}。",
            (false, 0) => $"导入完成：{parts}。",
            (false, var wrong) => $"导入完成：{(good is [] ? "" : parts + "，")}{wrong:N0} 行有问题，没有导入。请下载错误行，改正后再导入。",
        };
    }

    static string Word(RowEffect effect) => effect switch
    {
        RowEffect.Wrong => "有问题",
        RowEffect.New => "新增",
        RowEffect.Changed => "修改",
        RowEffect.Same => "不变",
    };

    static async Task<StreamWriter> Begin(Stream file, params string[] headings)
    {
        var lines = new StreamWriter(file, new UTF8Encoding(false));
        await lines.WriteAsync(Csv.ByteOrderMark + Line(headings));
        return lines;
    }

    static string Number(ImportRow row) => row.Number.ToString(CultureInfo.InvariantCulture);

    static string Line(params string[] cells) => string.Join(',', cells.Select(cell => Csv.Written(cell))) + "\r\n";
}
