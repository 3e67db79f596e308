using Gongkai.Documents.Redaction;
using Gongkai.Records;
using Gongkai.Records.Files;
using Gongkai.Records.Requests;
using Gongkai.Records.Requests.Redaction;
using Gongkai.Records.Requests.Letters;
using Gongkai.Rules;
using Gongkai.Rules.Requests;
using Gongkai.Rules.Requests.Letters;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Redactions;

/// <summary>What stands between a letter and its addressee where a file is disclosed in part: never the original, and only what was searched and is of the marks as they stand.</summary>
public static class ReleaseGate
{
    extension(Store store)
    {
        /// <summary>Why a letter may not be handed in, approved, issued or served with the files that go with it.</summary>
        public async Task<Impediment?> ToEnclosing(CaseLetter letter)
        {
            var originals = await store.OriginalsOf(letter.RequestId);
            var goes = await store.Files.AsNoTracking().Where(file => file.ErasedAt == null && (file.Id == letter.FileId || file.OwnerKind == CaseLetter.AttachmentKind && file.OwnerId == letter.Id)).ToListAsync();
            if (goes.Find(file => originals.Contains(file.Hash)) is { } original) return new($"“{original.Name}”是正在区分处理的原件，不能随文书送出；请取下，改附公开版。");

            foreach (var state in await store.RedactionsOf(letter.RequestId))
            {
                var enclosed = await store.CaseReleases.AsNoTracking().Where(release => release.RedactionId == state.Redaction.Id && release.LetterId == letter.Id).ToListAsync();
                if (enclosed is [] && letter.Kind is not RequestLetter.PartlyGranted) continue;
                if (enclosed.FirstOrDefault(release => release.Id == state.Last?.Id) is null)
                    return new(enclosed is [] ? $"“{state.Source.Name}”的区分处理还没有附上公开版，请先生成公开版并附到这份文书；不再使用的，请停止处理。" : Stale(state));
                if (!await store.IsCertified(state)) return new(Stale(state));
                // 第三十七条: what is not given is explained, ground by ground.
                var silent = (await store.PlacesOf(state.Redaction.Id)).Select(place => (RedactionGround?)place.Ground).FirstOrDefault(ground => letter.Says.Withheld.All(part => part.Ground != ground!.Value.Outcome));
                if (silent is { } ground) return new($"遮盖清单里有“{ground.Name}”，文书的不予公开部分没有写“{ground.Outcome.Name}”，请补上。");
            }
            return null;
        }

        /// <summary>Whether what was made last is of the marks as they stand, by its certificate too, and not only by the count of changes.</summary>
        public async Task<bool> IsCertified(RedactionState state) =>
            state.IsReady && LeakCertificate.OfJson(state.Last!.Certificate) is { IsClean: true } certificate
            && certificate.Source == state.Source.Hash && certificate.Released == state.Released!.Hash
            && certificate.Plan == RedactionDesk.Plan(state.Redaction, await store.PlacesOf(state.Redaction.Id)).Hash;
    }

    static string Stale(RedactionState state) => $"“{state.Source.Name}”的遮盖或者原件在生成公开版以后改过，附上的公开版已经过期；请重新生成并附上。";
}
