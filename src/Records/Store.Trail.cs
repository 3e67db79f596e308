using Gongkai.Records.Trail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Gongkai.Records;

/// <summary>Every change goes into the trail, in the same transaction. If the trail cannot be written, nothing is.</summary>
public abstract partial class Store
{
    Act? current;

    /// <summary>Saves what has changed, as someone's act.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Someone else changed one of the records first; nothing was saved.</exception>
    public Task Save(Act act) => Write(act, () => Task.CompletedTask);

    /// <summary>Does all of it or none of it, as one act. The chain is locked first, so whoever writes to the same chain waits.</summary>
    public async Task Write(Act act, Func<Task> work)
    {
        if (Database.CurrentTransaction is not null) throw new InvalidOperationException("One act does not stand inside another.");
        using var turn = await Turn();
        await using var transaction = await Database.BeginTransactionAsync();
        current = act;
        try
        {
            await Lock(act.Agency ?? Guid.Empty);
            await work();
            await SaveChangesAsync();
            // Never cancelled once begun.
            await transaction.CommitAsync(CancellationToken.None);
        }
        catch
        {
            // What was not saved is not remembered either; the next save must not carry it along.
            ChangeTracker.Clear();
            throw;
        }
        finally
        {
            current = null;
        }
    }

    /// <summary>Does a write that is no act, such as counting an attempt, when its turn has come; inside an act it is part of that.</summary>
    public async Task<T> InTurn<T>(Func<Task<T>> write)
    {
        if (Database.CurrentTransaction is not null) return await write();
        using var turn = await Turn();
        return await write();
    }

    /// <summary>Records an act that changes no row: personal data were read, a list was exported, a sign-in failed.</summary>
    /// <param name="act">Who, when, from where, why.</param>
    /// <param name="about">What it was about, in words without personal data.</param>
    /// <param name="mentioned">The records that it was about: by them it is found again.</param>
    public Task Note(Act act, string? about, params IReadOnlyCollection<Mentioned> mentioned) => Write(act, () => Append(act, [], about, mentioned));

    /// <summary>Erases a record's personal values from the trail; the chain stays whole, and says that it was done. A record may stand in several chains: each says so.</summary>
    public async Task Erase(Act act, Guid record)
    {
        var own = act.Agency ?? Guid.Empty;
        var chains = await Set<TrailPersonal>().Where(value => value.Record == record && value.ErasedBy == null && value.Chain != own).Select(value => value.Chain).Distinct().ToListAsync();
        var table = await Set<TrailChange>().Where(change => change.Record == record).Select(change => change.Table).FirstOrDefaultAsync();
        foreach (var chain in chains.Append(own))
        {
            var erasing = act with { Deed = Deed.PersonalErased, Agency = chain == Guid.Empty ? null : chain };
            await Write(erasing, async () =>
            {
                var (last, _) = await LastOf(chain);
                await foreach (var value in Set<TrailPersonal>().Where(value => value.Record == record && value.Chain == chain && value.ErasedBy == null).AsAsyncEnumerable())
                    value.Erase(last + 1);
                await Append(erasing, [], null, table is null ? [] : [new(table, record)]);
            });
        }
        await Settle();
    }

    /// <summary>Takes the rows that an older program wrote into the trail. Does nothing where there are none.</summary>
    public async Task Adopt(Act act)
    {
        var tables = Model.GetEntityTypes().Where(table => table.IsTrailed()).ToDictionary(table => table.GetTableName()!);
        // One question for all of them: one for each would be compiled anew at every start.
        var rest = await Database.SqlQueryRaw<string>(string.Join(" UNION ALL ", tables.Values.Select(Unadopted))).ToListAsync();
        foreach (var table in rest.Select(name => tables[name]))
            while (await Unadopted(table.ClrType) is { Count: > 0 } rows)
                await Write(act with { Deed = Deed.Adopted }, async () =>
                {
                    foreach (var row in rows) Entry(row).State = EntityState.Modified;
                    await SaveChangesAsync();
                    ChangeTracker.Clear();
                });
    }

    /// <summary>Saves. A commit once begun is never cancelled: whether a cancelled one happened, nobody could tell the applicant.</summary>
    /// <exception cref="InvalidOperationException">A record changed, and nobody says who did it: see <see cref="Write"/>.</exception>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ChangeTracker.DetectChanges();
        var changed = ChangeTracker.Entries().Where(entry => entry is { State: EntityState.Added or EntityState.Modified or EntityState.Deleted, Entity: IRecord }).ToList();
        if (changed.Count == 0) return await base.SaveChangesAsync(acceptAllChangesOnSuccess, CancellationToken.None);
        if (current is not { } act) throw new InvalidOperationException($"{changed[0].Metadata.ClrType.Name} changed, and no act says who did it. Save through Store.Save or Store.Write.");

        foreach (var entry in changed) CountUp(entry);
        return await Append(act, changed, null);
    }

    /// <inheritdoc/>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) => SaveChangesAsync(acceptAllChangesOnSuccess).GetAwaiter().GetResult();

    /// <summary>Waits for its turn to write, where the store has one writer at a time.</summary>
    private protected virtual Task<IDisposable?> Turn() => Task.FromResult<IDisposable?>(null);

    /// <summary>Keeps everyone else from the end of a chain until the transaction ends.</summary>
    private protected virtual Task Lock(Guid chain) => Task.CompletedTask;

    /// <summary>Lets go of what is erased where the database still holds it beside its tables.</summary>
    private protected virtual Task Settle() => Task.CompletedTask;

    async Task<int> Append(Act act, List<EntityEntry> changed, string? about, IReadOnlyCollection<Mentioned>? mentioned = null)
    {
        var chain = act.Agency ?? Guid.Empty;
        var (last, hash) = await LastOf(chain);
        var department = await DepartmentOf(act.By);
        using var payload = new Payload(act, chain, last + 1, department);
        foreach (var entry in changed) payload.Add(entry);
        foreach (var record in mentioned ?? []) payload.Add(record);
        var content = payload.Finish(about);
        // The rows first: if someone else was faster, it is they who say so.
        var saved = await base.SaveChangesAsync(true, CancellationToken.None);
        Add(new TrailEntry
        {
            Chain = chain, Sequence = last + 1, At = act.At, Deed = act.Deed.Code, Account = act.By.Account, Department = department, By = act.By.Name, From = act.By.From,
            Why = act.Why, Content = content, Hash = Payload.Hash(hash, content),
        });
        AddRange(payload.Changes);
        AddRange(payload.Personal);
        AddRange(payload.Mentions);
        await base.SaveChangesAsync(true, CancellationToken.None);
        return saved;
    }

    async Task<(long Sequence, byte[] Hash)> LastOf(Guid chain)
    {
        var last = await Set<TrailEntry>().Where(entry => entry.Chain == chain).OrderByDescending(entry => entry.Sequence)
            .Select(entry => new { entry.Sequence, entry.Hash }).FirstOrDefaultAsync();
        return last is null ? (0, []) : (last.Sequence, last.Hash);
    }

    // Where someone worked when they did it; tomorrow it may be elsewhere.
    async Task<Guid?> DepartmentOf(Hand hand) => hand.Account is not { } account ? null : await (
        from one in Accounts
        join person in People on one.PersonId equals person.Id
        where one.Id == account
        select person.DepartmentId).FirstOrDefaultAsync();

    static void CountUp(EntityEntry entry)
    {
        var revision = entry.Property(nameof(IRecord.Revision));
        revision.CurrentValue = (int)revision.OriginalValue! + 1;
        if (entry.State == EntityState.Added) revision.CurrentValue = 1;
    }

    static string Unadopted(IEntityType table) =>
        $"""SELECT '{table.GetTableName()}' AS "Value" WHERE EXISTS (SELECT 1 FROM "{table.GetTableName()}" WHERE "{table.FindProperty(nameof(IRecord.Revision))!.GetColumnName()}" = 0)""";

    async Task<IReadOnlyList<object>> Unadopted(Type table) =>
        await (Task<IReadOnlyList<object>>)GetType().GetMethod(nameof(UnadoptedOf))!.MakeGenericMethod(table).Invoke(this, null)!;

    /// <summary>Some of the rows that no trail knows.</summary>
    public async Task<IReadOnlyList<object>> UnadoptedOf<T>() where T : class, IRecord => await UnadoptedRows<T>().ToListAsync<object>();

    /// <summary>The question for them, which an index answers that is empty as a rule.</summary>
    public IQueryable<T> UnadoptedRows<T>() where T : class, IRecord => Set<T>().AsNoTracking().Where(row => row.Revision == 0).OrderBy(row => row.Revision).Take(500);
}
