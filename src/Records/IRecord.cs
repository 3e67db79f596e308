namespace Gongkai.Records;

/// <summary>A row whose every change stands in the trail (审计链). What is no such row says in its mapping why it is left out.</summary>
public interface IRecord
{
    Guid Id { get; }

    /// <summary>1 when it was made, and one more for each change; the store counts. Two who change the same revision cannot both succeed.</summary>
    int Revision { get; }
}
