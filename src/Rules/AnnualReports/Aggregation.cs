namespace Gongkai.Rules.AnnualReports;

/// <summary>One report that goes into a sum, and the day on which it was published, where that is known.</summary>
public sealed record Contribution(Report Report, DateOnly? Published = null);

/// <summary>What may fall short when reports are added up.</summary>
public enum Shortcoming
{
    /// <summary>A unit that must report has not.</summary>
    Missing,

    /// <summary>An agency's report was given more than once; it is counted once.</summary>
    Duplicate,

    /// <summary>Two agencies report the very same figures: one may be the other's.</summary>
    Twin,

    /// <summary>A report was published after the statutory day.</summary>
    Late,

    /// <summary>A unit's own report has errors.</summary>
    Failing,

    /// <summary>A cell of the sum lacks the number of one unit or more.</summary>
    Incomplete,

    /// <summary>A report does not say whose it is, so that it could be counted twice unseen.</summary>
    Nameless,
}

/// <summary>One thing that falls short in a sum.</summary>
/// <param name="Agency">Whose report it is about, where it is one's.</param>
/// <param name="Cell">The cell that is incomplete.</param>
/// <param name="Message">A Chinese sentence that says what to do.</param>
/// <param name="Findings">The errors of a failing unit.</param>
public sealed record SumProblem(Shortcoming Kind, string? Agency, string Message, FormCell? Cell = null, IReadOnlyList<Finding>? Findings = null);

/// <summary>Reports added up into one, and what is missing or wrong.</summary>
/// <param name="Report">The sum, without prose; an incomplete cell holds the sum of the numbers that there are, and the notes say so.</param>
/// <param name="Units">How many reports were counted.</param>
/// <param name="Complete">Every expected unit is in, and every cell has every unit's number.</param>
public sealed record Aggregate(Report Report, int Units, IReadOnlyList<SumProblem> Problems, bool Complete);

/// <summary>Adds up a government's report: its own office and each reporting unit exactly once.</summary>
[Law(Statute.Regulation, "49"), Law(Statute.ReportCounting2016, "汇总")]
public static class Aggregation
{
    /// <summary>Adds up the own office and its units.</summary>
    public static Aggregate Sum(Report own, params IEnumerable<Report> units) => Sum([new(own), .. units.Select(unit => new Contribution(unit))]);

    /// <summary>Adds up what was handed in; the first is the own office, and decides agency, year and form.</summary>
    /// <param name="contributions">The reports, own office first.</param>
    /// <param name="expected">Every agency that must report, the own office too; <c>null</c> when that is not known.</param>
    /// <exception cref="ArgumentException">They cannot be added; <see cref="ToSumming"/> says why.</exception>
    public static Aggregate Sum(IReadOnlyCollection<Contribution> contributions, IReadOnlyCollection<string>? expected = null)
    {
        if (ToSumming(contributions) is { } impediment) throw new ArgumentException(impediment.Reason, nameof(contributions));
        var own = contributions.First().Report;
        var year = YearOf(own);
        var totals = new Totals(own.Form);
        List<SumProblem> problems = [];
        Dictionary<string, Report> counted = new(StringComparer.Ordinal);
        Dictionary<string, string> figures = new(StringComparer.Ordinal);
        foreach (var (report, published) in contributions)
        {
            var agency = Name(report.Agency);
            if (agency is null) problems.Add(new(Shortcoming.Nameless, null, "有一份报告没有写明机关名称，无法核对是否重复，已计入。请补写机关名称后重新汇总。"));
            else if (!counted.TryAdd(agency, report))
            {
                var same = counted[agency].Cells.All.SequenceEqual(report.Cells.All);
                problems.Add(new(Shortcoming.Duplicate, agency, $"{agency}的报告给了不止一份{(same ? "" : "，数字还不相同")}，只计入第一份。{(same ? "" : "请确认以哪一份为准。")}"));
                continue;
            }
            totals.Add(report);
            if (Twin(report, figures) is { } twin) problems.Add(new(Shortcoming.Twin, agency, $"{agency}与{twin}的各项数字完全相同，可能是同一份数据报了两次，请核对。"));
            if (published > DueBy(agency, year)) problems.Add(new(Shortcoming.Late, agency, $"{agency}于{published:yyyy年M月d日}公布，晚于法定的{DueBy(agency, year):yyyy年M月d日}。"));
            if (Checks.Of(report).Where(finding => finding.Severity == Severity.Error).ToList() is { Count: > 0 } errors)
                problems.Add(new(Shortcoming.Failing, agency, $"{agency ?? "一份没有写明机关的报告"}有{errors.Count}处错误，请先更正再汇总。", Findings: errors));
        }
        foreach (var missing in expected?.Where(name => !counted.Keys.Any(agency => AgencyName.Same(name, agency))) ?? [])
            problems.Add(new(Shortcoming.Missing, missing, $"缺少{missing}的报告，合计不完整。请催报后重新汇总。"));
        foreach (var cell in own.Form.Cells.Where(cell => totals.OpenIn(cell) > 0))
            problems.Add(new(Shortcoming.Incomplete, null, $"{cell.Place}有{totals.OpenIn(cell)}个单位没有填数，这一格的合计不完整。", cell));

        var complete = problems.TrueForAll(problem => problem.Kind is not (Shortcoming.Missing or Shortcoming.Incomplete));
        return new(SumReport(own, year, totals, complete ? [] : problems), totals.Count, problems, complete);
    }

    /// <summary>Why these reports cannot be added up: there are none, or they are of different years or forms.</summary>
    public static Impediment? ToSumming(IReadOnlyCollection<Contribution> contributions)
    {
        if (contributions.Count == 0) return new("没有给出报告，无法汇总。请至少给出一份。");
        var own = contributions.First().Report;
        foreach (var (report, _) in contributions)
        {
            if (report.Form.Hybrid) return new($"{Shown(report)}混用了2019年和2021年的表格式样，无法汇总。请先换用正确的表格。");
            if (report.Form != own.Form) return new($"{Shown(report)}用的是{report.Form.Edition}年的表格式样，{Shown(own)}用的是{own.Form.Edition}年的，两种式样的数不能相加。请统一式样后再汇总。");
            if (YearOf(report) is { } year && YearOf(own) is { } first && year != first) return new($"{Shown(report)}是{year}年度的，{Shown(own)}是{first}年度的，不同年度的数不能相加。请换成同一年度的报告。");
        }
        return null;
    }

    // 县级以上人民政府部门：1月31日前；县级以上地方人民政府：3月31日前. Inclusive: published on 31 January is in time.
    [Law(Statute.Regulation, "49")]
    static DateOnly? DueBy(string? agency, int? year) => year is not { } reported || agency is null ? null
        : agency.EndsWith("人民政府", StringComparison.Ordinal) && AgencyName.RankOf(agency) != AgencyName.Rank.Town ? new(reported + 1, 3, 31) : new(reported + 1, 1, 31);

    static Report SumReport(Report own, int? year, Totals totals, IReadOnlyList<SumProblem> problems) => new()
    {
        Form = own.Form,
        Agency = own.Agency,
        Year = year,
        Title = $"{own.Agency}{year}年政府信息公开工作年度报告",
        Sections = [.. own.Form.Sections.Select(section => new ReportSection(section.Number, section.Heading, []))],
        Cells = new(own.Form, own.Form.Cells.Select(cell => totals.OpenIn(cell) == totals.Count ? CellValue.Blank : totals[cell])),
        Notes = [.. problems.Select(problem => problem.Message)],
    };

    // Reports of nothing are all alike; figures that say something are alike only when copied.
    static string? Twin(Report report, Dictionary<string, string> figures)
    {
        if (report.Cells.All.ToArray().Count(cell => cell.Number > 0) < 12) return null;
        var key = string.Join(' ', report.Cells.All.ToArray());
        if (figures.TryGetValue(key, out var twin)) return twin;
        figures[key] = report.Agency ?? "另一份报告";
        return null;
    }

    static int? YearOf(Report report) => report.Year ?? YearEvidence.Of(report).Year;
    static string? Name(string? agency) => string.IsNullOrWhiteSpace(agency) ? null : string.Concat(agency.Where(c => !char.IsWhiteSpace(c)));
    static string Shown(Report report) => report.Agency is { } agency ? $"{agency}的报告" : "有一份报告";
}
