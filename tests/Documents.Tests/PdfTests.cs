using Gongkai.Documents.Tests.Corpus;

namespace Gongkai.Documents.Tests;

/// <summary>Reports in PDF are read back from where their glyphs stand.</summary>
public sealed class PdfTests
{
    [Fact]
    public void Reports_made_into_PDF_are_read_as_they_were_written()
    {
        var sources = Enumerable.Range(300, Exam.Tries * 2).Select(seed => SourceMaker.Make(seed, odd: seed % 3 == 0)).ToList();
        var exam = new Exam();
        var files = PdfShapes.Of(sources);
        for (var i = 0; i < files.Count; i++) exam.Take("pdf", i, files[i]);

        Assert.True(exam.Invented == 0 && exam.Failures.Count == 0, exam.ToString());
    }
}
