using Gongkai.App.Access;
using Gongkai.App.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.App.Portal.Checker;

/// <summary>年报体检: anyone gives a report and gets back what is wrong in it. Nothing is kept, not on a disk and not in a log.</summary>
[AllowAnonymous]
public sealed class Index(ILogger<Index> logger) : PageModel, IFramed
{
    public const string Path = "/jc/";
    public const int MostFiles = 10;

    public const string NoFile = "请先选择要检查的年报文件。";
    public static string TooMany { get; } = $"一次最多检查 {MostFiles} 个文件，请分几次提交。";

    [BindProperty(Name = "files")] public List<IFormFile> Files { get; set; } = [];
    [BindProperty(Name = "previous")] public IFormFile? Previous { get; set; }

    public string? Problem { get; private set; }
    public IReadOnlyList<Examination> Examinations { get; private set; } = [];
    public static int Megabytes => Limits.UploadBytes / 1024 / 1024;

    public Frame Frame => new(Problem is not null ? "错误：年报体检" : Examinations is [] ? "年报体检" : "体检结果", Examinations is []
        ? [new("年报体检")]
        : [new("年报体检", Path), new("体检结果")])
    {
        Column = new("年报体检", "免费检查政府信息公开工作年度报告的勾稽关系、格式和文字表述，不保存文件", "年报体检,年度报告,勾稽关系,校验", "便民工具"),
        Under = "jc",
        Banner = "年报体检",
    };

    public void OnGet()
    {
    }

    public PageResult OnPost()
    {
        Problem = Files.Count switch { 0 => NoFile, > MostFiles => TooMany, _ => null };
        if (Problem is null)
        {
            Examinations = Examination.Of([.. Files.Select(Submission.Of)], Previous is null ? null : Submission.Of(Previous));
            foreach (var one in Examinations)
                if (one.Fault is { } fault) logger.LogError("A file could not be checked: {Fault}", fault);
            // One that could not be read is the page again, with the reason beside the field.
            if (Examinations is [{ Refusal: { } refusal } only]) (Problem, Examinations) = ($"“{only.File}”：{refusal}", []);
        }
        if (Problem is not null) Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
