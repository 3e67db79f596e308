using Microsoft.Playwright;

namespace Gongkai.Browser.Tests.Journeys;

/// <summary>Hands that have no mouse: they go from one control to the next, and see where they are.</summary>
static class Keys
{
    /// <summary>Tab until a control has the focus. Each one on the way is seen: in the window, under nothing, with a rim.</summary>
    /// <returns>How many times Tab was pressed.</returns>
    public static async Task<int> TabTo(this IPage page, ILocator wanted, int most = 60)
    {
        for (var pressed = 1; pressed <= most; pressed++)
        {
            await page.Keyboard.PressAsync("Tab");
            var hidden = await page.EvaluateAsync<string?>("""
                () => {
                  const here = document.activeElement, box = here.getBoundingClientRect(), style = getComputedStyle(here);
                  if (here === document.body) return null;
                  if (box.bottom <= 0 || box.top >= innerHeight) return 'out of the window: ' + here.outerHTML.slice(0, 120);
                  const top = document.elementFromPoint(Math.max(0, Math.min(innerWidth - 1, box.left + box.width / 2)), Math.max(0, Math.min(innerHeight - 1, box.top + Math.min(box.height, innerHeight) / 2)));
                  if (top && top !== here && !here.contains(top) && !top.contains(here) && !(here.labels && [...here.labels].some(label => label.contains(top)))) return 'under ' + top.outerHTML.slice(0, 120);
                  return style.outlineStyle === 'none' && here.type !== 'file' ? 'without a rim: ' + here.outerHTML.slice(0, 120) : null;
                }
                """);
            Assert.True(hidden is null, hidden);
            if (await wanted.EvaluateAsync<bool>("wanted => document.activeElement === wanted")) return pressed;
        }
        Assert.Fail($"Tab does not come to {wanted} within {most}.");
        return most;
    }

    /// <summary>Goes to a field and types into it; what stood there gives way.</summary>
    public static async Task TypesInto(this IPage page, string field, string words)
    {
        await page.TabTo(page.Locator(field));
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.InsertTextAsync(words);
    }

    /// <summary>Goes to a group of answers and on to one of them with the arrows.</summary>
    public static async Task Chooses(this IPage page, string name, string words)
    {
        // Into a group Tab comes at the answer that is chosen, or at the first.
        var first = page.Locator($"input[name='{name}']:checked");
        await page.TabTo(await first.CountAsync() > 0 ? first : page.Locator($"input[name='{name}']").First);
        var wanted = page.GetByRole(AriaRole.Radio, new() { Name = words });
        if (await wanted.EvaluateAsync<bool>("wanted => document.activeElement === wanted")) await page.Keyboard.PressAsync("Space");
        for (var arrows = 0; arrows < 12 && !await wanted.IsCheckedAsync(); arrows++) await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(wanted).ToBeCheckedAsync();
    }

    /// <summary>Goes to a link or a button and presses Enter.</summary>
    public static async Task Follows(this IPage page, ILocator wanted)
    {
        await page.TabTo(wanted);
        await page.Lands(() => page.Keyboard.PressAsync("Enter"));
    }
}
