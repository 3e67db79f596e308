using Gongkai.Records.Search;

namespace Gongkai.Records.Tests.Search;

/// <summary>How a text is folded and cut.</summary>
public sealed class BigramTests
{
    [Theory]
    [InlineData("住建发〔2026〕5号", "住建发2026 5号")]
    [InlineData("住建发[2026]5号", "住建发2026 5号")]
    [InlineData("住建发（２０２６）5号", "住建发2026 5号")]
    [InlineData("住建发【2026年】5号", "住建发2026年5号")]
    [InlineData("（二）房屋，限 购\n令。", "二\u0001房屋\u0001限购令")]
    [InlineData("ＷｉＦｉ Free  12", "wifi free 12")]
    [InlineData("吉祥𠮷野👍家", "吉祥𠮷野\u0001家")]
    [InlineData("葛\U000E0100飾 soft\u00ADhyphen", "葛飾softhyphen")]
    [InlineData("\ud842单", "单")]
    [InlineData("(20261)号", "20261\u0001号")]
    public void A_text_is_folded(string text, string folded) => Assert.Equal(folded, Folded.Of(text).Text);

    [Fact]
    public void Every_folded_character_knows_where_it_stood()
    {
        const string Text = "关于（ＡＢ）的　通\n知〔2026〕3号𠮷字";
        var folded = Folded.Of(Text);

        Assert.Equal("通\n知", Text[folded.In(folded.Find("通知"), 2)]);
        Assert.Equal("ＡＢ", Text[folded.In(folded.Find("ab"), 2)]);
        Assert.Equal("2026〕3号", Text[folded.In(folded.Find("2026 3号"), 7)]);
        Assert.Equal("𠮷字", Text[folded.In(folded.Find("𠮷字"), 3)]);
        Assert.Equal("𠮷", Text[folded.In(folded.Find("𠮷"), 2)]);
    }

    [Theory]
    [InlineData("房屋限购", "房屋 屋限 限购")]
    [InlineData("住建发2026 5号", "住建 建发 发2026 2026 5号 5")]
    [InlineData("𠮷野家", "𠮷野 野家")]
    [InlineData("a b", "a b")]
    [InlineData("房\u0001屋", "")]
    public void Neighbours_are_paired_and_words_stand_alone(string folded, string words)
    {
        HashSet<string> cut = [];
        Bigrams.AddTo(cut, folded);
        Assert.Equal(words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal), cut.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_number_is_found_whole_only() => Assert.Equal((-1, 3, -1), (Folded.Find("第15号", "5号"), Folded.Find("15 5号", "5号"), Folded.Find("wifi6", "wifi")));
}
