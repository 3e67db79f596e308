using System.Globalization;
using System.Text;
using Gongkai.App.Ui;

namespace Gongkai.App.Office.Jobs;

/// <summary>A row of a file that is imported.</summary>
/// <param name="Number">As the spreadsheet counts it, the headings being row 1.</param>
public sealed record ImportRow(long Number, IReadOnlyList<string> Cells);

/// <summary>Why a row cannot be taken.</summary>
/// <param name="Column">The heading of the cell; empty where it concerns the whole row.</param>
/// <param name="Sentence">What is wrong, and what to do.</param>
public sealed record RowProblem(string Column, string Sentence);

/// <summary>Takes the rows of a file one by one, or only looks at them (导入、试导入); a job's kind calls it with its own rules.</summary>
public static class Importing
{
    /// <param name="run">The job; it gets the count and the file of rows in error.</param>
    /// <param name="rows">The rows, as they are read.</param>
    /// <param name="total">How many there are; 0 where that is not known.</param>
    /// <param name="look">What is wrong with a row; nothing where it may be taken.</param>
    /// <param name="take">Saves a row, as an act of its own; <c>null</c> for a trial, which saves nothing.</param>
    /// <param name="cancelled">Stops between two rows; what was taken stays.</param>
    /// <returns>How it ended, as a sentence.</returns>
    public static async Task<string> Run(JobRun run, IAsyncEnumerable<ImportRow> rows, long total, Func<ImportRow, Task<IReadOnlyList<RowProblem>>> look, Func<ImportRow, Task>? take, CancellationToken cancelled)
    {
        long seen = 0, wrong = 0;
        StreamWriter? errors = null;
        try
        {
            await foreach (var row in rows.WithCancellation(cancelled))
            {
                cancelled.ThrowIfCancellationRequested();
                var problems = await look(row);
                if (problems is not [])
                {
                    wrong++;
                    errors ??= await Begin(run);
                    foreach (var problem in problems) await errors.WriteAsync(Line(row.Number.ToString(CultureInfo.InvariantCulture), problem.Column, problem.Sentence));
                }
                else if (take is not null) await take(row);
                run.Count(++seen, Math.Max(total, seen));
            }
        }
        finally
        {
            if (errors is not null) await errors.DisposeAsync();
        }
        var good = seen - wrong;
        return (take is null, wrong) switch
        {
            (true, 0) => $"试导入：{seen:N0} 行都可以导入，数据没有改动。",
            (true, _) => $"试导入：{good:N0} 行可以导入，{wrong:N0} 行有问题，数据没有改动。请下载错误行，改正后再导入。",
            (false, 0) => $"导入了 {seen:N0} 行。",
            (false, _) => $"导入了 {good:N0} 行，{wrong:N0} 行有问题，没有导入。请下载错误行，改正后只导入这些行。",
        };
    }

    static async Task<StreamWriter> Begin(JobRun run)
    {
        var errors = new StreamWriter(run.Errors("错误行.csv"), new UTF8Encoding(false));
        await errors.WriteAsync(Csv.ByteOrderMark + Line("行号", "列", "问题"));
        return errors;
    }

    static string Line(params string[] cells) => string.Join(',', cells.Select(cell => Csv.Written(cell))) + "\r\n";
}
