using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records.Trail;
using Gongkai.Rules.Access;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Jobs;

/// <summary>Writes the trail into a file, entry by entry (导出审计记录). Personal values are not in it, only what stands for them.</summary>
public sealed class ExportTrail(TimeProvider time) : IJobKind
{
    /// <summary>Which part of the trail.</summary>
    /// <param name="Chain">An agency's, or the platform's; none means all of them.</param>
    /// <param name="From">From this moment on, inclusive.</param>
    /// <param name="Until">Before this moment, exclusive.</param>
    /// <param name="Deed">Only this kind of act.</param>
    public sealed record Order(Guid? Chain, DateTimeOffset? From = null, DateTimeOffset? Until = null, string? Deed = null)
    {
        /// <summary>The same, narrowed to what this person may read.</summary>
        public Order For(Me me) => me.MayEverywhere(Permission.ReadTrail) ? this : this with { Chain = me.Agency };
    }

    public const string Kind = "trail.export";

    public string Code => Kind;
    public string Name => "导出审计记录";
    public string About => "把审计记录逐条写成 CSV 文件，可以用表格软件打开；个人信息不在其中。导出本身也记入审计。";
    public Permission Permission => Permission.ReadTrail;
    public bool Repeats => true;
    public string? ParametersFor(Me me) => Parameters(new(null), me);
    public string Again(Me me, string before) => Parameters(JsonSerializer.Deserialize<Order>(before)!, me);

    /// <summary>An order as a job keeps it.</summary>
    public static string Parameters(Order order, Me me) => JsonSerializer.Serialize(order.For(me));

    public async Task<string> Run(JobRun run, CancellationToken cancelled)
    {
        var order = run.Parameters<Order>();
        await using var store = run.Open();
        var entries = Narrow(store.Trail.AsNoTracking(), order);
        var total = await entries.LongCountAsync(cancelled);
        // What is written while the export runs, its own entry among them, is for the next one.
        var rows = Rows(entries.OrderBy(entry => entry.Chain).ThenBy(entry => entry.Sequence).AsAsyncEnumerable(), run, total, cancelled);
        await Csv.Write(new("审计记录", [], ["审计链", "序号", "时间", "事项", "账号", "经手人", "来源", "原因", "内容", "校验值"], rows),
            run.Result($"审计记录-{time.Today.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}.csv"), cancelled);
        return $"导出了 {run.Progress.Done:N0} 条审计记录。";
    }

    static IQueryable<TrailEntry> Narrow(IQueryable<TrailEntry> entries, Order order)
    {
        if (order.Chain is { } chain) entries = entries.Where(entry => entry.Chain == chain);
        if (order.From is { } from) entries = entries.Where(entry => entry.At >= from);
        if (order.Until is { } until) entries = entries.Where(entry => entry.At < until);
        if (order.Deed is { } deed) entries = entries.Where(entry => entry.Deed == deed);
        return entries;
    }

    static async IAsyncEnumerable<IReadOnlyList<Cell>> Rows(IAsyncEnumerable<TrailEntry> entries, JobRun run, long total, [EnumeratorCancellation] CancellationToken cancelled)
    {
        long done = 0;
        await foreach (var entry in entries.WithCancellation(cancelled))
        {
            yield return
            [
                entry.Chain == Guid.Empty ? "平台" : entry.Chain.ToString("D"), new Cell(entry.Sequence.ToString(CultureInfo.InvariantCulture), IsNumber: true), entry.At,
                entry.Deed, entry.Account?.ToString("D"), entry.By, entry.From, entry.Why, entry.Content, Convert.ToHexStringLower(entry.Hash),
            ];
            run.Count(++done, Math.Max(total, done), "条");
        }
    }
}
