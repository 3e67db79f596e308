using Gongkai.Records.Files;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Requests.Redaction;

/// <summary>A file that is disclosed in part, its original, and the newest that was made of it.</summary>
/// <param name="Released">The file of that; <c>null</c> where there is none.</param>
public sealed record RedactionState(CaseRedaction Redaction, StoredFile Source, CaseRelease? Last, StoredFile? Released)
{
    /// <summary>Whether what was made last may go out as it is.</summary>
    public bool IsReady => Last is not null && Last.IsValid(Redaction, Source, Released);
}

/// <summary>The questions that are asked about files disclosed in part.</summary>
public static class RedactionQueries
{
    extension(Store store)
    {
        /// <summary>Those of a case that are worked on, the oldest first.</summary>
        public async Task<IReadOnlyList<RedactionState>> RedactionsOf(Guid request)
        {
            List<RedactionState> states = [];
            foreach (var redaction in await store.CaseRedactions.AsNoTracking().Where(one => one.RequestId == request && one.DroppedAt == null).OrderBy(one => one.BegunAt).ThenBy(one => one.Id).ToListAsync())
                states.Add(await store.StateOf(redaction));
            return states;
        }

        public async Task<RedactionState> StateOf(CaseRedaction redaction)
        {
            var source = await store.Files.AsNoTracking().SingleAsync(file => file.Id == redaction.SourceId);
            var last = await store.CaseReleases.AsNoTracking().Where(release => release.RedactionId == redaction.Id).OrderByDescending(release => release.At).ThenByDescending(release => release.Id).FirstOrDefaultAsync();
            var released = last?.FileId is { } id ? await store.Files.AsNoTracking().SingleAsync(file => file.Id == id) : null;
            return new(redaction, source, last, released);
        }

        /// <summary>The marks of a file, in the order of its pages.</summary>
        public async Task<IReadOnlyList<RedactedPlace>> PlacesOf(Guid redaction) =>
            await store.RedactedPlaces.AsNoTracking().Where(place => place.RedactionId == redaction).OrderBy(place => place.Page).ThenBy(place => place.Top).ThenBy(place => place.Left).ThenBy(place => place.Id).ToListAsync();

        /// <summary>The digests of the originals of a case that are disclosed in part, those among them that others have replaced too: files with these bytes never go out.</summary>
        public async Task<IReadOnlyList<string>> OriginalsOf(Guid request)
        {
            var redactions = store.CaseRedactions.AsNoTracking().Where(one => one.RequestId == request);
            var worked = redactions.Where(one => one.DroppedAt == null).Select(one => one.SourceId);
            var dropped = redactions.Where(one => one.DroppedAt != null).Select(one => one.SourceId);
            // Who drops the work has decided anew about that file.
            return await store.Files.AsNoTracking().Where(file => worked.Contains(file.Id) || file.OwnerKind == RequestPapers.ToRelease && file.OwnerId == request && !dropped.Contains(file.Id)).Select(file => file.Hash).Distinct().ToListAsync();
        }
    }
}
