using Gongkai.App.Access;

namespace Gongkai.App.Portal.Disclosure;

/// <summary>The description of what machines may ask of the portal (OpenAPI): <c>/sj/jk/openapi.json</c>. An endpoint stands in it that says so.</summary>
static class OpenData
{
    const string Name = "openapi";

    /// <summary>Bears this mark, and stands in the description.</summary>
    sealed record Mark;

    public static void AddOpenData(this IServiceCollection services) => services.AddOpenApi(Name, options =>
    {
        options.ShouldInclude = endpoint => endpoint.ActionDescriptor.EndpointMetadata.OfType<Mark>().Any();
        options.AddDocumentTransformer((document, context, _) =>
        {
            var site = context.ApplicationServices.GetRequiredService<Ui.Site>();
            document.Info = new() { Title = $"{site.Name}政府信息公开接口", Version = "1", Description = "只读，不需要登记。内容与网页同步：公开、更正、撤下的信息同时出现或者消失。时间为北京时间。" };
            document.Servers = [new() { Url = site.Absolute("/").TrimEnd('/') }];
            return Task.CompletedTask;
        });
    });

    public static void MapOpenData(this IEndpointRouteBuilder portal) => portal.MapOpenApi("/sj/jk/{documentName}.json").WithMetadata(new PublishedAttribute());

    /// <summary>Puts an endpoint into the description.</summary>
    /// <param name="says">What it gives.</param>
    public static TBuilder InOpenData<TBuilder>(this TBuilder endpoint, string says) where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new Mark()).WithSummary(says).WithTags("开放数据");
}
