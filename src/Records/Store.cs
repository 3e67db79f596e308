using Gongkai.Records.Accounts;
using Gongkai.Records.AnnualReports;
using Gongkai.Records.Calendars;
using Gongkai.Records.Disclosure;
using Gongkai.Records.Disclosure.Channels;
using Gongkai.Records.Drafts;
using Gongkai.Records.Files;
using Gongkai.Records.Jobs;
using Gongkai.Records.Notices;
using Gongkai.Records.Numbers;
using Gongkai.Records.Organizations;
using Gongkai.Records.Registers;
using Gongkai.Records.Requests;
using Gongkai.Records.Requests.Redaction;
using Gongkai.Records.Requests.Letters;
using Gongkai.Records.Reviews;
using Gongkai.Records.Search;
using Gongkai.Records.Templates;
using Gongkai.Records.Trail;
using Gongkai.Records.Views;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Gongkai.Records;

/// <summary>Everything we remember: one store, SQLite when small, PostgreSQL when large.</summary>
public abstract partial class Store(DbContextOptions options) : DbContext(options)
{
    public DbSet<Agency> Agencies => Set<Agency>();
    public DbSet<Placement> Placements => Set<Placement>();
    public DbSet<Department> Departments => Set<Department>();
    public DbSet<Person> People => Set<Person>();
    public DbSet<Post> Posts => Set<Post>();
    public DbSet<LeadingGroup> LeadingGroups => Set<LeadingGroup>();
    public DbSet<GroupMember> GroupMembers => Set<GroupMember>();
    public DbSet<Duty> Duties => Set<Duty>();
    public DbSet<DutyAssignment> DutyAssignments => Set<DutyAssignment>();
    public DbSet<Meeting> Meetings => Set<Meeting>();
    public DbSet<Attendance> Attendances => Set<Attendance>();
    public DbSet<WorkTask> Tasks => Set<WorkTask>();
    public DbSet<TaskStep> TaskSteps => Set<TaskStep>();
    public DbSet<StandIn> StandIns => Set<StandIn>();
    public DbSet<InformationRequest> Requests => Set<InformationRequest>();
    public DbSet<RequestApplicant> RequestApplicants => Set<RequestApplicant>();
    public DbSet<CasePage> CasePages => Set<CasePage>();
    public DbSet<RequestDraft> RequestDrafts => Set<RequestDraft>();
    public DbSet<SubmittedForm> SubmittedForms => Set<SubmittedForm>();
    public DbSet<RequestRating> RequestRatings => Set<RequestRating>();
    public DbSet<DisclosureSuggestion> Suggestions => Set<DisclosureSuggestion>();
    public DbSet<RemedyCase> Reviews => Set<RemedyCase>();
    public DbSet<RemedyStep> ReviewSteps => Set<RemedyStep>();
    public DbSet<LedgerAnswer> LedgerAnswers => Set<LedgerAnswer>();
    public DbSet<RequestConvention> RequestConventions => Set<RequestConvention>();
    public DbSet<ReviewConvention> ReviewConventions => Set<ReviewConvention>();
    public DbSet<FrozenCount> FrozenCounts => Set<FrozenCount>();
    public DbSet<CaseLetter> CaseLetters => Set<CaseLetter>();
    public DbSet<LetterOpinion> LetterOpinions => Set<LetterOpinion>();
    public DbSet<LetterVersion> LetterVersions => Set<LetterVersion>();
    public DbSet<CaseNotice> CaseNotices => Set<CaseNotice>();
    public DbSet<RequestSetting> RequestSettings => Set<RequestSetting>();
    public DbSet<CaseSearch> CaseSearches => Set<CaseSearch>();
    public DbSet<CaseRedaction> CaseRedactions => Set<CaseRedaction>();
    public DbSet<RedactedPlace> RedactedPlaces => Set<RedactedPlace>();
    public DbSet<CaseRelease> CaseReleases => Set<CaseRelease>();
    public DbSet<DisclosureColumn> Columns => Set<DisclosureColumn>();
    public DbSet<CatalogueEntry> CatalogueEntries => Set<CatalogueEntry>();
    public DbSet<CatalogueVersion> CatalogueVersions => Set<CatalogueVersion>();
    public DbSet<GuideVersion> GuideVersions => Set<GuideVersion>();
    public DbSet<InformationItem> Items => Set<InformationItem>();
    public DbSet<ItemText> ItemTexts => Set<ItemText>();
    public DbSet<ItemAttachment> ItemAttachments => Set<ItemAttachment>();
    public DbSet<ItemVersion> ItemVersions => Set<ItemVersion>();
    public DbSet<ItemOpinion> ItemOpinions => Set<ItemOpinion>();
    public DbSet<ItemFinding> ItemFindings => Set<ItemFinding>();
    public DbSet<ItemRelation> ItemRelations => Set<ItemRelation>();
    public DbSet<ItemPublication> ItemPublications => Set<ItemPublication>();
    public DbSet<SearchSynonym> SearchSynonyms => Set<SearchSynonym>();
    public DbSet<SearchedFile> SearchedFiles => Set<SearchedFile>();
    public DbSet<HandoverBatch> HandoverBatches => Set<HandoverBatch>();
    public DbSet<HandoverEntry> HandoverEntries => Set<HandoverEntry>();
    public DbSet<Draft> Drafts => Set<Draft>();
    public DbSet<SentForm> SentForms => Set<SentForm>();
    public DbSet<AnnualReport> AnnualReports => Set<AnnualReport>();
    public DbSet<ReportDraft> ReportDrafts => Set<ReportDraft>();
    public DbSet<ReportCell> ReportCells => Set<ReportCell>();
    public DbSet<ReportText> ReportTexts => Set<ReportText>();
    public DbSet<FindingNote> FindingNotes => Set<FindingNote>();
    public DbSet<ReportSubmission> ReportSubmissions => Set<ReportSubmission>();
    public DbSet<ReportTerm> ReportTerms => Set<ReportTerm>();
    public DbSet<ReportImport> ReportImports => Set<ReportImport>();
    public DbSet<Account> Accounts => Set<Account>();
    public DbSet<Grant> Grants => Set<Grant>();
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<NumberSeries> NumberSeries => Set<NumberSeries>();
    public DbSet<TakenNumber> TakenNumbers => Set<TakenNumber>();
    public DbSet<CalendarNotice> CalendarNotices => Set<CalendarNotice>();
    public DbSet<LocalDay> LocalDays => Set<LocalDay>();
    public DbSet<SavedView> SavedViews => Set<SavedView>();
    public DbSet<Job> Jobs => Set<Job>();
    public DbSet<Chore> Chores => Set<Chore>();
    public DbSet<Notice> Notices => Set<Notice>();
    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();
    public DbSet<StoredFile> Files => Set<StoredFile>();
    public DbSet<LetterTemplate> LetterTemplates => Set<LetterTemplate>();
    public DbSet<IssuedLetter> IssuedLetters => Set<IssuedLetter>();
    public DbSet<Passkey> Passkeys => Set<Passkey>();
    public DbSet<OutsideIdentity> OutsideIdentities => Set<OutsideIdentity>();
    public DbSet<Tally> Tallies => Set<Tally>();
    public DbSet<PowerEntry> Powers => Set<PowerEntry>();
    public DbSet<LicenceDecision> Licences => Set<LicenceDecision>();
    public DbSet<PenaltyDecision> Penalties => Set<PenaltyDecision>();
    public DbSet<CoercionDecision> Coercions => Set<CoercionDecision>();
    public DbSet<ServiceDecision> Services => Set<ServiceDecision>();
    public DbSet<FeeEntry> Fees => Set<FeeEntry>();
    public DbSet<FeeReceipt> Receipts => Set<FeeReceipt>();
    public DbSet<ProcurementProject> Procurements => Set<ProcurementProject>();
    public DbSet<ProcurementContract> Contracts => Set<ProcurementContract>();
    public DbSet<NormativeDocument> Normatives => Set<NormativeDocument>();
    public DbSet<DisclosureBatch> DisclosureBatches => Set<DisclosureBatch>();
    public DbSet<BatchOpinion> BatchOpinions => Set<BatchOpinion>();
    public DbSet<RegisterSetting> RegisterSettings => Set<RegisterSetting>();
    public DbSet<SetupCode> SetupCodes => Set<SetupCode>();
    public DbSet<TrailEntry> Trail => Set<TrailEntry>();

    /// <summary>Brings the store to the newest shape, and makes it where there is none. Several processes may do so at once: one works, the others wait.</summary>
    public void Prepare() => Alone(Migrate);

    /// <summary>Does something that no other process may do to this store at the same time.</summary>
    public abstract void Alone(Action work);

    /// <summary>The tables that the database itself keeps from being changed. An owner of the database can lift that; then the chain tells.</summary>
    private protected static IReadOnlyList<string> AppendOnly { get; } = ["trail_entries", "trail_changes", "trail_mentions"];

    /// <summary>Says which revision of a record someone had before their eyes when they changed it.</summary>
    /// <remarks>If it is no longer the newest, saving throws <see cref="DbUpdateConcurrencyException"/>.</remarks>
    public void Expect(IRecord record, int revision) => Entry(record).Property(nameof(IRecord.Revision)).OriginalValue = revision;

    /// <summary>Counts a record's revision up though no column of it moves: something beside it changed, and whoever looked at an older page is told.</summary>
    public void Touch(IRecord record)
    {
        if (Entry(record) is { State: EntityState.Unchanged } entry) entry.Property(nameof(IRecord.Revision)).IsModified = true;
    }

    /// <summary>Brings the store to the newest shape; the caller is alone.</summary>
    /// <exception cref="UnusableStoreException">A newer program has been here.</exception>
    protected virtual void Migrate()
    {
        List<string> applied = [.. Database.GetAppliedMigrations()], known = [.. Database.GetMigrations()];
        if (applied.Except(known).LastOrDefault() is { } unknown)
            throw new UnusableStoreException($"数据库已由更新版本的程序升级（{unknown}），请改用那个版本的程序，或恢复升级前的备份。");
        // Where nothing is to be done, the framework would still compare the whole model first, at every start; a test does that.
        if (known.Except(applied).Any()) Database.Migrate();
    }

    // A file that another process has locked: ERROR_SHARING_VIOLATION on Windows, EAGAIN on Linux, on macOS. A full or read-only disk is something else.
    internal static bool IsHeld(IOException refusal) => (refusal.HResult & 0xFFFF) is 32 or 11 or 35;

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(Store).Assembly);
        foreach (var table in modelBuilder.Model.GetEntityTypes().Where(table => table.IsTrailed()))
            modelBuilder.Entity(table.ClrType, record =>
            {
                record.Property(nameof(IRecord.Id)).ValueGeneratedNever();
                record.Property(nameof(IRecord.Revision)).IsConcurrencyToken();
                // Empty but for rows that an older program wrote: Adopt asks for them at every start, and must not read the whole table for it.
                record.HasIndex(nameof(IRecord.Revision)).HasFilter("\"Revision\" = 0");
            });
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Handle>().HaveConversion<HandleText>().HaveMaxLength(Handle.Length);
        configurationBuilder.Properties<Sealed>().HaveConversion<SealedText>();
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTime>();
    }

    sealed class HandleText() : ValueConverter<Handle, string>(handle => handle.ToString(), text => Handle.Parse(text, null));

    sealed class SealedText() : ValueConverter<Sealed, string>(value => value.Cipher, cipher => new(cipher));

    // In UTC, to the microsecond: SQLite compares times as text, and PostgreSQL keeps nothing finer.
    sealed class UtcTime() : ValueConverter<DateTimeOffset, DateTime>(
        time => new DateTime(time.UtcTicks - time.UtcTicks % TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc),
        time => new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc)));
}

/// <summary>A store that this program must not touch. The message is one Chinese sentence that says what to do.</summary>
public sealed class UnusableStoreException(string message) : Exception(message);
