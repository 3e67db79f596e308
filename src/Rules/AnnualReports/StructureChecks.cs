using System.Text.RegularExpressions;

namespace Gongkai.Rules.AnnualReports;

/// <summary>The report is made of what the form asks for: three tables of one form, six parts in order.</summary>
static partial class StructureChecks
{
    const string Numerals = "一二三四五六七八九十";

    [Law(Statute.ReportFormat2019, "附件"), Law(Statute.ReportFormat2021, "附件")]
    public static IEnumerable<Finding> TableMissing(Examined examined) =>
        from table in examined.Form.Tables
        where !examined.Report.Has(table)
        select new Finding("table-missing", Severity.Error, [], null, null,
            $"没有找到表{"〇一二三四"[table.Number]}（{table.Caption}）。请在第{Numerals[table.Number - 1]}部分补上这张表，用可以复制文字的表格，不要用图片。");

    [Law(Statute.Regulation, "50"), Law(Statute.ReportFormat2019, "附件"), Law(Statute.ReportFormat2021, "附件")]
    public static IEnumerable<Finding> SectionMissing(Examined examined)
    {
        var sections = examined.Report.Sections;
        var missing = examined.Form.Sections.Where(section => sections.All(s => s.Number != section.Number)).ToList();
        if (missing.Count == examined.Form.Sections.Count)
            yield return new("section-missing", Severity.Error, [], missing.Count, 0, "六个部分的标题一个也没有找到。请按格式写明“一、”至“六、”的标题。");
        else
            foreach (var section in missing)
                yield return new("section-missing", Severity.Error, [], null, null, $"缺少“{section.Heading}”这一部分。没有内容也要保留标题，并写明“无”。");

        // Parts two to four hold tables, part six may say nothing; these two must be written.
        foreach (var section in sections.GroupBy(s => s.Number).Where(s => s.Key is 1 or 5 && s.All(part => part.Characters == 0)).Select(s => s.First()))
            yield return new("section-missing", Severity.Warning, [], null, 0, $"“{section.Heading}”只有标题，没有内容。", section.Heading);
    }

    [Law(Statute.ReportFormat2019, "附件"), Law(Statute.ReportFormat2021, "附件")]
    public static IEnumerable<Finding> SectionOrder(Examined examined)
    {
        var sections = examined.Report.Sections;
        for (var i = 1; i < sections.Count; i++)
        {
            if (sections[i].Number < sections[i - 1].Number)
                yield return Disorder($"“{sections[i].Heading}”排在“{sections[i - 1].Heading}”之后，顺序颠倒。", sections[i].Heading);
            if (sections.Take(i).Any(before => before.Number == sections[i].Number && Numeral(before.Heading) is not null) && Numeral(sections[i].Heading) is not null)
                yield return Disorder($"“{sections[i].Heading}”这一部分出现了不止一次。", sections[i].Heading);
        }
        foreach (var section in sections)
            if (Numeral(section.Heading) is { } printed && printed != section.Number)
                yield return Disorder($"“{section.Heading}”是第{Numerals[section.Number - 1]}部分的内容，序号却是“{Numerals[printed - 1]}”。请按六个部分的固定序号编排，不要增减部分。", section.Heading);
        foreach (var (inside, paragraph, twin) in Repeats(sections))
            yield return Disorder($"“{inside.Heading}”里有“{paragraph.Trim()}”，后面又有“{twin.Heading}”：同一个序号、同一个标题出现了两次，第{Numerals[inside.Number - 1]}部分里像是套进了另一个“{Numerals[twin.Number - 1]}”。请改写前一个小标题，或把内容并入后一部分。", paragraph.Trim());

        static Finding Disorder(string message, string quote) => new("section-order", Severity.Error, [], null, null, message, quote);
    }

    // （二）主动公开政府信息情况 within part one, and then 二、主动公开政府信息情况: the same numeral, the same words.
    static IEnumerable<(ReportSection Inside, string Paragraph, ReportSection Twin)> Repeats(IReadOnlyList<ReportSection> sections) =>
        from inside in sections
        from paragraph in inside.Paragraphs
        let heading = Subheading().Match(paragraph.Trim())
        where heading.Success
        from twin in sections
        where twin.Number != inside.Number && Numerals.IndexOf(heading.Groups["n"].Value, StringComparison.Ordinal) + 1 == twin.Number
            && Han(heading.Groups["text"].Value) == Han(twin.Heading[(twin.Heading.IndexOf('、', StringComparison.Ordinal) + 1)..])
        select (inside, paragraph, twin);

    [Law(Statute.ReportFormat2019, "施行"), Law(Statute.ReportFormat2021, "施行")]
    public static IEnumerable<Finding> FormYear(Examined examined)
    {
        var tables = new[] { examined.Form.Table2, examined.Form.Table3 }.Where(examined.Report.Has).ToList();
        if (tables.Count == 0) yield break;
        if (examined.Year is not { } year)
        {
            if (tables.Select(table => table.Edition).Distinct().Count() > 1)
                yield return new("form-year", Severity.Error, [], null, null, "表二和表三分别用了2019年和2021年的式样。请统一使用报告年度应当使用的式样。");
            yield break;
        }
        var right = ReportForm.For(year).Edition;
        var wrong = tables.Where(table => table.Edition != right).ToList();
        if (wrong.Count > 0)
            yield return new("form-year", Severity.Error, [], right, wrong[0].Edition,
                $"{string.Join("、", wrong.Select(table => $"表{"〇一二三四"[table.Number]}"))}用的是{wrong[0].Edition}年的式样，"
                + $"而{year}年度报告应当使用{right}年的式样（{(right == 2021 ? Statute.ReportFormat2021 : Statute.ReportFormat2019).Title}）。"
                + (wrong.Count < tables.Count ? "同一份报告里混用了两种式样。" : "") + "请换用正确的表格重新填报。");
    }

    // Only 一、 counts: web pages and word processors number headings 1、 by themselves.
    static int? Numeral(string heading) => Top().Match(heading.Trim()) is { Success: true } match ? Numerals.IndexOf(match.Groups["n"].Value, StringComparison.Ordinal) + 1 : null;

    static string Han(string text) => string.Concat(text.Where(c => c is >= '\u4e00' and <= '\u9fff'));

    [GeneratedRegex("^(?<n>[一二三四五六七八九十])[、.．，,]")]
    private static partial Regex Top();

    [GeneratedRegex("^[（(](?<n>[一二三四五六])[）)](?<text>.{2,40})$")]
    private static partial Regex Subheading();
}
