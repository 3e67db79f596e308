using Gongkai.App.Access;
using Gongkai.Documents.Cleaning;
using Gongkai.Documents.Intake;
using Gongkai.Records;
using Gongkai.Records.Backups;
using Gongkai.Records.Files;
using Gongkai.Records.Requests;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Rigs;

/// <summary>The register of requests, held against the receipts that were given out.</summary>
static class Requests
{
    /// <param name="place">The store, which nobody else uses, with its keys and files.</param>
    /// <param name="receipts">The receipt of each request, by what it asked for.</param>
    /// <param name="picture">Whether each brought the picture of its key.</param>
    /// <returns>As <see cref="Books.Read"/> does, but for the audit.</returns>
    public static async Task<Books> Read(StorePlace place, IReadOnlyDictionary<string, Receipt> receipts, bool picture = true)
    {
        await using var store = place.Open();
        await using var parts = Parts(place);
        var protection = parts.GetRequiredService<IDataProtectionProvider>();
        var files = new FileStore(place.Files, App.Files.Keys(protection));
        var rows = await store.Requests.AsNoTracking().Where(request => request.Channel == Rules.Requests.Channel.Internet).ToListAsync();
        // The demo has requests too, of other agencies.
        var agency = await store.Agencies.Where(one => one.Code == "rig").Select(one => one.Id).SingleAsync();
        rows.RemoveAll(row => row.AgencyId != agency);
        var proofs = (await store.Files.AsNoTracking().Where(file => file.OwnerKind == RequestFiles.Proof && file.AgencyId == agency).ToListAsync()).ToLookup(file => file.OwnerId);
        var applicants = (await store.RequestApplicants.AsNoTracking().Select(one => one.RequestId).ToListAsync()).ToLookup(one => one);
        var forms = (await store.SubmittedForms.AsNoTracking().Select(one => one.RequestId).ToListAsync()).ToLookup(one => one);
        var known = rows.ToLookup(row => row.Wanted.Name!);
        var lost = 0;
        if (receipts.Count > 0)
        {
            var marker = await new Marks(store, new(protection, store), new(), TimeProvider.System).Open();
            lost = receipts.Count(one => known[one.Key].FirstOrDefault(row => row.Number == one.Value.Number) is not { } row
                || row.CodeMark != marker.OfCode(row.Number, QueryCode.Read(one.Value.Code)!)
                || picture && (proofs[row.Id].ToList() is not [var proof] || !Holds(files, proof, Pictures.Of(one.Key))));
        }
        var twice = 2 * rows.Count - known.Count - rows.Select(row => row.Number).Distinct().Count() + rows.Count(row => proofs[row.Id].Count() > 1);
        var gaps = rows.GroupBy(row => row.Number[..8]).Sum(day => day.Max(row => int.Parse(row.Number[8..], System.Globalization.CultureInfo.InvariantCulture)) - day.Count());
        // A request that is not whole: without applicant, without the form that it came from, without its picture.
        var faults = rows.Count(row => applicants[row.Id].Count() != 1 || forms[row.Id].Count() != 1 || picture && !proofs[row.Id].Any());
        return new(rows.Count, lost, twice, gaps, faults);
    }

    static bool Holds(FileStore files, StoredFile proof, byte[] picture)
    {
        try
        {
            return files.Read(proof).AsSpan().SequenceEqual(Cleaner.Clean(picture, FileType.Png).Bytes);
        }
        catch (AlteredFileException)
        {
            return false;
        }
    }

    static ServiceProvider Parts(StorePlace place)
    {
        var parts = new ServiceCollection();
        parts.AddDataProtection().SetApplicationName("gongkai").PersistKeysToFileSystem(new(place.Keys)).DisableAutomaticKeyGeneration();
        return parts.BuildServiceProvider();
    }
}
