using Gongkai.App.Shared.Files;
using Gongkai.Documents.Cleaning;
using Gongkai.Documents.Intake;
using Gongkai.Records;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Requests;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Portal.Requests;

/// <summary>What the wizard and the one-page form do alike: agencies to choose from, files to take in, faults to say.</summary>
public sealed class FormDesk(Store store, Uploads uploads)
{
    /// <summary>So many are shown at once; among more one searches.</summary>
    public const int Shown = 12;

    /// <summary>Whether a file could not be taken in for want of room: then the page is not the sender's mistake.</summary>
    public bool IsFull { get; private set; }

    /// <summary>The agencies that a search finds; without one the few that there are, or none where there are many.</summary>
    public async Task<IReadOnlyList<(string Code, string Name)>> Agencies(string? sought, string? chosen)
    {
        var existing = store.Agencies.AsNoTracking().Existing;
        var wanted = sought?.Trim() is { Length: > 0 and <= 100 } text ? text : null;
        var found = await existing.Where(agency => wanted == null || agency.Name.Contains(wanted) || agency.ShortName != null && agency.ShortName.Contains(wanted))
            .OrderBy(agency => agency.Name.Length).ThenBy(agency => agency.Code).Select(agency => new { agency.Code, agency.Name }).Take(Shown + 1).ToListAsync();
        if (wanted is null && found.Count > Shown) found = [];
        if (chosen is not null && found.All(agency => agency.Code != chosen)
            && await existing.WithCode(chosen).Select(agency => new { agency.Code, agency.Name }).SingleOrDefaultAsync() is { } kept) found.Insert(0, kept);
        return [.. found.Select(agency => (agency.Code, agency.Name))];
    }

    public Task<bool> Knows(string? code) => store.Agencies.Existing.AnyAsync(agency => agency.Code == code);

    public Task<string?> NameOf(string? code) => store.Agencies.AsNoTracking().Existing.Where(agency => agency.Code == code).Select(agency => agency.Name).SingleOrDefaultAsync();

    /// <summary>Takes files into a draft; what is refused stands beside its field, and the rest is kept.</summary>
    public async Task TakeUp(Draft draft, IReadOnlyList<IFormFile> sent, bool ofAgent, string field, ModelStateDictionary problems)
    {
        foreach (var one in sent)
        {
            if (draft.Content.Files.Count >= DraftFile.Most)
            {
                problems.AddModelError(field, $"最多上传 {DraftFile.Most} 个文件，请删除不需要的再上传。");
                return;
            }
            try
            {
                draft.Content.Files.Add(DraftFile.Of(await uploads.Lay(await Cleaned(one), one.FileName, Allowance.Proof, seal: true), ofAgent));
            }
            catch (RefusedFileException refused)
            {
                problems.AddModelError(field, refused.Message);
            }
            catch (NoRoomException full)
            {
                IsFull = true;
                problems.AddModelError(field, full.Message);
            }
        }
    }

    /// <summary>Says what is wrong with parts of a draft beside their fields.</summary>
    public static void Say(Draft draft, IEnumerable<FormPart> parts, ModelStateDictionary problems)
    {
        foreach (var fault in parts.SelectMany(draft.Faults))
        {
            var field = fault.Field is "Proofs" or "AgentProofs" ? fault.Field : $"Form.{fault.Field}";
            // What is wrong with a file itself says enough.
            if (!problems.TryGetValue(field, out var known) || known.Errors.Count == 0) problems.AddModelError(field, fault.Message);
        }
    }

    // A photograph says where it was taken; nobody needs that here.
    static async Task<byte[]> Cleaned(IFormFile sent)
    {
        var bytes = await Uploads.Bytes(sent);
        var type = FileGate.Examine(bytes, sent.FileName, Allowance.Proof).Type;
        return type is FileType.Jpeg or FileType.Png ? Cleaner.Clean(bytes, type).Bytes : bytes;
    }
}
