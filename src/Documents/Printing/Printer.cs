using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gongkai.Documents.Printing;

/// <summary>Turns a document (a Razor component) into HTML, with no web server near.</summary>
public static class Printer
{
    // The encoder that comes by default writes 公 as &#x516C; and triples a Chinese page.
    static readonly ServiceProvider Services = new ServiceCollection()
        .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All))
        .BuildServiceProvider();

    /// <summary>The HTML of <typeparamref name="TDocument"/>; <paramref name="parameters"/> are its parameters by name.</summary>
    public static string Print<TDocument>(IDictionary<string, object?> parameters) where TDocument : IComponent
    {
        // A document awaits nothing, so the task is done when it comes back.
        using var renderer = new HtmlRenderer(Services, NullLoggerFactory.Instance);
        return renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TDocument>(ParameterView.FromDictionary(parameters))).ToHtmlString())
            .GetAwaiter().GetResult();
    }
}
