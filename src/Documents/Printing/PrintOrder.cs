using Gongkai.Rules.AnnualReports;

namespace Gongkai.Documents.Printing;

/// <summary>One part as it is printed: its prose, and after it the tables that belong to it.</summary>
/// <param name="Section"><c>null</c> where tables stand before every part.</param>
public sealed record PrintedPart(ReportSection? Section, IReadOnlyList<FormTable> Tables);

/// <summary>What a report prints, in which order, whatever is missing, repeated or out of order in it.</summary>
public static class PrintOrder
{
    extension(Report report)
    {
        /// <summary>The title line; where the report has none, the one that its agency and year make.</summary>
        public string PrintedTitle => report.Title
            ?? $"{report.Agency}{(report.Year is { } year ? $"{year}年" : "")}政府信息公开工作年度报告";

        /// <summary>The parts in their own order, each with its tables; a table that does not stand in the report is not printed.</summary>
        public IReadOnlyList<PrintedPart> PrintedParts
        {
            get
            {
                var place = report.Form.Tables.Where(report.Has).ToLookup(report.PlaceOf);
                List<PrintedPart> parts = [.. report.Sections.Select((section, i) => new PrintedPart(section, [.. place[i]]))];
                return place[-1].Any() ? [new(null, [.. place[-1]]), .. parts] : parts;
            }
        }

        /// <summary>The index of the part after whose prose the table is printed; -1 is before them all.</summary>
        /// <remarks>A repeated part holds its table the last time. A table without its part follows the nearest part before it.</remarks>
        int PlaceOf(FormTable table)
        {
            var numbers = report.Sections.Select(section => section.Number).ToList();
            var own = numbers.LastIndexOf(table.Number);
            return own >= 0 ? own : numbers.FindLastIndex(number => number < table.Number);
        }
    }
}
