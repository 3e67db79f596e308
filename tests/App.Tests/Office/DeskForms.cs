using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Gongkai.App.Tests.Office;

/// <summary>Fills in a form of a page and sends it, as a browser without scripts does.</summary>
static class DeskForms
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<IDocument> Open(this HttpClient desk, string path) => await (await desk.GetAsync(path, Cancelled)).Html();

    /// <summary>Sends the form that this selects, with its hidden fields and what was typed.</summary>
    public static async Task<HttpResponseMessage> Send(this HttpClient desk, string path, string form, params (string Name, string Value)[] typed)
    {
        var answer = await desk.GetAsync(path, Cancelled);
        return await desk.Send(await answer.Html(), path, form, typed);
    }

    public static async Task<HttpResponseMessage> Send(this HttpClient desk, IDocument page, string path, string form, params (string Name, string Value)[] typed)
    {
        var found = (IHtmlFormElement)page.QuerySelector(form)!;
        var fields = found.QuerySelectorAll("input[type=hidden], textarea[hidden]")
            .Select(field => (Name: field.GetAttribute("name")!, Value: field is IHtmlTextAreaElement text ? text.Value : field.GetAttribute("value") ?? ""))
            .Where(field => typed.All(one => one.Name != field.Name)).Concat(typed);
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            if (value.StartsWith("file:", StringComparison.Ordinal)) content.Add(new StringContent(value[5..]), name, "holidays.json");
            else content.Add(new StringContent(value), name);
        var action = found.GetAttribute("action") is { Length: > 0 } stated ? stated : path;
        return await desk.PostAsync(action, content, Cancelled);
    }
}
