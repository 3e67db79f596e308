using System.Runtime.CompilerServices;
using System.Text.Json;
using Gongkai.App.Access;
using Gongkai.App.Office.Jobs;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.AnnualReports;
using Gongkai.Records.Calendars;
using Gongkai.Records.Requests;
using Gongkai.Records.Reviews;
using Gongkai.Rules;
using Gongkai.Rules.Access;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Ledger;

/// <summary>Writes the ledger of a year into a workbook, line by line (导出台账). Names are masked; that it was done stands in the trail.</summary>
public sealed class LedgerExport(TimeProvider time) : IJobKind
{
    /// <param name="Agency">Whose ledger; at another desk it is not written.</param>
    /// <param name="RestrictedToo">With the content of what only few may see.</param>
    sealed record Order(Guid Agency, int Year, bool RestrictedToo);

    const int AtOnce = 500;

    public string Code => "requests.ledger";
    public string Name => "导出依申请公开台账";
    public string About => "把一年中办理的申请逐件写成 XLSX 台账，包括上年结转的；申请人姓名已脱敏。导出记入审计。";
    public Permission Permission => Permission.SeeRequests;
    public bool Repeats => true;
    public string? ParametersFor(Me me) => me.Agency == Guid.Empty ? null : Parameters(me, time.Today.Year);
    public string Again(Me me, string before) => Parameters(me, JsonSerializer.Deserialize<Order>(before)!.Year);

    /// <summary>What a job keeps of an order.</summary>
    public static string Parameters(Me me, int year) => JsonSerializer.Serialize(new Order(me.Agency, year, me.May(Permission.SeeRestrictedRequests)));

    public async Task<string> Run(JobRun run, CancellationToken cancelled)
    {
        var order = run.Parameters<Order>();
        if (run.Job.AgencyId != order.Agency) throw new JobRefusedException("这份台账是在另一个单位的工作台上要求的，请回到那个单位后再运行。");
        await using var store = run.Open();
        await store.Note(new(RequestDeeds.Listed, new(run.Job.OwnerId, run.Job.OwnerName, "后台任务"), time.Now, order.Agency), $"{order.Year} 年台账");
        var calendar = await store.CalendarOf(order.Agency);
        var agencies = await store.CountedIn(order.Agency, order.Year);
        var unit = await store.Agencies.Where(agency => agency.Id == order.Agency).Select(agency => agency.Name).SingleAsync(cancelled);
        var name = $"{order.Year}年依申请公开台账";
        await Xlsx.Write(new(name, [$"{unit}　{name}", $"导出时间：{time.Now.InBeijing()}　操作人：{run.Job.OwnerName}"], LedgerColumns.Headings, Rows(store, agencies, order, calendar, run, cancelled)), run.Result($"{name}.xlsx"), cancelled);
        return $"台账共 {run.Progress.Done:N0} 件。";
    }

    static async IAsyncEnumerable<IReadOnlyList<Cell>> Rows(Store store, IReadOnlyList<Guid> agencies, Order order, WorkingCalendar calendar, JobRun run, [EnumeratorCancellation] CancellationToken cancelled)
    {
        var number = 0;
        foreach (var agency in agencies)
            await foreach (var some in store.LedgerOf(agency, order.Year).Chunk(AtOnce).WithCancellation(cancelled))
            {
                var reviews = await store.RemedyLinesOf([.. some.Select(line => line.Request.Id)]);
                foreach (var line in some) yield return LedgerColumns.Of(line, reviews[line.Request.Id], ++number, order.RestrictedToo, calendar);
                run.Count(number, 0, "件");
            }
    }
}
