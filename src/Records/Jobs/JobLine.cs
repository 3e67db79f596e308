using Gongkai.Records.Notices;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Jobs;

/// <summary>Where jobs queue. However many nodes stand at it, each job is taken by one; a node that is silent for too long loses its own.</summary>
public static class JobLine
{
    const string TasksPath = "/office/jobs/";

    extension(Store store)
    {
        /// <summary>Puts a job at the end of the line, as someone's act.</summary>
        public Task Order(Job job, Act act)
        {
            store.Add(job);
            return store.Note(act with { Deed = JobDeeds.Ordered }, $"{job.Name}（{job.Kind}，{job.Handle}）{(job.Parameters is "{}" ? "" : "，参数 " + job.Parameters)}");
        }

        /// <summary>Takes the job that waits longest, if nobody else is faster.</summary>
        /// <returns><c>null</c> where nothing waits.</returns>
        public async Task<Job?> Claim(IReadOnlyCollection<string> kinds, string node, DateTimeOffset now, TimeSpan lease)
        {
            var ends = now + lease;
            while (await store.Jobs.Where(job => job.State == JobState.Waiting && kinds.Contains(job.Kind)).OrderBy(job => job.OrderedAt).ThenBy(job => job.Id)
                .Select(job => new { job.Id, job.Turn }).FirstOrDefaultAsync() is { } next)
            {
                var turn = next.Turn + 1;
                // One statement: of two nodes that found the same job, the second changes no row.
                var won = await store.Jobs.Where(job => job.Id == next.Id && job.Turn == next.Turn && job.State == JobState.Waiting).ExecuteUpdateAsync(set => set
                    .SetProperty(job => job.State, JobState.Running).SetProperty(job => job.Turn, turn).SetProperty(job => job.Node, node)
                    .SetProperty(job => job.StartedAt, now).SetProperty(job => job.LeaseEndsAt, ends));
                if (won == 1) return await store.Jobs.AsNoTracking().SingleAsync(job => job.Id == next.Id);
            }
            return null;
        }

        /// <summary>Says that a node still works on a job, and how far it is.</summary>
        /// <returns>Whether it still has it, and whether it was asked to stop.</returns>
        public async Task<(bool Held, bool Cancel)> Keep(Job job, JobEnd progress, DateTimeOffset now, TimeSpan lease)
        {
            var ends = now + lease;
            var held = await store.Jobs.Where(one => one.Id == job.Id && one.Turn == job.Turn && one.State == JobState.Running).ExecuteUpdateAsync(set => set
                .SetProperty(one => one.LeaseEndsAt, ends).SetProperty(one => one.Done, progress.Done).SetProperty(one => one.Total, progress.Total).SetProperty(one => one.Unit, progress.Unit));
            return (held == 1, held == 1 && await store.IsCancelAsked(job));
        }

        /// <summary>Whether its owner no longer wants it.</summary>
        public Task<bool> IsCancelAsked(Job job) => store.Jobs.AnyAsync(one => one.Id == job.Id && one.Turn == job.Turn && one.CancelAskedAt != null);

        /// <summary>Ends a job, and tells its owner: with the act, or not at all.</summary>
        /// <param name="held">As it was claimed.</param>
        /// <returns>Whether it was still this node's to end.</returns>
        public async Task<bool> End(Job held, JobEnd end, Act act)
        {
            store.ChangeTracker.Clear();
            if (await store.Jobs.SingleOrDefaultAsync(job => job.Id == held.Id && job.Turn == held.Turn && job.State == JobState.Running) is not { } job) return false;
            job.End(end, act.At);
            await store.Tell(job.OwnerId, NoticeTopic.Jobs, $"{job.Name}：{end.Message}", TasksPath, act.At);
            return await store.Closed(job, act with { Deed = JobDeeds.Ended, Agency = job.AgencyId });
        }

        /// <summary>Someone no longer wants a job.</summary>
        /// <returns>Whether it could still be cancelled.</returns>
        public async Task<bool> AskToCancel(Guid id, Act act)
        {
            // It may begin, or end, in between; then it is looked at once more.
            for (var tries = 0; tries < 3; tries++)
            {
                store.ChangeTracker.Clear();
                var job = await store.Jobs.SingleAsync(job => job.Id == id);
                if (!job.IsOpen) return false;
                job.AskToCancel(act.At);
                if (await store.Closed(job, act with { Deed = JobDeeds.Cancelled })) return true;
            }
            return false;
        }

        /// <summary>Takes the jobs away from nodes that are silent for too long.</summary>
        /// <param name="repeating">The kinds that may be done once more from the start.</param>
        public async Task<int> InterruptLapsed(IReadOnlyCollection<string> repeating, Act act)
        {
            var lapsed = await store.Jobs.AsNoTracking().Where(job => job.State == JobState.Running && job.LeaseEndsAt < act.At).ToListAsync();
            var count = 0;
            foreach (var job in lapsed)
                if (await store.Interrupt(job, repeating.Contains(job.Kind), act)) count++;
            return count;
        }

        /// <summary>Puts a job back, or marks it as broken off: its node stopped or died.</summary>
        public async Task<bool> Interrupt(Job held, bool repeats, Act act)
        {
            store.ChangeTracker.Clear();
            if (await store.Jobs.SingleOrDefaultAsync(job => job.Id == held.Id && job.Turn == held.Turn && job.State == JobState.Running) is not { } job) return false;
            job.Interrupt(repeats, act.At);
            if (!job.IsOpen) await store.Tell(job.OwnerId, NoticeTopic.Jobs, $"{job.Name}：{job.Message}", TasksPath, act.At);
            return await store.Closed(job, act with { Deed = JobDeeds.Interrupted, Agency = job.AgencyId });
        }

        async Task<bool> Closed(Job job, Act act)
        {
            try
            {
                await store.Note(act, $"{job.Name}（{job.Kind}，{job.Handle}）：{job.Message ?? (job.State == JobState.Waiting ? "重新排队。" : "请求取消。")}");
                return true;
            }
            catch (DbUpdateConcurrencyException)
            {
                return false;
            }
        }
    }
}
