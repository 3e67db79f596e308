using Gongkai.Documents.Printing;
using Gongkai.Records.Demo;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.App.Tests.Commands;

/// <summary>A temporary folder with reports in it, gone when the test is over.</summary>
sealed class Folder : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("gongkai-commands-");

    public string this[string name] => Path.Combine(folder.FullName, name);

    /// <summary>The connection string of a store of the folder's own.</summary>
    public string Store => $"Data Source={this["store/gongkai.db"]}";

    public IEnumerable<string> Names => folder.EnumerateFiles().Select(file => file.Name).Order(StringComparer.Ordinal);

    /// <summary>The demo bureau's report on a year.</summary>
    public static Report Report(int year) => DemoHistory.Of(DemoAgency.Bureau).First(report => report.Year == year).Report;

    /// <summary>The path of a new file that holds the report, in the format that the name asks for.</summary>
    public string Print(Report report, string name)
    {
        using var file = File.Create(this[name]);
        ReportPrinter.Print(report, PrintFormats.OfName(name)!.Value, file);
        return this[name];
    }

    public string Write(string text, string name)
    {
        File.WriteAllText(this[name], text);
        return this[name];
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }
}

/// <summary>Reports with one thing changed.</summary>
static class Changes
{
    /// <summary>The same report with other numbers in some cells.</summary>
    public static Report With(this Report report, params (string Cell, CellValue Value)[] changes)
    {
        var cells = report.Form.Cells.ToDictionary(cell => cell.Key, cell => report.Cells[cell]);
        foreach (var (cell, value) in changes) cells[cell] = value;
        return report with { Cells = CellValues.Of(report.Form, cells) };
    }

    /// <summary>The same report, of another agency from its title to its last line.</summary>
    public static Report Of(this Report report, string agency)
    {
        string Renamed(string text) => text.Replace(report.Agency!, agency, StringComparison.Ordinal);
        return report with
        {
            Agency = agency,
            Title = Renamed(report.Title!),
            Introduction = [.. report.Introduction.Select(Renamed)],
            Sections = [.. report.Sections.Select(section => section with { Paragraphs = [.. section.Paragraphs.Select(Renamed)] })],
        };
    }
}
