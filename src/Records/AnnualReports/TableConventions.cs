using System.Linq.Expressions;
using Gongkai.Rules.Requests;
using Gongkai.Rules.Reviews;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.AnnualReports;

/// <summary>What an agency holds of tables 3 and 4 where the printed texts leave it open (统计口径).</summary>
/// <param name="Rows">In which row of table 3 an outcome counts.</param>
/// <param name="Columns">In which column of table 4 a result counts.</param>
public sealed record TableConventions(IReadOnlyList<Convention> Rows, IReadOnlyList<ResultConvention> Columns)
{
    /// <summary>Our own reading, and nothing else.</summary>
    public static TableConventions None { get; } = new([], []);

    /// <summary>Those of an agency; of a merged one its successor's count. One question for both tables.</summary>
    public static async Task<TableConventions> Of(Store store, Guid agency)
    {
        var all = await store.RequestConventions.AsNoTracking().Where(one => one.AgencyId == agency).Select(one => new { Kind = 0, What = (int)one.Outcome, one.From, Row = (string?)one.Row, Column = 0, one.Why })
            .Concat(store.ReviewConventions.AsNoTracking().Where(one => one.AgencyId == agency).Select(one => new { Kind = (int)one.Kind, What = (int)one.Result, one.From, Row = (string?)null, Column = (int)one.Column, one.Why })).ToListAsync();
        return new(
            [.. all.Where(one => one.Row is not null).OrderBy(one => one.From).Select(one => new Convention((Outcome)one.What, one.From, one.Why, one.Row))],
            [.. all.Where(one => one.Row is null).OrderBy(one => one.From).Select(one => new ResultConvention((RemedyKind)one.Kind, (RemedyResult)one.What, one.From, (RemedyColumn)one.Column, one.Why))]);
    }
}

/// <summary>What counts where from a day to a day, as a condition for the store.</summary>
static class Turns
{
    /// <summary>Those that count somewhere during a whole period, and those that do for parts of it.</summary>
    /// <param name="all">Outcomes or results.</param>
    /// <param name="turnsOf">The days from which another convention holds for one.</param>
    /// <param name="there">Whether it counts there on a day.</param>
    public static (List<T?> Always, List<(T One, DateOnly From, DateOnly Until)> Sometimes) Of<T>(IEnumerable<T> all, Func<T, IEnumerable<DateOnly>> turnsOf, Func<T, DateOnly, bool> there, DateOnly first, DateOnly last) where T : struct
    {
        List<T?> always = [];
        List<(T, DateOnly, DateOnly)> sometimes = [];
        foreach (var one in all)
        {
            List<DateOnly> turns = [first, .. turnsOf(one).Where(day => day > first && day <= last).Distinct().Order()];
            if (turns is not [_]) sometimes.AddRange(turns.Select((from, at) => (one, from, at + 1 < turns.Count ? turns[at + 1].AddDays(-1) : last)).Where(period => there(one, period.from)));
            else if (there(one, first)) always.Add(one);
        }
        return (always, sometimes);
    }

    /// <summary>One condition or another.</summary>
    public static Expression<Func<TRow, bool>> Or<TRow>(this IEnumerable<Expression<Func<TRow, bool>>> conditions)
    {
        var one = Expression.Parameter(typeof(TRow), "one");
        return Expression.Lambda<Func<TRow, bool>>(conditions.Select(condition => (Expression)Expression.Invoke(condition, one)).Aggregate(Expression.OrElse), one);
    }
}
