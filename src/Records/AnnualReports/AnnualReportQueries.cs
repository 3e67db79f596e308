namespace Gongkai.Records.AnnualReports;

/// <summary>The questions that are asked about published reports. For lists, select what is shown: the content is large.</summary>
public static class AnnualReportQueries
{
    extension(IQueryable<AnnualReport> reports)
    {
        /// <summary>Those whose day has come; <paramref name="today"/> itself included.</summary>
        public IQueryable<AnnualReport> Published(DateOnly today) => reports.Where(report => report.PublishedOn <= today);

        public IQueryable<AnnualReport> OfYear(int year) => reports.Where(report => report.Year == year);

        public IQueryable<AnnualReport> OfAgency(Guid agency) => reports.Where(report => report.AgencyId == agency);

        /// <summary>Of each agency and year the last version among these: <c>Published(today).Newest</c> is what readers see today.</summary>
        public IQueryable<AnnualReport> Newest => reports.Where(report => !reports.Any(later =>
            later.AgencyId == report.AgencyId && later.Year == report.Year && later.Version > report.Version));

        /// <summary>The order of lists: the latest year first, and in it the latest published.</summary>
        public IQueryable<AnnualReport> LatestFirst =>
            reports.OrderByDescending(report => report.Year).ThenByDescending(report => report.PublishedOn).ThenByDescending(report => report.Id);
    }
}
