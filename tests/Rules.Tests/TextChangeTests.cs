namespace Gongkai.Rules.Tests;

/// <summary>What was changed between two versions of a letter.</summary>
public sealed class TextChangeTests
{
    [Theory]
    [InlineData("检索工作量较大", "2019年至2025年的档案检索工作量较大", "+2019年至2025年的档案|=检索工作量较大")]
    [InlineData("自2019年起", "自2020年起", "=自|-2019|+2020|=年起")]
    [InlineData("属于内部事务信息。", "属于过程性信息。", "=属于|-内部事务|+过程性|=信息。")]
    [InlineData("不变", "不变", "=不变")]
    [InlineData("𠮷田提出", "吉田提出", "-𠮷|+吉|=田提出")]
    [InlineData("理由充分的", "依据不由足", "-理由充分的|+依据不由足")]
    public void Within_a_paragraph_what_is_gone_stands_before_what_is_new(string before, string now, string said) => Assert.Equal(said, Told(TextChanges.Pieces(before, now)));

    [Fact]
    public void Paragraphs_that_stayed_were_reworded_came_or_went_are_told_apart()
    {
        var all = TextChanges.Between(
            ["标题", "本机关于三月二日收到申请。", "这一段以后删去了。", "经审查，属于内部事务信息。", "落款"],
            ["标题", "本机关于三月三日收到申请。", "经审查，属于内部事务信息。", "新增的一段，与别的都不一样：ABC。", "落款"]);
        Assert.Equal(["1 =标题", "2 =本机关于三月|-二|+三|=日收到申请。", "3 -这一段以后删去了。", "3 =经审查，属于内部事务信息。", "4 +新增的一段，与别的都不一样：ABC。", "5 =落款"], all.Select(one => $"{one.Number} {Told(one.Pieces)}"));
        Assert.Equal([true, false, false, true, false, true], all.Select(one => one.IsSame));
    }

    [Fact]
    public void Whatever_was_written_both_versions_can_be_read_off_again()
    {
        var random = new Random(20261123);
        string Text() => string.Concat(Enumerable.Range(0, random.Next(0, 40)).Select(_ => "的一是了12 ab。𠮷"[random.Next(10)]));
        string Whole(string text) => string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()));
        for (var time = 0; time < 300; time++)
        {
            var (before, now) = (Enumerable.Range(0, random.Next(1, 8)).Select(_ => Whole(Text())).ToList(), Enumerable.Range(0, random.Next(1, 8)).Select(_ => Whole(Text())).ToList());
            if (random.Next(2) == 0) now = [.. before.Select(one => random.Next(2) == 0 ? one : one + Whole(Text()))];
            var all = TextChanges.Between(before, now);
            Assert.Equal(now, all.Where(one => !one.IsGone || one.Pieces.Count == 0).Select(one => string.Concat(one.Pieces.Where(piece => piece.Change != TextChange.Removed).Select(piece => piece.Text))));
            Assert.Equal(string.Concat(before), string.Concat(all.SelectMany(one => one.Pieces).Where(piece => piece.Change != TextChange.Added).Select(piece => piece.Text)));
        }
    }

    [Fact]
    public void A_very_long_text_is_compared_without_waiting_for_it()
    {
        var (before, now) = (string.Concat(Enumerable.Range(0, 5000).Select(i => (char)(0x4E00 + i))), string.Concat(Enumerable.Range(0, 5000).Select(i => (char)(0x4E00 + 5000 - i))));
        Assert.Equal([TextChange.Removed, TextChange.Added], TextChanges.Pieces(before, now).Select(piece => piece.Change));
    }

    static string Told(IEnumerable<TextPiece> pieces) => string.Join('|', pieces.Select(piece => (piece.Change switch { TextChange.Same => "=", TextChange.Removed => "-", _ => "+" }) + piece.Text));
}
