using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gongkai.App.Access;
using Gongkai.App.Office.Trail;
using Gongkai.App.Ui;
using Gongkai.Records.Trail;
using Gongkai.Rules.Access;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Jobs;

/// <summary>Writes the trail into a file, entry by entry (导出审计记录). Personal values are not in it, only what stands for them.</summary>
public sealed class ExportTrail(TimeProvider time) : IJobKind
{
    static readonly JsonSerializerOptions Brief = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public const string Kind = "trail.export";

    public string Code => Kind;
    public string Name => "导出审计记录";
    public string About => "把审计记录逐条写成 CSV 文件，可以用表格软件打开；个人信息不在其中。导出本身也记入审计。";
    public Permission Permission => Permission.ReadTrail;
    public bool Repeats => true;
    public string? ParametersFor(Me me) => Parameters(new(), me);
    public string Again(Me me, string before) => Parameters(JsonSerializer.Deserialize<TrailFilter>(before)!, me);

    /// <summary>What is asked for, as a job keeps it, narrowed to what this person may read.</summary>
    /// <remarks>A name in it is one that the trail knows as that of a hand: the page lets no other through.</remarks>
    public static string Parameters(TrailFilter filter, Me me) => JsonSerializer.Serialize(me.MayEverywhere(Permission.ReadTrail) ? filter : filter with { Chain = me.Agency }, Brief);

    public async Task<string> Run(JobRun run, CancellationToken cancelled)
    {
        var filter = run.Parameters<TrailFilter>();
        await using var store = run.Open();
        var entries = filter.In(store);
        var total = await entries.LongCountAsync(cancelled);
        // What is written while the export runs, its own entry among them, is for the next one.
        var rows = Rows(entries.OrderBy(entry => entry.Chain).ThenBy(entry => entry.Sequence).AsAsyncEnumerable(), run, total, cancelled);
        await Csv.Write(new("审计记录", [], ["审计链", "序号", "时间", "事项", "事项代码", "账号", "科室", "经手人", "来源", "原因", "内容", "校验值"], rows),
            run.Result($"审计记录-{time.Today.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}.csv"), cancelled);
        return $"导出了 {run.Progress.Done:N0} 条审计记录。";
    }

    static async IAsyncEnumerable<IReadOnlyList<Cell>> Rows(IAsyncEnumerable<TrailEntry> entries, JobRun run, long total, [EnumeratorCancellation] CancellationToken cancelled)
    {
        long done = 0;
        await foreach (var entry in entries.WithCancellation(cancelled))
        {
            yield return
            [
                entry.Chain == Guid.Empty ? "平台" : entry.Chain.ToString("D"), new Cell(entry.Sequence.ToString(CultureInfo.InvariantCulture), IsNumber: true), entry.At,
                Deeds.Name(entry.Deed), entry.Deed, entry.Account?.ToString("D"), entry.Department?.ToString("D"), entry.By, entry.From, entry.Why, entry.Content, Convert.ToHexStringLower(entry.Hash),
            ];
            run.Count(++done, Math.Max(total, done), "条");
        }
    }
}
