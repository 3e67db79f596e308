using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Gongkai.Documents.Intake;
using Gongkai.Documents.Templates;
using Gongkai.Documents.Templates.Requests;
using Gongkai.Rules.Requests;
using Gongkai.Rules.Requests.Letters;

namespace Gongkai.Documents.Tests.Templates;

/// <summary>The code of a letter and its picture, also on a template of a day when there was none.</summary>
public sealed class VerificationMarkTests
{
    const string Code = "7K3M-9P2QX-4TVW", Words = "核验码：7K3M-9P2QX-4TVW。扫描二维码核对。";

    // One white pixel.
    static readonly byte[] Picture = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj3vwAAAABJRU5ErkJggg==");

    [Fact]
    public void The_picture_stands_under_the_code_and_the_code_is_there_once()
    {
        var marked = VerificationMark.On(Written(RequestLetter.Granted.Kind), Code, Words, Picture);
        Assert.Single(Letter.Text(marked), line => line.Contains(Code, StringComparison.Ordinal));
        Assert.Equal([], Faults(marked));
        FileGate.Examine(marked, "告知书.docx", Allowance.Attachment);
        Assert.True(VerificationMark.Bears(marked, "告知书.docx", Code));
        Assert.False(VerificationMark.Bears(marked, "告知书.docx", "0000-00000-0000"));
        Assert.Null(VerificationMark.Bears([1, 2, 3], "告知书.docx", Code));
    }

    [Fact]
    public void A_template_without_the_field_gets_the_paragraph_at_its_end()
    {
        var kind = RequestLetter.Granted.Kind;
        var older = kind with { Text = [.. kind.Text.Where(line => !line.Contains("核验码", StringComparison.Ordinal))] };
        Assert.DoesNotContain(Letter.Text(Written(older)), line => line.Contains(Code, StringComparison.Ordinal));
        var marked = VerificationMark.On(Written(older), Code, Words, Picture);
        Assert.Equal(Words, Letter.Text(marked)[^1]);
        Assert.Equal([], Faults(marked));
    }

    [Fact]
    public void The_same_letter_gives_the_same_bytes() =>
        Assert.Equal(VerificationMark.On(Written(RequestLetter.Granted.Kind), Code, Words, Picture), VerificationMark.On(Written(RequestLetter.Granted.Kind), Code, Words, Picture));

    static byte[] Written(LetterKind kind) => Letter.Write(DefaultTemplate.Of(kind), LetterValues.Of(FilledLetters.Of(RequestLetter.Granted), FilledLetters.Case, "某住建公开〔2026〕12号"));

    static IEnumerable<string> Faults(byte[] letter)
    {
        using var stream = new MemoryStream(letter);
        using var document = WordprocessingDocument.Open(stream, isEditable: false);
        return [.. new OpenXmlValidator().Validate(document).Select(fault => $"{fault.Path?.XPath}: {fault.Description}")];
    }
}
