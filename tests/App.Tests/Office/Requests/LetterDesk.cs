using AngleSharp.Dom;
using Gongkai.Records.Accounts;
using Gongkai.Rules.Access;

namespace Gongkai.App.Tests.Office.Requests;

/// <summary>A clerk, an officer and a reviewer with a series of numbers: a letter on the way goes from its draft to its service in one line.</summary>
sealed class LetterDesk(RequestPlatform platform, Account clerk, Account officer, Account reviewer, string series)
{
    public Account Clerk => clerk;
    public Account Officer => officer;
    public Account Reviewer => reviewer;

    public static async Task<LetterDesk> Of(RequestPlatform platform, string mark) => new(platform, await platform.Officer($"登记{mark}", Role.Registrar), await platform.Officer($"承办{mark}", Role.Handler),
        await platform.Officer($"审核{mark}", Role.Reviewer), (await platform.MakeSeries($"文{mark}", $"住{mark}", "")).Handle.ToString());

    public async Task<Clerk> Sit(Account account)
    {
        platform.Later();
        return await platform.Sit(account);
    }

    /// <summary>Registers a request in person, and says where its page is.</summary>
    public async Task<string> Register(string wanted, string number, params (string Field, string Value)[] more)
    {
        var (path, page) = await (await Sit(clerk)).Press("/office/requests/register", "登记", [.. RequestPlatform.Paper(wanted, number).Where(one => more.All(other => other.Field != one.Field)), .. more]);
        Assert.True(path.EndsWith("/receipt", StringComparison.Ordinal), page.QuerySelector(".problem").Words());
        return path[..^"/receipt".Length];
    }

    /// <summary>Drafts a letter, and says where its page is.</summary>
    public async Task<string> Draft(string one, string kind, params (string Field, string Value)[] says)
    {
        var (path, page) = await (await Sit(officer)).Press($"{one}/letters/new?kind={kind}", "保存草稿", says);
        Assert.True(page.QuerySelector(".problem") is null, page.QuerySelector(".problem").Words());
        return path;
    }

    /// <summary>Hands it in, has it passed, numbered and sealed.</summary>
    public async Task<IDocument> Seal(string letter)
    {
        await (await Sit(officer)).Press(letter, "送审");
        await (await Sit(reviewer)).Press(letter, "通过");
        await (await Sit(clerk)).Press(letter, "编号并生成文书", ("Input.Series", series));
        return (await (await Sit(clerk)).Press(letter, "登记用印", ("Input.SealName", "某局政府信息公开专用章"), ("Input.Copies", "1"))).Page;
    }

    public async Task<IDocument> Serve(string letter, string by, params (string Field, string Value)[] more)
    {
        var (_, page) = await (await Sit(clerk)).Press(letter, "登记送达", [("Input.By", by), .. more]);
        Assert.True(page.QuerySelector(".problem") is null, page.QuerySelector(".problem").Words());
        return page;
    }
}
