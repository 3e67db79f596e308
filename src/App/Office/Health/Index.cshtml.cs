using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.App.Office.Health;

/// <summary>运行健康 (O27): how the system is, in words, and what to do.</summary>
[Permits(Permission.WatchHealth)]
public sealed class Index(Examination examination, TimeProvider time) : PageModel, IFramed
{
    public const string Path = "/office/health/";

    public IReadOnlyList<Finding> Findings { get; private set; } = [];
    public DateTimeOffset Now => time.Now;
    public int Grave => Findings.Count(finding => finding.Grade == Grade.Act);
    public Frame Frame => new("运行健康", new Crumb("运行健康")) { Under = Path };

    public async Task OnGetAsync() => Findings = await examination.Run().ToListAsync();
}
