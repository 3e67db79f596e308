using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Requests;

/// <summary>The questions that are asked about requests.</summary>
public static class RequestQueries
{
    extension(IQueryable<InformationRequest> requests)
    {
        public IQueryable<InformationRequest> OfAgency(Guid agency) => requests.Where(request => request.AgencyId == agency);

        /// <summary>Those that nobody has ended yet.</summary>
        public IQueryable<InformationRequest> Open => requests.Where(request => request.EndedOn == null);

        /// <summary>Only those of these departments; <c>null</c> means all.</summary>
        public IQueryable<InformationRequest> Within(IReadOnlyList<Guid>? few) =>
            few is null ? requests : requests.Where(request => request.DepartmentId != null && few.Contains(request.DepartmentId.Value));

        /// <summary>Without those that only few may see (限制查阅).</summary>
        public IQueryable<InformationRequest> Seen(bool restrictedToo) => restrictedToo ? requests : requests.Where(request => !request.Restricted);

        /// <summary>Those whose number begins with these digits; the bounds are for the index.</summary>
        public IQueryable<InformationRequest> NumberedFrom(string digits)
        {
            var found = requests.Where(request => string.Compare(request.Number, digits) >= 0 && request.Number.StartsWith(digits));
            var end = (decimal.Parse(digits, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture).PadLeft(digits.Length, '0');
            return end.Length > digits.Length ? found : found.Where(request => string.Compare(request.Number, end) < 0);
        }

        /// <summary>Due, and not answered.</summary>
        public IQueryable<InformationRequest> Overdue(DateOnly today) => requests.Open.Where(request => request.Due < today);

        /// <summary>The same applicant's.</summary>
        public IQueryable<InformationRequest> Of(string identityMark) => requests.Where(request => request.IdentityMark == identityMark);

        /// <summary>What the yearly tables count; what was handled anew by order is not counted twice.</summary>
        public IQueryable<InformationRequest> Counted => requests.Where(request => request.ReopensId == null && request.ReceivedOn != null);
    }
}

/// <summary>The facts of several cases at once.</summary>
public static class FactQueries
{
    /// <summary>In order, by request: one question, however many they are.</summary>
    public static async Task<ILookup<Guid, Rules.Requests.CaseFact>> FactsOf(this Store store, IReadOnlyCollection<Guid> requests) =>
        (await store.CasePages.AsNoTracking().Where(page => requests.Contains(page.RequestId)).OrderBy(page => page.RequestId).ThenBy(page => page.Number)
            .Select(page => new { page.RequestId, page.Content }).ToListAsync()).ToLookup(page => page.RequestId, page => CasePage.Read(page.Content));
}
