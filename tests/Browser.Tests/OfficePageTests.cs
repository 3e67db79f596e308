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
        // Each is walked by the first role that may open it, and what is in the menu by the last one too; its own desk by every role.
        var paths = all.Where(page => First(page.Permission) == role || menu.Contains(page.Path) && (Last(page.Permission) == role || page.Path == "/office")).Select(page => page.Path).Distinct().ToList();

        var (page, complaints) = await portal.Desk(role, "zjj", "/office");
        List<string> faults = [];
        foreach (var path in paths) faults.AddRange(await Faults(page, path, complaints));

        Axe.None(faults);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("/office/signin")]
    [InlineData("/office/signin?to=/office/me")]
    public async Task The_door_is_sound(string path)
    {
        var (page, complaints) = await portal.Open(path);
        Axe.None(await Faults(page, path, complaints));
        await page.Context.CloseAsync();
    }

    static Role First(Permission permission) => permission.Holders().Contains(Role.Reviewer) ? Role.Reviewer : permission.Holders()[0];

    static Role Last(Permission permission) => permission.Holders()[^1];

    /// <summary>What is wrong with a page.</summary>
    internal static async Task<List<string>> Faults(IPage page, string path, List<string> complaints)
    {
        complaints.Clear();
        await page.SetViewportSizeAsync(1280, 900);
        var answer = await page.GotoAsync(path);
        if (answer!.Status != 200) return [$"{path}: {answer.Status}"];
        List<string> faults = [.. await page.Violations()];
        faults.AddRange(complaints.Select(complaint => $"{path}: {complaint}"));
        // By the link that skips the frame; a page that is there to be filled in begins in its first field.
        if (!await page.EvaluateAsync<bool>("() => document.querySelector('main').contains(document.activeElement)"))
        {
            await page.Keyboard.PressAsync("Tab");
            await page.Keyboard.PressAsync("Enter");
            await page.Keyboard.PressAsync("Tab");
        }
        if (!await page.EvaluateAsync<bool>("""
            () => { const main = document.querySelector('main'); return !main.querySelector('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]') || main.contains(document.activeElement); }
            """)) faults.Add($"{path}: Tab does not come into main");
        await page.SetViewportSizeAsync(320, 900);
        faults.AddRange((await page.EvaluateAsync<string[]>("""
            () => document.documentElement.scrollWidth <= 320 ? [] : [document.documentElement.scrollWidth + ' px wide',
                ...[...document.querySelectorAll('body *')].filter(one => one.getBoundingClientRect().right > 320 && !one.closest('.scroll')).slice(0, 4).map(one => one.outerHTML.slice(0, 120))]
            """)).Select(wide => $"{path}: {wide}"));
        return faults;
    }
}
