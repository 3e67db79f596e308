using Gongkai.App.Ui;

namespace Gongkai.App.Portal.Requests;

/// <summary>Where the pages of 依申请公开 stand, and what they tell the frame.</summary>
static class Place
{
    public const string Path = "/zfxxgk/ysqgk/", Form = Path + "sq/", Check = Form + "qr", Receipt = Form + "cg", Whole = Form + "yb", Query = Path + "cx/", Progress = Query + "jd", Code = Query + "wm", NewCode = Query + "cz";

    public static Column Column { get; } = new("依申请公开", "提出政府信息公开申请，查询办理进度，获取答复", "依申请公开,政府信息公开申请,申请表,进度查询", "依申请公开");

    public static string Step(int number) => $"{Form}{number}";

    /// <summary>A page below the first; its title says in its first word when something is wrong.</summary>
    public static Frame At(string name, bool wrong = false, Crumb? between = null) => new(wrong ? $"错误：{name}" : name,
        [new Crumb("政府信息公开", "/zfxxgk/"), new Crumb("依申请公开", Path), .. between is null ? Array.Empty<Crumb>() : [between], new Crumb(name)])
    {
        Column = Column,
        Under = "ysqgk",
        Banner = "依申请公开",
    };
}
