using Gongkai.Rules.AnnualReports;

namespace Gongkai.Rules.Tests;

public class FormTests
{
    [Theory]
    [InlineData(2019, 198)]
    [InlineData(2021, 200)]
    public void A_form_has_as_many_cells_as_the_notice_prints(int year, int cells) =>
        Assert.Equal(cells, ReportForm.For(year).Cells.Count);

    [Theory]
    [InlineData(2019)]
    [InlineData(2021)]
    public void The_drawn_tables_have_no_hole_and_hold_every_cell_once(int year)
    {
        var form = ReportForm.For(year);
        foreach (var table in form.Tables)
        {
            var lines = table.Lines(form);
            var taken = new bool[lines.Count, table.Width];
            for (var line = 0; line < lines.Count; line++)
                foreach (var box in lines[line])
                {
                    var column = Enumerable.Range(0, table.Width).First(c => !taken[line, c]);
                    for (var r = line; r < line + box.Rows; r++)
                        for (var c = column; c < column + box.Columns; c++)
                        {
                            Assert.False(taken[r, c]);
                            taken[r, c] = true;
                        }
                }
            Assert.DoesNotContain(false, taken.Cast<bool>());
        }
        Assert.Equal(form.Cells, form.Tables.SelectMany(t => t.Lines(form)).SelectMany(l => l).Where(b => b.Cell is not null).Select(b => b.Cell!));
    }
}
