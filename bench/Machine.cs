using System.Globalization;
using System.Runtime.InteropServices;

namespace Gongkai.Bench;

/// <summary>On what the numbers were measured.</summary>
static class Machine
{
    public static string Description => string.Create(CultureInfo.InvariantCulture,
        $"{Environment.ProcessorCount} cores ({Processor}), {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1 << 30):0} GB of memory, {RuntimeInformation.FrameworkDescription}, {System} ({RuntimeInformation.OSArchitecture}), {Repository.Configuration} build");

    public static string Date => TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static string Processor => Line("/proc/cpuinfo", "model name")?.Split(':')[^1].Trim() ?? "unknown";
    static string System => Line("/etc/os-release", "PRETTY_NAME")?.Split('=')[^1].Trim('"') ?? RuntimeInformation.OSDescription;

    static string? Line(string file, string start) =>
        File.Exists(file) ? File.ReadLines(file).FirstOrDefault(line => line.StartsWith(start, StringComparison.Ordinal)) : null;
}
