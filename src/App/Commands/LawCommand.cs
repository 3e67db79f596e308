using System.CommandLine;
using System.Globalization;
using Gongkai.Rules;

namespace Gongkai.App.Commands;

/// <summary><c>gongkai law 50</c>: where a provision of the law lives in the code.</summary>
/// <remarks>Status 1: the article exists, but nothing carries it out. Status 2: there is no such article.</remarks>
public static class LawCommand
{
    // 《中华人民共和国政府信息公开条例》 of 2019 ends with article 56.
    const int LastArticle = 56;

    public static Command Create()
    {
        var article = new Argument<string?>("ARTICLE") { Description = "条例的条，例如 50；或格式通知的部分，例如 表三；不给就全部列出", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("law", "指出法规的某一条由代码的哪一处执行。") { article };
        command.SetAction(line => Run(line.GetValue(article), line.InvocationConfiguration.Output, line.InvocationConfiguration.Error));
        return command;
    }

    static int Run(string? wanted, TextWriter output, TextWriter error)
    {
        var all = LawAttribute.Index.ToList();
        var place = wanted?.Trim().TrimStart('第').TrimEnd('条');
        var found = place is null ? all : all.FindAll(law => (law.Place == place && (law.Article == 0 || law.Statute == Statute.Regulation)) || IsArticle(law, place));
        if (found.Count == 0)
        {
            if (!int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > LastArticle)
                throw new NotDoneException($"没有“{wanted}”这一条：条例有第1条至第{LastArticle}条，不带参数运行 gongkai law 可以看到全部条目。");

            error.WriteLine($"条例第{number}条还没有代码来执行。");
            return Terminal.FallsShort;
        }
        foreach (var line in TextTable.Aligned(found.Select(law => (IReadOnlyList<string>)
            [law.Statute.Title, law.Article > 0 ? $"第{law.Place}条" : law.Place, law.Member, $"{law.File}:{law.Line}"])))
            output.WriteLine(line);
        return Terminal.Fine;
    }

    // "50" finds 50 and 50（一）, of the Regulation only: other laws count their own articles.
    static bool IsArticle(LawAttribute law, string place) =>
        law.Statute == Statute.Regulation && law.Article > 0 && law.Article.ToString(CultureInfo.InvariantCulture) == place;
}
