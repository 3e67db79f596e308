using Gongkai.Records.Requests;
using Gongkai.Rules.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Gongkai.Browser.Tests.Journeys;

/// <summary>J10: at the counter a paper request is registered with its scan, by keyboard, Enter after Enter, and the receipt goes into the applicant's hand.</summary>
/// <remarks>The import of last year's ledger is asked in App.Tests (ListImportTests, LedgerTests).</remarks>
[Collection("journeys")]
public class J10CounterTests(JourneyPortal portal) : Journey(portal)
{
    /// <summary>Seconds of a usual typist for one key, and to think before one field (Card, Moran and Newell, keystroke-level model).</summary>
    const double Key = 0.28, Thought = 1.35;

    /// <summary>Keys of an input method for one Chinese letter: three of its sound, and one to take it.</summary>
    const int KeysPerLetter = 4;

    int keys, fields;

    [Fact]
    public async Task A_paper_request_is_registered_in_ninety_seconds_and_its_receipt_is_one_sheet()
    {
        var clerk = await Portal.Officer("登记乙", Role.Registrar);
        var (page, complaints) = await Portal.Sit(clerk, "/office/requests/register");
        await Assertions.Expect(page.Locator("#Input_Channel")).ToBeFocusedAsync();
        await page.Locator("#huiche").CheckAsync();
        await Assertions.Expect(page.Locator("#Input_Channel")).ToBeFocusedAsync();

        // In person, today: the days of the law stand there before anything is registered.
        await Enter(page, "Input_Arrived");
        await Assertions.Expect(page.Locator("#qixian")).ToContainTextAsync("2026-10-26");
        await Enter(page, "Input_Why");
        await Enter(page, "Input_Kind");
        await Enter(page, "Input_Name");
        await Types(page, "示例丙");
        await Enter(page, "Input_Paper");
        await Enter(page, "Input_IdentityNumber");
        await Types(page, "１１０１０１１９９００３０７７６６Ｘ");
        await Enter(page, "Input_Phone");
        await Types(page, "０５７１88881234");
        await Enter(page, "Input_Mail");
        await Enter(page, "Input_Address");
        await Types(page, "某区某路1号");
        await Enter(page, "Input_PostCode");
        await Enter(page, "Input_WantedName");
        await Types(page, "2025年和平路3号房屋安全鉴定报告");
        await page.Locator("#Scan").SetInputFilesAsync(new FilePayload { Name = "申请表.png", MimeType = "image/png", Buffer = Photograph.Png(400, 560) });
        await page.Lands(() => Press(page, "Alt+s"));

        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("政府信息公开申请接收回执");
        Assert.True(keys * Key + fields * Thought <= 90, $"{keys} keys and {fields} fields: {keys * Key + fields * Thought:0} seconds");
        foreach (var words in (string[])["示例丙", "2026年9月21日", "2026年10月26日"]) await Assertions.Expect(page.Locator("main .panel")).ToContainTextAsync(words);
        var code = await page.GetByTestId("code").InnerTextAsync();
        var number = await page.Locator("dl.facts strong").First.InnerTextAsync();
        await page.Sound();
        Assert.Equal(1, await page.Sheets());
        await Portal.In(async (store, _) =>
        {
            var request = await store.Requests.SingleAsync(one => one.Number == number);
            Assert.Equal((new DateOnly(2026, 9, 21), 1), (request.ReceivedOn!.Value, await store.Files.CountAsync(file => file.OwnerId == request.Id && file.OwnerKind == RequestPapers.Original)));
        });

        // The choice is remembered; the next one stands ready.
        await page.Lands(() => page.GetByRole(AriaRole.Link, new() { Name = "登记下一件" }).ClickAsync());
        await Assertions.Expect(page.Locator("#huiche")).ToBeCheckedAsync();
        await page.Ends(complaints);

        // What the receipt says opens the case.
        (page, complaints) = await Portal.Open("/zfxxgk/ysqgk/cx/");
        await page.Asks(number, code);
        await Assertions.Expect(page.Locator(".state")).ToHaveTextAsync("办理中");
        await page.Ends(complaints);
    }

    // Without the setting, Tab reaches every field of the form in the order in which it stands on the page.
    [Fact]
    public async Task Tab_reaches_every_field_in_the_order_of_the_page()
    {
        var (page, complaints) = await Portal.Sit(await Portal.Officer("登记丙", Role.Registrar), "/office/requests/register");
        var standing = await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('form[data-dates] input:not([type=hidden]), form[data-dates] select, form[data-dates] textarea, form[data-dates] summary, form[data-dates] button')].filter(one => one.offsetParent !== null && !one.closest('details:not([open]) > :not(summary)')).map(one => one.id || one.textContent.trim())");
        List<string> reached = [await Here(page)];
        while (reached.Count < standing.Length + 10 && reached[^1] != standing[^1])
        {
            await page.Keyboard.PressAsync("Tab");
            reached.Add(await Here(page));
        }
        Assert.Equal(standing, reached.Where(standing.Contains));
        // Enter in a field sends the form, and it says what is missing with everything kept.
        await page.Locator("#Input_Name").FillAsync("示例丙");
        await page.Lands(() => page.Locator("#Input_Name").PressAsync("Enter"));
        await Assertions.Expect(page.Locator(".problem")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#Input_Name")).ToHaveValueAsync("示例丙");
        await page.Ends(complaints);
    }

    static Task<string> Here(IPage page) => page.EvaluateAsync<string>("() => document.activeElement.id || document.activeElement.textContent.trim()");

    async Task Press(IPage page, string key)
    {
        keys++;
        await page.Keyboard.PressAsync(key);
    }

    // Enter, and the next field has the focus.
    async Task Enter(IPage page, string field)
    {
        fields++;
        await Press(page, "Enter");
        await Assertions.Expect(page.Locator($"#{field}")).ToBeFocusedAsync();
    }

    async Task Types(IPage page, string words)
    {
        keys += words.Sum(letter => letter is >= '\u4E00' and <= '\u9FFF' ? KeysPerLetter : 1);
        await page.Keyboard.InsertTextAsync(words);
    }
}
