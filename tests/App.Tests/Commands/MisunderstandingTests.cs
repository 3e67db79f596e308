namespace Gongkai.App.Tests.Commands;

/// <summary>A command line that cannot be understood gets one Chinese sentence and status 2, never a usage dump or English.</summary>
public sealed class MisunderstandingTests
{
    [Theory]
    [InlineData("foo", "“gongkai”没有“foo”这个命令，可以用的命令是report、deadline、fee、law、serve、store、accounts、redact、leaks。")]
    [InlineData("report", "请说明要做什么：“gongkai report”的命令有read、check、print、sum、diff、explain。")]
    [InlineData("report foo", "“gongkai report”没有“foo”这个命令，可以用的命令是read、check、print、sum、diff、explain。")]
    [InlineData("report read", "还没有给出 FILE（已发布的年度报告：txt、md、html、docx、xlsx、csv，或带文字层的 pdf），用法是：gongkai report read FILE [--json]。")]
    [InlineData("report read --jsn a.txt", "“gongkai report read”没有“--jsn”这个选项，可以用的选项是--json。")]
    [InlineData("report read a.txt b.txt", "“b.txt”是多出来的，用法是：gongkai report read FILE [--json]。")]
    [InlineData("report check", "还没有给出 FILE（要检查的年度报告，可以给多份），用法是：gongkai report check FILE… [--previous FILE] [--json]。")]
    [InlineData("report check a.txt --previous", "选项“--previous”后面要给出 FILE（上一年的年度报告，用来核对上年结转和现行有效件数）。")]
    [InlineData("report check a.txt --previous b.txt --previous c.txt", "选项“--previous”只能给一次。")]
    [InlineData("report print a.txt", "还没有给出选项“--out FILE”（写成的文件，结尾决定格式：.html、.docx、.xlsx、.md、.json 或 .pdf），用法是：gongkai report print [FILE] [--agency CODE] [--year Y] [--store 连接串] --out FILE。")]
    [InlineData("report print --agency zjj --year 24 --out a.html", "年度要写成四位数字，例如 2024，而不是“24”。")]
    [InlineData("report print a.txt --out a.doc", "“a.doc”的结尾看不出格式，请用 .html、.docx、.xlsx、.md、.json 或 .pdf 结尾。")]
    [InlineData("report print --out a.html", "请给出 FILE，或者用 --agency 和 --year 指明已入库的报告。")]
    [InlineData("report print a.txt --agency zjj --year 2024 --out a.html", "FILE 和 --agency 只能给一个：或者打印文件，或者打印已入库的报告。")]
    [InlineData("report read no-such-file.txt", "找不到文件“no-such-file.txt”，请检查路径。")]
    [InlineData("report read -- --json", "找不到文件“--json”，请检查路径。")]
    [InlineData("report read @arguments.txt", "找不到文件“@arguments.txt”，请检查路径。")]
    [InlineData("report read .", "“.”是一个文件夹，请给出其中的文件。")]
    [InlineData("law 57", "没有“57”这一条：条例有第1条至第56条，不带参数运行 gongkai law 可以看到全部条目。")]
    [InlineData("serve now", "“now”看不懂，用法是：gongkai serve [--empty] [--urls 网址] [--设置=值]。")]
    [InlineData("serve --emtpy", "没有“--emtpy”这个选项，或者它后面缺少值，用法是：gongkai serve [--empty] [--urls 网址] [--设置=值]。")]
    [InlineData("--emtpy", "没有“--emtpy”这个选项，或者它后面缺少值，用法是：gongkai serve [--empty] [--urls 网址] [--设置=值]。")]
    public async Task It_is_refused_with_one_sentence(string line, string sentence) =>
        (await Answer.To(line.Split(' '))).Refuses(sentence);

    [Theory]
    [InlineData("--help")]
    [InlineData("report --help")]
    [InlineData("report -h")]
    [InlineData("report read --help")]
    [InlineData("report check --help a.txt --unknown")]
    [InlineData("report print -h")]
    [InlineData("report sum --help")]
    [InlineData("report diff --help")]
    [InlineData("report explain --help")]
    [InlineData("law --help")]
    [InlineData("serve --help")]
    [InlineData("store seed --help")]
    public async Task Help_is_Chinese_and_is_not_an_error(string line)
    {
        var answer = await Answer.To(line.Split(' '));

        Assert.Equal(0, answer.Status);
        Assert.Equal("", answer.Error);
        Assert.Contains("用法：gongkai", answer.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Usage", answer.Output, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Show help", answer.Output, StringComparison.OrdinalIgnoreCase);
        Assert.All(answer.Output.Split('\n').Where(row => row.StartsWith("  ", StringComparison.Ordinal)), row =>
            Assert.Contains(row, letter => letter >= '\u4E00'));
    }
}
