using Microsoft.Playwright;

namespace Gongkai.Browser.Tests.Journeys;

/// <summary>J9: an old reader on a phone of 360 by 740, with the type as large as it goes.</summary>
[Collection("journeys")]
public class J9LargeTypeTests(JourneyPortal portal) : Journey(portal)
{
    [Fact]
    public async Task Every_page_of_a_request_is_read_and_touched_in_the_largest_type_and_a_telephone_is_two_taps_away()
    {
        var (page, complaints) = await Portal.Open("/zfxxgk/ysqgk/", 360, height: 740);
        page.Dialog += (_, dialog) => complaints.Add($"a dialog: {dialog.Message}");
        page.Popup += (_, popup) => complaints.Add($"a popup: {popup.Url}");
        await page.GetByLabel("特大").CheckAsync();
        await Legible(page);

        // Where to call: one word and one tap.
        await page.GetByLabel("机关名称，或者年度报告标题中的字").FillAsync("住房和城乡");
        await page.Lands(() => page.GetByRole(AriaRole.Button, new() { Name = "查找" }).ClickAsync());
        await Assertions.Expect(page.Locator("#cha dl, section[aria-labelledby=cha] dl").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("footer")).ToContainTextAsync("联系方式：0000-00000000");
        await Legible(page);

        // The form, filled in by touch, with its faults on it.
        foreach (var path in (string[])["sq/1", "sq/2", "sq/3", "sq/4", "sq/5", "sq/6", "sq/yb", "cx/", "cx/wm", "xz", "faq"])
        {
            await page.GotoAsync($"/zfxxgk/ysqgk/{path}");
            await Legible(page);
        }
        var keys = await page.Files();
        await Legible(page);
        await page.Asks(keys.Number, keys.Code);
        await Legible(page);
        await page.Lands(() => page.GetByRole(AriaRole.Link, new() { Name = "撤回申请" }).ClickAsync());
        await Legible(page);
        await page.Ends(complaints);
    }

    // Letters of twenty pixels at least, nothing cut off, and everything that is touched as large as a finger.
    static async Task Legible(IPage page)
    {
        var faults = await page.EvaluateAsync<string[]>("""
            () => {
              const faults = [], seen = one => one.offsetParent !== null && getComputedStyle(one).visibility !== 'hidden';
              if (document.documentElement.scrollWidth > innerWidth) faults.push(document.documentElement.scrollWidth + ' px wide');
              for (const one of document.querySelectorAll('main p, main li, main dd, main label, main legend, main button, main a.button')) {
                if (!seen(one) || one.closest('.visually-hidden')) continue;
                const size = parseFloat(getComputedStyle(one).fontSize);
                if (size < 20) faults.push(size + ' px: ' + one.outerHTML.slice(0, 90));
                if (one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX === 'hidden') faults.push('cut off: ' + one.outerHTML.slice(0, 90));
              }
              for (const one of document.querySelectorAll('main button, main a.button, main input:not([type=hidden]):not([type=radio]):not([type=checkbox]), main select, main summary, main .option')) {
                if (!seen(one) || one.closest('.visually-hidden') || one.classList.contains('visually-hidden')) continue;
                const box = one.getBoundingClientRect();
                if (box.height < 44) faults.push(Math.round(box.height) + ' px high: ' + one.outerHTML.slice(0, 90));
              }
              return faults;
            }
            """);
        Axe.None([.. faults.Select(fault => $"{page.Url} {fault}")]);
        await page.Sound();
    }
}
