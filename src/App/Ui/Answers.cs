using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Ui;

/// <summary>What a page answers where a form cannot be taken as it is.</summary>
public static class Answers
{
    /// <summary>What someone reads whose copy was older than the store's.</summary>
    public const string Overtaken = "在您打开页面之后，别人修改了这条记录，您的修改没有保存。请看过现在的内容后再改一次。";

    /// <summary>The page again, with what was typed and what is wrong with it.</summary>
    /// <param name="status">400 where the form is not from our own page, so that nothing of it was looked at.</param>
    public static PageResult Again(this PageModel page, int status = StatusCodes.Status422UnprocessableEntity)
    {
        page.Response.StatusCode = status;
        return page.Page();
    }

    /// <summary>Where an act leads: to a page of ours, which says that it was done.</summary>
    /// <param name="path">From the root of the application: <c>~/office/tasks</c>.</param>
    public static RedirectResult Done(this PageModel page, string words, string path)
    {
        page.TempData["Done"] = words;
        return new(path);
    }

    /// <summary>Saves; where someone else was faster, the page again with a sentence that says so.</summary>
    public static async Task<IActionResult?> Saved(this PageModel page, Func<Task> save)
    {
        try
        {
            await save();
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            page.ModelState.AddModelError("", Overtaken);
            page.Response.StatusCode = StatusCodes.Status409Conflict;
            return page.Page();
        }
    }
}
