using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Gongkai.Bench;

/// <summary>Where this program was built from: the folder that holds the solution.</summary>
static class Repository
{
    public static string Root { get; } = Above(AppContext.BaseDirectory);

    /// <summary>Release, as it should be, or Debug.</summary>
    public static string Configuration { get; } = AppContext.BaseDirectory.Contains("Release", StringComparison.Ordinal) ? "Release" : "Debug";

    /// <summary>How to start a program of ours as a process of its own, on the runtime that this one runs on.</summary>
    public static ProcessStartInfo Start(string program, params IEnumerable<string> args) =>
        new(Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet")), [program, .. args]) { RedirectStandardOutput = true };

    static string Above(string folder) =>
        File.Exists(Path.Combine(folder, "Gongkai.slnx")) ? folder
        : Path.GetDirectoryName(folder) is { } parent ? Above(parent)
        : throw new InvalidOperationException("This program stands in no copy of the repository.");
}
