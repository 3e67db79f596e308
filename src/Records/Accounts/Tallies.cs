using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Accounts;

/// <summary>Counts attempts in the store, each in one statement, so that no two nodes take the same place.</summary>
public static class Tallies
{
    static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    extension(Store store)
    {
        /// <summary>Takes one of so many attempts. False where none is left: then nothing may be tried.</summary>
        /// <param name="what">What is counted; it is stored as a hash.</param>
        /// <param name="limit">How many there are.</param>
        /// <param name="now">The time.</param>
        /// <param name="pause">After so long without an attempt, counting starts anew; so in no such span are there more than <paramref name="limit"/>.</param>
        public Task<bool> Attempt(string what, int limit, DateTimeOffset now, TimeSpan pause) => store.InTurn(() => store.Take(Hash(what), limit, now, pause));

        async Task<bool> Take(string key, int limit, DateTimeOffset now, TimeSpan pause)
        {
            var until = now + pause;
            while (true)
            {
                if (await store.Tallies.Where(tally => tally.Key == key && tally.EndsAt > now && tally.Count < limit)
                        .ExecuteUpdateAsync(tally => tally.SetProperty(one => one.Count, one => one.Count + 1).SetProperty(one => one.EndsAt, until)) > 0) return true;
                if (await store.Tallies.AnyAsync(tally => tally.Key == key && tally.EndsAt > now)) return false;
                if (await store.Tallies.Where(tally => tally.Key == key && tally.EndsAt <= now)
                        .ExecuteUpdateAsync(tally => tally.SetProperty(one => one.Count, 1).SetProperty(one => one.EndsAt, until)) > 0) return true;
                if (await store.Begin(key, until)) break;
            }
            var old = now - Kept;
            await store.Tallies.Where(tally => tally.EndsAt < old).ExecuteDeleteAsync();
            return true;
        }

        /// <summary>Gives an attempt back that succeeded after all.</summary>
        public Task GiveBack(string what)
        {
            var key = Hash(what);
            return store.InTurn(() => store.Tallies.Where(tally => tally.Key == key && tally.Count > 0).ExecuteUpdateAsync(tally => tally.SetProperty(one => one.Count, one => one.Count - 1)));
        }

        /// <summary>Counts anew from none.</summary>
        public Task Forget(string what)
        {
            var key = Hash(what);
            return store.InTurn(() => store.Tallies.Where(tally => tally.Key == key).ExecuteDeleteAsync());
        }

        /// <summary>How often it was tried.</summary>
        public Task<int> CountOf(string what, DateTimeOffset now)
        {
            var key = Hash(what);
            return store.Tallies.Where(tally => tally.Key == key && tally.EndsAt > now).Select(tally => tally.Count).FirstOrDefaultAsync();
        }

        async Task<bool> Begin(string key, DateTimeOffset until)
        {
            var tally = new Tally { Key = key, Count = 1, EndsAt = until };
            store.Add(tally);
            try
            {
                await store.SaveChangesAsync();
                return true;
            }
            catch (DbUpdateException)
            {
                // Another node was quicker; the caller counts again.
                return false;
            }
            finally
            {
                store.Entry(tally).State = EntityState.Detached;
            }
        }
    }

    static string Hash(string what) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(what)));
}
