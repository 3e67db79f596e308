namespace Gongkai.Rules.Disclosure;

/// <summary>The steps between a draft and the public, in their order; none is left out and no person takes two.</summary>
public enum ReviewStep
{
    /// <summary>拟稿（承办人）.</summary>
    Author,

    /// <summary>科室审核.</summary>
    Department,

    /// <summary>保密审查.</summary>
    Secrecy,

    /// <summary>领导审签.</summary>
    Leader,
}

/// <summary>What they are called.</summary>
public static class ReviewSteps
{
    /// <summary>Those that say yes or no, in their order.</summary>
    public static IReadOnlyList<ReviewStep> Judging { get; } = [ReviewStep.Department, ReviewStep.Secrecy, ReviewStep.Leader];

    extension(ReviewStep step)
    {
        public string Name => step switch
        {
            ReviewStep.Author => "拟稿",
            ReviewStep.Department => "科室审核",
            ReviewStep.Secrecy => "保密审查",
            ReviewStep.Leader => "领导审签",
        };

        /// <summary>What comes after it; <c>null</c> after the last.</summary>
        public ReviewStep? Next => step is ReviewStep.Leader ? null : step + 1;
    }
}
