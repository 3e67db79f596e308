using Gongkai.App.Access;
using Gongkai.App.Ui;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.App.Portal.Requests;

/// <summary>常见问题: what people ask before and after a request.</summary>
[Published]
public sealed class Questions : PageModel, IFramed
{
    public Frame Frame => Place.At("常见问题");
}
