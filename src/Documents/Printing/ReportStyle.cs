namespace Gongkai.Documents.Printing;

/// <summary>How the annual report looks, on a screen and on paper; a page that shows the components may serve it as it is.</summary>
public static class ReportStyle
{
    /// <summary>Style sheet for <c>AnnualReportDocument</c>, <c>ReportTable</c> and <c>FindingList</c>. Contrast is at least 4.5 : 1.</summary>
    public const string Css = """
        body { margin: 0; background: #fff; color: #1F2329;
          font: 1rem/1.8 "PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", sans-serif; }
        main { max-width: 60rem; margin: 0 auto; padding: 1rem; }
        .report { font-size: 1.125rem; line-break: strict; overflow-wrap: anywhere; }
        .report-title { font: 1.5rem/1.5 "FZXiaoBiaoSong-B05S", "方正小标宋简体", "Source Han Serif SC", "Noto Serif CJK SC", SimSun, serif; text-align: center; }
        .report h2, .report h3, .report h4 { line-height: 1.5; margin: 1.5em 0 .75em; }
        .report h2 { font-size: 1.25rem; }
        .report h3, .report h4 { font-size: 1.125rem; }
        .report p { margin: 0 0 1.3em; max-width: 42em; }
        .report-table-region { overflow-x: auto; margin: 1.5em 0; }
        .report-table-region:focus-visible, .report a:focus-visible, .findings a:focus-visible { outline: 3px solid #FFDD00; box-shadow: 0 0 0 6px #0B0C0C; }
        .report-table { border-collapse: collapse; width: 100%; font-size: 1rem; line-height: 1.5; }
        .report-table caption { text-align: left; font-weight: 600; padding: .5em 0; }
        .report-table th, .report-table td { border: 1px solid #6F7680; padding: .375em .5em; }
        .report-table th { font-weight: 400; text-align: left; background: #F5F6F8; }
        .report-table th[scope^="col"] { text-align: center; }
        .report-table th[scope="row"] { min-width: 8em; position: sticky; left: 0; }
        .report-table th[scope="rowgroup"] { min-width: 2em; }
        .report-table th:target, .report-table td:target { outline: 3px solid #0B0C0C; outline-offset: -3px; }
        .report-table .number { text-align: right; font-variant-numeric: tabular-nums; min-width: 3em; }
        .report-table-2 td { width: 22%; }
        .report-table .has-error { background: #FDECEA; color: #A61B1B; }
        .report-table .has-warning { background: #FFF4DB; color: #8A5300; }
        .finding-mark { color: inherit; margin-right: .375em; white-space: nowrap; }
        .finding { margin-bottom: 1em; }
        .finding:target { outline: 3px solid #0B0C0C; outline-offset: 3px; }
        .finding-error .finding-severity { color: #A61B1B; }
        .finding-warning .finding-severity { color: #8A5300; }
        .visually-hidden { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        @media print {
          @page { size: A4; margin: 37mm 26mm 35mm 28mm; }
          body, .report-table th, .report-table td { background: none; color: #000; }
          main { max-width: none; padding: 0; }
          .report { font: 16pt/1.8 "仿宋_GB2312", FangSong, "仿宋", "Noto Serif CJK SC", serif; }
          .report p { max-width: none; text-indent: 2em; margin: 0; }
          .report h2, .report h3, .report h4 { break-after: avoid; }
          .report-table-region { overflow: visible; }
          .report-table { font-size: 9pt; line-height: 1.3; }
          .report-table th, .report-table td { padding: .125em .25em; min-width: 0; }
          .report-table th[scope="row"], .report-table th[scope="rowgroup"], .report-table .number { min-width: 0; position: static; }
          .report-table-region, .report-table tr { break-inside: avoid; }
          .report-table-3 th[scope="col"] { min-width: 2em; }
          .report-table thead { display: table-header-group; }
        }
        """;
}
