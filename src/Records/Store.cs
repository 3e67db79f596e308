using Gongkai.Records.AnnualReports;
using Gongkai.Records.Organizations;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records;

/// <summary>Everything we remember: one store, SQLite when small, PostgreSQL when large.</summary>
public abstract class Store(DbContextOptions options) : DbContext(options)
{
    public DbSet<Agency> Agencies => Set<Agency>();
    public DbSet<AnnualReport> AnnualReports => Set<AnnualReport>();

    /// <summary>Brings the store to the newest shape, and makes it where there is none. Several processes may do so at once: one works, the others wait.</summary>
    public void Prepare() => Alone(Migrate);

    /// <summary>Does something that no other process may do to this store at the same time.</summary>
    public abstract void Alone(Action work);

    /// <summary>Brings the store to the newest shape; the caller is alone.</summary>
    /// <exception cref="UnusableStoreException">A newer program has been here.</exception>
    protected virtual void Migrate()
    {
        if (Database.GetAppliedMigrations().Except(Database.GetMigrations()).LastOrDefault() is { } unknown)
            throw new UnusableStoreException($"数据库已由更新版本的程序升级（{unknown}），请改用那个版本的程序，或恢复升级前的备份。");
        Database.Migrate();
    }

    // A file that another process has locked: ERROR_SHARING_VIOLATION on Windows, EAGAIN on Linux, on macOS. A full or read-only disk is something else.
    internal static bool IsHeld(IOException refusal) => (refusal.HResult & 0xFFFF) is 32 or 11 or 35;

    /// <summary>Saves. A commit once begun is never cancelled: whether a cancelled one happened, nobody could tell the applicant.</summary>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, CancellationToken.None);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(Store).Assembly);
}

/// <summary>A store that this program must not touch. The message is one Chinese sentence that says what to do.</summary>
public sealed class UnusableStoreException(string message) : Exception(message);
