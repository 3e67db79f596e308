namespace Gongkai.Bench;

/// <summary>Where this program was built from: the folder that holds the solution.</summary>
static class Repository
{
    public static string Root { get; } = Above(AppContext.BaseDirectory);

    /// <summary>Release, as it should be, or Debug.</summary>
    public static string Configuration { get; } = AppContext.BaseDirectory.Contains("Release", StringComparison.Ordinal) ? "Release" : "Debug";

    static string Above(string folder) =>
        File.Exists(Path.Combine(folder, "Gongkai.slnx")) ? folder
        : Path.GetDirectoryName(folder) is { } parent ? Above(parent)
        : throw new InvalidOperationException("This program stands in no copy of the repository.");
}
