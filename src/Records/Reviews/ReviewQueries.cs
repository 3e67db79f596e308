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
}

/// <summary>What people do to a case, as the trail names it.</summary>
public static class ReviewDeeds
{
    public static Deed Registered { get; } = new("review.registered", "登记复议诉讼案件");
    public static Deed Changed { get; } = new("review.changed", "修改复议诉讼案件");
    public static Deed Step { get; } = new("review.step", "登记复议诉讼进展");
    public static Deed Concluded { get; } = new("review.concluded", "登记复议诉讼结果");
}
