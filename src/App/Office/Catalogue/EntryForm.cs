using System.ComponentModel.DataAnnotations;
using Gongkai.Records.Disclosure;
using Gongkai.Rules.Disclosure;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Gongkai.App.Office.Catalogue;

/// <summary>What is typed of an entry; elements, bases and terms line by line, as the cells of the table have them.</summary>
public sealed class EntryForm
{
    public int Revision { get; set; }
    [Required(ErrorMessage = "请填写一级事项"), MaxLength(60, ErrorMessage = "一级事项最多 60 个字")] public string? First { get; set; }
    [Required(ErrorMessage = "请填写二级事项"), MaxLength(60, ErrorMessage = "二级事项最多 60 个字")] public string? Second { get; set; }
    [MaxLength(60, ErrorMessage = "三级事项最多 60 个字")] public string? Third { get; set; }
    [Required(ErrorMessage = "请填写公开内容（要素），一行一项"), MaxLength(2000, ErrorMessage = "公开内容最多 2000 个字")] public string? Elements { get; set; }
    [MaxLength(2000, ErrorMessage = "公开依据最多 2000 个字")] public string? Bases { get; set; }
    [MaxLength(1000, ErrorMessage = "公开时限最多 1000 个字")] public string? Times { get; set; }
    [Required(ErrorMessage = "请填写公开主体"), MaxLength(100, ErrorMessage = "公开主体最多 100 个字")] public string? Subject { get; set; }

    /// <summary>By the channels' order: empty, must, may.</summary>
    public List<string?> Channels { get; set; } = [];

    [MaxLength(60, ErrorMessage = "特定群体最多 60 个字")] public string? Group { get; set; }
    public bool OnRequest { get; set; }
    [Required(ErrorMessage = "请填写公开层级"), MaxLength(40, ErrorMessage = "公开层级最多 40 个字")] public string? Levels { get; set; } = "县级";
    public DisclosureMode Mode { get; set; } = DisclosureMode.AsItHappens;
    [Required(ErrorMessage = "请选择条例事项")] public string? Matter { get; set; }

    /// <summary>The handle of a column.</summary>
    [Required(ErrorMessage = "请选择公开栏目")] public string? Column { get; set; }

    public string? Department { get; set; }

    /// <summary>Why it is changed.</summary>
    [MaxLength(300, ErrorMessage = "修改原因最多 300 个字")] public string? Why { get; set; }

    /// <summary>What it says, or <c>null</c> with what is wrong in the model state.</summary>
    public CatalogueContent? Read(ModelStateDictionary state)
    {
        List<string> unknown = [];
        var times = CatalogueText.Times(Lines(Times), unknown);
        foreach (var line in unknown) state.AddModelError("Input.Times", $"读不懂“{line}”，请写成“20个工作日内”“每季度公开，每期结束后10个工作日内”“每年1月31日前”或者“公开征求意见不少于30日”。");
        if (Mode is DisclosureMode.Periodic && Periods.RuleOf(times) is null && unknown is []) state.AddModelError("Input.Times", "定期公开的，请写明多久一期，例如“每季度公开，每期结束后20个工作日内”。");
        if (Gongkai.Rules.Disclosure.Matter.Find(Matter) is null && Matter is not null) state.AddModelError("Input.Matter", "请从列表中选择条例事项。");
        IReadOnlyList<RequiredChannel> channels = [.. Enum.GetValues<Channel>().Zip(Channels).Where(one => one.Second is "must" or "may").Select(one => new RequiredChannel(one.First, one.Second == "must"))];
        var group = Group?.Trim() is { Length: > 0 } some ? some : null;
        if (!OnRequest && !channels.Any(one => one.Required)) state.AddModelError("Input.Channels", "请至少选择一个必选的公开渠道。");
        // 房屋调查结果、分户补偿情况 go to those who are concerned, and not to the open internet.
        if (group is not null && channels.Any(one => one.Channel is Channel.Website)) state.AddModelError("Input.Channels", "只向特定群体公开的，不在政府网站公开，请改选入户/现场、公示栏或者精准推送。");
        if (!state.IsValid) return null;
        return new()
        {
            First = First!.Trim(), Second = Second!.Trim(), Third = Third?.Trim() is { Length: > 0 } third ? third : null,
            Elements = CatalogueText.Elements(Lines(Elements)), Bases = CatalogueText.LinesOf(Lines(Bases)), Matter = Matter, Mode = Mode, Times = times, Subject = Subject!.Trim(),
            Channels = channels, Group = group, OnRequest = OnRequest, Levels = Levels!.Trim(),
        };
    }

    public static EntryForm Of(CatalogueEntry entry, string column, string? department)
    {
        var says = entry.Says;
        return new()
        {
            Revision = entry.Revision, First = says.First, Second = says.Second, Third = says.Third, Elements = CatalogueText.Written(says.Elements), Bases = CatalogueText.Lines(says.Bases),
            Times = CatalogueText.Written(says.Times), Subject = says.Subject, Channels = Chosen(says.Channels), Group = says.Group, OnRequest = says.OnRequest, Levels = says.Levels, Mode = says.Mode,
            Matter = says.Matter, Column = column, Department = department,
        };
    }

    public static List<string?> Chosen(IReadOnlyList<RequiredChannel> channels) =>
        [.. Enum.GetValues<Channel>().Select(channel => channels.FirstOrDefault(one => one.Channel == channel) is { } chosen ? chosen.Required ? "must" : "may" : null)];

    static string Lines(string? text) => (text ?? "").ReplaceLineEndings("\n");
}
