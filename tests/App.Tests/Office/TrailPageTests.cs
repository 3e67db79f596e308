using System.Net;
using Gongkai.Records;
using Gongkai.Records.Demo;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Access;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests.Office;

/// <summary>The auditor's page: what was done, and to what.</summary>
public sealed class TrailPageTests(Platform platform)
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_auditor_sees_what_was_done_at_the_agency_with_the_values_before_and_after()
    {
        await Rename("某区住建局（试）", "试一试");
        var auditor = await platform.As(Role.SecurityAuditor);
        var page = await (await auditor.GetAsync("/office/trail?deed=test.renamed", Cancelled)).Html();
        var link = page.QuerySelectorAll("table.list tbody a")[0];
        Assert.Equal("试一试", link.Closest("tr")!.Children[4].Words());

        var one = await (await auditor.GetAsync(link.GetAttribute("href"), Cancelled)).Html();
        Assert.Contains(one.QuerySelectorAll("tbody tr"), row => row.Children[0].Words() == "ShortName" && row.Children[2].Words() == "某区住建局（试）");
    }

    [Fact]
    public async Task Nobody_else_finds_the_page()
    {
        foreach (var role in Enum.GetValues<Role>().Where(role => role != Role.SecurityAuditor))
            Assert.Equal(HttpStatusCode.NotFound, (await (await platform.As(role)).GetAsync("/office/trail", Cancelled)).StatusCode);
    }

    [Fact]
    public async Task Another_agencys_trail_is_not_there()
    {
        await Rename("某区住建局（二）", "再试一试");
        var auditor = await platform.As(Role.SecurityAuditor, DemoAgency.Faulty.Code);

        Assert.Equal(HttpStatusCode.NotFound, (await auditor.GetAsync("/office/trail/zjj/1", Cancelled)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await auditor.GetAsync("/office/trail/platform/1", Cancelled)).StatusCode);
        Assert.NotNull((await (await auditor.GetAsync("/office/trail?agency=zjj", Cancelled)).Html()).QuerySelector(".empty"));
    }

    [Fact]
    public async Task A_date_that_is_none_is_said_so()
    {
        var page = await (await (await platform.As(Role.SecurityAuditor)).GetAsync("/office/trail?from=nonsense", Cancelled)).Html();
        Assert.Contains("看不懂", page.QuerySelector(".problem").Words(), StringComparison.Ordinal);
    }

    Task Rename(string name, string why) => platform.In(async store =>
    {
        var bureau = await store.Agencies.WithCode("zjj").SingleAsync(Cancelled);
        bureau.ShortName = name;
        await store.Save(new(new("test.renamed", "测试更名"), Hand.Program, Platform.Now, bureau.Id, why));
    });
}
