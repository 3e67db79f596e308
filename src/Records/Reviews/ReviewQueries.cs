using Gongkai.Rules.Reviews;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Reviews;

/// <summary>The questions that are asked about reconsiderations and suits.</summary>
public static class ReviewQueries
{
    extension(IQueryable<RemedyCase> cases)
    {
        public IQueryable<RemedyCase> OfAgency(Guid agency) => cases.Where(one => one.AgencyId == agency);

        /// <summary>Those without a result in force.</summary>
        public IQueryable<RemedyCase> Pending => cases.Where(one => one.ResultOn == null);

        /// <summary>Those in which our answer is still to come.</summary>
        public IQueryable<RemedyCase> Unanswered => cases.Where(one => one.AnsweredOn == null && one.AnswerDue != null && one.ResultOn == null);

        /// <summary>What table 4 counts: where the reconsideration body is a co-defendant, it is the original agency's case alone.</summary>
        public IQueryable<RemedyCase> Counted => cases.Where(one => one.Role == RespondentRole.OriginalAgency);
    }

    extension(Store store)
    {
        /// <summary>The reconsiderations and suits about some requests, as a ledger tells them.</summary>
        public async Task<ILookup<Guid, RemedyLine>> RemedyLinesOf(IReadOnlyCollection<Guid> requests) =>
            (await store.Reviews.AsNoTracking().Where(one => one.RequestId != null && requests.Contains(one.RequestId.Value)).OrderBy(one => one.AcceptedOn).ThenBy(one => one.Kind).ThenBy(one => one.CaseNumber).ToListAsync())
                .ToLookup(one => one.RequestId!.Value, one => new RemedyLine(one.Kind, one.CaseNumber, one.Body, one.AcceptedOn, one.Role, one.Result, one.ResultOn, one.PerformanceDue));

        /// <summary>Enters a case that a ledger tells of; what the law does not allow, the caller has refused. Nothing is saved.</summary>
        public void Enter(RemedyLine line, Guid agency, Guid request, Act act)
        {
            var one = new RemedyCase
            {
                AgencyId = agency, RequestId = request, Kind = line.Kind, Role = line.Role, Procedure = ReviewProcedure.Ordinary, AcceptedOn = line.AcceptedOn, CaseNumber = line.CaseNumber, Body = line.Body,
            };
            store.Add(one);
            if (line.Result is { } result) store.Add(one.Conclude(result, line.ResultOn!.Value, line.PerformanceDue, act));
        }
    }
}

/// <summary>What people do to a case, as the trail names it.</summary>
public static class ReviewDeeds
{
    public static Deed Registered { get; } = new("review.registered", "登记复议诉讼案件");
    public static Deed Changed { get; } = new("review.changed", "修改复议诉讼案件");
    public static Deed Step { get; } = new("review.step", "登记复议诉讼进展");
    public static Deed Concluded { get; } = new("review.concluded", "登记复议诉讼结果");
}
