using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Gongkai.App.Tests.Office;

/// <summary>Fills in and sends the forms of the office, as a browser without script does.</summary>
static class Forms
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<IDocument> Open(this HttpClient officer, string path)
    {
        var answer = await officer.GetAsync(path, Cancelled);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode} {answer.Headers.Location}");
        return await answer.Html();
    }

    /// <summary>Opens a page and sends one of its forms; what is not named keeps what the page put there.</summary>
    public static async Task<HttpResponseMessage> Send(this HttpClient officer, string path, string form, params (string Name, string Value)[] fields)
    {
        var page = await officer.Open(path);
        return await officer.Send(page, path, form, fields);
    }

    public static async Task<HttpResponseMessage> Send(this HttpClient officer, IDocument page, string path, string form, params (string Name, string Value)[] fields)
    {
        var element = page.QuerySelector(form);
        Assert.True(element is not null, $"{path} has no {form}");
        return await officer.PostAsync(element.GetAttribute("action") is { Length: > 0 } action ? action : path, Content(element, element.Fields(fields)), Cancelled);
    }

    /// <summary>As the form says: encoded in a line, or in parts, where a value that begins with <c>file:</c> is a file.</summary>
    static HttpContent Content(IElement form, List<KeyValuePair<string, string>> fields)
    {
        if (form.GetAttribute("enctype") != "multipart/form-data") return new FormUrlEncodedContent(fields);
        var parts = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            if (value.StartsWith("file:", StringComparison.Ordinal)) parts.Add(new StringContent(value[5..]), name, "holidays.json");
            else parts.Add(new StringContent(value), name);
        return parts;
    }

    /// <summary>What a browser would send.</summary>
    public static List<KeyValuePair<string, string>> Fields(this IElement form, params (string Name, string Value)[] typed)
    {
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var control in form.QuerySelectorAll("input[name], select[name], textarea[name]"))
        {
            var name = control.GetAttribute("name")!;
            if (typed.Any(one => one.Name == name)) continue;
            if (control.GetAttribute("type") is "checkbox" or "radio" && !control.HasAttribute("checked")) continue;
            if (control.GetAttribute("type") is "file") continue;
            if (control is IHtmlSelectElement { IsMultiple: true } several)
            {
                fields.AddRange(several.SelectedOptions.Select(option => KeyValuePair.Create(name, option.Value)));
                continue;
            }
            var value = control.LocalName switch
            {
                "select" => (control.QuerySelector("option[selected]") ?? control.QuerySelector("option"))?.GetAttribute("value") ?? "",
                "textarea" => control.TextContent.TrimStart('\n'),
                _ => control.GetAttribute("value") ?? (control.GetAttribute("type") is "checkbox" ? "on" : ""),
            };
            fields.Add(new(name, value));
        }
        fields.AddRange(typed.Select(one => KeyValuePair.Create(one.Name, one.Value)));
        return fields;
    }

    /// <summary>The value of the choice with these words.</summary>
    public static string Choice(this IDocument page, string select, string words) =>
        page.QuerySelectorAll($"{select} option").First(option => option.TextContent.Contains(words, StringComparison.Ordinal)).GetAttribute("value")!;

    /// <summary>Where an answer leads, or what it complains of.</summary>
    public static async Task<string> Leads(this HttpResponseMessage answer) =>
        answer.Headers.Location is { } to ? to.OriginalString : $"{(int)answer.StatusCode}: {(await answer.Html()).QuerySelector(".problem").Words()}";
}
