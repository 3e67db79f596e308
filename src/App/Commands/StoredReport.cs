using System.CommandLine;
using Gongkai.Records;
using Gongkai.Records.AnnualReports;
using Gongkai.Records.Organizations;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.App.Commands;

/// <summary>The options that name one report in the store, and how it is fetched.</summary>
sealed record StoredReport(Option<string?> Agency, Option<int?> Year, Option<string?> Store)
{
    public static StoredReport Options() => new(
        new("--agency") { HelpName = "CODE", Description = "机关的代码，网址中也用它" },
        new("--year") { HelpName = "Y", Description = "报告的年度，例如 2024", CustomParser = YearOf },
        StoreCommands.Connection());

    public bool IsGiven(ParseResult line) => line.GetValue(Agency) is not null || line.GetValue(Year) is not null;

    /// <summary>The newest version of the report.</summary>
    /// <param name="line">What was typed.</param>
    /// <param name="otherwise">What to say where the options are missing.</param>
    /// <exception cref="NotDoneException">An option is missing, or the store has no such report.</exception>
    public Report Read(ParseResult line, string otherwise) => ReadWithOrigins(line, otherwise).Report;

    /// <summary>The same, and where its cells came from, if it was prepared here.</summary>
    public (Report Report, CellOrigins Origins) ReadWithOrigins(ParseResult line, string otherwise) => Find(line, otherwise, (store, report) => (report.ToReport(), CellOrigins.Of(store, report)));

    /// <summary>The same, and what stands behind one of its cells.</summary>
    /// <param name="cell">Finds the cell in the report's form.</param>
    public (Report Report, CellOrigins Origins, CellRecords? Records) ReadWithRecords(ParseResult line, string otherwise, Func<Report, FormCell> cell) => Find(line, otherwise, (store, stored) =>
    {
        var report = stored.ToReport();
        return (report, CellOrigins.Of(store, stored), CellRecords.Of(store, stored, cell(report)).GetAwaiter().GetResult());
    });

    T Find<T>(ParseResult line, string otherwise, Func<Store, AnnualReport, T> read)
    {
        if (line.GetValue(Agency) is not { } code || line.GetValue(Year) is not { } year) throw new NotDoneException($"请{otherwise}");

        using var store = StoreCommands.Open(line.GetValue(Store));
        var agency = store.Agencies.WithCode(code).SingleOrDefault()
            ?? throw new NotDoneException($"库中没有代码为“{code}”的机关，现有的代码是：{Listed(store.Agencies.OrderBy(each => each.Code).Select(each => each.Code))}。");
        var reports = store.AnnualReports.OfAgency(agency.Id);
        var report = reports.OfYear(year).OrderByDescending(each => each.Version).FirstOrDefault()
            ?? throw new NotDoneException($"库中没有{agency.Name}{year}年度的报告，现有的年度是：{Listed(reports.Select(each => each.Year).Distinct().OrderBy(each => each).Select(each => each.ToString()))}。");
        return read(store, report);
    }

    static int? YearOf(System.CommandLine.Parsing.ArgumentResult given)
    {
        var text = given.Tokens is [{ Value: var value }, ..] ? value : "";
        if (text.Length == 4 && int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var year)) return year;

        given.AddError($"年度要写成四位数字，例如 2024，而不是“{text}”。");
        return null;
    }

    static string Listed(IEnumerable<string> names) => names.Take(20).ToList() is { Count: > 0 } some ? string.Join("、", some) : "（一个也没有）";
}
