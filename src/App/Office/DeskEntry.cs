using Gongkai.App.Access;

namespace Gongkai.App.Office;

/// <summary>Where on the desk something stands.</summary>
public enum DeskPlace
{
    /// <summary>待办: mine to do.</summary>
    Mine,

    /// <summary>我交办的: given to others and not done.</summary>
    Given,

    /// <summary>超期: overdue in what I direct.</summary>
    Overdue,

    /// <summary>办结: done, newest first.</summary>
    Done,
}

/// <summary>Something on the desk.</summary>
/// <param name="Kind">What it is, such as 任务 or 年度报告.</param>
/// <param name="Path">Where it leads, from the root of the application.</param>
/// <param name="DueOn">By when; <c>null</c> where there is no date.</param>
/// <param name="Note">Whose it is, or what is to be done.</param>
public sealed record DeskEntry(DeskPlace Place, string Kind, string Title, string Path, DateOnly? DueOn, string? Note = null)
{
    /// <summary>It comes to this desk because its owner is away, or a reminder says so today.</summary>
    public string? Why { get; init; }
}

/// <summary>A domain that puts something on the desk. Each registers its own: <c>services.AddScoped&lt;IDeskEntries, ReportEntries&gt;()</c>.</summary>
public interface IDeskEntries
{
    /// <summary>What stands on someone's desk today, at most some dozens for each place.</summary>
    Task<IReadOnlyList<DeskEntry>> Of(Me me, DateOnly today);
}
