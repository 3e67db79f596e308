using Gongkai.App.Tests.Office.Requests;
using Gongkai.Documents.Personal;
using Gongkai.Documents.Redaction;
using Gongkai.Documents.Templates;
using Gongkai.Rules.Requests;
using SkiaSharp;

namespace Gongkai.Documents.Tests.Redaction;

/// <summary>What somebody who marks a file is shown: one page at a time, numbers that may be somebody's, and the page as it will go out.</summary>
public sealed class MarkingTests
{
    [Fact]
    public void Numbers_of_people_are_offered_where_they_are_printed_and_others_are_not()
    {
        var pdf = SamplePdf.Of(
        [
            "ID 11010519491231002x, tel 13800138000 or 138 0013 8000", "fixed 0571-88881234, card 6222 0212 3456 7890 128",
            // A wrong check digit, too long, a date, a number of a letter.
            "110105194912310021 6222021234567890129 138001380001 2026-06-01 12345678", "A13800138000B 20260601000123",
        ]);
        var look = Redactor.Look(pdf, "a.pdf", 1);

        Assert.Equal(
            [(PersonalKind.Identity, "11010519491231002x"), (PersonalKind.Mobile, "13800138000"), (PersonalKind.Mobile, "13800138000"), (PersonalKind.Telephone, "0571-88881234"), (PersonalKind.BankCard, "6222021234567890128"), (PersonalKind.Mobile, "13800138000")],
            look.Hints.Select(hint => (hint.Kind, hint.Text)));
        var box = Assert.Single(look.Hints[0].Boxes);
        Assert.InRange(box.Top * 842, 130, 140);
        Assert.InRange(box.Left * 595, 60, 70);
        // Each of them covers what it found.
        var plan = new RedactionPlan([.. look.Hints.SelectMany(hint => hint.Boxes).Select(box => new RedactionMark(1, box, RedactionGround.Privacy))]);
        var redacted = Redactor.Redact(pdf, "a.pdf", plan, RedactorTests.Noon);
        Assert.False(LeakCheck.Search(redacted.Held, ["0571-88881234", "11010519491231002X"], RedactorTests.Noon).Findings.Any());
    }

    [Fact]
    public void One_page_of_a_long_file_is_read_without_the_others()
    {
        var pdf = SamplePdf.Of([.. Enumerable.Range(1, 200).Select(number => Enumerable.Range(1, 30).Select(line => $"page {number} line {line}: some words that are long enough to weigh").ToArray())]);
        Assert.Contains("150", string.Concat(Redactor.Look(pdf, "a.pdf", 150).Words.Select(word => word.Text)));

        var one = Allocated(() => _ = Redactor.Look(pdf, "a.pdf", 150));
        var all = Allocated(() => Assert.Equal(200, Redactor.Leaf(pdf, "a.pdf").Count()));
        Assert.True(one * 5 < all, $"{one} of {all} bytes");
        Assert.Equal((200, pdf), (Redactor.Open(pdf, "a.pdf").Pages, Redactor.Open(pdf, "a.pdf").Bytes));
        Assert.Equal("文件只有 200 页，没有第 201 页。", Assert.Throws<RedactionRefusedException>(() => Redactor.Look(pdf, "a.pdf", 201)).Message);
    }

    [Fact]
    public void A_page_is_drawn_as_it_is_and_as_it_will_go_out()
    {
        var pdf = SamplePdf.Of(["SECRETNAME"], ["second"]);
        var box = Assert.Single(Redactor.Look(pdf, "a.pdf", 1).Find("secretname"));
        var plan = new RedactionPlan([new(1, box, RedactionGround.TradeSecret)]);
        using var bare = SKBitmap.Decode(Redactor.Draw(pdf, "a.pdf", 1));
        using var covered = SKBitmap.Decode(Redactor.Draw(pdf, "a.pdf", 1, plan));

        int Black(SKBitmap picture) => Enumerable.Range((int)(box.Left * picture.Width), (int)(box.Width * picture.Width)).Count(x => picture.GetPixel(x, (int)((box.Top + box.Height / 2) * picture.Height)) == SKColors.Black);
        Assert.Equal((int)(box.Width * covered.Width), Black(covered));
        Assert.True(Black(bare) < Black(covered));
        Assert.Equal(SKColors.White, covered.GetPixel(covered.Width - 20, covered.Height - 20));
        // The marks of another page do not show on this one.
        Assert.Equal(Redactor.Draw(pdf, "a.pdf", 2), Redactor.Draw(pdf, "a.pdf", 2, plan));
    }

    [Fact]
    public void How_far_it_is_is_told_and_it_stops_when_asked()
    {
        var pdf = SamplePdf.Of(["SECRETNAME"], ["second"]);
        var plan = new RedactionPlan([new(1, CanaryPdf.Line, RedactionGround.Privacy)]);
        List<(int, int)> told = [];
        Redactor.Redact(pdf, "a.pdf", plan, RedactorTests.Noon, (done, all) => told.Add((done, all)));
        Assert.Equal([(1, 2), (2, 2)], told);
        var pages = 0;
        Assert.Throws<OperationCanceledException>(() => Redactor.Redact(pdf, "a.pdf", plan, RedactorTests.Noon, (_, _) => throw new OperationCanceledException($"{++pages}")));
        Assert.Equal(1, pages);
    }

    [Fact]
    public void What_is_said_of_a_mark_may_not_tell_what_it_covers_unless_that_may_stay()
    {
        var pdf = SamplePdf.Of(["SECRETNAME"]);
        var plan = new RedactionPlan([new(1, CanaryPdf.Line, RedactionGround.Privacy, "的 ＳecretName。")]);
        Assert.Equal("第 1 处遮盖（第 1 页）的说明里写了被遮盖的内容，请改写成不透露内容的说法；只是普通词语的，请确认可以保留。",
            Assert.Throws<RedactionRefusedException>(() => Redactor.Redact(pdf, "a.pdf", plan, RedactorTests.Noon)).Message);
        Assert.NotNull(Redactor.Redact(pdf, "a.pdf", plan with { Kept = ["SecretName"] }, RedactorTests.Noon).Released);
    }

    [Fact]
    public void The_list_for_the_applicant_has_a_row_a_place_and_comes_back_from_the_store()
    {
        var canary = CanaryPdf.All[0];
        var index = Redactor.Redact(canary.Bytes, "a.pdf", canary.Plan, RedactorTests.Noon).Index;
        var kept = RedactionIndex.OfJson(index.ToJson())!;
        Assert.Equal(index.Text, kept.Text);
        var docx = RedactionList.Docx(kept, "公开文件.pdf");
        Assert.Equal(docx, RedactionList.Docx(index, "公开文件.pdf"));
        Assert.Equal(
            ["遮盖清单", "《公开文件.pdf》中下列 1 处不予公开，已作遮盖。位置从页面左上角量起。“条例”指《中华人民共和国政府信息公开条例》。", "序号", "页码", "位置（毫米）", "不予公开的依据", "说明", "1", "1", "距左 16、距上 45，宽 46、高 8", "个人隐私（条例第十五条）", "姓名"],
            Letter.Text(docx));
    }

    static long Allocated(Action work)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
