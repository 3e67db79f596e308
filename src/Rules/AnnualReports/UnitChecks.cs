namespace Gongkai.Rules.AnnualReports;

/// <summary>Counts are whole numbers of things, and amounts are in the form's unit.</summary>
static class UnitChecks
{
    // The catalogues of 行政事业性收费 list some dozens of items for the whole country: ten thousand is never a number of items, though it
    // may be a number of receipts, and a hundred thousand in this cell is money.
    const decimal ItemsAreDoubtful = 10_000, ItemsAreMoney = 100_000;

    // No body has made so many 规章; a county has not so many 规范性文件, and no one has ten times as many.
    const decimal DocumentsAreDoubtful = 10_000;

    // A county's bureau does not decide a million cases a year, nor does anyone buy a hundred thousand times through the central procurement.
    const decimal DecisionsAreDoubtful = 1_000_000, PurchasesAreDoubtful = 100_000;

    // In 万元 this is a trillion yuan, more than the whole country collects in a year.
    const decimal BeyondTheCountry = 100_000_000;

    [Law(Statute.ReportFormat2019, "表二"), Law(Statute.ReportFormat2021, "表二")]
    public static IEnumerable<Finding> Units(Examined examined)
    {
        foreach (var cell in examined.Form.Cells)
            if (examined.Report.Cells[cell] is { Reading: CellReading.Number or CellReading.Text, Number: > -Printed.Beyond and < Printed.Beyond and var number } value && Fault(examined, cell, value, number) is { } finding)
                yield return finding;
    }

    static Finding? Fault(Examined examined, FormCell cell, CellValue value, decimal number) => cell.Unit switch
    {
        Unit.Count or Unit.Change when value.IsMoney => Of(cell, Severity.Error, null, number, $"填的是“{value}”，是一笔金额，而这一格应填件数（项数）"),
        Unit.Count or Unit.Change when number != decimal.Truncate(number) => Of(cell, Severity.Error, null, number, $"填的是{number}，带有小数，很可能是金额，而这一格应填件数（项数）"),
        Unit.Count or Unit.Change => Size(examined, cell, number),
        Unit.TenThousandYuan => Amount(examined, cell, value, number),
        Unit.Yuan => null,
    };

    static Finding? Size(Examined examined, FormCell cell, decimal number) => (cell.Table.Number, cell.Row.Key) switch
    {
        (2, "fees") when Math.Abs(number) >= ItemsAreMoney => Of(cell, Severity.Error, null, number, $"填的是{number:0}，没有哪个机关有这么多收费项目，很可能是收费金额，而这一格应填项目数量"),
        (2, "fees") when Math.Abs(number) >= ItemsAreDoubtful => Of(cell, Severity.Warning, null, number, $"填的是{number:0}，不像收费项目的数量，可能填了收费金额或者收费笔数"),
        (2, "rules") when number >= DocumentsAreDoubtful => Many(cell, number),
        (2, "normative") when number >= DocumentsAreDoubtful * (Local(examined) ? 1 : 10) => Many(cell, number),
        (2, "licences" or "penalties" or "coercion") when number >= DecisionsAreDoubtful && Local(examined) => Many(cell, number),
        (2, "procurement") when examined.Number("t2.procurement.amount") is { } amount && number >= ItemsAreDoubtful && amount <= number / 1000 =>
            Of(cell, Severity.Error, amount, number, $"填的是{number:0}，而采购总金额只有{amount:0.####}，这两格很可能填反了"),
        (2, "procurement") when number >= PurchasesAreDoubtful => Many(cell, number),
        _ => null,
    };

    static Finding Many(FormCell cell, decimal number) => Of(cell, Severity.Warning, null, number, $"填的是{number:0}，不像件数，可能填了金额");

    static bool Local(Examined examined) => AnnualReports.AgencyName.RankOf(examined.Report.Agency) is AnnualReports.AgencyName.Rank.County or AnnualReports.AgencyName.Rank.Town;

    static Finding? Amount(Examined examined, FormCell cell, CellValue value, decimal number)
    {
        var tenThousandth = number / 10_000;
        if (value.InYuan)
            return Of(cell, Severity.Error, tenThousandth, number, $"填的是“{value}”，单位是元，而这一格的单位是万元，应填{tenThousandth:0.######}");
        if (value.InHundredMillions)
            return Of(cell, Severity.Error, number * 10_000, number, $"填的是“{value}”，而这一格的单位是万元，应填{number * 10_000:0.######}");
        // 万元 is printed: the unit is the form's, whatever the size.
        if (value.IsMoney) return null;
        if (number >= BeyondTheCountry)
            return Of(cell, Severity.Error, tenThousandth, number, $"填的是{number:0.####}万元，超过全国一年的收费总额，单位应是元；折合{tenThousandth:0.######}万元");
        if (examined.YearBefore is { } before && before.Form.Find(cell.Key) is { } then && before.NumberIn(then) is > 0 and var last && !before.Cells[then].InYuan && number >= 1000)
        {
            if (tenThousandth >= last / 2 && tenThousandth <= last * 2)
                return Of(cell, Severity.Error, tenThousandth, number, $"填的是{number:0.####}，约为上一年（{last:0.####}万元）的一万倍，单位很可能是元；折合{tenThousandth:0.######}万元");
            if (tenThousandth >= last / 10 && tenThousandth <= last * 10)
                return Of(cell, Severity.Warning, tenThousandth, number, $"填的是{number:0.####}，是上一年（{last:0.####}万元）的{number / last:0}倍，单位疑似为元");
            // Last year's amount is of the same size: so large an amount is usual here.
            if (number <= last * 20) return null;
        }
        return number >= Doubtful(examined.Report.Agency, whole: number == decimal.Truncate(number))
            ? Of(cell, Severity.Warning, tenThousandth, number, $"填的是{number:0.####}万元，对这一级机关来说数额过大，单位疑似为元；如是元，应填{tenThousandth:0.######}")
            : null;
    }

    // From how much 万元 on an amount is doubted, by the level of the agency. A whole number is doubted earlier: yuan turned into 万元 leave
    // decimals. A government reports for all its departments, ten times as much.
    static decimal Doubtful(string? agency, bool whole) => AnnualReports.AgencyName.RankOf(agency) switch
    {
        AnnualReports.AgencyName.Rank.Town => whole ? 1_000 : 10_000,
        AnnualReports.AgencyName.Rank.County => (whole ? 10_000 : 100_000) * Scope(agency!),
        AnnualReports.AgencyName.Rank.City => whole ? 200_000 * Scope(agency!) : 2_000_000,
        AnnualReports.AgencyName.Rank.Province => 10_000_000,
        AnnualReports.AgencyName.Rank.Nation => BeyondTheCountry,
        AnnualReports.AgencyName.Rank.Unknown => whole ? 300_000 : 2_000_000,
    };

    static decimal Scope(string agency) => agency.EndsWith("人民政府", StringComparison.Ordinal) ? 10 : 1;

    static Finding Of(FormCell cell, Severity severity, decimal? expected, decimal actual, string what) => new("unit", severity, [cell], expected, actual, $"{cell.Place}{what}。");
}
