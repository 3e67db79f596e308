using Gongkai.App.Access;
using Gongkai.App.Office;
using Gongkai.App.Office.Notices;
using Gongkai.App.Portal;
using Gongkai.App.Portal.Disclosure;
using Gongkai.App.Portal.Requests;
using Gongkai.App.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Gongkai.App.Office.Requests.Letters;

namespace Gongkai.App;

/// <summary>The faces that we show. One program; each deployment opens those that its network may see, and a closed one has no routes at all.</summary>
public static class Surfaces
{
    /// <summary>Which surface a route belongs to; the list of all routes names it.</summary>
    public sealed record Mark(string Surface);

    public const string Portal = "Portal";
    public const string Office = "Office";

    // What every surface leans on: error pages, the health of the process.
    const string Shared = "Shared";

    public static IServiceCollection AddSurfaces(this IServiceCollection services, IConfiguration configuration)
    {
        var open = Open(configuration);
        services.AddRazorPages(pages =>
        {
            pages.RootDirectory = "/";
            pages.Conventions.AddFolderRouteModelConvention("/", page => Place(page, open));
            pages.Conventions.AddFolderApplicationModelConvention("/Office", page =>
            {
                page.Filters.Add(new ServiceFilterAttribute<DeskName.Filter>());
                page.Filters.Add(new ServiceFilterAttribute<Unread.Filter>());
                page.Filters.Add(new ServiceFilterAttribute<MenuCounts.Filter>());
                page.Filters.Add(new ServiceFilterAttribute<Drafting>());
                page.Filters.Add(new ServiceFilterAttribute<Once>());
            });
        }).AddMvcOptions(ChineseMessages.Apply).AddMvcOptions(mvc => mvc.ModelBinderProviders.Insert(0, new TypedBinder.Provider()));
        services.AddScoped<DeskName.Filter>();
        services.AddScoped<Unread.Filter>();
        services.AddScoped<MenuCounts.Filter>();
        services.AddOffice();
        services.AddRequests(configuration);
        services.AddScoped<global::Gongkai.App.Portal.Search.SearchDesk>();
        services.AddDisclosure();
        services.AddScoped<Desk>();
        services.AddScoped<GettingStarted>();
        services.AddScoped<IDeskEntries, TaskEntries>();
        services.AddScoped<IDeskEntries, global::Gongkai.App.Office.Reports.ReportEntries>();
        services.AddScoped<IDeskEntries, global::Gongkai.App.Office.Reviews.ReviewEntries>();
        services.AddSingleton<global::Gongkai.App.Office.Cleanup.CleanupTerms>();
        services.AddScoped<IDeskEntries, global::Gongkai.App.Office.Catalogue.DisclosureEntries>();
        services.AddScoped<IDeskEntries, global::Gongkai.App.Office.Registers.RegisterEntries>();
        services.AddScoped<Office.Reports.Drafting>();
        services.AddSingleton(global::Gongkai.App.Office.Reports.Import.Originals);
        services.AddScoped<global::Gongkai.App.Office.Requests.RequestDesk>();
        services.AddScoped<global::Gongkai.App.Office.Requests.Letters.LetterPaper>();
        services.AddScoped<global::Gongkai.App.Office.Requests.Responsible>();
        services.AddScoped<IDeskEntries, global::Gongkai.App.Office.Requests.RequestEntries>();
        foreach (var owned in global::Gongkai.App.Office.Requests.RequestSight.Owned) services.AddSingleton(owned);
        services.AddScoped<global::Gongkai.App.Office.Items.ItemDesk>();
        services.AddScoped<global::Gongkai.App.Office.Items.GateDesk>();
        services.AddScoped<global::Gongkai.App.Office.Items.Attachments>();
        services.AddScoped<IDeskEntries, global::Gongkai.App.Office.Items.ItemEntries>();
        foreach (var owned in global::Gongkai.App.Office.Items.ItemDesk.Owned) services.AddSingleton(owned);
        services.AddScoped<global::Gongkai.App.Office.Channels.ChannelDesk>();
        services.AddSingleton<global::Gongkai.App.Office.Channels.InspectionTerms>();
        foreach (var owned in global::Gongkai.App.Office.Channels.ChannelDesk.Owned) services.AddSingleton(owned);
        foreach (var owned in RecordFiles.Owned) services.AddSingleton(owned);
        services.AddRazorComponents();
        return services;
    }

    public static void MapSurfaces(this WebApplication app)
    {
        app.MapRazorPages();
        app.MapGet("/healthz", () => Results.Text("ok")).AllowAnonymous().WithMetadata(new Mark(Shared));
        app.MapGroup("/health").AllowAnonymous().WithMetadata(new Mark(Shared)).MapHealth();
        if (Open(app.Configuration).Contains(Portal)) app.MapGroup("").WithMetadata(new Mark(Portal)).MapPortal();
        if (Open(app.Configuration).Contains(Office)) app.MapGroup("/office").WithMetadata(new Mark(Office)).MapOffice();
    }

    public static bool IsOpen(IConfiguration configuration, string surface) => Open(configuration).Contains(surface);

    static string[] Open(IConfiguration configuration) => configuration.GetSection("Surfaces").Get<string[]>() ?? [Portal, Office];

    static void Place(PageRouteModel page, string[] open)
    {
        var surface = page.ViewEnginePath.Split('/')[1];
        if (surface != Shared && !open.Contains(surface)) page.Selectors.Clear();
        foreach (var selector in page.Selectors) selector.EndpointMetadata.Add(new Mark(surface));
    }
}
