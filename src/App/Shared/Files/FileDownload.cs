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

    /// <summary>Where a sealed file is looked at: there one says what for.</summary>
    public static string LookAt(StoredFile file) => $"/office/proofs/{file.Handle}";

    [Permits(Permission.UseFiles, InDepartment = true)]
    public static async Task<IResult> Get(string handle, Store store, FileStore files, Me me, IEnumerable<OwnedFiles> domains, HttpContext context)
    {
        if (await Find(handle, store, me, domains) is not { } file) return Results.NotFound();
        if (file.Key is not null) return Results.Redirect(context.Request.PathBase + LookAt(file));
        var bytes = files.Read(file);
        await Inherited(file, store, me);
        return Give(context, bytes, file.MediaType, file.Name);
    }

    /// <summary>The file, if this person may read it. Another desk's, another's, in quarantine, erased, never there: one answer.</summary>
    public static async Task<StoredFile?> Find(string handle, Store store, Me me, IEnumerable<OwnedFiles> domains) =>
        !Handle.TryParse(handle, null, out var known)
            || await store.Files.AsNoTracking().WithHandle(known).SingleOrDefaultAsync() is not { Readable: true } file
            || domains.FirstOrDefault(domain => domain.Kind == file.OwnerKind) is not { } owner
            || file.AgencyId is { } agency && agency != me.Agency && !await store.MayRead(me, Permission.UseFiles, agency)
            || file.Key is not null && !me.MaySomewhere(Permission.OpenPersonalData)
            || !await owner.MayRead(store, me, file) ? null : file;

    /// <summary>What a merged agency left is opened at its successor's desk, and each look is recorded.</summary>
    public static async Task Inherited(StoredFile file, Store store, Me me)
    {
        if (file.AgencyId is { } left && left != me.Agency) await store.Note(me.Does(OrganizationDeeds.InheritedOpened), null, store.Mention(file));
    }

    /// <summary>Bytes as a file to save: with its Chinese name, in pieces if asked for, sandboxed.</summary>
    public static IResult Give(HttpContext context, byte[] bytes, string mediaType, string name)
    {
        Shut(context);
        return Results.File(bytes, mediaType, name, enableRangeProcessing: true);
    }

    /// <summary>Shuts what is given out in a sandbox.</summary>
    public static void Shut(HttpContext context) => context.Response.Headers.ContentSecurityPolicy = Sandbox;
}
