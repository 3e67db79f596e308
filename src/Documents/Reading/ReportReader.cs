using Gongkai.Rules.AnnualReports;

namespace Gongkai.Documents.Reading;

/// <summary>Reads a published annual report, in whatever format and layout, into its form.</summary>
public static class ReportReader
{
    /// <summary>Reads one file.</summary>
    /// <param name="file">The bytes.</param>
    /// <param name="name">The file's name; its ending is a hint, the content decides.</param>
    /// <exception cref="UnreadableReportException">The file cannot be read as a report; its message is a Chinese sentence that says what to do.</exception>
    public static Report Read(Stream file, string name) => throw new NotImplementedException();
}

/// <summary>A file that cannot be read as a report. The message is one Chinese sentence for the person who gave it.</summary>
public sealed class UnreadableReportException(string message) : Exception(message);
