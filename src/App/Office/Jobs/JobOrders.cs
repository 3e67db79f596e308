using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Jobs;

namespace Gongkai.App.Office.Jobs;

/// <summary>Where a page orders a job.</summary>
public sealed class JobOrders(Store store, Me me, JobBell bell, TimeProvider time)
{
    /// <summary>Puts a job into the line. Whether this person may start it, the page has asked: <see cref="IJobKind.Permission"/>.</summary>
    /// <param name="parameters">As JSON, without personal data.</param>
    /// <param name="name">What its owner calls it; the kind's own name where none is given.</param>
    public async Task<Job> Place(IJobKind kind, string parameters = "{}", string? name = null)
    {
        var job = new Job
        {
            Kind = kind.Code, Name = name ?? kind.Name, Parameters = parameters,
            OwnerId = me.Account ?? throw new InvalidOperationException("A job has an owner."), OwnerName = me.Name,
            AgencyId = me.Agency == Guid.Empty ? null : me.Agency, OrderedAt = time.Now,
        };
        await store.Order(job, me.Does(JobDeeds.Ordered));
        bell.Ring();
        return job;
    }
}
