using Microsoft.Playwright;

namespace Gongkai.Browser.Tests.Journeys;

/// <summary>What hands do on the way: fill in a form by its labels, press its button, and look at the page that follows.</summary>
static class Steps
{
    /// <summary>Fills in the form that has this button, and presses it; ends when the page that it leads to stands.</summary>
    public static async Task Do(this IPage page, string button, params (string Label, string Value)[] typed)
    {
        var pressed = page.Locator("main").GetByRole(AriaRole.Button, new() { Name = button, Exact = true, IncludeHidden = true }).First;
        var form = page.Locator("main form", new() { Has = page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true, IncludeHidden = true }) }).First;
        // What is folded away is opened as anyone would.
        var folded = page.Locator("main details:not([open])", new() { Has = page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true, IncludeHidden = true }) });
        if (await folded.CountAsync() > 0) await folded.First.Locator("summary").First.ClickAsync();
        foreach (var (label, value) in typed)
        {
            // The label itself, before one in which these words stand among others.
            var exact = form.GetByLabel(label, new() { Exact = true });
            await Fill(await exact.CountAsync() > 0 ? exact.First : form.GetByLabel(label).First, value);
        }
        await page.Lands(() => pressed.ClickAsync());
    }

    /// <summary>Types, chooses or ticks, whatever the field is.</summary>
    public static async Task Fill(ILocator field, string value)
    {
        switch (await field.EvaluateAsync<string>("field => field.tagName === 'INPUT' ? field.type : field.tagName"))
        {
            case "SELECT": await field.SelectOptionAsync((await field.Locator("option", new() { HasTextString = value }).First.GetAttributeAsync("value"))!); break;
            case "checkbox" or "radio": await field.CheckAsync(); break;
            default: await field.FillAsync(value); break;
        }
    }

    /// <summary>Does something that leads to another page, and waits until that stands.</summary>
    public static async Task Lands(this IPage page, Func<Task> act)
    {
        var loaded = new TaskCompletionSource();
        void Stands(object? sender, IPage page) => loaded.TrySetResult();
        page.Load += Stands;
        await act();
        await loaded.Task.WaitAsync(TimeSpan.FromSeconds(30));
        page.Load -= Stands;
    }

    /// <summary>Nothing sideways, and no rule of accessibility broken. Axe needs script: without it only what was asked is looked at.</summary>
    public static async Task Sound(this IPage page, bool script = true)
    {
        if (!script) return;
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= window.innerWidth"), $"{page.Url} is wider than the window");
        Axe.None(await page.Violations());
    }

    /// <summary>The journey is over: the last page is sound, and the browser has complained of nothing but the refusals that were meant.</summary>
    public static async Task Ends(this IPage page, List<string> complaints, bool script = true)
    {
        await page.Sound(script);
        complaints.RemoveAll(complaint => complaint.Contains("422", StringComparison.Ordinal));
        Assert.Empty(complaints);
        await page.Context.CloseAsync();
    }

    /// <summary>How many sheets it takes.</summary>
    public static async Task<int> Sheets(this IPage page) =>
        System.Text.RegularExpressions.Regex.Count(System.Text.Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true })), @"/Type\s*/Page\b(?!s)");
}
