using Gongkai.App.Access;
using Gongkai.App.Shared.Files;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Files;
using Gongkai.Records.Requests;
using Gongkai.Records.Requests.Letters;
using Gongkai.Records.Trail;
using Gongkai.Rules.Requests;
using Gongkai.Rules.Requests.Letters;
using Microsoft.EntityFrameworkCore;
using Gongkai.Records.Requests.Redaction;

namespace Gongkai.App.Portal.Requests;

/// <summary>答复查看与下载 (P25): the letters of a case that were served to its applicant, with what is attached; each download is kept as evidence of service.</summary>
public sealed class ServedLetters(CaseDoor door, Store store, FileStore files, Me me, TimeProvider time)
{
    public const string Route = Place.Query + "wj/{handle}";

    /// <summary>A letter with its files: itself first.</summary>
    public sealed record Served(CaseLetter Letter, IReadOnlyList<StoredFile> Files);

    /// <summary>Those of a request, the oldest first. What went to a third party or another agency is not among them.</summary>
    public async Task<IReadOnlyList<Served>> Of(Guid request)
    {
        var letters = (await store.CaseLetters.AsNoTracking().Where(letter => letter.RequestId == request && letter.State == LetterState.Served).OrderBy(letter => letter.ServedOn).ThenBy(letter => letter.Id).ToListAsync())
            .Where(letter => letter.Kind.Facts.To == Addressee.Applicant).ToList();
        // The originals of what is disclosed in part stay in the house, whatever way one came among a letter's files.
        var originals = await store.OriginalsOf(request);
        List<Served> served = [];
        foreach (var letter in letters)
        {
            var own = await store.Files.AsNoTracking().Where(file => file.Id == letter.FileId || file.OwnerKind == CaseLetter.AttachmentKind && file.OwnerId == letter.Id).OrderBy(file => file.Id).ToListAsync();
            served.Add(new(letter, [.. own.Where(file => file.Readable && !originals.Contains(file.Hash)).OrderBy(file => file.Id != letter.FileId)]));
        }
        return served;
    }

    /// <summary>One of these files, to the browser that may see the case; to any other there is none.</summary>
    public static async Task<IResult> Get(string handle, HttpContext context, ServedLetters letters) => await letters.Give(handle, context);

    async Task<IResult> Give(string handle, HttpContext context)
    {
        if (!Handle.TryParse(handle, null, out var known) || await door.Case(context) is not { } request) return Results.NotFound();
        if ((await Of(request.Id)).SelectMany(one => one.Files).FirstOrDefault(file => file.Handle == known) is not { } found) return Results.NotFound();
        var bytes = files.Read(found);
        // If the look cannot be recorded, there is none.
        await store.Note(new(RequestDeeds.Downloaded, me.Hand with { Name = "申请人" }, time.Now, request.AgencyId), null, store.Mention(request), store.Mention(found));
        return FileDownload.Give(context, bytes, found.MediaType, found.Name);
    }
}
