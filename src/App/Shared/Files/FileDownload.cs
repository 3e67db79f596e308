using Gongkai.App.Access;
using Gongkai.Records;
using Gongkai.Records.Files;
using Gongkai.Records.Organizations;
using Gongkai.Records.Trail;
using Gongkai.Rules.Access;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Shared.Files;

/// <summary>Gives a stored file out, to whoever may see the record that it belongs to, and never as a page of ours.</summary>
public static class FileDownload
{
    /// <summary>Whatever a browser makes of it, it runs nothing and reaches nothing.</summary>
    const string Sandbox = "default-src 'none'; sandbox; frame-ancestors 'none'";

    public const string Path = "/files/{handle}";

    /// <summary>The address of a file in the office.</summary>
    public static string AddressOf(StoredFile file) => $"/office/files/{file.Handle}";

    [Permits(Permission.UseFiles, InDepartment = true)]
    public static async Task<IResult> Get(string handle, Store store, FileStore files, Me me, IEnumerable<OwnedFiles> domains, HttpContext context)
    {
        if (!Handle.TryParse(handle, null, out var known)) return Results.NotFound();
        // Another desk's, another's, in quarantine, erased, never there: one answer.
        if (await store.Files.AsNoTracking().WithHandle(known).SingleOrDefaultAsync() is not { Readable: true } file
            || domains.FirstOrDefault(domain => domain.Kind == file.OwnerKind) is not { } owner
            || file.AgencyId is { } agency && agency != me.Agency && !await store.MayRead(me, Permission.UseFiles, agency)
            || file.Key is not null && !me.May(Permission.OpenPersonalData)
            || !await owner.MayRead(store, me, file)) return Results.NotFound();

        var bytes = files.Read(file);
        // What a merged agency left is opened at its successor's desk, and each look is recorded.
        if (file.AgencyId is { } left && left != me.Agency) await store.Note(me.Does(OrganizationDeeds.InheritedOpened), null, store.Mention(file));
        if (file.Key is not null) await store.Note(me.Does(Quarantine.Opened), null, store.Mention(file));
        return Give(context, bytes, file.MediaType, file.Name);
    }

    /// <summary>Bytes as a file to save: with its Chinese name, in pieces if asked for, sandboxed.</summary>
    public static IResult Give(HttpContext context, byte[] bytes, string mediaType, string name)
    {
        context.Response.Headers.ContentSecurityPolicy = Sandbox;
        return Results.File(bytes, mediaType, name, enableRangeProcessing: true);
    }
}
