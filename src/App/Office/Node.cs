namespace Gongkai.App.Office;

/// <summary>The name of this process among those that work on one store.</summary>
public sealed record Node(string Name)
{
    public static Node Mine { get; } = new($"{Environment.MachineName}/{Environment.ProcessId}");
}
