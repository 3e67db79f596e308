using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Requests;

/// <summary>In which order requests are leafed through; each is that of an index, so that a page deep inside costs what the first one does.</summary>
public enum RequestOrder
{
    /// <summary>Open ones: whoever must be looked at first.</summary>
    ActBy,

    /// <summary>Ended ones: the last first.</summary>
    Ended,

    /// <summary>All: the highest number first.</summary>
    Number,
}

/// <summary>A place in an order: where a request stood when its page was shown. It may have moved since; the place has not.</summary>
/// <param name="Day">Of the orders by days.</param>
/// <param name="Number">Of the order by numbers.</param>
public sealed record RequestPlace(DateOnly Day, string Number, Guid Id)
{
    public static RequestPlace Of(InformationRequest request, RequestOrder order) =>
        new(order switch { RequestOrder.ActBy => request.ActBy, RequestOrder.Ended => request.EndedOn, RequestOrder.Number => null } ?? default, request.Number, request.Id);
}

/// <summary>Some requests in their order.</summary>
/// <param name="Rows">At most as many as a page holds.</param>
/// <param name="Next">Where the next page begins, if more follow or were not looked at.</param>
/// <param name="Before">Something stands before these.</param>
/// <param name="Stopped">The search ended after <see cref="RequestLeaves.Window"/> requests, and more follow that were not looked at.</param>
public sealed record RequestLeaf(IReadOnlyList<InformationRequest> Rows, RequestPlace? Next, RequestPlace? Previous, bool Before, bool Stopped);

/// <summary>Leafs through requests by where the last page ended: nothing is skipped over, and a search looks at a bounded number of them at a time.</summary>
public static class RequestLeaves
{
    /// <summary>A filter that no index knows looks at so many requests, and then says so.</summary>
    public const int Window = 20_000;

    extension(IQueryable<InformationRequest> requests)
    {
        /// <summary>In the order, forwards or backwards.</summary>
        public IQueryable<InformationRequest> In(RequestOrder order, bool backwards = false) => (order, backwards) switch
        {
            // What is open has no day of its end, and what has ended none to act by: named in the order, it is that of the index.
            (RequestOrder.ActBy, false) => requests.OrderBy(request => request.EndedOn).ThenBy(request => request.ActBy).ThenBy(request => request.Id),
            (RequestOrder.ActBy, true) => requests.OrderByDescending(request => request.EndedOn).ThenByDescending(request => request.ActBy).ThenByDescending(request => request.Id),
            (RequestOrder.Ended, false) => requests.OrderByDescending(request => request.EndedOn).ThenByDescending(request => request.ActBy).ThenByDescending(request => request.Id),
            (RequestOrder.Ended, true) => requests.OrderBy(request => request.EndedOn).ThenBy(request => request.ActBy).ThenBy(request => request.Id),
            (RequestOrder.Number, false) => requests.OrderByDescending(request => request.Number),
            (RequestOrder.Number, true) => requests.OrderBy(request => request.Number),
        };

        /// <summary>What follows a place, or what stands before it.</summary>
        public IQueryable<InformationRequest> Beyond(RequestPlace? place, RequestOrder order, bool backwards)
        {
            if (place is null) return requests;
            var (day, number, id) = place;
            // The first half bounds the index, the second one cuts within its day.
            return (order, backwards) switch
            {
                (RequestOrder.ActBy, false) or (RequestOrder.Ended, true) => requests.Where(Day(order, day, id, later: true)),
                (RequestOrder.ActBy, true) or (RequestOrder.Ended, false) => requests.Where(Day(order, day, id, later: false)),
                (RequestOrder.Number, false) => requests.Where(request => string.Compare(request.Number, number) < 0),
                (RequestOrder.Number, true) => requests.Where(request => string.Compare(request.Number, number) > 0),
            };
        }

        /// <summary>Reads a page.</summary>
        /// <param name="order">The order, which must be one that an index of these requests has.</param>
        /// <param name="sieve">A filter that no index knows; <c>null</c> for none.</param>
        /// <param name="from">After (or before) which place; none: from the beginning.</param>
        /// <param name="backwards">The page before that place.</param>
        /// <param name="size">How many a page holds.</param>
        public async Task<RequestLeaf> Leaf(RequestOrder order, Func<IQueryable<InformationRequest>, IQueryable<InformationRequest>>? sieve, RequestPlace? from, bool backwards, int size, int window = Window)
        {
            var (rest, bound) = await requests.Bounded(order, sieve is not null, from, backwards, window);
            var found = await (sieve is null ? rest : sieve(rest)).In(order, backwards).Take(size + 1).ToListAsync();
            var more = found.Count > size;
            if (more) found.RemoveAt(size);
            if (backwards) found.Reverse();
            var last = more ? RequestPlace.Of(backwards ? found[0] : found[^1], order) : bound;
            return backwards
                ? new(found, found is [] ? from : RequestPlace.Of(found[^1], order), last, last is not null, !more && bound is not null)
                : new(found, last, found is [] ? from : RequestPlace.Of(found[0], order), from is not null, !more && bound is not null);
        }

        /// <summary>How many there are, counted no further than <paramref name="most"/> and no deeper than a search looks.</summary>
        /// <returns>The count; and whether it stopped before the end.</returns>
        public async Task<(int Count, bool More, bool Stopped)> Amount(RequestOrder order, Func<IQueryable<InformationRequest>, IQueryable<InformationRequest>>? sieve, int most, int window = Window)
        {
            var (rest, bound) = await requests.Bounded(order, sieve is not null, null, false, window);
            var count = await (sieve is null ? rest : sieve(rest)).In(order).Take(most + 1).CountAsync();
            return (Math.Min(count, most), count > most, bound is not null);
        }

        async Task<(IQueryable<InformationRequest> Some, RequestPlace? Bound)> Bounded(RequestOrder order, bool sieved, RequestPlace? from, bool backwards, int window)
        {
            var rest = requests.Beyond(from, order, backwards);
            if (!sieved) return (rest, null);
            // The index alone answers where the window ends.
            var bound = await rest.In(order, backwards).Skip(window - 1).Take(2).Select(request => new { request.ActBy, request.EndedOn, request.Number, request.Id }).ToListAsync();
            if (bound is not [var last, var after]) return (rest, null);
            return (rest.Beyond(Place(after.ActBy, after.EndedOn, after.Number, after.Id), order, !backwards), Place(last.ActBy, last.EndedOn, last.Number, last.Id));

            RequestPlace Place(DateOnly? actBy, DateOnly? endedOn, string number, Guid id) => new((order is RequestOrder.ActBy ? actBy : endedOn) ?? default, number, id);
        }
    }

    static Expression<Func<InformationRequest, bool>> Day(RequestOrder order, DateOnly day, Guid id, bool later) => (order, later) switch
    {
        (RequestOrder.ActBy, true) => request => request.ActBy >= day && (request.ActBy > day || request.Id.CompareTo(id) > 0),
        (RequestOrder.ActBy, false) => request => request.ActBy <= day && (request.ActBy < day || request.Id.CompareTo(id) < 0),
        (_, true) => request => request.EndedOn >= day && (request.EndedOn > day || request.Id.CompareTo(id) > 0),
        (_, false) => request => request.EndedOn <= day && (request.EndedOn < day || request.Id.CompareTo(id) < 0),
    };
}
