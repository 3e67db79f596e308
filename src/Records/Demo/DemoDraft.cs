using Gongkai.Records.AnnualReports;
using Gongkai.Records.Organizations;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.Records.Demo;

/// <summary>The bureau's report in preparation for the newest year without one: half filled in, with things to put right.</summary>
static class DemoDraft
{
    /// <summary>Adds it where the bureau has none for that year.</summary>
    public static void Add(Store store, Agency bureau, DateTimeOffset at, int year)
    {
        if (store.ReportDrafts.OfAgency(bureau.Id).OfYear(year).Any() || store.AnnualReports.OfAgency(bureau.Id).OfYear(year).Any()) return;
        var pen = new Pen(null, "审核人员", at);
        var file = store.BeginDraft(bureau, year, pen).GetAwaiter().GetResult();
        var planned = DemoHistory.Of(DemoAgency.Bureau).First(one => one.Year == year).Report;
        foreach (var cell in file.Form.Cells.Where(cell => file.Form.TotalOf(cell) is null && cell.Table.Number != 4 && file.Find(cell)?.Supplied is null && cell.Row.Key != ReportForm.CarriedIn))
            if (file.Write(cell, planned.Cells[cell], null, pen) is { } added) store.Add(added);
        // 规章 are not for a bureau to make, and the fifth part is last year's: two warnings; table 4 is blank: errors.
        _ = file.Write(file.Form["t2.rules.inForce"], 1, null, pen);
        var before = DemoHistory.Of(DemoAgency.Bureau).First(one => one.Year == year - 1).Report;
        foreach (var section in planned.Sections)
            if (file.Write(section.Number, string.Join('\n', (section.Number == 5 ? before.Sections[4] : section).Paragraphs), pen) is { } text) store.Add(text);
    }
}
