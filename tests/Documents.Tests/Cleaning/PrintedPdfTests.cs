using Gongkai.Documents.Cleaning;
using Gongkai.Documents.Intake;
using Gongkai.Documents.Printing;
using Gongkai.Documents.Tests.Intake;
using Gongkai.Documents.Tests.Printing;
using UglyToad.PdfPig;

namespace Gongkai.Documents.Tests.Cleaning;

/// <summary>A PDF as an office program makes it, with its fonts, outline and packed objects.</summary>
[Collection(LibreOffice.Runs)]
public sealed class PrintedPdfTests
{
    [Fact]
    public void It_is_admitted_accused_of_nothing_and_says_the_same_after_it_was_cleaned()
    {
        var printed = Wares.Printed(PrintFormat.Pdf);
        Assert.Equal(FileType.Pdf, FileGate.Examine(printed, "a.pdf", Allowance.Proof).Type);

        var cleaned = Cleaner.Clean(printed, FileType.Pdf);

        Assert.Empty(cleaned.Left);
        Assert.Equal([new(HiddenKind.Metadata, "PDF 属性")], cleaned.Removed);
        Assert.Equal(FileType.Pdf, FileGate.Examine(cleaned.Bytes, "a.pdf", Allowance.Proof).Type);
        using var before = PdfDocument.Open(printed);
        using var after = PdfDocument.Open(cleaned.Bytes);
        Assert.Equal(before.GetPages().Select(page => page.Text), after.GetPages().Select(page => page.Text));
        Assert.Null(after.Information.Producer);
    }
}
