using Gongkai.Rules.AnnualReports;

namespace Gongkai.Rules.Tests;

public class SumTests
{
    static readonly Report Clean = Samples.Clean;

    public static TheoryData<string> SummedCells => [.. ReportForm.Of2021.Sums.SelectMany(sum => sum.Left.Concat(sum.Right)).Select(cell => cell.Key).Distinct()];

    static string Told(Report report) => string.Join(" ", Checks.Of(report).Select(f => $"{f.Rule}:{f.Cells[0].Column.Key}").Order(StringComparer.Ordinal));

    [Fact]
    public void A_clean_report_is_not_accused() => Assert.Empty(Checks.Of(Clean));

    [Theory]
    [MemberData(nameof(SummedCells))]
    public void One_more_or_less_in_any_summed_cell_is_found_and_the_cell_is_named(string key)
    {
        var cell = Clean.Form[key];
        var number = Clean[key].Number!.Value;
        foreach (var wrong in new[] { number + 1, number - 1 }.Where(n => n >= 0))
        {
            var findings = Checks.Of(Clean.With((key, wrong)));
            var rules = Clean.Form.Sums.Where(sum => sum.Left.Concat(sum.Right).Contains(cell)).Select(sum => sum.Rule).Distinct();
            Assert.Equal(rules.Order(), findings.Select(f => f.Rule).Distinct().Order());
            Assert.All(findings, finding => Assert.Contains(cell, finding.Cells));
            // Table 4 has one sum a cell: nothing tells which of its five numbers is wrong.
            if (cell.Table.Number == 3)
                Assert.All(findings, finding => Assert.Equal((cell, number, wrong), (finding.Cells[0], finding.Expected, finding.Actual)));
        }
    }

    [Fact]
    public void Any_two_cells_exchanged_are_found_unless_every_sum_still_holds()
    {
        var form = Clean.Form;
        var cells = form.Sums.SelectMany(sum => sum.Left.Concat(sum.Right)).Distinct().ToList();
        var found = 0;
        for (var i = 0; i < cells.Count; i += 3)
            for (var j = i + 1; j < cells.Count; j += 5)
            {
                var (a, b) = (cells[i].Key, cells[j].Key);
                if (Clean[a] == Clean[b]) continue;
                var changed = Clean.With((a, Clean[b]), (b, Clean[a]));
                var holds = form.Sums.All(sum => sum.Left.Sum(c => changed.Cells[c].Number) == sum.Right.Sum(c => changed.Cells[c].Number));
                Assert.Equal(holds, Checks.Of(changed).Count == 0);
                found += holds ? 0 : 1;
            }
        Assert.InRange(found, 300, int.MaxValue);
    }

    [Fact]
    public void A_column_out_of_balance_is_told_though_the_total_column_agrees() =>
        Assert.Equal("balance:business balance:person outcome-sum:business outcome-sum:person",
            string.Join(" ", Checks.Of(Clean.With(("t3.total.person", 41), ("t3.total.business", 7))).Select(f => $"{f.Rule}:{f.Cells[0].Column.Key}").Order(StringComparer.Ordinal)));

    [Fact]
    public void A_wrong_total_of_one_outcome_breaks_its_row_and_the_total_column() =>
        Assert.Equal("outcome-sum:total row-sum:total", Told(Clean.With(("t3.granted.total", 21))));

    [Fact]
    public void A_request_moved_from_one_outcome_to_another_breaks_nothing() =>
        Assert.Empty(Checks.Of(Clean.With(("t3.partlyGranted.person", 3), ("t3.partlyGranted.total", 4), ("t3.process.person", 3), ("t3.process.total", 4))));

    [Fact]
    public void A_number_that_was_not_read_accuses_no_one() =>
        Assert.Empty(Checks.Of(Clean.With(("t3.total.person", CellValue.Unread), ("t3.received.person", 99), ("t3.received.total", CellValue.Unread))));

    [Fact]
    public void The_message_says_where_how_much_and_what_probably_happened()
    {
        var finding = Assert.Single(Checks.Of(Clean.With(("t3.total.total", 35))), f => f.Rule == "outcome-sum");
        Assert.Equal("表三“总计”一列：（七）总计填的是35，而以上各项办理结果相加是53，相差18。很可能是表三“（七）总计”“总计”填错：填的是35，应为53，3处不平同时消除。可能是相邻两个数字写颠倒了。", finding.Message);
        Assert.Equal((53m, 35m), (finding.Expected, finding.Actual));
    }

    [Fact]
    public void Exchanged_cells_are_named() =>
        Assert.Contains("表三“（一）予以公开”“自然人”与表三“1.本机关不掌握相关政府信息”“自然人”很可能互相填反了",
            Checks.Of(Clean.With(("t3.granted.person", 7), ("t3.notHeld.person", 15)))[0].Message, StringComparison.Ordinal);

    [Fact]
    public void A_row_that_slipped_by_one_column_is_told() =>
        Assert.Contains("“（一）予以公开”一行很可能错了一列",
            Checks.Of(Clean.With(("t3.granted.person", 0), ("t3.granted.business", 15), ("t3.granted.research", 3), ("t3.granted.welfare", 0), ("t3.granted.legalService", 1), ("t3.granted.otherBody", 1)))[0].Message, StringComparison.Ordinal);

    [Fact]
    public void A_part_that_was_not_added_is_named() =>
        Assert.Contains("漏加了这一格", Checks.Of(Clean.With(("t4.review.upheld", 3), ("t4.review.total", 1)))[0].Message, StringComparison.Ordinal);
}
