using Gongkai.App.Ui;
using Gongkai.Records.Disclosure;
using Gongkai.Rules.Disclosure;

namespace Gongkai.App.Office.Catalogue;

/// <summary>The columns of the standard catalogues (基层政务公开标准目录), the same in the list, in its files and in the import.</summary>
public static class CatalogueColumns
{
    /// <summary>What they are called.</summary>
    public static class Head
    {
        public const string Number = "序号", First = "一级事项", Second = "二级事项", Third = "三级事项", Elements = "公开内容（要素）", Bases = "公开依据", Times = "公开时限", Subject = "公开主体",
            Channels = "公开渠道和载体", Audience = "公开对象", Way = "公开方式", Levels = "公开层级", Department = "责任科室（单位）", Mode = "公开类别", Column = "公开栏目", Matter = "条例事项";
    }

    public const string Proactive = "主动", OnRequest = "依申请";

    /// <summary>An entry with the names of its column and its department.</summary>
    public sealed record Row(CatalogueEntry Entry, string Column, string? Department);

    public static IReadOnlyList<ListColumn<Row>> All { get; } =
    [
        new("number", Head.Number, row => row.Entry.Number) { Look = "number" },
        new("first", Head.First, row => row.Entry.Says.First),
        new("second", Head.Second, row => row.Entry.Says.Second) { Path = row => $"{Index.Path}/{row.Entry.Handle}" },
        new("third", Head.Third, row => row.Entry.Says.Third) { Path = row => row.Entry.Says.Third is null ? null : $"{Index.Path}/{row.Entry.Handle}" },
        new("elements", Head.Elements, row => CatalogueText.Written(row.Entry.Says.Elements)) { Shown = false },
        new("bases", Head.Bases, row => CatalogueText.Lines(row.Entry.Says.Bases)) { Shown = false },
        new("times", Head.Times, row => CatalogueText.Written(row.Entry.Says.Times)),
        new("subject", Head.Subject, row => row.Entry.Says.Subject) { Shown = false },
        new("channels", Head.Channels, row => CatalogueText.Written(row.Entry.Says.Channels)) { Shown = false },
        new("audience", Head.Audience, row => CatalogueText.Audience(row.Entry.Says.Group)) { Shown = false },
        new("way", Head.Way, row => row.Entry.Says.OnRequest ? OnRequest : Proactive) { Shown = false },
        new("levels", Head.Levels, row => row.Entry.Says.Levels) { Shown = false },
        new("department", Head.Department, row => row.Department),
        new("mode", Head.Mode, row => row.Entry.Mode.Name),
        new("column", Head.Column, row => row.Column),
        new("matter", Head.Matter, row => MatterWords(row.Entry.Says.Matter)) { Shown = false },
        new("state", "状态", row => row.Entry.ClosedOn is { } on ? $"{on:yyyy-MM-dd} 停用" : "有效") { Tone = row => row.Entry.ClosedOn is null ? "fine" : "ended", Shown = false },
        new("version", "版次", row => $"第{row.Entry.Version}版（{row.Entry.From:yyyy-MM-dd} 起）") { Shown = false },
    ];

    /// <summary>What asks for all that the standard catalogue has, as it stands in the address.</summary>
    public static string Standard { get; } = string.Join('&', All.SkipLast(2).Select(column => $"columns={column.Key}"));

    /// <summary>The code and the words; the code alone tells.</summary>
    public static string MatterWords(string? code) => Gongkai.Rules.Disclosure.Matter.Find(code) is { } matter ? $"{matter.Code} {matter.Name}" : "";
}
