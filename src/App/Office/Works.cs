using Gongkai.App.Access;
using Gongkai.App.Office.Chores;
using Gongkai.App.Office.Departments;
using Gongkai.App.Office.Duties;
using Gongkai.App.Office.Imports;
using Gongkai.App.Office.Jobs;
using Gongkai.App.Office.Outbox;
using Gongkai.App.Office.People;
using Gongkai.Records;
using Gongkai.Records.Trail;
using Gongkai.Rules.Registers;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Gongkai.App.Office.Requests.Letters;

namespace Gongkai.App.Office;

/// <summary>What works in the background: the jobs that people order, the outbox, and the program's own chores. Each is named here.</summary>
public static class Works
{
    public static void AddWorks(this WebApplicationBuilder builder)
    {
        var (services, configuration) = (builder.Services, builder.Configuration);
        services.AddSingleton(Node.Mine);
        services.AddSingleton<Func<Store>>(() => StoreChoice.Open(Data.Connection(configuration)));
        services.AddSingleton(CheckpointsOf(configuration));
        services.TryAddScoped<Vault>();

        services.AddSingleton<JobBell>();
        services.AddSingleton<JobFolder>();
        services.AddScoped<JobOrders>();
        services.AddSingleton<IJobKind, VerifyTrail>();
        services.AddSingleton<IJobKind, ExportTrail>();
        services.AddSingleton<ImportFiles>();
        services.AddImport<DepartmentImport>();
        services.AddImport<PeopleImport>();
        services.AddImport<DutyImport>();
        services.AddImport<Ledger.LedgerImport>();
        services.AddImport<Catalogue.CatalogueImport>();
        foreach (var kind in Enum.GetValues<RegisterKind>()) services.AddImport(provider => new Registers.RegisterImport(kind, provider.GetRequiredService<IDataProtectionProvider>()));
        services.AddSingleton<Ledger.LedgerExport>();
        services.AddSingleton<IJobKind>(provider => provider.GetRequiredService<Ledger.LedgerExport>());
        services.AddSingleton<Redactions.ReleaseWork>();
        services.AddSingleton<IJobKind>(provider => provider.GetRequiredService<Redactions.ReleaseWork>());
        services.AddSingleton<IJobKind, Search.RebuildSearch>();
        services.AddSingleton<SelfCheck.SelfCheckWork>();
        services.AddSingleton<IJobKind>(provider => provider.GetRequiredService<SelfCheck.SelfCheckWork>());
        services.AddSingleton<JobWorker>();

        services.AddSingleton<IChannel, MailServer>();
        services.AddSingleton<IChannel, SmsHook>();
        services.AddSingleton<Sender>();

        services.AddSingleton<IReminders, TaskReminders>();
        services.AddSingleton<IReminders, Requests.RequestReminders>();
        services.AddSingleton<IReminders, HolidayReminders>();
        services.AddSingleton<IReminders, ReportReminding>();
        services.AddSingleton<IReminders, ReviewReminding>();
        services.AddSingleton<IReminders, Catalogue.ItemReminders>();
        services.AddSingleton<IReminders, Registers.RegisterReminding>();
        services.AddSingleton<IChore, CheckpointEveryHour>();
        services.AddSingleton<IChore, Reminding>();
        services.AddSingleton<IChore, Requests.Letters.Deliveries>();
        services.AddSingleton<IChore, Requests.Letters.OverdueConfirmations>();
        services.AddSingleton<IChore, ScheduledPublication>();
        services.AddSingleton<IChore, RepealsTakingEffect>();
        services.AddSingleton<IChore, EndedSessions>();
        services.AddSingleton<IChore, ForgottenDrafts>();
        services.AddSingleton<IChore, ExpiredRequestDrafts>();
        services.AddSingleton<IChore, OldWork>();
        services.AddSingleton<IChore, QuarantinedFiles>();
        services.AddSingleton<IChore, NamelessFiles>();
        services.AddSingleton<IChore, Search.SearchCare>();
        services.AddSingleton<Caretaker>();
        services.AddScoped<Health.Examination>();

        // A node may serve pages only (Works=false), and leave the work to others. The last to be named is the first to stop.
        if (!configuration.GetValue("Works", true)) return;
        services.AddHostedService<CheckpointAtStop>();
        services.AddHostedService(provider => provider.GetRequiredService<JobWorker>());
        services.AddHostedService(provider => provider.GetRequiredService<Sender>());
        services.AddHostedService(provider => provider.GetRequiredService<Caretaker>());
    }

    /// <summary>A list that is taken in, and the job that does it.</summary>
    static void AddImport<T>(this IServiceCollection services) where T : class, IImport
    {
        services.AddSingleton<T>();
        services.AddSingleton<IImport>(provider => provider.GetRequiredService<T>());
        services.AddSingleton<IJobKind>(provider => new ImportJob(provider.GetRequiredService<T>(), provider.GetRequiredService<ImportFiles>(), provider.GetRequiredService<TimeProvider>()));
    }

    // One of several of the same class.
    static void AddImport(this IServiceCollection services, Func<IServiceProvider, IImport> make)
    {
        var import = new ServiceDescriptor(typeof(IImport), make, ServiceLifetime.Singleton);
        services.Add(import);
        services.AddSingleton<IJobKind>(provider => new ImportJob(make(provider), provider.GetRequiredService<ImportFiles>(), provider.GetRequiredService<TimeProvider>()));
    }

    /// <summary>The folder that <c>Checkpoints</c> names (best on another machine), or <c>checkpoints</c> in the data folder; the key lies with the other keys.</summary>
    public static Checkpoints CheckpointsOf(IConfiguration configuration) => new(CheckpointFolder(configuration), Path.Combine(Data.Folder(configuration), "keys", "checkpoint.pem"));

    public static string CheckpointFolder(IConfiguration configuration) =>
        configuration["Checkpoints"] is { Length: > 0 } given ? given : Path.Combine(Data.Folder(configuration), "checkpoints");
}
