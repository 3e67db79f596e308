using Gongkai.App.Access;
using Gongkai.App.Access.Accounts;
using Gongkai.App.Access.SignOn;
using Gongkai.App.Ui;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.App.Office.SignIn;

/// <summary>退出: the session ends here and on every node.</summary>
[Permits(Permission.UseOffice), FirstStep]
public sealed class Out(Doorway doorway, SingleSignOn signOn, Me me) : PageModel, IFramed
{
    public Frame Frame => new("退出登录");

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost()
    {
        var outside = Doorway.ProofOf(HttpContext).HasFlag(Proof.Outside);
        await doorway.Leave(HttpContext, me);
        TempData["Done"] = "您已退出登录。";
        return LocalRedirect(outside && await signOn.EndsSessions(HttpContext) ? SingleSignOn.Door(SingleSignOn.Left) : Entrance.SignInPath);
    }
}
