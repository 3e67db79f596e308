using Microsoft.Playwright;

namespace Gongkai.Browser.Tests;

/// <summary>What every page has to hold, whoever it is for.</summary>
static class Soundness
{
    /// <summary>What is wrong with the page at an address: rules of accessibility, what the browser complains of, the way of the keyboard, a small screen.</summary>
    /// <param name="complaints">What the browser complained of so far.</param>
    /// <param name="axe">Whether the rules of accessibility are gone through, which takes the longest.</param>
    /// <param name="missing">Whether nothing is there, and the page says so.</param>
    public static async Task<List<string>> Faults(this IPage page, string path, List<string> complaints, bool missing = false, bool axe = true)
    {
        complaints.Clear();
        await page.SetViewportSizeAsync(1280, 900);
        var answer = await page.GotoAsync(path);
        if (answer!.Status != (missing ? 404 : 200)) return [$"{path}: {answer.Status}"];
        List<string> faults = axe ? await page.Violations() : [];
        // What is fetched only when it comes into sight is fetched, too.
        await page.EvaluateAsync("() => { window.scrollTo(0, document.body.scrollHeight); window.scrollTo(0, 0); }");
        if (missing) complaints.RemoveAll(complaint => complaint.Contains("404", StringComparison.Ordinal));
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
        faults.AddRange((await page.Wide()).Select(wide => $"{path}: {wide}"));
        return faults;
    }

    /// <summary>What does not fit on a small screen.</summary>
    public static Task<string[]> Wide(this IPage page) => page.EvaluateAsync<string[]>("""
        () => document.documentElement.scrollWidth <= 320 ? [] : [document.documentElement.scrollWidth + ' px wide',
            ...[...document.querySelectorAll('body *')].filter(one => one.getBoundingClientRect().right > 320 && !one.closest('.scroll')).slice(0, 4).map(one => one.outerHTML.slice(0, 120))]
        """);
}
