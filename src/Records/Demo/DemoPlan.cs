using Gongkai.Rules;
using Gongkai.Rules.AnnualReports;
using Gongkai.Rules.Requests;
using Gongkai.Rules.Reviews;

namespace Gongkai.Records.Demo;

/// <summary>The registers behind an invented agency's reports: counted again, they give tables 3 and 4 of every year.</summary>
static class DemoPlan
{
    // How often a place in time is looked for before it is given up.
    const int Tries = 500;

    /// <summary>A case that is wanted.</summary>
    sealed record Wanted(ApplicantKind Kind, int Received, Outcome Outcome, int Ended);

    /// <summary>A reconsideration or a suit that is wanted; without a result it stays open.</summary>
    public sealed record Review(RemedyKind Kind, DateOnly Accepted, RemedyResult? Result, DateOnly? On);

    /// <summary>The requests behind some years' reports, in the order in which they came.</summary>
    public static IReadOnlyList<GeneratedCase> Requests(DemoAgency agency, IReadOnlyList<DemoReport> reports, WorkingCalendar calendar, IReadOnlyList<Guid> departments)
    {
        List<GeneratedCase> cases = [];
        foreach (var wanted in reports.SelectMany(report => WantedIn(agency, report, last: report == reports[^1]))) cases.Add(Found(agency, wanted, cases.Count, calendar, departments));
        return [.. cases.OrderBy(one => one.Submitted)];
    }

    static IEnumerable<Wanted> WantedIn(DemoAgency agency, DemoReport report, bool last)
    {
        var (year, form) = (report.Year, report.Report.Form);
        var draw = Numbers.For(agency.Code, year, "register");
        foreach (var kind in Enum.GetValues<ApplicantKind>())
        {
            var ended = form.Outcomes.SelectMany(row => Enumerable.Repeat(row.Key, Count(row.Key))).Select(row => OutcomeIn(row, form, draw)).ToList();
            draw.Shuffle(ended);
            var carried = Count(ReportForm.CarriedIn);
            for (var at = 0; at < ended.Count; at++) yield return new(kind, at < carried ? year - 1 : year, ended[at], year);
            // What the last year leaves open ends some day, after everything that is told.
            for (var left = 0; last && left < Count(ReportForm.CarriedOver); left++) yield return new(kind, year, Outcome.Granted, year + 1);

            int Count(string row) => (int)report.Report[$"t3.{row}.{CountedRequest.ColumnOf(kind)}"].Number!.Value;
        }
    }

    static Outcome OutcomeIn(string row, ReportForm form, Numbers draw)
    {
        var some = Enum.GetValues<Outcome>().Where(outcome => outcome.Facts.RowOf(form.Table3.Edition) == row).ToList();
        return some[draw.Between(0, some.Count - 1)];
    }

    static GeneratedCase Found(DemoAgency agency, Wanted wanted, int number, WorkingCalendar calendar, IReadOnlyList<Guid> departments)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var draw = Numbers.For($"{agency.Code}/{number}/{attempt}", wanted.Received, "request");
            // What is carried over came late in the year.
            var day = new DateOnly(wanted.Received, 1, 1).AddDays(wanted.Ended == wanted.Received ? draw.Between(0, 364) : draw.Between(315, 364));
            var one = GeneratedYears.One(draw, calendar, day, wanted.Kind, wanted.Outcome, departments);
            var clock = Clock.Read(one.Facts, calendar);
            if (clock.ReceivedOn?.Year == wanted.Received && clock.EndedOn?.Year == wanted.Ended) return one;
        }
        throw new InvalidOperationException($"No invented file of {wanted.Received} ends in {wanted.Ended} with {wanted.Outcome}.");
    }

    /// <summary>The reconsiderations and suits behind some years' reports.</summary>
    public static IReadOnlyList<Review> Reviews(DemoAgency agency, IReadOnlyList<DemoReport> reports)
    {
        List<Review> decided = [];
        foreach (var kind in Enum.GetValues<RemedyKind>())
        {
            Queue<DateOnly> open = [];
            foreach (var report in reports)
            {
                var draw = Numbers.For($"{agency.Code}/{kind}", report.Year, "reviews");
                foreach (var column in new[] { RemedyColumn.Upheld, RemedyColumn.Corrected, RemedyColumn.Other })
                    for (var count = Count(column); count > 0; count--)
                    {
                        // The oldest first; one that came and was decided in the same year came early enough for that.
                        var accepted = open.TryDequeue(out var before) ? before : new DateOnly(report.Year, 1, 1).AddDays(draw.Between(5, 240));
                        var on = accepted.Year < report.Year ? new DateOnly(report.Year, 1, 10).AddDays(draw.Between(0, 90)) : accepted.AddDays(draw.Between(40, 85));
                        decided.Add(new(kind, accepted, ResultIn(kind, column, draw), on));
                    }
                while (open.Count < Count(RemedyColumn.Pending)) open.Enqueue(new DateOnly(report.Year, 9, 20).AddDays(draw.Between(0, 90)));

                int Count(RemedyColumn column) => (int)report.Report[$"t4.{kind.Block}.{column.Key}"].Number!.Value;
            }
            decided.AddRange(open.Select(accepted => new Review(kind, accepted, null, null)));
        }
        return [.. decided.OrderBy(one => one.Accepted)];
    }

    static RemedyResult ResultIn(RemedyKind kind, RemedyColumn column, Numbers draw)
    {
        var some = Enum.GetValues<RemedyResult>().Where(result => result.FitsIn(kind) && result.Column == column && result is not (RemedyResult.NotAccepted or RemedyResult.Transferred)).ToList();
        return some[draw.Between(0, some.Count - 1)];
    }
}
