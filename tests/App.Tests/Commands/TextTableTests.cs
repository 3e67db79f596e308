using Gongkai.App.Commands;

namespace Gongkai.App.Tests.Commands;

/// <summary>A Chinese character is as wide as two letters, so columns must be counted, not measured.</summary>
public sealed class TextTableTests
{
    [Theory]
    [InlineData("abc", 3)]
    [InlineData("总计", 4)]
    [InlineData("（七）总计", 10)]
    [InlineData("1．属于", 7)]
    [InlineData("𠮷", 2)]
    public void The_width_is_that_of_the_screen(string text, int width) => Assert.Equal(width, TextTable.Width(text));

    [Fact]
    public void Names_stand_to_the_left_and_numbers_to_the_right() =>
        Assert.Equal(["      总计", "规章    12", "ab       3"], TextTable.Aligned([["", "总计"], ["规章", "12"], ["ab", "3"]], numbersFrom: 1));

    [Fact]
    public async Task A_files_own_words_cannot_steer_the_terminal()
    {
        var answer = await Answer.To("report", "read", "a\u001b[2Jb\u202Ec.txt");

        answer.Refuses("找不到文件“a[2Jbc.txt”，请检查路径。");
    }
}
