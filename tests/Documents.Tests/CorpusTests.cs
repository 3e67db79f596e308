using Gongkai.Documents.Tests.Corpus;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.Documents.Tests;

/// <summary>The corpus itself can be trusted: what it calls consistent is consistent.</summary>
public sealed class CorpusTests
{
    [Fact]
    public void A_made_report_holds_every_sum_of_its_form()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var source = SourceMaker.Make(seed);
            Assert.All(source.Form.Sums, sum => Assert.Equal(sum.Left.Sum(Number), sum.Right.Sum(Number)));

            decimal Number(FormCell cell) => source.Cells[cell.Index].Number!.Value;
        }
    }

    [Fact]
    public void The_same_seed_makes_the_same_file()
    {
        foreach (var shape in Shape.All)
            Assert.Equal(Exam.Publish(shape, 5).Bytes, Exam.Publish(shape, 5).Bytes);
    }

    [Fact]
    public void Shapes_are_named_once() => Assert.Equal(Shape.All.Count, Shape.All.Select(shape => shape.Name).Distinct().Count());
}
