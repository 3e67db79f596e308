using System.Security.Cryptography;
using System.Text;
using Gongkai.Rules;
using Gongkai.Rules.Disclosure;
using Gongkai.Rules.Registers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Registers;

/// <summary>The proof that a batch passed its review by different people. Nothing else makes a row of a register public.</summary>
public sealed class PassedBatch
{
    readonly Guid batch;

    PassedBatch(Guid batch) => this.batch = batch;

    internal bool Covers(RegisterRow row) => row.BatchId == batch;

    /// <exception cref="InvalidOperationException">It did not.</exception>
    internal static PassedBatch Of(DisclosureBatch batch, IReadOnlyCollection<BatchOpinion> opinions, IReadOnlyCollection<RegisterRow> rows) =>
        BatchReview.ToPublish(batch, opinions, rows) is { } impediment ? throw new InvalidOperationException(impediment.Reason) : new(batch.Id);
}

/// <summary>The road of rows to the public: handed in together, judged three times by three others, public after the leader's signature.</summary>
public static class BatchReview
{
    /// <summary>Why someone may not judge a batch now: the course of every review, and whoever wrote in one of its rows is its author too.</summary>
    public static Impediment? ToJudge(DisclosureBatch batch, IReadOnlyCollection<BatchOpinion> opinions, IReadOnlyCollection<RegisterRow> rows, ReviewHand hand) =>
        Course(batch, opinions, rows).ToJudge(hand)
        ?? (hand.Account is { } account && rows.Any(row => row.Hands.Contains(account)) ? new Impediment("您登记或者修改过这一批中的记录，不能审核，请由其他人审核。") : null);

    /// <summary>Why a batch may not become public.</summary>
    public static Impediment? ToPublish(DisclosureBatch batch, IReadOnlyCollection<BatchOpinion> opinions, IReadOnlyCollection<RegisterRow> rows) =>
        Course(batch, opinions, rows).ToPublish()
        ?? (rows.Count != batch.Rows || HashOf(rows) != batch.Hash ? new Impediment("这一批中的记录在送审以后有变动，请退回后重新送审。") : null)
        ?? (opinions.Any(one => one.Passed && one.AccountId is { } account && rows.Any(row => row.Hands.Contains(account))) ? new Impediment("登记、修改和各个审核环节应当由不同的人办理，不能公开。") : null);

    static ReviewCourse Course(DisclosureBatch batch, IEnumerable<BatchOpinion> opinions, IReadOnlyCollection<RegisterRow> rows)
    {
        var hash = HashOf(rows);
        return new(batch.State, batch.Step, batch.AuthorId, batch.AuthorName, [.. opinions.OrderBy(one => one.At).Select(one => new Judged(one.Step, one.AccountId, one.ByName, one.Passed, one.Hash == hash))]);
    }

    /// <summary>What rows say, as one hash.</summary>
    public static string HashOf(IEnumerable<RegisterRow> rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var row in rows.OrderBy(row => row.Id))
        {
            Append($"{row.Id:N}");
            foreach (var field in RegisterFields.Of(row.Kind)) Append(field.Read(row) is Sealed hidden ? hidden.Cipher : field.Typed(row) ?? "");
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());

        // Length before text: no value can pretend to be two.
        void Append(string text) => hash.AppendData(Encoding.UTF8.GetBytes($"{text.Length}:{text};"));
    }

    extension(Store store)
    {
        /// <summary>The rows of a batch, tracked.</summary>
        public Task<List<RegisterRow>> RowsOf(DisclosureBatch batch) => store.Register(batch.Register).Where(row => row.BatchId == batch.Id).OrderBy(row => row.On).ThenBy(row => row.Id).ToListAsync();

        public Task<List<BatchOpinion>> OpinionsOf(DisclosureBatch batch) => store.BatchOpinions.AsNoTracking().Where(one => one.BatchId == batch.Id).OrderBy(one => one.At).ToListAsync();

        /// <summary>送审: puts rows into a batch. The caller has asked each row, and saves.</summary>
        /// <exception cref="InvalidOperationException">A row may not go, or they are not of one register and agency.</exception>
        public DisclosureBatch HandIn(string name, IReadOnlyList<RegisterRow> rows, Act act)
        {
            if (rows is [] || rows.Count > DisclosureBatch.MostRows || rows.Any(row => row.VoidedAt is not null || row.Kind != rows[0].Kind || row.AgencyId != rows[0].AgencyId || row.Kind.PublicCode is null))
                throw new InvalidOperationException("These rows are no batch.");
            var batch = new DisclosureBatch
            {
                AgencyId = rows[0].AgencyId, Register = rows[0].Kind, Name = name, Rows = rows.Count, AuthorId = act.By.Account, AuthorName = act.By.Name, HandedInAt = act.At, Hash = HashOf(rows),
            };
            store.Add(batch);
            foreach (var row in rows) row.Submit(batch.Id);
            return batch;
        }

        /// <summary>Passes or sends back; after the leader's signature the rows are public. The caller has asked <see cref="ToJudge"/>, and saves.</summary>
        public void Judge(DisclosureBatch batch, IReadOnlyList<BatchOpinion> opinions, IReadOnlyList<RegisterRow> rows, bool passed, string? words, Act act)
        {
            var opinion = new BatchOpinion { BatchId = batch.Id, Step = batch.Step, Passed = passed, AccountId = act.By.Account, ByName = act.By.Name, At = act.At, Words = words, Hash = HashOf(rows) };
            store.Add(opinion);
            if (!passed)
            {
                batch.Return();
                foreach (var row in rows) row.Return();
                return;
            }
            batch.Pass();
            if (batch.State != VersionState.Approved) return;
            var proof = PassedBatch.Of(batch, [.. opinions, opinion], rows);
            foreach (var row in rows) row.Publish(proof, act.At);
            batch.Publish(act.At);
        }
    }
}
