using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Gongkai.Documents.Printing;

/// <summary>An HTML heading whose level depends on where its document stands.</summary>
public sealed class Heading : ComponentBase
{
    /// <summary>1 to 6; deeper ones are 6.</summary>
    [Parameter, EditorRequired] public required int Level { get; set; }

    [Parameter] public string? Class { get; set; }
    [Parameter] public string? Id { get; set; }
    [Parameter] public RenderFragment? ChildContent { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, $"h{Math.Min(Level, 6)}");
        builder.AddAttribute(1, "id", Id);
        builder.AddAttribute(2, "class", Class);
        builder.AddContent(3, ChildContent);
        builder.CloseElement();
    }
}
