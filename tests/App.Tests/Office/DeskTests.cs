using System.Net;
using Gongkai.Rules.Access;

namespace Gongkai.App.Tests.Office;

/// <summary>The office's door, and what stands behind it for whom.</summary>
public sealed class DeskTests(Platform platform)
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_has_not_signed_in_is_shown_the_door()
    {
        var answer = await platform.Visitor().GetAsync("/office", Cancelled);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/office/signin?to=%2Foffice", answer.Headers.Location!.PathAndQuery);
    }

    [Theory, MemberData(nameof(Roles))]
    public async Task Every_role_has_a_desk(Role role)
    {
        var officer = await platform.As(role);
        var page = await (await officer.GetAsync("/office", Cancelled)).Html();

        Assert.Equal("工作台", page.QuerySelector("h1").Words());
        Assert.Equal("某区住房和城乡建设局", page.QuerySelector(".office-desk").Words());
    }

    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];
}
