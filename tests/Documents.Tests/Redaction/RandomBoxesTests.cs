using System.Globalization;
using System.Text;
using CsCheck;
using Gongkai.Documents.Redaction;
using Gongkai.Rules.Requests;

namespace Gongkai.Documents.Tests.Redaction;

/// <summary>Whatever is printed and wherever the boxes lie: what a box touches is gone, and what it does not come near is left.</summary>
public sealed class RandomBoxesTests
{
    const int Wide = 260, High = 200;

    static readonly Gen<(string Word, int X, int Y, int Size)> Word = Gen.Select(Gen.String[Gen.Char['A', 'Z'], 3, 8], Gen.Int[5, 180], Gen.Int[10, 180], Gen.Int[7, 16]);

    static readonly Gen<RedactionBox> Box = Gen.Select(Gen.Double[-0.1, 0.95], Gen.Double[-0.1, 0.95], Gen.Double[0.01, 0.5], Gen.Double[0.01, 0.3], (left, top, width, height) => new RedactionBox(left, top, width, height));

    [Fact]
    public void What_a_box_touches_is_gone_and_the_rest_is_left() =>
        Gen.Select(Word.List[1, 6], Box.Where(box => box.IsSound).List[0, 4], Gen.Int[0, 3].Select(quarter => quarter * 90)).Sample(
            (words, boxes, turn) =>
            {
                // Overlapping words cannot be told apart by anybody.
                words = [.. words.Where((word, i) => words.Take(i).All(other => Math.Abs(other.Y - word.Y) > 24))];
                var pdf = CanaryPdf.Page(string.Concat(words.Select(word => string.Create(CultureInfo.InvariantCulture, $"BT /F {word.Size} Tf {word.X} {word.Y} Td ({word.Word}) Tj ET "))), $"/Rotate {turn}", $"[0 0 {Wide} {High}]");
                var before = PdfToText.Words(pdf);
                var (width, height) = turn % 180 == 0 ? (Wide, High) : (High, Wide);

                var redacted = Redactor.Redact(pdf, "a.pdf", new([.. boxes.Select(box => new RedactionMark(1, box, RedactionGround.Privacy))], [.. words.Select(word => word.Word)]), RedactorTests.Noon);

                // A part of a word may stand in another word; nothing else may be found.
                Assert.All(redacted.Certificate.Findings, finding => Assert.True(finding.Place is LeakPlace.PageText or LeakPlace.Stream, finding.Words));
                var after = PdfToText.Words(redacted.Held);
                foreach (var word in before)
                {
                    var near = boxes.Exists(box => box.Left * width < word.Right + 3 && (box.Left + box.Width) * width > word.Left - 3 && box.Top * height < word.Bottom + 4 && (box.Top + box.Height) * height > word.Top - 4);
                    var whole = boxes.Exists(box => box.Left * width < word.Left - 1 && (box.Left + box.Width) * width > word.Right + 1 && box.Top * height < word.Top && (box.Top + box.Height) * height > word.Bottom);
                    if (!near && word.Left >= 0 && word.Right <= width) Assert.Contains(after, one => one.Text == word.Text && Math.Abs(one.Left - word.Left) < 3 && Math.Abs(one.Top - word.Top) < 5);
                    if (whole) Assert.DoesNotContain(after, one => one.Left < word.Right - 1 && one.Right > word.Left + 1 && one.Top < word.Bottom - 2 && one.Bottom > word.Top + 2);
                }
                var drawn = Drawing.Of(redacted.Held);
                foreach (var box in boxes)
                    for (var y = (int)Math.Max(0, Math.Ceiling(box.Top * drawn.Height)); y + 1 < Math.Min(drawn.Height, (box.Top + box.Height) * drawn.Height); y++)
                        for (var x = (int)Math.Max(0, Math.Ceiling(box.Left * drawn.Width)); x + 1 < Math.Min(drawn.Width, (box.Left + box.Width) * drawn.Width); x++)
                            Assert.Equal((0, 0, 0), drawn.At(x, y));
            }, iter: 25, threads: 1);
}
