using Gongkai.App.Access;
using Gongkai.App.Ui;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.App.Portal.Requests;

/// <summary>申请须知: what the Regulation says of requests, for those who make one.</summary>
[Published]
public sealed class Notes : PageModel, IFramed
{
    public Frame Frame => Place.At("申请须知");
}
