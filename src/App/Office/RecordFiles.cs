using Gongkai.App.Access;
using Gongkai.App.Shared.Files;
using Gongkai.App.Shared.Letters;
using Gongkai.Documents.Intake;
using Gongkai.Documents.Templates;
using Gongkai.Records;
using Gongkai.Records.Files;
using Gongkai.Records.Numbers;
using Gongkai.Records.Templates;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office;

/// <summary>The files that stand behind the office's records: the leading group's document, minutes, what proves that a task was done, letters.</summary>
static class RecordFiles
{
    public const string Group = "leading-group", Meeting = "meeting", Task = "task";

    /// <summary>Whoever may see the agency's organization may see what stands behind it; a record of another agency is not there.</summary>
    public static IReadOnlyList<OwnedFiles> Owned { get; } =
    [
        new(Group, async (store, me, file) => await store.LeadingGroups.AsNoTracking().SingleOrDefaultAsync(group => group.Id == file.OwnerId) is { } group && await store.MayRead(me, Permission.SeeOrganization, group.AgencyId)),
        new(Meeting, async (store, me, file) => await store.Meetings.AsNoTracking().SingleOrDefaultAsync(meeting => meeting.Id == file.OwnerId) is { } meeting && await store.MayRead(me, Permission.SeeOrganization, meeting.AgencyId)),
        new(Task, (store, me, file) => MayReadTask(store, me, file.OwnerId)),
        new(IssuedLetter.FileKind, MayReadLetter),
    ];

    /// <summary>A letter goes with what it is about.</summary>
    static async Task<bool> MayReadLetter(Store store, Me me, StoredFile file) =>
        await store.IssuedLetters.AsNoTracking().SingleOrDefaultAsync(letter => letter.Id == file.OwnerId) is { } letter
        // The letters of requests are kept with their case, and seen by whoever may see that; here there are none.
        && LetterKinds.WithCode(letter.Kind)?.Request is null
        && (letter.Kind == LetterKinds.TaskOrder.Code ? await MayReadTask(store, me, letter.AboutId)
            : await store.MayRead(me, letter.Kind == LetterKinds.ReportSubmission.Code ? Permission.SeeReports : Permission.SeeOrganization, letter.AgencyId));

    static async Task<bool> MayReadTask(Store store, Me me, Guid id) =>
        await store.Tasks.AsNoTracking().SingleOrDefaultAsync(task => task.Id == id) is { } task
        && (task.AgencyId == me.Agency && task.PersonId is { } holder && holder == me.Person || await store.MayRead(me, Permission.SeeOrganization, task.AgencyId, task.DepartmentId));

    /// <summary>The file that a record names, or <c>null</c>.</summary>
    public static Task<StoredFile?> FileOf(this Store store, Handle? handle) => handle is { } named
        ? store.Files.AsNoTracking().WithHandle(named).SingleOrDefaultAsync()
        : System.Threading.Tasks.Task.FromResult<StoredFile?>(null);

    /// <summary>Takes in the file of a form's field, last of all that is asked; what is wrong stands beside the field.</summary>
    /// <returns>The file; <c>null</c> where none was sent, or none was taken in.</returns>
    public static async Task<StoredFile?> TakeUp(this PageModel page, Uploads uploads, IFormFile? sent, string field, (string Kind, Guid Id) owner)
    {
        if (!page.ModelState.IsValid || sent is null) return null;
        try
        {
            return await uploads.Take(sent, Allowance.Attachment, owner);
        }
        catch (RefusedFileException refused)
        {
            page.ModelState.AddModelError(field, refused.Message);
        }
        catch (NoRoomException full)
        {
            page.ModelState.AddModelError(field, full.Message);
            page.Response.StatusCode = StatusCodes.Status507InsufficientStorage;
        }
        return null;
    }

    /// <summary>Writes a letter for the record of this page; what stands in the way is said on it.</summary>
    public static async Task<bool> Issued(this PageModel page, LetterDesk letters, LetterKind kind, LetterDesk.Matter matter, NumberSeries? series = null)
    {
        if (!page.ModelState.IsValid) return false;
        try
        {
            await letters.Issue(kind, matter, series);
            page.TempData["Done"] = $"已出具{kind.Name}，可以在本页下载。";
            return true;
        }
        catch (RefusedFileException refused)
        {
            page.ModelState.AddModelError("", refused.Message);
        }
        catch (NoRoomException full)
        {
            page.ModelState.AddModelError("", full.Message);
            page.Response.StatusCode = StatusCodes.Status507InsufficientStorage;
        }
        return false;
    }
}
