using Gongkai.Documents.Reading;
using Gongkai.Documents.Tests.Corpus;

namespace Gongkai.Documents.Tests;

/// <summary>A file that is broken, locked, no report or meant to do harm gets one clear sentence, soon and in little memory.</summary>
[Collection("alone")]
public sealed class HostileTests
{
    const long MostMemory = 600L << 20;
    static readonly TimeSpan MostTime = TimeSpan.FromSeconds(15);

    public static TheoryData<string> Files => [.. Hostile.All.Select(file => file.Name)];

    [Theory, MemberData(nameof(Files))]
    public async Task It_is_refused_with_one_sentence(string name)
    {
        var hostile = Hostile.All.Single(file => file.Name == name);
        using var file = hostile.Open();
        GC.Collect();
        var before = GC.GetTotalMemory(true);
        long most = 0;
        using var watch = new Timer(_ => most = Math.Max(most, GC.GetTotalMemory(false) - before), null, 0, 10);

        var refusal = await Task.Run(() => Read(file, hostile.File), TestContext.Current.CancellationToken).WaitAsync(MostTime, TestContext.Current.CancellationToken);

        Assert.True(most < MostMemory, $"{most >> 20} MB were held");
        if (refusal is null)
        {
            Assert.False(hostile.Refused, "It was read as a report.");
            return;
        }
        Assert.Matches(@"^[^\r\n。]*\p{IsCJKUnifiedIdeographs}[^\r\n。]*。$", refusal);
        Assert.DoesNotContain("Exception", refusal);
    }

    static string? Read(Stream file, string name)
    {
        try
        {
            ReportReader.Read(file, name);
            return null;
        }
        catch (UnreadableReportException refused)
        {
            return refused.Message;
        }
    }
}

/// <summary>What is measured is measured alone.</summary>
[CollectionDefinition("alone", DisableParallelization = true)]
public sealed class Alone;
