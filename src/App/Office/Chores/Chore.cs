using Gongkai.Records;
using Gongkai.Records.Notices;

namespace Gongkai.App.Office.Chores;

/// <summary>Something that the program does by itself again and again (定时工作); short, since longer work is a job. One node does it each time.</summary>
public interface IChore
{
    /// <summary>Its stable name.</summary>
    string Name { get; }

    /// <summary>What an administrator reads.</summary>
    string Title { get; }

    /// <summary>How long after it was done it is due again.</summary>
    TimeSpan Every { get; }

    /// <summary>Does it.</summary>
    /// <param name="store">A store of its own.</param>
    /// <param name="now">The time at which it began.</param>
    /// <param name="stopping">The node stops; what is not done is done the next time.</param>
    Task Do(Store store, DateTimeOffset now, CancellationToken stopping);
}

/// <summary>Knows of what people must be reminded today; each domain that keeps due dates has one.</summary>
public interface IReminders
{
    /// <summary>What each is told, once for each key: name what is due, and the day or the step of the reminder. Asked page by page, not agency by agency.</summary>
    IAsyncEnumerable<Telling.Told> Due(Store store, DateOnly today);
}
