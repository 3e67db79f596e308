using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.App.Office;

/// <summary>工作台: what is mine to do today.</summary>
[Permits(Permission.UseOffice)]
public sealed class Index : PageModel, IFramed
{
    public Frame Frame => new("工作台") { Under = "/office/" };
}
