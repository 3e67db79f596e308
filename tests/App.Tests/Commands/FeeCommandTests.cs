using System.Text.Json;
using Gongkai.App.Commands;

namespace Gongkai.App.Tests.Commands;

/// <summary><c>gongkai fee</c>: every value of the specification, and the tiers.</summary>
public sealed class FeeCommandTests
{
    [Theory]
    [InlineData("requests", 10, 0), InlineData("requests", 11, 100), InlineData("requests", 20, 1000), InlineData("requests", 30, 2000), InlineData("requests", 31, 2200)]
    [InlineData("requests", 40, 4000), InlineData("requests", 41, 4300), InlineData("requests", 50, 7000), InlineData("requests", 60, 11_000), InlineData("requests", 100, 37_000)]
    [InlineData("pages", 30, 0), InlineData("pages", 31, 10), InlineData("pages", 100, 700), InlineData("pages", 101, 720), InlineData("pages", 200, 2700), InlineData("pages", 201, 2740), InlineData("pages", 300, 6700)]
    public async Task The_fee_is_right_to_the_yuan(string basis, int count, int yuan)
    {
        var answer = await Answer.To("fee", basis, $"{count}", "--json");

        Assert.Equal((Terminal.Fine, ""), (answer.Status, answer.Error));
        var json = JsonDocument.Parse(answer.Output).RootElement;
        Assert.Equal((basis, count, yuan), (json.GetProperty("basis").GetString(), json.GetProperty("count").GetInt32(), json.GetProperty("yuan").GetInt32()));
        Assert.Equal(yuan, json.GetProperty("tiers").EnumerateArray().Sum(tier => tier.GetProperty("yuan").GetInt32()));
        Assert.Contains($"：{yuan} 元\n", (await Answer.To("fee", basis, $"{count}")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_by_a_person_each_tier_stands_on_a_line() =>
        Assert.Equal("按件计收 31 件：2200 元\n  第 1 至 10 件，10 件，不收费\n  第 11 至 30 件，20 件，每件 100 元，计 2000 元\n  第 31 件，1 件，每件 200 元，计 200 元\n依据：国办函〔2020〕109号第4条\n",
            (await Answer.To("fee", "requests", "31")).Output.ReplaceLineEndings("\n"));

    [Theory]
    [InlineData("requests", "-1", "“-1”不是可以计算的数量，请写 0 到 10000 的整数。")]
    [InlineData("requests", "10001", "“10001”不是可以计算的数量，请写 0 到 10000 的整数。")]
    [InlineData("pages", "三十", "“三十”不是可以计算的数量，请写 0 到 1000000 的整数。")]
    public async Task What_is_no_number_is_one_sentence(string basis, string count, string sentence) => (await Answer.To("fee", basis, count)).Refuses(sentence);

    [Fact]
    public async Task Without_a_standard_it_says_which_there_are() => (await Answer.To("fee")).Refuses("请说明要做什么：“gongkai fee”的命令有requests、pages。");
}
