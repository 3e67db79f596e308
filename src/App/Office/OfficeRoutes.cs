using Gongkai.App.Office.Views;
using Gongkai.Records.AnnualReports;
using Gongkai.Records.Calendars;
using Gongkai.Records.Disclosure;
using Gongkai.Records.Registers;
using Gongkai.Records.Requests;
using Gongkai.Records.Reviews;
using Gongkai.App.Access;
using Gongkai.App.Access.SignOn;
using Gongkai.App.Office.Imports;
using Gongkai.App.Office.Items;
using Gongkai.App.Office.Jobs;
using Gongkai.App.Office.Redactions;
using Gongkai.App.Office.Trail;
using Gongkai.App.Shared.Files;
using Microsoft.AspNetCore.Authentication;

namespace Gongkai.App.Office;

/// <summary>The office's addresses that are not pages: files, exports, the way out.</summary>
public static class OfficeRoutes
{
    /// <summary>What the pages of the office ask for.</summary>
    public static void AddOffice(this IServiceCollection services)
    {
        services.AddScoped<ViewsOf>();
        services.AddScoped<Trail.TrailOrders>();
        services.AddSingleton<Redactions.DrawingRoom>();
        services.AddScoped<Redactions.RedactionDesk>();
        services.AddScoped<Trail.RowNames>();
        services.AddSingleton<IDeadlines, ReportDeadlines>();
        services.AddSingleton<IDeadlines, TaskDeadlines>();
        services.AddSingleton<IDeadlines, RequestDeadlines>();
        services.AddSingleton<IDeadlines, ReviewDeadlines>();
        services.AddSingleton<IDeadlines, ItemDeadlines>();
        services.AddSingleton<IDeadlines, RegisterDeadlines>();
        services.AddScoped<Registers.RegisterDesk>();
    }

    public static void MapOffice(this IEndpointRouteBuilder office)
    {
        office.MapGroup("/jobs").MapJobs();
        office.MapMethods(FileDownload.Path, [HttpMethods.Get, HttpMethods.Head], FileDownload.Get);
        office.MapGet(Templates.TemplateFiles.Template, Templates.TemplateFiles.Get);
        office.MapGet(Templates.TemplateFiles.Sample, Templates.TemplateFiles.GetSample);
        office.MapGroup("/items").MapItems();
        office.MapImports();
        office.MapGroup("/redactions").MapRedactions();
        office.MapDrafts();
        if (office.ServiceProvider.GetRequiredService<SingleSignOn>().Provider is not null)
        {
            office.MapGet("/signin/outside", (HttpContext context, SingleSignOn signOn, string? to) => signOn.Begin(context, to)).AllowAnonymous();
            office.MapGet("/signin/outside/end", (HttpContext context, SingleSignOn signOn) => signOn.End(context)).AllowAnonymous();
        }
        office.MapTrailGuard();
        office.MapGet("/reports/{handle}/package.zip", Reports.Package.Get);
    }
}
