using Gongkai.Rules.AnnualReports;

namespace Gongkai.Records.Demo;

/// <summary>The figures of one invented year: they balance, and they follow from the year before.</summary>
sealed class DemoTables
{
    // How often each outcome comes up. What is left out never does.
    static readonly (string Key, int Weight)[] Outcomes =
    [
        ("granted", 40), ("partlyGranted", 10), ("lawForbidden", 1), ("thirdParty", 4), ("internal", 3), ("process", 5), ("enforcement", 3), ("query", 5),
        ("notHeld", 18), ("needsProcessing", 3), ("stillUnclear", 2), ("petition", 4), ("duplicate", 2), ("publication", 1), ("confirmation", 1),
        ("otherHandling", 4), ("noCorrection", 3), ("other", 2),
    ];

    static readonly (string Key, int Weight)[] Applicants =
        [("person", 75), ("business", 15), ("research", 2), ("welfare", 1), ("legalService", 4), ("otherBody", 3)];

    static readonly (string Key, int Weight)[] Results = [("upheld", 60), ("corrected", 12), ("other", 13), ("pending", 15)];

    readonly DemoAgency agency;
    readonly DemoState before;
    readonly ReportForm form;
    readonly Numbers draw;
    readonly Dictionary<string, CellValue> cells = [];
    readonly Dictionary<string, int> items = [];
    readonly Dictionary<string, int> open = [];
    readonly Dictionary<string, int> pending = [];
    int inForce;

    DemoTables(DemoAgency agency, int year, DemoState before)
    {
        this.agency = agency;
        this.before = before;
        form = ReportForm.For(year);
        draw = Numbers.For(agency.Code, year, "tables");
    }

    /// <summary>The year's cells, and what it leaves to the next.</summary>
    public static (CellValues Cells, DemoState After) Of(DemoAgency agency, int year, DemoState before)
    {
        var tables = new DemoTables(agency, year, before);
        tables.Documents();
        if (tables.form.Edition == 2019) tables.DisclosureOf2019();
        else tables.DisclosureOf2021();
        tables.Requests();
        tables.Remedies();
        return (CellValues.Of(tables.form, tables.cells, 0), new(tables.items, tables.inForce, tables.open, tables.pending));
    }

    void Documents()
    {
        var issued = agency.Decisions == 0 ? 0 : draw.Between(0, 3);
        var repealed = draw.Between(0, Math.Min(2, before.InForce));
        if (form.Edition == 2019)
        {
            // This form counts what is public, and nothing that is repealed.
            inForce = before.InForce + issued;
            cells["t2.normative.made"] = cells["t2.normative.disclosed"] = issued;
            cells["t2.normative.total"] = inForce;
            return;
        }
        inForce = before.InForce + issued - repealed;
        cells["t2.normative.issued"] = issued;
        cells["t2.normative.repealed"] = repealed;
        cells["t2.normative.inForce"] = inForce;
    }

    void DisclosureOf2019()
    {
        foreach (var (row, previous) in before.Items)
        {
            var change = previous == 0 ? 0 : draw.Between(-Math.Min(3, previous), 4);
            items[row] = previous + change;
            cells[$"t2.{row}.previous"] = previous;
            cells[$"t2.{row}.change"] = change switch { 0 => 0, < 0 => CellValue.Text($"{change}", change), _ => CellValue.Text($"+{change}", change) };
        }
        cells["t2.licences.decisions"] = Decisions(1);
        cells["t2.services.decisions"] = items["services"] == 0 ? 0 : Decisions(4);
        cells["t2.penalties.decisions"] = Decisions(9);
        cells["t2.coercion.decisions"] = 0;
        var projects = draw.Between(2, 9);
        cells["t2.procurement.projects"] = projects;
        cells["t2.procurement.amount"] = projects * draw.Between(20, 160) * 5000;
    }

    void DisclosureOf2021()
    {
        foreach (var (row, count) in before.Items) items[row] = count;
        var licences = Decisions(1);
        cells["t2.licences.decisions"] = licences;
        cells["t2.penalties.decisions"] = Decisions(9);
        if (licences == 0) return;
        cells["t2.coercion.decisions"] = draw.Between(0, 2);
        // In ten thousand yuan, to the yuan.
        cells["t2.fees.amount"] = ((licences * 3400) + draw.Between(0, 3399)) / 10000m;
    }

    // More than there are items on any list, so that no count is another's sum by accident.
    int Decisions(int share) => agency.Decisions == 0 ? 0 : 150 + draw.About(agency.Decisions / share);

    void Requests()
    {
        var outcomes = Outcomes.Where(outcome => form.Outcomes.Any(row => row.Key == outcome.Key)).ToList();
        var received = Drawn(draw.About(agency.Requests), Applicants);
        foreach (var column in Columns(form.Table3))
        {
            var all = received.GetValueOrDefault(column.Key) + before.OpenIn(column);
            var left = draw.Between(0, all / 9);
            var closed = Drawn(all - left, outcomes);

            open[column.Key] = left;
            Set(ReportForm.Received, column, received.GetValueOrDefault(column.Key));
            Set(ReportForm.CarriedIn, column, before.OpenIn(column));
            foreach (var (outcome, count) in closed) Set(outcome, column, count);
            Set(ReportForm.Total, column, all - left);
            Set(ReportForm.CarriedOver, column, left);
        }

        void Set(string row, FormColumn column, int count) => Add($"t3.{row}.", column.Key, count);
    }

    void Remedies()
    {
        var closed = (int)cells["t3.total.total"].Number!.Value;
        foreach (var (block, oneIn) in new[] { ("review", 14), ("suit", 40), ("suitAfterReview", 45) })
            foreach (var (result, count) in Drawn(before.PendingIn(block) + draw.Between(0, 2 * closed / oneIn), Results))
            {
                Add($"t4.{block}.", result, count);
                if (result == "pending") pending[block] = count;
            }
    }

    // A cell, and the total at the end of its row.
    void Add(string row, string column, int count)
    {
        cells[row + column] = count;
        cells[row + ReportForm.Total] = count + (cells.TryGetValue(row + ReportForm.Total, out var sum) ? sum.Number!.Value : 0);
    }

    Dictionary<string, int> Drawn(int count, IReadOnlyList<(string Key, int Weight)> choices) =>
        Enumerable.Range(0, count).Select(_ => draw.Among(choices)).CountBy(key => key).ToDictionary();

    static IEnumerable<FormColumn> Columns(FormTable table) => table.Blocks[0].Columns.Where(column => column.Key != ReportForm.Total);
}
