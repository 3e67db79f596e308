using Gongkai.App.Access;
using Gongkai.App.Office.Jobs;
using Gongkai.Records;
using Gongkai.Records.Jobs;
using Gongkai.Records.Trail;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Trail;

/// <summary>Orders what takes longer than anyone waits: the verification of the trail, and its export. Ordering stands in the trail itself.</summary>
public sealed class TrailOrders(Store store, Me me, JobOrders orders, IEnumerable<IJobKind> kinds)
{
    /// <returns>What to tell whoever ordered it.</returns>
    public Task<string> Verify() => Order(VerifyTrail.Kind, "{}");

    /// <returns>What to tell whoever ordered it; <c>null</c> where there is nothing to export.</returns>
    public async Task<string?> Export(TrailFilter filter) =>
        // What a job keeps stands in the trail: only a name that does so already may stand in it.
        await filter.In(store).Visible(me).AnyAsync() ? await Order(ExportTrail.Kind, ExportTrail.Parameters(filter, me)) : null;

    async Task<string> Order(string code, string parameters)
    {
        var kind = kinds.Single(one => one.Code == code);
        // Someone who asks twice for the same work waits for the first.
        if (await store.Jobs.AnyAsync(job => job.OwnerId == me.Account && job.Kind == code && job.Parameters == parameters && (job.State == JobState.Waiting || job.State == JobState.Running)))
            return $"“{kind.Name}”已经在进行，请等它结束。";
        await orders.Place(kind, parameters);
        return $"已启动“{kind.Name}”，可以离开这个页面，结束后会收到消息。";
    }
}
