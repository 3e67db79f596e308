using Gongkai.Documents.Tests.Corpus;

namespace Gongkai.Documents.Tests;

/// <summary>Reports published in every shape are read back, cell for cell.</summary>
public sealed class ReadingTests
{
    public static TheoryData<string> Shapes => [.. Shape.All.Select(shape => shape.Name)];

    [Theory, MemberData(nameof(Shapes))]
    public void A_published_report_is_read_as_it_was_written(string name)
    {
        var index = Shape.All.Select(shape => shape.Name).ToList().IndexOf(name);
        var exam = new Exam();
        for (var seed = index * 1000; seed < index * 1000 + Exam.Tries; seed++)
            exam.Take(name, seed, Exam.Publish(Shape.All[index], seed));

        Assert.True(exam.Invented == 0 && exam.Failures.Count == 0, exam.ToString());
    }
}
