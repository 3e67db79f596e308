using System.Globalization;
using Gongkai.Rules;
using Gongkai.Rules.Requests;
using Gongkai.Rules.Requests.Letters;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Requests;

/// <summary>A request as a line of the ledger (台账), with its file.</summary>
/// <param name="Number">文号 of the answer.</param>
/// <param name="PostNumber">The number under which the answer was posted.</param>
public sealed record LedgerLine(InformationRequest Request, string? Department, IReadOnlyList<CaseFact> Facts, string? Number, string? PostNumber);

/// <summary>What a ledger says of an answer besides its days: 文号 and 邮寄单号.</summary>
public sealed record LedgerNumbers(string? Number, string? PostNumber);

/// <summary>A request that comes from someone's ledger.</summary>
public sealed record LedgerEntry(string Number, ApplicantKind Kind, Channel Channel, string MaskedName, string Subject, Guid? Department, IReadOnlyList<CaseFact> Facts, LedgerNumbers? Answer = null);

/// <summary>The ledger: read line by line, however long it is, and entered row by row.</summary>
public static class Ledger
{
    const int AtOnce = 500;
    const int LongestName = 500;

    extension(Store store)
    {
        /// <summary>The requests of an agency that were under way in a year, in the order of their numbers.</summary>
        public async IAsyncEnumerable<LedgerLine> LedgerOf(Guid agency, int year)
        {
            var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            var departments = await store.Departments.AsNoTracking().Where(department => department.AgencyId == agency).ToDictionaryAsync(department => department.Id, department => department.Name);
            for (var after = ""; ;)
            {
                var some = await store.Requests.AsNoTracking().OfAgency(agency).Where(request => string.Compare(request.Number, after) > 0 && request.SubmittedOn <= last && (request.EndedOn == null || request.EndedOn >= first))
                    .OrderBy(request => request.Number).Take(AtOnce).ToListAsync();
                if (some is []) yield break;
                var ids = some.Select(request => request.Id).ToList();
                var facts = await store.FactsOf(ids);
                var numbers = await store.AnswerNumbersOf(ids);
                foreach (var request in some)
                    yield return new(request, request.DepartmentId is { } department ? departments.GetValueOrDefault(department) : null, [.. facts[request.Id]],
                        numbers.GetValueOrDefault(request.Id)?.Number, numbers.GetValueOrDefault(request.Id)?.PostNumber);
                after = some[^1].Number;
            }
        }

        /// <summary>The numbers of the answers of some requests: of the letter that was written here, and otherwise as the ledger told them that the request came in with.</summary>
        public async Task<IReadOnlyDictionary<Guid, LedgerNumbers>> AnswerNumbersOf(IReadOnlyCollection<Guid> requests)
        {
            var told = await store.LedgerAnswers.AsNoTracking().Where(one => requests.Contains(one.RequestId)).ToDictionaryAsync(one => one.RequestId, one => new LedgerNumbers(one.Number, one.PostNumber));
            foreach (var letter in await store.CaseLetters.AsNoTracking().Where(letter => requests.Contains(letter.RequestId) && letter.Outcome != null && letter.SignedOn != null && letter.State != LetterState.Void)
                .OrderBy(letter => letter.Id).Select(letter => new { letter.RequestId, letter.Number, letter.PostNumber }).ToListAsync())
                told[letter.RequestId] = new(letter.Number, letter.PostNumber);
            return told;
        }

        /// <summary>Enters a request with the file that its ledger tells; what the law does not allow, the caller has refused (<see cref="LedgerFile"/>). Nothing is saved.</summary>
        public async Task<InformationRequest> Enter(LedgerEntry entry, Guid agency, DateTimeOffset at, string by, WorkingCalendar calendar, IReadOnlyList<RequestTerms>? terms = null)
        {
            var request = new InformationRequest
            {
                AgencyId = agency, Number = entry.Number, Channel = entry.Channel, Kind = entry.Kind,
                Wanted = entry.Subject.Length <= LongestName ? new() { Name = entry.Subject } : new() { Description = entry.Subject },
            };
            request.Know(entry.MaskedName, null);
            store.Add(request);
            var file = new CaseFile(store, request, [], calendar, terms ?? []);
            foreach (var fact in entry.Facts)
            {
                file.Write(fact, at, new(null, by, ""), null);
                // It has lain with its department since it was received.
                if (fact is CaseFact.Received && entry.Department is { } department) file.Write(new CaseFact.Routed(fact.On, department, file.Clock.Due!.Value), at, new(null, by, ""), null);
            }
            if (entry.Answer is { } answer && (answer.Number ?? answer.PostNumber) is not null) store.Add(new LedgerAnswer { RequestId = request.Id, Number = answer.Number, PostNumber = answer.PostNumber });
            await store.LeaveRoomFor(agency, entry.Number, entry.Facts[0].On);
            return request;
        }

        // A number that looks like ours is not given out again.
        async Task LeaveRoomFor(Guid agency, string number, DateOnly day)
        {
            if (number.Length != 13 || !number.StartsWith(day.ToString("yyyyMMdd", CultureInfo.InvariantCulture), StringComparison.Ordinal)
                || !int.TryParse(number.AsSpan(8), NumberStyles.None, CultureInfo.InvariantCulture, out var taken)) return;
            if (await store.Set<RequestCounter>().FindAsync(agency, day) is { } counter) counter.Last = Math.Max(counter.Last, taken);
            else store.Add(new RequestCounter { AgencyId = agency, Day = day, Last = taken });
        }
    }
}
