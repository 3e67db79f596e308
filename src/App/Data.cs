using Gongkai.App.Access;
using Gongkai.App.Access.Accounts;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Backups;
using Gongkai.Records.Demo;
using Gongkai.Records.Files;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App;

/// <summary>Where the store stands, and that what is saved in it is seen at once.</summary>
public static class Data
{
    public static void AddStore(this WebApplicationBuilder builder)
    {
        builder.Services.AddStore(Connection(builder.Configuration));
        builder.Services.AddSingleton<Editions>();
        builder.Services.AddSingleton<EditionShelf>();
        builder.Services.AddSingleton<TurnsEdition>();
        builder.Services.AddHostedService<HearsEditions>();
        builder.Services.ConfigureDbContext<SqliteStore>((services, options) => options.AddInterceptors(services.GetRequiredService<TurnsEdition>()));
        builder.Services.ConfigureDbContext<PostgresStore>((services, options) => options.AddInterceptors(services.GetRequiredService<TurnsEdition>()));
    }

    /// <summary><c>ConnectionStrings:Store</c>, or the file <c>gongkai.db</c> in the directory that <c>Data</c> names.</summary>
    public static string Connection(IConfiguration configuration) => configuration.GetConnectionString("Store") is { Length: > 0 } given
        ? given
        : $"Data Source={Path.Combine(Folder(configuration), "gongkai.db")}";

    /// <summary>The folder that <c>Data</c> names: of the SQLite file, the files and the keys.</summary>
    public static string Folder(IConfiguration configuration) => configuration["Data"] ?? "data";

    /// <summary>The database and the folder of the files and keys.</summary>
    public static StorePlace Place(IConfiguration configuration) => new(Connection(configuration), Folder(configuration), configuration["Files"] is { Length: > 0 } files ? files : null);

    /// <summary>Brings the store to the newest shape, and shows the demo bureau on a first start.</summary>
    public static async Task OpenStore(this WebApplication app, bool empty)
    {
        // From here on the time of sessions is counted.
        app.Services.GetRequiredService<SteadyTime>();
        await using var scope = app.Services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<Store>();
        store.Prepare();
        var now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        await store.Adopt(new(Deed.Adopted, Hand.Program, now));
        // The demo keeps out of a store in which a real agency stands.
        var invented = DemoAgency.All.Select(agency => agency.Code).ToArray();
        var demo = !empty && app.Configuration.GetValue("Demo", true) && !await store.Agencies.AnyAsync(agency => !invented.Contains(agency.Code));
        if (demo) Demo.Seed(store, now, seal: scope.ServiceProvider.GetRequiredService<Vault>().Seal, register: app.Configuration.GetValue("Demo:Register", true),
            registers: app.Configuration.GetValue("DemoRegisters", app.Configuration.GetValue("Demo:Register", true)), files: scope.ServiceProvider.GetRequiredService<FileStore>());
        await scope.ServiceProvider.GetRequiredService<FirstStart>().Say(demo, Console.Out);
    }
}
