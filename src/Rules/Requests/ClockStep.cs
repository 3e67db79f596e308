namespace Gongkai.Rules.Requests;

/// <summary>One line of the explanation why an answer is due on its day (为什么是这一天): what happened, by which article, and the due day then.</summary>
/// <remarks>The steps re-add: what <see cref="Effect"/> and the days say, done one after the other, gives each <see cref="Due"/> and so the last.</remarks>
/// <param name="On">The day on which it happened; that of a term's end may still lie ahead.</param>
/// <param name="Does">What happened and what it does to the term, a Chinese sentence.</param>
/// <param name="Statute">The text that says so; <c>null</c> where none does.</param>
/// <param name="Place">The place in it: an article ("33").</param>
/// <param name="Due">When the answer is due after this step; <c>null</c> while nothing is.</param>
/// <param name="Effect">What it does to the clock.</param>
/// <param name="Days">Working days that it gives: 20 from its day on, or more to the term.</param>
/// <param name="Excluded">Working days left out between the step before and this one, which move the due day as well.</param>
/// <param name="Fact">The fact behind it; <c>null</c> for the end of a term.</param>
public sealed record ClockStep(DateOnly On, string Does, Statute? Statute, string? Place, DateOnly? Due, ClockEffect Effect = ClockEffect.None, int Days = 0, int Excluded = 0, CaseFact? Fact = null)
{
    /// <summary>The article as it is cited on paper.</summary>
    public string Cited => Statute is { } statute ? statute.Cite(Place) : "";
}

/// <summary>What a step does to the clock.</summary>
public enum ClockEffect
{
    /// <summary>Nothing of its own.</summary>
    None,

    /// <summary>The term begins, or begins anew: its days are counted from this day, which is day zero.</summary>
    Starts,

    /// <summary>The term becomes longer by its days.</summary>
    Adds,

    /// <summary>The due day is set.</summary>
    Fixes,

    /// <summary>Nothing is due while the applicant has to act.</summary>
    Stops,

    /// <summary>The applicant has acted, and the term goes on.</summary>
    Resumes,
}
