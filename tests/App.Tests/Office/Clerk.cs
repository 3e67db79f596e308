using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Gongkai.App.Tests.Office;

/// <summary>Someone at a desk, who fills in the forms that the pages show and presses their buttons.</summary>
sealed class Clerk(HttpClient browser)
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public HttpClient Browser => browser;

    public async Task<HttpResponseMessage> Get(string path) => await browser.GetAsync(path, Cancelled);

    public async Task<IDocument> Open(string path)
    {
        var answer = await Get(path);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {(int)answer.StatusCode} {answer.Headers.Location}");
        return await answer.Html();
    }

    /// <summary>Fills in the page's form, presses the button with these words, and comes to where that leads.</summary>
    public async Task<(string Path, IDocument Page)> Press(string path, string button, params (string Field, string Value)[] fill) => await Press(path, await Open(path), button, fill);

    /// <summary>The same with a page that was opened before: what stands in its fields is what was seen then.</summary>
    public async Task<(string Path, IDocument Page)> Press(string path, IDocument page, string button, params (string Field, string Value)[] fill)
    {
        var pressed = page.QuerySelectorAll("main button").OfType<IHtmlButtonElement>().SingleOrDefault(one => one.Words() == button);
        Assert.True(pressed is not null, $"No button {button} on {path}: {page.QuerySelector("main").Words()}");
        var form = pressed.Closest("form")!;
        var fields = form.QuerySelectorAll("input[name], select[name], textarea[name]")
            .Where(field => field.GetAttribute("type") is not ("checkbox" or "radio" or "file") || field.HasAttribute("checked"))
            .Select(field => (Name: field.GetAttribute("name")!, Value: field switch
            {
                IHtmlSelectElement select => select.QuerySelector("option[selected]")?.GetAttribute("value") ?? select.QuerySelector("option")?.GetAttribute("value") ?? "",
                IHtmlTextAreaElement area => area.TextContent,
                _ => field.GetAttribute("value") ?? "",
            })).ToList();
        foreach (var (name, value) in fill)
        {
            Assert.True(form.QuerySelector($"[name='{name}']") is not null, $"No field {name} on {path}");
            fields.RemoveAll(field => field.Name == name);
            fields.Add((name, value));
        }
        if (pressed.GetAttribute("name") is { } named) fields.Add((named, pressed.GetAttribute("value") ?? ""));
        var target = pressed.GetAttribute("formaction") ?? form.GetAttribute("action") ?? "";
        if (target.Length == 0) target = path;
        var answer = await browser.PostAsync(target, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))), Cancelled);
        if ((int)answer.StatusCode is >= 300 and < 400) return (answer.Headers.Location!.ToString(), await Open(answer.Headers.Location!.ToString()));
        Assert.True(answer.IsSuccessStatusCode || answer.StatusCode is System.Net.HttpStatusCode.UnprocessableEntity, $"{target}: {(int)answer.StatusCode}");
        return (target, await answer.Html());
    }
}
