using Gongkai.Rules;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.AnnualReports;

/// <summary>How much of the year's requests falls to one department, month, channel or outcome (办理情况统计).</summary>
/// <param name="Key">Which; its meaning is that of the table.</param>
/// <param name="Received">Received in the year; by month in that month.</param>
/// <param name="Ended">Ended in the year; by month in that month.</param>
/// <param name="Late">Of those, answered after the day on which they were due.</param>
/// <param name="Days">Working days from the receipt to the end, of those that ended; together.</param>
/// <param name="Open">Open at the end of the year.</param>
public sealed record WorkloadLine(string Key, int Received, int Ended, int Late, long Days, int Open)
{
    public decimal? AverageDays => Ended == 0 ? null : Math.Round((decimal)Days / Ended, 1);

    public decimal? LateShare => Ended == 0 ? null : Math.Round(100m * Late / Ended, 1);
}

/// <summary>A year's work from four sides. The requests are those of table 3, so the sums are its sums.</summary>
public sealed record Workload(WorkloadLine All, IReadOnlyList<WorkloadLine> Departments, IReadOnlyList<WorkloadLine> Months, IReadOnlyList<WorkloadLine> Channels, IReadOnlyList<WorkloadLine> Outcomes)
{
    sealed class Sum
    {
        public int Received, Ended, Late, Open;
        public long Days;
    }

    /// <summary>Counts in one reading: cases that agree in everything come as one row.</summary>
    public static async Task<Workload> Of(Store store, IReadOnlyList<Guid> agencies, int year, WorkingCalendar calendar)
    {
        Sum all = new();
        Dictionary<string, Sum> departments = [], months = [], channels = [], outcomes = [];
        var groups = from request in store.RequestsOf(agencies, year)
                     group request by new { request.ReceivedOn, request.EndedOn, request.DepartmentId, request.Channel, request.Outcome, request.Late } into same
                     select new { same.Key, Count = same.Count() };
        await foreach (var group in groups.AsAsyncEnumerable())
        {
            var (received, ended) = (group.Key.ReceivedOn!.Value, group.Key.EndedOn is { } on && on.Year == year ? on : (DateOnly?)null);
            foreach (var sum in (Sum[])[all, In(departments, $"{group.Key.DepartmentId:N}"), In(channels, group.Key.Channel.ToString())]) Count(sum, received.Year == year, ended is not null);
            if (received.Year == year) Count(In(months, Month(received)), true, false, alsoOpen: ended is null);
            if (ended is { } end)
            {
                Count(In(months, Month(end)), false, true);
                Count(In(outcomes, group.Key.Outcome!.Value.ToString()), received.Year == year, true);
            }

            void Count(Sum sum, bool isNew, bool isEnded, bool alsoOpen = true)
            {
                if (isNew) sum.Received += group.Count;
                if (!isEnded)
                {
                    sum.Open += alsoOpen ? group.Count : 0;
                    return;
                }
                sum.Ended += group.Count;
                sum.Days += (long)group.Count * calendar.Count(received, ended!.Value);
                if (group.Key.Late) sum.Late += group.Count;
            }
        }
        return new(Line("", all), Lines(departments), Lines(months), Lines(channels), Lines(outcomes));

        static string Month(DateOnly day) => day.Month.ToString("00", System.Globalization.CultureInfo.InvariantCulture);
        static Sum In(Dictionary<string, Sum> sums, string key) => sums.TryGetValue(key, out var sum) ? sum : sums[key] = new();
        static WorkloadLine Line(string key, Sum sum) => new(key, sum.Received, sum.Ended, sum.Late, sum.Days, sum.Open);
        static IReadOnlyList<WorkloadLine> Lines(Dictionary<string, Sum> sums) => [.. sums.OrderBy(sum => sum.Key, StringComparer.Ordinal).Select(sum => Line(sum.Key, sum.Value))];
    }
}
