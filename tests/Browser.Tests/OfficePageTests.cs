using Gongkai.App.Office;
using Gongkai.Rules.Access;
using Microsoft.Playwright;

namespace Gongkai.Browser.Tests;

/// <summary>Every page of the office that an address without identifiers reaches: for the first and the last who sees it, with axe, on a small screen, by keyboard.</summary>
[Collection("one browser")]
public class OfficePageTests(Portal portal)
{
    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Every_page_of_a_role_is_sound(Role role)
    {
        // The form for a view shows itself only to whoever posts it from a list.
        var all = (await portal.OfficePages()).Where(page => page.Path != "/office/views").ToList();
        var menu = Menu.All.Where(entry => role.Includes(entry.Permission)).Select(entry => entry.Path.TrimEnd('/')).ToHashSet();
        Assert.Superset(menu, all.Select(page => page.Path).ToHashSet());
        // Each is walked by the first role that may open it, and what is in the menu by the last one too, who needs no axe for what the first one saw; its own desk by every role.
        var first = all.Where(page => First(page.Permission) == role || page.Path == "/office" && menu.Contains(page.Path)).Select(page => page.Path).ToHashSet();
        var paths = all.Where(page => first.Contains(page.Path) || menu.Contains(page.Path) && Last(page.Permission) == role).Select(page => page.Path).Distinct().ToList();

        var (page, complaints) = await portal.Desk(role, "zjj", "/office");
        List<string> faults = [];
        foreach (var path in paths) faults.AddRange(await page.Faults(path, complaints, axe: first.Contains(path)));

        Axe.None(faults);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("/office/signin")]
    [InlineData("/office/signin?to=/office/me")]
    public async Task The_door_is_sound(string path)
    {
        var (page, complaints) = await portal.Open(path);
        Axe.None(await page.Faults(path, complaints));
        await page.Context.CloseAsync();
    }

    static Role First(Permission permission) => permission.Holders().Contains(Role.Reviewer) ? Role.Reviewer : permission.Holders()[0];

    static Role Last(Permission permission) => permission.Holders()[^1];
}
