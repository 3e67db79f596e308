using Gongkai.Documents.Printing;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.Documents.Tests.Printing;

/// <summary>Printed bytes for a test to look into.</summary>
static class Printed
{
    public static byte[] Bytes(Report report, PrintFormat format)
    {
        using MemoryStream file = new();
        ReportPrinter.Print(report, format, file);
        return file.ToArray();
    }

    public static MemoryStream File(Report report, PrintFormat format) => new(Bytes(report, format));

    public static string Text(Report report, PrintFormat format) => System.Text.Encoding.UTF8.GetString(Bytes(report, format));

    public static TheoryData<string> Samples => [.. ByName.Keys];

    public static IReadOnlyDictionary<string, Report> ByName { get; } = new Dictionary<string, Report>
    {
        ["2019"] = SampleReports.Of2019,
        ["2021"] = SampleReports.Of2021,
        ["hybrid"] = SampleReports.Hybrid,
        ["late hybrid"] = SampleReports.LateHybrid,
        ["odd 2019"] = SampleReports.Odd(SampleReports.Of2019),
        ["odd 2021"] = SampleReports.Odd(SampleReports.Of2021),
    };
}
