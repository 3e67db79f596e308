using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Gongkai.App.Portal.Requests;

/// <summary>One question of the public's form with its label, hint and what is wrong: <c>&lt;answer for="Phone" label="联系电话" must&gt;</c>.</summary>
[HtmlTargetElement("answer")]
public class AnswerField(HtmlEncoder encoder) : TagHelper
{
    public ModelExpression For { get; set; } = null!;
    public string Label { get; set; } = "";

    /// <summary>必填; what is not says 选填.</summary>
    public bool Must { get; set; }

    /// <summary>Neither is said: another answer decides.</summary>
    public bool Depends { get; set; }

    public string? Hint { get; set; }
    public string Type { get; set; } = "text";
    public string? Autocomplete { get; set; }
    public string? Inputmode { get; set; }
    public int Longest { get; set; }

    /// <summary>More than one: a field of several lines.</summary>
    public int Rows { get; set; } = 1;

    [ViewContext, HtmlAttributeNotBound] public ViewContext ViewContext { get; set; } = null!;

    protected string Name => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
    protected string Id => TagBuilder.CreateSanitizedId(Name, "_");

    protected string Value => ViewContext.ViewData.ModelState.TryGetValue(Name, out var entry) && entry.RawValue is not null ? entry.AttemptedValue ?? "" : For.Model?.ToString() ?? "";

    protected string? Problem => ViewContext.ViewData.ModelState.TryGetValue(Name, out ModelStateEntry? entry) && entry.Errors is [var error, ..] ? error.ErrorMessage : null;

    protected string Described => string.Join(' ', new[] { Hint is null ? null : $"{Id}-hint", Problem is null ? null : $"{Id}-problem" }.OfType<string>());

    protected string Text(string text) => encoder.Encode(text);

    protected string Mark => Must ? " <span class=\"must\">*</span>" : Depends ? "" : "<span class=\"optional\">（选填）</span>";

    protected string Notes => (Hint is null ? "" : $"<p class=\"hint\" id=\"{Id}-hint\">{Text(Hint)}</p>")
        + (Problem is null ? "" : $"<p class=\"field-problem\" id=\"{Id}-problem\"><span class=\"visually-hidden\">错误：</span>{Text(Problem)}</p>");

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Problem is null ? "answer" : "answer wrong");
        TagBuilder field = new(Rows > 1 ? "textarea" : "input") { TagRenderMode = Rows > 1 ? TagRenderMode.Normal : TagRenderMode.SelfClosing };
        field.Attributes["id"] = Id;
        field.Attributes["name"] = Name;
        if (Longest > 0) field.Attributes["maxlength"] = $"{Longest}";
        if (Described is { Length: > 0 } described) field.Attributes["aria-describedby"] = described;
        if (Problem is not null) field.Attributes["aria-invalid"] = "true";
        if (Must) field.Attributes["aria-required"] = "true";
        field.Attributes["autocomplete"] = Autocomplete ?? "off";
        if (Inputmode is not null) field.Attributes["inputmode"] = Inputmode;
        if (Rows > 1)
        {
            field.Attributes["rows"] = $"{Rows}";
            field.InnerHtml.Append("\n" + Value);
        }
        else
        {
            field.Attributes["type"] = Type;
            field.Attributes["value"] = Value;
        }
        output.Content.AppendHtml($"<label for=\"{Id}\">{Text(Label)}{Mark}</label>{Notes}");
        output.Content.AppendHtml(field);
    }
}

/// <summary>A question with few answers, all of them seen: <c>&lt;choice for="Sort" label="…" among="…"&gt;</c>.</summary>
[HtmlTargetElement("choice")]
public sealed class ChoiceField(HtmlEncoder encoder) : AnswerField(encoder)
{
    /// <summary>Each with its value, its words, and what is said of it.</summary>
    public IEnumerable<(string Value, string Words, string? Hint)> Among { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "fieldset";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Problem is null ? "answer" : "answer wrong");
        if (Described is { Length: > 0 } described) output.Attributes.SetAttribute("aria-describedby", described);
        output.Content.AppendHtml($"<legend>{Text(Label)}{Mark}</legend>{Notes}");
        foreach (var (index, one) in Among.Index())
        {
            // The link of the summary leads to the first.
            var id = index == 0 ? Id : $"{Id}-{index}";
            TagBuilder field = new("input") { TagRenderMode = TagRenderMode.SelfClosing };
            field.Attributes["type"] = "radio";
            field.Attributes["id"] = id;
            field.Attributes["name"] = Name;
            field.Attributes["value"] = one.Value;
            if (one.Hint is not null) field.Attributes["aria-describedby"] = $"{id}-about";
            if (Value == one.Value) field.Attributes["checked"] = "checked";
            output.Content.AppendHtml("<div class=\"option\">").AppendHtml(field).AppendHtml($"<label for=\"{id}\">{Text(one.Words)}</label>");
            if (one.Hint is { } hint) output.Content.AppendHtml($"<p class=\"hint\" id=\"{id}-about\">{Text(hint)}</p>");
            output.Content.AppendHtml("</div>");
        }
    }
}
