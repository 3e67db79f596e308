using Gongkai.Documents.Tests.Corpus;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.Documents.Tests;

/// <summary>Every single fault planted in a clean report is found, and no clean report is accused.</summary>
public sealed class FaultTests
{
    static int Tries => Exam.Tries;

    [Fact]
    public void A_report_without_faults_is_accused_of_nothing()
    {
        var accused = from seed in Enumerable.Range(0, Tries * 50)
                      let report = SourceMaker.Make(seed).Read()
                      from finding in Checks.Of(report)
                      where finding.Severity == Severity.Error
                      select $"seed {seed}: {finding.Rule}: {finding.Message} “{finding.Quote}”";
        Assert.Empty(accused.Take(20));
    }

    [Fact]
    public void Nearly_every_planted_fault_is_found()
    {
        var faults = Enumerable.Range(0, Tries).SelectMany(seed => Faults.Of(SourceMaker.Make(seed), seed).Select(fault => (seed, fault))).ToList();
        var missed = faults.Where(at => !Found(at.fault)).Select(at => $"seed {at.seed}: {at.fault.Name}: {string.Join(", ", at.fault.Rules)}, found {string.Join(", ", Rules(at.fault))}").ToList();
        Assert.True(missed.Count * 100 <= faults.Count, $"{missed.Count} of {faults.Count} were missed:\n{string.Join('\n', missed.Take(40))}");
    }

    [Theory]
    [InlineData("html: a whole page of a site, GBK")]
    [InlineData("text: a cell a line after a tab, rows between blank lines")]
    [InlineData("docx: merged cells, a run for each character")]
    public void A_fault_is_still_found_after_the_report_was_published_and_read_back(string shape)
    {
        List<string> missed = [];
        foreach (var (seed, every) in new[] { (4, 11), (6, 40) })
            foreach (var fault in Faults.Of(SourceMaker.Make(seed), seed).Where((fault, i) => fault.Previous is null && (i % every == 0 || !fault.Name.StartsWith('t'))))
            {
                var file = Shape.All.Single(any => any.Name == shape).Publish(fault.Report, new Random(1));
                using var stream = new MemoryStream(file.Bytes);
                var found = Checks.Of(Gongkai.Documents.Reading.ReportReader.Read(stream, file.Name)).Select(finding => finding.Rule).ToHashSet();
                if (!fault.Rules.All(found.Contains)) missed.Add($"seed {seed}: {fault.Name}: {string.Join(", ", fault.Rules)}, found {string.Join(", ", found)}");
            }
        Assert.True(missed.Count == 0, string.Join('\n', missed));
    }

    [Fact]
    public void A_clean_report_is_accused_of_nothing_in_whatever_shape_it_is_published()
    {
        List<string> accused = [];
        for (var i = 0; i < Shape.All.Count; i++)
            for (var seed = 0; seed < Tries / 2; seed++)
            {
                var file = Shape.All[i].Publish(SourceMaker.Make(i * 100 + seed), new Random(seed));
                using var stream = new MemoryStream(file.Bytes);
                accused.AddRange(Checks.Of(Gongkai.Documents.Reading.ReportReader.Read(stream, file.Name)).Where(finding => finding.Severity == Severity.Error)
                    .Select(finding => $"{Shape.All[i].Name}, seed {seed}: {finding.Rule}: {finding.Message}"));
            }
        Assert.True(accused.Count == 0, string.Join('\n', accused));
    }

    static bool Found(Fault fault) => fault.Rules.All(Rules(fault).Contains);

    static HashSet<string> Rules(Fault fault) => [.. Checks.Of(fault.Report.Read(), fault.Previous?.Read()).Select(finding => finding.Rule)];
}
