using System.Text.Json;
using Gongkai.Records;
using Gongkai.Records.Jobs;

namespace Gongkai.App.Office.Jobs;

/// <summary>What a job has in its hands while it runs: what to work on, the store, how far it is, and the files that it leaves.</summary>
public sealed class JobRun(Job job, JobFolder folder, Func<Store> open) : IAsyncDisposable
{
    readonly Dictionary<string, (FileStream Content, string Stored, string Name)> files = [];
    readonly Lock counting = new();
    bool sound = true;
    (long Done, long Total, string Unit) counted = (0, 0, "行");

    public Job Job => job;

    /// <summary>Opens the store; whoever opens it disposes of it.</summary>
    public Store Open() => open();

    /// <summary>What the job was ordered with.</summary>
    public T Parameters<T>() => JsonSerializer.Deserialize<T>(job.Parameters) ?? throw new InvalidOperationException("A job without parameters.");

    /// <summary>Says how far it is; it costs nothing, so say it often.</summary>
    /// <param name="total">0 where it is not known.</param>
    public void Count(long done, long total = 0, string unit = "行")
    {
        lock (counting) counted = (done, total, unit);
    }

    /// <summary>The file that the owner takes away.</summary>
    public Stream Result(string name) => File("result", name);

    /// <summary>The file of rows that could not be taken.</summary>
    public Stream Errors(string name) => File("errors", name);

    /// <summary>What it looked over is not as it should be: so many faults.</summary>
    public void Finds(int faults) => sound = faults == 0;

    internal JobEnd Progress
    {
        get
        {
            lock (counting) return new(JobState.Running, "") { Done = counted.Done, Total = counted.Total, Unit = counted.Unit };
        }
    }

    /// <summary>Closes the files, and says how it ended.</summary>
    internal async Task<JobEnd> Close(JobState state, string message)
    {
        var kept = state is JobState.Done or JobState.Failed;
        foreach (var (content, stored, _) in files.Values)
        {
            await content.DisposeAsync();
            if (!kept) folder.Delete(stored);
        }
        return Progress with { State = state, Message = message, Sound = sound, Result = kept ? Left("result") : null, Errors = kept ? Left("errors") : null };
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (content, _, _) in files.Values) await content.DisposeAsync();
    }

    JobFile? Left(string kind) => files.TryGetValue(kind, out var file) ? new(file.Stored, file.Name, new FileInfo(file.Content.Name).Length) : null;

    // Each turn writes files of its own: a node that was taken for dead cannot spoil those of its successor.
    FileStream File(string kind, string name)
    {
        if (files.TryGetValue(kind, out var begun)) return begun.Content;
        var stored = $"{job.Handle}-{job.Turn}-{kind}";
        var content = folder.Create(stored);
        files[kind] = (content, stored, name);
        return content;
    }
}
