using Gongkai.App.Access;
using Gongkai.Rules.Access;

namespace Gongkai.App.Office.Jobs;

/// <summary>A kind of work for the background (任务种类). Each is a class, named in the list of <see cref="Works"/>.</summary>
public interface IJobKind
{
    /// <summary>Its stable name, such as <c>trail.verify</c>.</summary>
    string Code { get; }

    /// <summary>What people call it.</summary>
    string Name { get; }

    /// <summary>What it does and what it leaves, for whoever is about to start it.</summary>
    string About { get; }

    /// <summary>Who may start it.</summary>
    Permission Permission { get; }

    /// <summary>It may be done once more from the start when its node died, without harm.</summary>
    bool Repeats { get; }

    /// <summary>What it works on when it is started from the task centre, as JSON; <c>null</c> where it needs a form of its own.</summary>
    string? ParametersFor(Me me);

    /// <summary>What it works on when it is started once more: what may be seen may have changed since.</summary>
    /// <param name="before">What it worked on.</param>
    string Again(Me me, string before) => ParametersFor(me) ?? before;

    /// <summary>The page of the office that shows what it left; where there is none, the owner takes its file away.</summary>
    string? Shows => null;

    /// <summary>Does it.</summary>
    /// <returns>How it ended, as a Chinese sentence.</returns>
    /// <exception cref="JobRefusedException">It cannot be done, for a reason that its owner can put right.</exception>
    Task<string> Run(JobRun run, CancellationToken cancelled);
}

/// <summary>A job cannot be done; the message is a Chinese sentence that says what to do.</summary>
public sealed class JobRefusedException(string message) : Exception(message);
