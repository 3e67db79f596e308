using System.Linq.Expressions;
using Gongkai.Records.Requests;
using Gongkai.Rules.AnnualReports;
using Gongkai.Rules.Requests;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.AnnualReports;

/// <summary>Some requests that stand in the same place of table 3.</summary>
/// <param name="On">The day of their end, where a convention of that year makes it matter.</param>
public sealed record RequestGroup(ApplicantKind Kind, bool New, Outcome? Ended, int Count, DateOnly? On = null);

/// <summary>Table 3 out of the register: one question for the whole table, and one for the cases behind any cell.</summary>
/// <remarks>Both ask with the same conditions, so a cell is the length of its list.</remarks>
public static class YearlyRequests
{
    extension(Store store)
    {
        /// <summary>Whose registers a year's tables count: the agency's own, and those of agencies that were merged into it by the end of the year. None where it was itself merged away by then.</summary>
        public async Task<IReadOnlyList<Guid>> CountedIn(Guid agency, int year)
        {
            var last = new DateOnly(year, 12, 31);
            // Few agencies are ever merged: they are read at once, and followed here.
            var merged = await store.Agencies.Where(one => one.SuccessorId != null && one.AbolishedOn <= last).Select(one => new { one.Id, one.SuccessorId }).ToListAsync();
            if (merged.Exists(one => one.Id == agency)) return [];
            List<Guid> all = [agency];
            for (var done = 0; done < all.Count; done++) all.AddRange(merged.Where(one => one.SuccessorId == all[done] && !all.Contains(one.Id)).Select(one => one.Id).ToList());
            return all;
        }

        /// <summary>The requests that a year counts.</summary>
        public IQueryable<InformationRequest> RequestsOf(IReadOnlyList<Guid> agencies, int year)
        {
            var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            // Of one agency an index is read from one place to another; a list of one would do the same less surely.
            var own = agencies is [var agency] ? store.Requests.Where(request => request.AgencyId == agency) : store.Requests.Where(request => agencies.Contains(request.AgencyId));
            return own.AsNoTracking().Counted.Where(request => request.ReceivedOn <= last && (request.EndedOn == null || request.EndedOn >= first));
        }

        /// <summary>The one question of table 3.</summary>
        /// <param name="turning">Outcomes that count in another row from some day of the year on: of these each day comes by itself.</param>
        public IQueryable<RequestGroup> RequestGroupsOf(IReadOnlyList<Guid> agencies, int year, params IReadOnlyCollection<Outcome> turning)
        {
            var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            if (turning.Count == 0)
                return from request in store.RequestsOf(agencies, year)
                       group request by new { request.Kind, New = request.ReceivedOn >= first, Ended = request.EndedOn <= last ? request.Outcome : null } into same
                       select new RequestGroup(same.Key.Kind, same.Key.New, same.Key.Ended, same.Count(), null);
            var outcomes = turning.Select(outcome => (Outcome?)outcome).ToList();
            return from request in store.RequestsOf(agencies, year)
                   group request by new { request.Kind, New = request.ReceivedOn >= first, Ended = request.EndedOn <= last ? request.Outcome : null, On = request.EndedOn <= last && outcomes.Contains(request.Outcome) ? request.EndedOn : null } into same
                   select new RequestGroup(same.Key.Kind, same.Key.New, same.Key.Ended, same.Count(), same.Key.On);
        }

        /// <summary>The cases behind a cell of table 3.</summary>
        public IQueryable<InformationRequest> RequestsIn(FormCell cell, ReportForm form, IReadOnlyList<Guid> agencies, int year, TableConventions conventions)
        {
            var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            var requests = store.RequestsOf(agencies, year);
            if (CountedRequest.KindOf(cell.Column) is { } kind) requests = requests.Where(request => request.Kind == kind);
            switch (cell.Row.Key)
            {
                case ReportForm.Received: return requests.Where(request => request.ReceivedOn >= first);
                case ReportForm.CarriedIn: return requests.Where(request => request.ReceivedOn < first);
                case ReportForm.Total: return requests.Where(request => request.EndedOn <= last);
                case ReportForm.CarriedOver: return requests.Where(request => request.EndedOn == null || request.EndedOn > last);
                default:
                    var (always, sometimes) = Turns.Of(Enum.GetValues<Outcome>(), outcome => conventions.Rows.Where(one => one.Outcome == outcome).Select(one => one.From),
                        (outcome, day) => outcome.FactsOn(day, conventions.Rows).RowOf(form.Table3.Edition) == cell.Row.Key, first, last);
                    return requests.Where(request => request.EndedOn <= last).Where(Turns.Or<InformationRequest>(
                        [request => always.Contains(request.Outcome), .. sometimes.Select(During)]));
            }
        }
    }

    /// <summary>Where a request counts in a year.</summary>
    public static IEnumerable<FormCell> CountsIn(this InformationRequest request, int year, TableConventions conventions) => request.PlaceIn(year, conventions)?.Cells(ReportForm.For(year)) ?? [];

    /// <summary>Its place in a year's table 3, or <c>null</c> where that year does not count it.</summary>
    public static CountedRequest? PlaceIn(this InformationRequest request, int year, TableConventions conventions) =>
        request.ReopensId is not null ? null : CountedRequest.In(year, request.Kind, request.ReceivedOn, request.EndedOn, request.Outcome, conventions.Rows);

    static Expression<Func<InformationRequest, bool>> During((Outcome Outcome, DateOnly From, DateOnly Until) period)
    {
        var (outcome, from, until) = period;
        return request => request.Outcome == outcome && request.EndedOn >= from && request.EndedOn <= until;
    }
}
