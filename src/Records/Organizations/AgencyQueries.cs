namespace Gongkai.Records.Organizations;

/// <summary>The questions that are asked about agencies.</summary>
public static class AgencyQueries
{
    extension(IQueryable<Agency> agencies)
    {
        public IQueryable<Agency> WithCode(string code) => agencies.Where(agency => agency.Code == code);

        /// <summary>Those directly under another.</summary>
        public IQueryable<Agency> Under(Guid parent) => agencies.Where(agency => agency.ParentId == parent);

        /// <summary>Those that exist.</summary>
        public IQueryable<Agency> Existing => agencies.Where(agency => agency.AbolishedOn == null);
    }
}
