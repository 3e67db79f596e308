using System.Text.Json;
using Gongkai.App.Access;
using Gongkai.App.Office.Jobs;
using Gongkai.App.Ui;
using Gongkai.Documents.Reading;
using Gongkai.Records;
using Gongkai.Rules.Access;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Imports;

/// <summary>A trial of an import, or the import itself (试导入、导入): the same rows, the same rules, the same code, and only the last step differs.</summary>
public sealed class ImportJob(IImport import, ImportFiles files, TimeProvider time) : IJobKind
{
    /// <summary>What a job is to do.</summary>
    /// <param name="File">The list, as <see cref="ImportFiles"/> keeps it.</param>
    /// <param name="Agency">Whose list it is; at another desk it is not taken.</param>
    /// <param name="Trial">Looks, and saves nothing.</param>
    public sealed record Order(string File, Guid Agency, bool Trial)
    {
        public string Write() => JsonSerializer.Serialize(this);

        public static Order Of(string parameters) => JsonSerializer.Deserialize<Order>(parameters)!;
    }

    public static string CodeOf(IImport import) => $"import.{import.Code}";

    public string Code => CodeOf(import);
    public string Name => $"导入{import.Name}";
    public string About => import.About;
    public Permission Permission => import.Permission;

    // What was taken is found again, and stays as it is.
    public bool Repeats => true;
    public string? ParametersFor(Me me) => null;

    public async Task<string> Run(JobRun run, CancellationToken cancelled)
    {
        var order = run.Parameters<Order>();
        if (run.Job.AgencyId != order.Agency) throw new JobRefusedException("这份名单是在另一个单位的工作台上传的，请回到那个单位后再运行。");
        if (await files.Read(order.File) is not { } bytes) throw new JobRefusedException("上传的文件已经清理，请重新上传。");
        ImportTable table;
        try
        {
            table = ImportTable.Read(bytes, import);
        }
        catch (UnreadableTableException unreadable)
        {
            throw new JobRefusedException(unreadable.Message);
        }
        await using var store = run.Open();
        var taking = await import.Open(new(store, order.Agency, time.Today));
        var hand = new Hand(run.Job.OwnerId, run.Job.OwnerName, "后台任务");
        var said = await Importing.Run(run, table.Rows, import.Columns[0].Heading, Take, order.Trial, cancelled);
        return table.Unknown is [] ? said : $"{said}没有导入的列：{string.Join("、", table.Unknown)}。";

        async Task<(RowEffect, IReadOnlyList<RowProblem>)> Take(ImportRow row)
        {
            var problems = Shape(row);
            if (problems is not []) return (RowEffect.Wrong, problems);
            var taken = await taking.Take(row);
            store.ChangeTracker.DetectChanges();
            var changed = store.ChangeTracker.HasChanges();
            if (taken.Problems is not [])
                return changed ? throw new InvalidOperationException($"{import.Code} changed something for a row that it refused.") : (RowEffect.Wrong, taken.Problems);
            if (changed && order.Trial) store.ChangeTracker.AcceptAllChanges();
            else if (changed) await store.Save(new(import.Deed, hand, time.Now, order.Agency, $"导入名单第 {row.Number} 行"));
            if (!import.RowsSpeakOfEachOther) store.ChangeTracker.Clear();
            return (taken.IsNew ? RowEffect.New : changed ? RowEffect.Changed : RowEffect.Same, []);
        }
    }

    // What holds for every list: what must be there is there, and nothing is longer than its column.
    List<RowProblem> Shape(ImportRow row) =>
    [
        .. import.Columns.Where(column => column.Must && row[column.Heading].Length == 0).Select(column => new RowProblem(column.Heading, $"请填写{column.Heading}。")),
        .. import.Columns.Where(column => row[column.Heading].Length > column.Longest).Select(column => new RowProblem(column.Heading, $"{column.Heading}最多 {column.Longest} 个字，现在有 {row[column.Heading].Length} 个字，请缩短。")),
    ];
}
