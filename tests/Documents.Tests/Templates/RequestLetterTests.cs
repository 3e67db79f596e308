using System.IO.Compression;
using System.Text;
using Gongkai.Documents.Printing;
using Gongkai.Documents.Templates;
using Gongkai.Documents.Templates.Requests;
using Gongkai.Documents.Tests.Printing;
using Gongkai.Rules.Requests;
using Gongkai.Rules.Requests.Letters;
using UglyToad.PdfPig;

namespace Gongkai.Documents.Tests.Templates;

/// <summary>Every letter of a request is written from data alone, and says what it has to say.</summary>
[Collection(LibreOffice.Runs)]
public sealed class RequestLetterTests
{
    public static TheoryData<RequestLetter> Letters => [.. RequestLetters.All];

    static byte[] Written(RequestLetter letter) => Letter.Write(DefaultTemplate.Of(letter.Kind), LetterValues.Of(FilledLetters.Of(letter), FilledLetters.About(letter), "某住建公开〔2026〕12号"));

    [Fact]
    public void All_letters_read_as_approved()
    {
        StringBuilder all = new();
        foreach (var letter in RequestLetters.All) all.Append($"{letter.Facts.Number} {letter.Name}\n\n{string.Join('\n', Letter.Text(Written(letter)))}\n\n\n");

        Snapshot.Matches(all.ToString());
    }

    [Theory, MemberData(nameof(Letters))]
    public void A_letter_that_may_be_issued_prints_all_that_it_says_and_no_blank(RequestLetter letter)
    {
        var content = FilledLetters.Of(letter);
        Assert.Null(LetterChecks.ToIssue(content, FilledLetters.Places));

        var values = LetterValues.Of(content, FilledLetters.About(letter), "某住建公开〔2026〕12号");
        var text = string.Join('\n', Letter.Text(Written(letter)));
        Assert.All(values.Values.SelectMany(value => value.Split('\n')), line => Assert.Contains(line, text, StringComparison.Ordinal));
        Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
        Assert.DoesNotContain("。。", text, StringComparison.Ordinal);
        if (letter.Facts.TellsRemedy) Assert.Contains(content.RemedyParagraph, text, StringComparison.Ordinal);
        if (letter.Facts.Basis is not []) Assert.Contains(Citation.Join(content.Cited), text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Letters))]
    public void Every_field_of_a_letter_has_a_value_even_of_an_empty_case(RequestLetter letter)
    {
        LetterContent empty = new() { Letter = letter, On = new(2026, 3, 30) };

        Assert.Equal(letter.Kind.Fields.Select(field => field.Name), LetterValues.Of(empty, new() { Agency = "", Number = "", Recipient = "", Asked = "" }).Keys);
    }

    [Fact]
    public void What_was_asked_stands_in_the_answer_as_it_was_asked()
    {
        const string asked = "请提供：{{依据}}<b>&“某”文件，以及  两个空格";
        var letter = Letter.Write(DefaultTemplate.Of(RequestLetter.Granted.Kind), LetterValues.Of(FilledLetters.Of(RequestLetter.Granted), FilledLetters.Case with { Asked = asked }));

        Assert.Contains($"申请公开的内容为：“{asked}”。", string.Concat(Letter.Text(letter)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_secrets_mark_and_the_searchers_name_are_not_told()
    {
        foreach (var letter in RequestLetters.All) Assert.All(["示例丙", "有关保密事项范围", "示例丁"], inner => Assert.DoesNotContain(inner, string.Concat(Letter.Text(Written(letter))), StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_in_a_consultation_tells_who_asked() =>
        Assert.DoesNotContain(FilledLetters.Case.Asked, string.Concat(Letter.Text(Written(RequestLetter.ThirdPartyConsultation))), StringComparison.Ordinal);

    [Fact]
    public void The_printed_page_is_that_of_the_standard_and_LibreOffice_prints_every_letter()
    {
        var printed = PdfPrinter.Of([.. RequestLetters.All.Select(Written)]);

        Assert.Equal(RequestLetters.All.Count, printed.Count);
        foreach (var (letter, bytes) in RequestLetters.All.Zip(printed))
        {
            using var pdf = PdfDocument.Open(bytes);
            var text = string.Concat(pdf.GetPages().SelectMany(page => page.Letters).Select(glyph => glyph.Value).Where(value => value.Trim().Length > 0));
            Assert.All(pdf.GetPages(), page => Assert.Equal((595, 842), ((int)Math.Round(page.Width), (int)Math.Round(page.Height))));
            Assert.Contains(letter.Facts.Title, text, StringComparison.Ordinal);
            if (letter.Facts.Numbered) Assert.Contains("〔2026〕12号", text, StringComparison.Ordinal);
            Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_page_of_a_letter_holds_twenty_two_lines_of_twenty_eight_characters()
    {
        var prose = string.Concat(Enumerable.Repeat("公开是常态不公开是例外", 150));
        var letter = Letter.Write(DefaultTemplate.Of(RequestLetter.Granted.Kind), LetterValues.Of(FilledLetters.Of(RequestLetter.Granted) with { Found = prose }, FilledLetters.Case));
        using var pdf = PdfDocument.Open(PdfPrinter.Of([letter])[0]);

        // The second page is prose and a page number.
        var lines = pdf.GetPage(2).Letters.Where(glyph => glyph.Value.Trim() != "").GroupBy(glyph => Math.Round(glyph.StartBaseLine.Y)).ToList();
        Assert.Equal((22, 23), (lines.Count(line => line.Count() == 28), lines.Count));
    }

    [Fact]
    public void Twenty_two_lines_of_twenty_eight_characters_in_FangSong_three()
    {
        foreach (var letter in RequestLetters.All)
        {
            using var zip = new ZipArchive(new MemoryStream(DefaultTemplate.Of(letter.Kind)));
            string Part(string name)
            {
                using var reader = new StreamReader(zip.GetEntry(name)!.Open());
                return reader.ReadToEnd();
            }
            Assert.Contains("w:linePitch=\"579\"", Part("word/document.xml"), StringComparison.Ordinal);
            Assert.Contains("w:type=\"linesAndChars\"", Part("word/document.xml"), StringComparison.Ordinal);
            Assert.Contains("仿宋_GB2312", Part("word/styles.xml"), StringComparison.Ordinal);
        }
    }
}
