using System.Globalization;
using System.Text;
using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records.Trail;
using Gongkai.Rules.Access;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Jobs;

/// <summary>Hashes every link and every row again, and asks every checkpoint (核对审计链).</summary>
public sealed class VerifyTrail(Checkpoints checkpoints, TimeProvider time) : IJobKind
{
    public const string Kind = "trail.verify";

    public string Code => Kind;
    public string Name => "核对审计链";
    public string About => "重新计算全部审计记录、受审计的数据和检查点的校验值，列出被改动、删除或插入的位置。结果是一份 CSV 文件。";
    public Permission Permission => Permission.ReadTrail;
    public bool Repeats => true;
    public string? ParametersFor(Me me) => "{}";

    public async Task<string> Run(JobRun run, CancellationToken cancelled)
    {
        long total, seen = 0;
        await using (var store = run.Open())
            total = await store.Trail.LongCountAsync(cancelled) + await store.Set<TrailChange>().LongCountAsync(change => change.Revision == 1, cancelled);
        var found = 0;
        await using var lines = new StreamWriter(run.Result($"审计链核对结果-{time.Today.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}.csv"), new UTF8Encoding(false));
        await lines.WriteAsync($"{Csv.ByteOrderMark}\"类别\",\"位置\",\"说明\"\r\n");
        void Seen(int count)
        {
            cancelled.ThrowIfCancellationRequested();
            run.Count(seen += count, Math.Max(total, seen), "条");
        }
        await foreach (var fault in Verification.Of(run.Open, Seen).WithCancellation(cancelled)) await Tell(fault);
        await foreach (var fault in checkpoints.Verify(run.Open, cancellation: cancelled)) await Tell(fault);
        run.Count(seen, seen, "条");
        run.Finds(found);
        return found == 0 ? $"核对了 {seen:N0} 条，没有发现问题。" : $"发现 {found:N0} 处问题，请下载结果逐条查看，并保留现场，不要自行改动数据库。";

        async Task Tell(TrailFault fault)
        {
            cancelled.ThrowIfCancellationRequested();
            found++;
            await lines.WriteAsync($"{string.Join(',', ((Cell[])[fault.Kind.Name, fault.Place, fault.Sentence]).Select(Csv.Written))}\r\n");
        }
    }
}
