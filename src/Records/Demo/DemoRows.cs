using Gongkai.Records.Registers;
using Gongkai.Rules;
using Gongkai.Rules.AnnualReports;
using Gongkai.Rules.Registers;

namespace Gongkai.Records.Demo;

/// <summary>The rows of the demo bureau's registers, year after year as its reports count them.</summary>
sealed partial class DemoRows(Guid agency, string name, IReadOnlyList<Guid> departments)
{
    readonly Dictionary<string, List<RegisterRow>> listed = [];
    readonly List<NormativeDocument> inForce = [];

    public List<RegisterRow> All { get; } = [];

    /// <summary>Adds what a year's report counts.</summary>
    public void Year(int year, Report report)
    {
        foreach (var row in (string[])["licences", "services", "penalties", "coercion", "fees"]) Lists(year, report, row);
        foreach (var row in (string[])["licences", "penalties", "coercion"])
            foreach (var (on, number) in Days(year, Whole($"t2.{row}.decisions"))) All.Add(Decision(row, year, on, number));
        // The form of 2019 counts them, and the reports of its two years say none.
        if (year > 2020)
            foreach (var (on, number) in Days(year, 24)) All.Add(Decision("services", year, on, number));
        Purchases(year, Whole("t2.procurement.projects"), Number("t2.procurement.amount"));
        Receipts(year, Number("t2.fees.amount"));
        Documents(year, Whole("t2.normative.issued") + Whole("t2.normative.made"), Whole("t2.normative.repealed"));

        decimal Number(string key) => report.Form.Find(key) is { } cell ? report.Cells[cell].Number ?? 0 : 0;
        int Whole(string key) => (int)Number(key);
    }

    // The list at the beginning, and what comes and goes in a year. In 2019 the changes carry no sign and the fees are money: what stood there afterwards says what is meant.
    void Lists(int year, Report report, string row)
    {
        if (!listed.TryGetValue(row, out var list))
        {
            listed.Add(row, list = []);
            var previous = row == "fees" ? 1 : (int)(report.Cells[report.Form[$"t2.{row}.previous"]].Number ?? 0);
            for (var number = 1; number <= previous; number++) Enter(row, list, new(2016, 1, 1), number);
        }
        if (report.Form.Find($"t2.{row}.change") is not { } cell) return;
        var change = year == 2019 ? BureauReportOf2019.After.Items[row] - list.Count : (int)(report.Cells[cell].Number ?? 0);
        var first = All.Count(one => one is PowerEntry or FeeEntry) + 1;
        for (var number = 0; number < change; number++) Enter(row, list, new(year, 6, 1), first + number);
        for (var number = 0; number < -change; number++)
        {
            switch (list[0])
            {
                case PowerEntry power: (power.Until, power.Adjustment) = (new(year, 7, 1), "随“放管服”改革取消，见区政府权责清单调整通知。"); break;
                case FeeEntry fee: fee.Until = new(year, 7, 1); break;
            }
            list.RemoveAt(0);
        }
    }

    void Enter(string row, List<RegisterRow> list, DateOnly on, int number)
    {
        RegisterRow entry = row == "fees" ? Fee(on, number) : Power(row, on, number);
        list.Add(entry);
        All.Add(entry);
    }

    // Spread over the year, on working days of the same year.
    static IEnumerable<(DateOnly On, int Number)> Days(int year, int count)
    {
        var calendar = WorkingCalendar.BuiltIn;
        for (var number = 0; number < count; number++)
        {
            var day = new DateOnly(year, 1, 1).AddDays((int)((long)number * 364 / count));
            yield return (calendar.OnOrAfter(day) is var on && on.Year == year ? on : calendar.OnOrBefore(day), number + 1);
        }
    }

    void Purchases(int year, int count, decimal yuan)
    {
        var draw = Numbers.For(DemoAgency.Bureau.Code, year, "purchases");
        if (count == 0) (count, yuan) = (draw.Between(2, 5), draw.Between(20, 160) * 15_000);
        var left = (long)(yuan * 100);
        foreach (var (on, number) in Days(year, count))
        {
            var fen = number == count ? left : (long)(yuan * 100) / count / 10_000 * 10_000;
            left -= fen;
            var project = Purchase(year, on, number, fen);
            All.Add(project);
            All.Add(Contract(project));
        }
    }

    // The years of the first form have no amount in their table; what the first report wrote into another column is one: 78504912.2 yuan for the year before, 1736889.9 more in its own.
    void Receipts(int year, decimal tenThousands)
    {
        if (year == 2019) Months(2018, 7_850_491_220);
        Months(year, year switch { 2019 => 7_850_491_220 + 173_688_990, 2020 => 4_126_031_850, _ => (long)(tenThousands * 1_000_000) });

        void Months(int of, long fen)
        {
            var month = fen / 12 / 100 * 100;
            for (var number = 1; number <= 12 && fen > 0; number++)
                All.Add(new FeeReceipt { AgencyId = agency, Number = $"{of}-{number:00}", Title = FeeNames[0], On = new(of, number, 20), Fen = number == 12 ? fen - 11 * month : month });
        }
    }

    void Documents(int year, int issued, int repealed)
    {
        foreach (var document in inForce.Take(repealed)) (document.RepealedOn, document.RepealedBy) = (new(year, 9, 10), $"某住建发〔{year}〕31号《关于公布规范性文件清理结果的通知》");
        inForce.RemoveRange(0, repealed);
        foreach (var (on, number) in Days(year, issued))
        {
            var document = Document(year, on, number);
            inForce.Add(document);
            All.Add(document);
        }
    }
}
