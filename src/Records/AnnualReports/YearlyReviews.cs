using System.Linq.Expressions;
using Gongkai.Records.Reviews;
using Gongkai.Rules.AnnualReports;
using Gongkai.Rules.Reviews;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.AnnualReports;

/// <summary>Table 4 out of the register of reconsiderations and suits: each case in one column of its block, and in the same way behind each cell.</summary>
public static class YearlyReviews
{
    extension(Store store)
    {
        /// <summary>The cases that a year counts: what was open at any time of it. A case that stays open is there again the year after.</summary>
        public IQueryable<RemedyCase> ReviewsOf(IReadOnlyList<Guid> agencies, int year)
        {
            var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            return store.Reviews.AsNoTracking().Counted.Where(one => agencies.Contains(one.AgencyId) && one.AcceptedOn <= last && (one.ResultOn == null || one.ResultOn >= first));
        }

        /// <summary>The cells of table 4 that are not nought, without totals.</summary>
        public async Task<IReadOnlyDictionary<string, int>> CountReviews(IReadOnlyList<Guid> agencies, int year, IReadOnlyList<ResultConvention> conventions)
        {
            var last = new DateOnly(year, 12, 31);
            var groups = await (from one in store.ReviewsOf(agencies, year)
                                group one by new { one.Kind, one.Result, one.ResultOn } into same
                                select new { same.Key.Kind, same.Key.Result, same.Key.ResultOn, Count = same.Count() }).ToListAsync();
            return groups.GroupBy(group => Key(group.Kind, ColumnOf(group.Kind, group.Result, group.ResultOn, last, conventions)), group => group.Count).ToDictionary(cell => cell.Key, cell => cell.Sum());
        }

        /// <summary>The cases behind a cell of table 4.</summary>
        public IQueryable<RemedyCase> ReviewsIn(FormCell cell, IReadOnlyList<Guid> agencies, int year, IReadOnlyList<ResultConvention> conventions)
        {
            var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            var kind = Enum.GetValues<RemedyKind>().Single(one => one.Block == cell.Row.Key);
            var cases = store.ReviewsOf(agencies, year).Where(one => one.Kind == kind);
            if (cell.Column.Key == ReportForm.Total) return cases;
            var wanted = Enum.GetValues<RemedyColumn>().Single(column => column.Key == cell.Column.Key);
            if (wanted == RemedyColumn.Pending) return cases.Where(one => one.ResultOn == null || one.ResultOn > last);
            return cases.Where(one => one.ResultOn <= last).Where(Counts(kind, wanted, first, last, conventions));
        }
    }

    /// <summary>Where a case counts in a year, or <c>null</c> where that year does not count it.</summary>
    public static FormCell? CountsIn(this RemedyCase one, int year, IReadOnlyList<ResultConvention> conventions)
    {
        var last = new DateOnly(year, 12, 31);
        return one.Role != RespondentRole.OriginalAgency || one.AcceptedOn > last || one.ResultOn?.Year < year ? null
            : ReportForm.For(year)[Key(one.Kind, ColumnOf(one.Kind, one.Result, one.ResultOn, last, conventions))];
    }

    internal static RemedyColumn ColumnOf(RemedyKind kind, RemedyResult? result, DateOnly? on, DateOnly last, IEnumerable<ResultConvention> conventions) =>
        result is { } known && on is { } day && day <= last ? known.ColumnOn(kind, day, conventions) : RemedyColumn.Pending;

    static string Key(RemedyKind kind, RemedyColumn column) => $"t4.{kind.Block}.{column.Key}";

    // Each result is of one column from a day to a day; those that are in the wanted one, side by side.
    static Expression<Func<RemedyCase, bool>> Counts(RemedyKind kind, RemedyColumn wanted, DateOnly first, DateOnly last, IReadOnlyList<ResultConvention> conventions)
    {
        var (always, sometimes) = Turns.Of(Enum.GetValues<RemedyResult>(), result => conventions.Where(one => one.Kind == kind && one.Result == result).Select(one => one.From),
            (result, day) => result.ColumnOn(kind, day, conventions) == wanted, first, last);
        return Turns.Or<RemedyCase>([one => always.Contains(one.Result), .. sometimes.Select(During)]);
    }

    static Expression<Func<RemedyCase, bool>> During((RemedyResult Result, DateOnly From, DateOnly Until) period)
    {
        var (result, from, until) = period;
        return one => one.Result == result && one.ResultOn >= from && one.ResultOn <= until;
    }
}
