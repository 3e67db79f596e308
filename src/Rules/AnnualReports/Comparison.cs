namespace Gongkai.Rules.AnnualReports;

/// <summary>Compares two reports.</summary>
public static class Comparison
{
    /// <summary>Why <paramref name="previous"/> is not the report of the year before, as a Chinese sentence, or <c>null</c> when it is.</summary>
    public static string? WhyNotYearOnYear(Report report, Report previous)
    {
        var (year, before) = (YearEvidence.Of(report).Year, YearEvidence.Of(previous).Year);
        if (year is { } now && before is { } then && then != now - 1)
            return $"给出的上一年报告是{then}年度的，而这份报告是{now}年度的，应当用{now - 1}年度的报告核对上年结转。";
        if (AgencyName.ClearlyOther(report.Agency, previous.Agency))
            return $"给出的上一年报告是{previous.Agency}的，而这份报告是{report.Agency}的，不能核对上年结转。";
        return null;
    }
}
