using CsCheck;
using Gongkai.Rules.Numbers;

namespace Gongkai.Rules.Tests;

public sealed class DocumentNumberTests
{
    [Theory]
    [InlineData("住建公开", false, null, "住建公开〔2026〕18号")]
    [InlineData("住建公开", true, null, "住建公开〔2026〕第18号")]
    [InlineData("沪浦信息公开", true, "不存告", "沪浦信息公开〔2026〕第18号-不存告")]
    public void A_number_is_printed_with_the_brackets_of_the_standard_and_without_zeros(string word, bool ordinal, string? suffix, string printed) =>
        Assert.Equal(printed, new NumberPattern(word, ordinal, suffix).Of(2026, 18).ToString());

    [Theory]
    [InlineData("住建公开[2026]18号")]
    [InlineData("住建公开（2026）18号")]
    [InlineData("住建公开〔2026〕018号")]
    [InlineData("住建公开【2026】 18 号")]
    [InlineData("住建公开〔２０２６〕１８号")]
    [InlineData("　住建公开﹝2026年﹞18号")]
    public void What_people_type_for_a_number_is_that_number(string typed) =>
        Assert.Equal("住建公开〔2026〕18号", DocumentNumber.Read(typed)?.ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("住建公开2026-18")]
    [InlineData("住建公开〔2026〕号")]
    [InlineData("住建公开〔2026〕0号")]
    [InlineData("住建公开〔26〕18号")]
    [InlineData("〔2026〕18号")]
    [InlineData("住建公开〔2026〕18号-")]
    [InlineData("住建公开〔2026〕99999999999号")]
    public void What_is_no_number_is_not_read(string? typed) => Assert.Null(DocumentNumber.Read(typed));

    [Fact]
    public void What_is_printed_is_read_back() =>
        Gen.Select(Pick("住建公开", "某府办", "X区A1"), Gen.Int[1000, 2999], Gen.Int[1, 999_999_999], Gen.Bool, Pick(null, "告", "不存告", "2"))
            .Sample((word, year, number, ordinal, suffix) =>
            {
                var written = new DocumentNumber(word!, year, number, ordinal, suffix);
                Assert.Equal(written, DocumentNumber.Read(written.ToString()));
            }, iter: 2000);

    static Gen<string?> Pick(params string?[] words) => Gen.Int[0, words.Length - 1].Select(i => words[i]);

    [Theory]
    [InlineData("住建公开", null, null)]
    [InlineData("", null, "请填写代字，例如“住建公开”。")]
    [InlineData("住建公开〔2026〕", null, "代字只能有汉字、字母和数字，不要写括号、空格和年份。")]
    [InlineData("一二三四五六七八九十一二三四五六七八九十一", null, "代字最多 20 个字，现在有 21 个。")]
    [InlineData("住建公开", "", "后缀只能有汉字、字母和数字，前面的短横由系统加上。")]
    [InlineData("住建公开", "-告", "后缀只能有汉字、字母和数字，前面的短横由系统加上。")]
    [InlineData("住建公开", "一二三四五六七八九十一", "后缀最多 10 个字，现在有 11 个。")]
    public void A_pattern_that_cannot_be_printed_says_why(string word, string? suffix, string? reason) =>
        Assert.Equal(reason, new NumberPattern(word, Suffix: suffix).ToUse()?.Reason);
}
