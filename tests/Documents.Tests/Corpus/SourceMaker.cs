using Gongkai.Rules.AnnualReports;

namespace Gongkai.Documents.Tests.Corpus;

/// <summary>Makes consistent reports from a seed: everything that the form makes equal is equal.</summary>
public static class SourceMaker
{
    /// <param name="seed">The same seed makes the same report.</param>
    /// <param name="form">The form, or <c>null</c> to let the seed choose; the year fits it.</param>
    /// <param name="odd">Whether some cells are blank or hold something else than a plain number.</param>
    /// <param name="size">0 to 3: all zero, a small bureau, a district, a city; <c>null</c> lets the seed choose.</param>
    /// <param name="year">The year, where it shall not be one that the form is for.</param>
    public static ReportSource Make(int seed, ReportForm? form = null, bool odd = false, int? size = null, int? year = null)
    {
        var random = new Random(seed * 7919 + 17);
        form ??= random.Next(5) < 2 ? ReportForm.Of2019 : ReportForm.Of2021;
        var fitting = form.Edition == 2019 ? 2019 + random.Next(2) : 2021 + random.Next(5);
        var scale = (size ?? random.Next(4)) switch { 0 => 0, 1 => 4, 2 => 40, _ => 1200 };
        var agency = Agencies.Any(random);
        var cells = new PrintedCell[form.Cells.Count];
        foreach (var cell in form.Cells) cells[cell.Index] = PrintedCell.Of(0);
        var source = new ReportSource
        {
            Form = form, Year = year ?? fitting, Agency = agency, Cells = cells,
            Title = "", Introduction = [], Sections = [],
        };
        Disclosure(form, cells, scale, agency, random);
        Requests(form, cells, scale, random);
        Remedies(form, cells, scale, random);
        source = Narrative.Write(source, random);
        return odd ? Oddities.Put(source, random) : source;
    }

    static void Disclosure(ReportForm form, PrintedCell[] cells, int scale, string agency, Random random)
    {
        int Some() => scale == 0 || random.Next(3) == 0 ? 0 : random.Next(0, scale + 1);

        var rules = agency.EndsWith("市人民政府", StringComparison.Ordinal);
        foreach (var cell in form.Cells.Where(cell => cell.Table.Number == 2))
        {
            if (cell.Row.Key == "rules" && !rules) continue;
            cells[cell.Index] = cell.Unit switch
            {
                Unit.Change => Change(Some(), random),
                Unit.Yuan => PrintedCell.Of(Some() == 0 ? 0 : random.Next(10_000, 90_000_000) / 100m),
                Unit.TenThousandYuan => PrintedCell.Of(Some() == 0 ? 0 : random.Next(100, 9_000_000) / 10_000m / (random.Next(2) + 1)),
                _ => PrintedCell.Of(Some()),
            };
        }
        foreach (var row in new[] { "rules", "normative" })
            if (form.Edition == 2019)
                Raise(form[$"t2.{row}.total"], cells[form[$"t2.{row}.disclosed"].Index].Number!.Value);

        void Raise(FormCell cell, decimal least) => cells[cell.Index] = PrintedCell.Of(Math.Max(cells[cell.Index].Number!.Value, least));
    }

    static PrintedCell Change(int size, Random random) => size == 0 ? PrintedCell.Of(0)
        : random.Next(2) == 0 ? PrintedCell.Of(-size) : new("+" + size, size);

    static void Requests(ReportForm form, PrintedCell[] cells, int scale, Random random)
    {
        var columns = form.Table3.Blocks[0].Columns;
        var rows = form.Table3.Blocks[0].Rows;
        var sums = rows.ToDictionary(row => row.Key, _ => 0);
        foreach (var column in columns.SkipLast(1))
        {
            var most = column.Key == "person" ? scale : random.Next(3) == 0 ? scale / 6 : 0;
            int Some(int chance) => most == 0 || random.Next(10) >= chance ? 0 : random.Next(1, most + 1);
            var closed = 0;
            foreach (var row in form.Outcomes) closed += Put(row.Key, Some(row.Key == "granted" ? 9 : 4));
            Put(ReportForm.Total, closed);
            var over = Put(ReportForm.CarriedOver, Some(5) / 3);
            var carried = Put(ReportForm.CarriedIn, Math.Min(closed + over, Some(5) / 3));
            Put(ReportForm.Received, closed + over - carried);

            int Put(string row, int number)
            {
                cells[form[$"t3.{row}.{column.Key}"].Index] = PrintedCell.Of(number);
                sums[row] += number;
                return number;
            }
        }
        foreach (var row in rows) cells[form[$"t3.{row.Key}.total"].Index] = PrintedCell.Of(sums[row.Key]);
    }

    static void Remedies(ReportForm form, PrintedCell[] cells, int scale, Random random)
    {
        foreach (var row in FormTables.Table4.Blocks[0].Rows)
        {
            var sum = 0;
            foreach (var column in FormTables.Table4.Blocks[0].Columns)
            {
                var number = column.Key == ReportForm.Total ? sum : scale == 0 || random.Next(2) == 0 ? 0 : random.Next(0, scale / 8 + 3);
                cells[form[$"t4.{row.Key}.{column.Key}"].Index] = PrintedCell.Of(number);
                sum += number;
            }
        }
    }
}

/// <summary>Names of agencies that do not exist.</summary>
static class Agencies
{
    static readonly string[] Places = ["云溪市", "青岚县", "临江区", "松阳市澄湖区", "平原省望海市", "白石镇", "安和街道"];
    static readonly string[] Bodies = ["住房和城乡建设局", "财政局", "教育局", "交通运输局", "综合行政执法局", "市场监督管理局", "应急管理局", "人民政府办公室", "自然资源和规划局"];

    public static string Any(Random random)
    {
        var place = Places[random.Next(Places.Length)];
        if (place.EndsWith('镇')) return "青岚县" + place + "人民政府";
        if (place.EndsWith("街道", StringComparison.Ordinal)) return "临江区" + place + "办事处";
        return random.Next(5) == 0 ? place + "人民政府" : place + Bodies[random.Next(Bodies.Length)];
    }
}
