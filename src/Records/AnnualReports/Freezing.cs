using System.Buffers.Binary;
using System.Security.Cryptography;
using Gongkai.Records.Registers;
using Gongkai.Records.Reviews;
using Gongkai.Rules.AnnualReports;
using Gongkai.Rules.Reviews;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.AnnualReports;

/// <summary>Keeps what was counted when a report is signed, and tells afterwards what has moved.</summary>
public static class Freezing
{
    extension(Store store)
    {
        /// <summary>Keeps which case stands in which cell now; inside <see cref="Store.Write"/>.</summary>
        public async Task Freeze(ReportDraft draft, DateTimeOffset at)
        {
            Dictionary<Guid, long> amounts = [];
            var places = await store.PlacesOf(draft.AgencyId, draft.Year, amounts);
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            List<byte[]> parts = [];
            foreach (var some in places.OrderBy(place => place.Key).Chunk(FrozenCases.AtOnce))
            {
                var content = new byte[some.Length * FrozenCases.Width];
                for (var at0 = 0; at0 < some.Length; at0++)
                {
                    var one = content.AsSpan(at0 * FrozenCases.Width, FrozenCases.Width);
                    some[at0].Key.TryWriteBytes(one, bigEndian: true, out _);
                    (one[16], one[17]) = (some[at0].Value.What, some[at0].Value.Became);
                }
                hash.AppendData(content);
                parts.Add(content);
            }
            List<byte[]> money = [];
            foreach (var some in amounts.OrderBy(one => one.Key).Chunk(FrozenCases.AtOnce))
            {
                var content = new byte[some.Length * FrozenCases.AmountWidth];
                for (var at0 = 0; at0 < some.Length; at0++)
                {
                    var one = content.AsSpan(at0 * FrozenCases.AmountWidth, FrozenCases.AmountWidth);
                    some[at0].Key.TryWriteBytes(one, bigEndian: true, out _);
                    BinaryPrimitives.WriteInt64BigEndian(one[16..], some[at0].Value);
                }
                hash.AppendData(content);
                money.Add(content);
            }
            var count = new FrozenCount { DraftId = draft.Id, At = at, Cases = places.Count, Digest = Convert.ToHexStringLower(hash.GetHashAndReset()) };
            store.Add(count);
            store.AddRange(parts.Select((content, number) => new FrozenCases { CountId = count.Id, Number = number, Content = content }));
            store.AddRange(money.Select((content, number) => new FrozenCases { CountId = count.Id, Number = FrozenCases.Amounts + number, Content = content }));
        }

        /// <summary>What was counted when the draft was last signed, or <c>null</c> where it was not signed here.</summary>
        /// <exception cref="InvalidDataException">The list is not the one that was signed.</exception>
        public async Task<IReadOnlyDictionary<Guid, FrozenPlace>?> FrozenOf(Guid draft) => (await store.FrozenWithAmountsOf(draft))?.Places;

        /// <summary>The same, and the money that stood in the rows of table 2, in 分.</summary>
        /// <exception cref="InvalidDataException">The list is not the one that was signed.</exception>
        public async Task<(IReadOnlyDictionary<Guid, FrozenPlace> Places, IReadOnlyDictionary<Guid, long> Amounts)?> FrozenWithAmountsOf(Guid draft)
        {
            Dictionary<Guid, long> amounts = [];
            if (await store.FrozenCounts.AsNoTracking().Where(one => one.DraftId == draft).OrderByDescending(one => one.At).FirstOrDefaultAsync() is not { } count) return null;
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var places = new Dictionary<Guid, FrozenPlace>(count.Cases);
            await foreach (var part in store.Set<FrozenCases>().AsNoTracking().Where(some => some.CountId == count.Id).OrderBy(some => some.Number).AsAsyncEnumerable())
            {
                hash.AppendData(part.Content);
                for (var at = 0; part.Number >= FrozenCases.Amounts && at < part.Content.Length; at += FrozenCases.AmountWidth)
                    amounts[new(part.Content.AsSpan(at, 16), bigEndian: true)] = BinaryPrimitives.ReadInt64BigEndian(part.Content.AsSpan(at + 16, 8));
                for (var at = 0; part.Number < FrozenCases.Amounts && at < part.Content.Length; at += FrozenCases.Width)
                    places[new(part.Content.AsSpan(at, 16), bigEndian: true)] = new(part.Content[at + 16], part.Content[at + 17]);
            }
            return Convert.ToHexStringLower(hash.GetHashAndReset()) == count.Digest ? (places, amounts)
                : throw new InvalidDataException("审签时保存的办理记录清单与审计记录中的校验值不符，清单可能被改动，请联系管理员。");
        }

        /// <summary>What stands elsewhere than it did when the draft was signed; <c>null</c> where nothing was kept.</summary>
        public async Task<IReadOnlyList<MovedCase>?> MovedSince(ReportDraft draft)
        {
            if (await store.FrozenWithAmountsOf(draft.Id) is not var (then, money)) return null;
            Dictionary<Guid, long> amounts = [];
            var now = await store.PlacesOf(draft.AgencyId, draft.Year, amounts);
            return
            [
                .. from one in then
                   let place = now.TryGetValue(one.Key, out var found) ? found : (FrozenPlace?)null
                   where place != one.Value || money.GetValueOrDefault(one.Key) != amounts.GetValueOrDefault(one.Key)
                   select new MovedCase(one.Key, one.Value, place, money.GetValueOrDefault(one.Key), amounts.GetValueOrDefault(one.Key)),
                .. from one in now where !then.ContainsKey(one.Key) select new MovedCase(one.Key, null, one.Value, 0, amounts.GetValueOrDefault(one.Key)),
            ];
        }

        /// <summary>Every request, case and row of a register that a year counts, with its place.</summary>
        /// <param name="amounts">Takes the money of those rows that have some.</param>
        async Task<Dictionary<Guid, FrozenPlace>> PlacesOf(Guid agency, int year, Dictionary<Guid, long> amounts)
        {
            var (agencies, last) = (await store.CountedIn(agency, year), new DateOnly(year, 12, 31));
            Dictionary<Guid, FrozenPlace> places = [];
            if (agencies is []) return places;
            var conventions = await TableConventions.Of(store, agency);
            await foreach (var one in store.RequestsOf(agencies, year).Select(request => new { request.Id, request.Kind, request.ReceivedOn, request.EndedOn, request.Outcome }).AsAsyncEnumerable())
                places[one.Id] = FrozenPlace.Of(CountedRequest.In(year, one.Kind, one.ReceivedOn, one.EndedOn, one.Outcome, conventions.Rows)!.Value);
            await foreach (var one in store.ReviewsOf(agencies, year).Select(one => new { one.Id, one.Kind, one.Result, one.ResultOn }).AsAsyncEnumerable())
                places[one.Id] = FrozenPlace.Of(one.Kind, YearlyReviews.ColumnOf(one.Kind, one.Result, one.ResultOn, last, conventions.Columns));
            var form = ReportForm.For(year);
            foreach (var kind in RegisterPlaces.Registers(form))
                await foreach (var row in RegisterPlaces.Own(store.Register(kind), agencies).Where(row => row.On <= last).AsAsyncEnumerable())
                    if (row.PlaceIn(form, year) is var (line, marks))
                    {
                        places[row.Id] = FrozenPlace.Of(line, marks);
                        if (RegisterPlaces.FenOf(row) is not 0 and var fen) amounts[row.Id] = fen;
                    }
            return places;
        }
    }
}
