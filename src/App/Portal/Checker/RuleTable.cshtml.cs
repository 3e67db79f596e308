using Gongkai.App.Access;
using Gongkai.App.Ui;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.App.Portal.Checker;

/// <summary>Every rule by which reports are checked, in words that can be argued with.</summary>
[Published]
public sealed class RuleTable : PageModel, IFramed
{
    public Frame Frame => new("检查规则", new("年报体检", Index.Path), new("检查规则"))
    {
        Column = new("检查规则", "列出年报体检所用的全部规则和处理方式", "年报体检,检查规则,勾稽关系", "便民工具"),
        Under = "gz",
        Banner = "年报体检",
    };
}
