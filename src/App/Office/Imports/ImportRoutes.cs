using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Rules.Access;

namespace Gongkai.App.Office.Imports;

/// <summary>The templates of what can be imported.</summary>
static class ImportRoutes
{
    public static void MapImports(this IEndpointRouteBuilder office) =>
        office.MapGet("/import/{kind}/template.xlsx", Template).RequireAuthorization(new PermitsAttribute(Permission.UseOffice));

    static async Task Template(string kind, HttpContext context, IEnumerable<IImport> imports, Me me)
    {
        if (imports.SingleOrDefault(one => one.Code == kind) is not { } import || !me.May(import.Permission)) context.Response.StatusCode = StatusCodes.Status404NotFound;
        else await context.Response.Send(ImportTable.TemplateOf(import), SheetFormat.Xlsx, $"{kind}-template");
    }
}
