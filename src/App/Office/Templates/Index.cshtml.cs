using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Documents.Templates;
using Gongkai.Records;
using Gongkai.Records.Templates;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Templates;

/// <summary>文书模板: every kind of letter, and the version with which the next one is written.</summary>
[Permits(Permission.ManageSettings)]
public sealed class Index(Store store, Me me) : PageModel, IFramed
{
    public const string Path = "/office/templates";

    /// <param name="Version">None where the program's own is used.</param>
    public sealed record Row(LetterKind Kind, LetterTemplate? Version);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Frame Frame => new("文书模板", new Crumb("文书模板")) { Under = Path };

    public async Task OnGetAsync()
    {
        var current = await store.LetterTemplates.AsNoTracking().OfAgency(me.Agency).Current.ToDictionaryAsync(template => template.Kind);
        Rows = [.. LetterKinds.All.Select(kind => new Row(kind, current.GetValueOrDefault(kind.Code)))];
    }
}
