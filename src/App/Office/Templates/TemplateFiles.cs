using Gongkai.App.Access;
using Gongkai.App.Shared.Files;
using Gongkai.App.Shared.Letters;
using Gongkai.Documents.Intake;
using Gongkai.Documents.Templates;
using Gongkai.Records;
using Gongkai.Records.Templates;
using Gongkai.Rules.Access;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Templates;

/// <summary>Templates as Word files: to change them, and filled with sample values to look at them.</summary>
public static class TemplateFiles
{
    /// <summary><c>which</c> is a version's handle, or <see cref="Supplied"/>.</summary>
    public const string Template = "/templates/{kind}/{which}/template.docx", Sample = "/templates/{kind}/{which}/sample.docx";

    /// <summary>In an address: the one that comes with the program.</summary>
    public const string Supplied = "supplied";

    [Permits(Permission.ManageSettings)]
    public static async Task<IResult> Get(string kind, string which, Store store, LetterDesk desk, Me me, HttpContext context) =>
        LetterKinds.WithCode(kind) is { } known && await Find(known, which, store, desk, me) is { } bytes
            ? FileDownload.Give(context, bytes, FileType.Docx.MediaType, $"{known.Name}模板.docx")
            : Results.NotFound();

    [Permits(Permission.ManageSettings)]
    public static async Task<IResult> GetSample(string kind, string which, Store store, LetterDesk desk, Me me, HttpContext context) =>
        LetterKinds.WithCode(kind) is { } known && await Find(known, which, store, desk, me) is { } bytes
            ? FileDownload.Give(context, Letter.Write(bytes, known.Samples), FileType.Docx.MediaType, $"{known.Name}样例.docx")
            : Results.NotFound();

    static async Task<byte[]?> Find(LetterKind kind, string which, Store store, LetterDesk desk, Me me)
    {
        if (which == Supplied) return DefaultTemplate.Of(kind);
        if (!Handle.TryParse(which, null, out var handle)) return null;
        var version = await store.LetterTemplates.AsNoTracking().OfAgency(me.Agency).OfKind(kind.Code).SingleOrDefaultAsync(one => one.Handle == handle);
        return version is null ? null : await desk.Bytes(version);
    }
}
