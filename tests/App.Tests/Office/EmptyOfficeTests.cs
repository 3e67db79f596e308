using Gongkai.Records;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Access;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests.Office;

/// <summary>What the pages of a unit say that was registered a minute ago.</summary>
public sealed class EmptyOfficeTests(GettingStartedTests.Empty platform) : IClassFixture<GettingStartedTests.Empty>
{
    [Theory]
    [InlineData("/office/organization", "还没有科室，人员和职责都没有着落。")]
    [InlineData("/office/duties", "还没有登记职责，谁负责什么无从查起。")]
    [InlineData("/office/meetings", "还没有登记会议和培训。条例第四十八条要求定期培训")]
    [InlineData("/office/tasks", "没有未办结的任务。")]
    [InlineData("/office/standins", "现在没有代管。")]
    [InlineData("/office", "没有待办事项。")]
    public async Task What_is_empty_says_why_and_what_to_do(string path, string words)
    {
        await platform.In(async store =>
        {
            if (await store.Agencies.AnyAsync(TestContext.Current.CancellationToken)) return;
            store.Add(new Agency { Code = "xin", Name = "某区新设局" });
            await store.Save(new(new("test.prepared", "测试准备"), Hand.Program, Platform.Now));
        });

        // Whoever looks after disclosure is asked for a guide from the first day on.
        var page = await (await platform.As(path == "/office" ? Role.Registrar : Role.Reviewer, "xin")).Open(path);

        Assert.Contains(page.QuerySelectorAll(".empty"), empty => empty.Words().StartsWith(words, StringComparison.Ordinal));
    }
}
