using Gongkai.App.Access;
using Gongkai.Documents.Templates;

namespace Gongkai.App.Portal.Requests;

/// <summary>What the public's side of requests is made of, and its addresses that are not pages.</summary>
static class RequestParts
{
    public static void AddRequests(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(configuration.GetSection("Requests").Get<RequestSettings>() ?? new());
        services.AddScoped<Drafts>();
        services.AddScoped<FormDesk>();
        services.AddScoped<Filing>();
        services.AddScoped<Puzzle>();
        services.AddScoped<CaseDoor>();
        services.AddScoped<CodeReset>();
        services.AddSingleton<CodeMails>();
        services.AddHostedService(provider => provider.GetRequiredService<CodeMails>());
        services.AddScoped<ServedLetters>();
    }

    public static void MapRequests(this IEndpointRouteBuilder portal)
    {
        portal.MapMethods(Place.Path + "bg.docx", [HttpMethods.Get, HttpMethods.Head], () => Results.File(BlankApplication.Docx,
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "政府信息公开申请表.docx")).WithMetadata(new PublishedAttribute());
        portal.MapGet(ServedLetters.Route, ServedLetters.Get).AllowAnonymous();
    }
}
