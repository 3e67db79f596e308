using System.ComponentModel.DataAnnotations;
using Gongkai.Documents.Publication;
using Gongkai.Records.Disclosure;
using Gongkai.Rules.Disclosure;

namespace Gongkai.App.Office.Items;

/// <summary>A draft as its form sends it.</summary>
public sealed class ItemForm
{
    public int Revision { get; set; }

    /// <summary>The slug of the column.</summary>
    [Required(ErrorMessage = "请选择栏目")] public string? Column { get; set; }

    /// <summary>The number of the catalogue's entry.</summary>
    public int? Entry { get; set; }

    public string? Department { get; set; }
    [Required(ErrorMessage = "请填写标题"), MaxLength(ItemContent.LongestTitle, ErrorMessage = "标题最多 300 个字，请缩短")] public string? Title { get; set; }
    public Genre? Genre { get; set; }
    [MaxLength(ItemContent.LongestNumber, ErrorMessage = "文号最多 60 个字，请核对")] public string? DocumentNumber { get; set; }
    [MaxLength(ItemContent.LongestIssuer, ErrorMessage = "发文机关最多 100 个字，请缩短")] public string? Issuer { get; set; }
    [MaxLength(ItemContent.LongestIssuer, ErrorMessage = "来源最多 100 个字，请缩短")] public string? Source { get; set; }
    [MaxLength(ItemContent.LongestSummary, ErrorMessage = "内容概述最多 300 个字，请缩短")] public string? Summary { get; set; }
    [MaxLength(ItemContent.LongestKeywords, ErrorMessage = "关键词最多 200 个字，请缩短")] public string? Keywords { get; set; }
    [MaxLength(60, ErrorMessage = "主题分类最多 60 个字，请缩短")] public string? Topic { get; set; }
    public DateOnly? FormedOn { get; set; }
    public DateOnly? EffectiveOn { get; set; }
    public DateOnly? EndsOn { get; set; }
    public Validity Validity { get; set; }
    public DisclosureAttribute Attribute { get; set; }
    [MaxLength(300, ErrorMessage = "理由最多 300 个字，请缩短")] public string? AttributeReason { get; set; }

    /// <summary>The text, as typed or pasted; it is cleaned before anything is done with it.</summary>
    public string? Html { get; set; }

    /// <summary>索引号 of what this interprets, repeals, amends or rests on, parted by 、.</summary>
    public string? Interprets { get; set; }

    public string? Repeals { get; set; }
    public string? Amends { get; set; }
    public string? BasedOn { get; set; }

    /// <summary>Why what is public is corrected.</summary>
    [MaxLength(300, ErrorMessage = "更正原因最多 300 个字，请缩短")] public string? CorrectionWhy { get; set; }

    public static ItemForm Of(ItemVersion version, DisclosureColumn? column, CatalogueEntry? entry, string? department, Func<Guid, string?> indexNumber)
    {
        var says = version.Says;
        return new()
        {
            Revision = version.Revision, Column = column?.Slug, Entry = entry?.Number, Department = department, Title = says.Title, Genre = says.Genre, DocumentNumber = says.DocumentNumber,
            Issuer = says.Issuer, Source = says.Source, Summary = says.Summary, Keywords = says.Keywords, Topic = says.Topic, FormedOn = says.FormedOn, EffectiveOn = says.EffectiveOn, EndsOn = says.EndsOn,
            Validity = says.Validity, Attribute = says.Attribute, AttributeReason = says.AttributeReason, Html = says.Html, CorrectionWhy = version.CorrectionWhy,
            Interprets = Named(RelationKind.Interprets), Repeals = Named(RelationKind.Repeals), Amends = Named(RelationKind.Amends), BasedOn = Named(RelationKind.BasedOn),
        };

        string? Named(RelationKind kind) => string.Join('、', says.Relations.Where(one => one.Kind == kind).Select(one => indexNumber(one.ItemId)).OfType<string>()) is { Length: > 0 } all ? all : null;
    }

    /// <summary>The relations as they were typed.</summary>
    public IEnumerable<(RelationKind Kind, string Field, string Number)> Typed()
    {
        foreach (var (kind, field, typed) in new[] { (RelationKind.Interprets, nameof(Interprets), Interprets), (RelationKind.Repeals, nameof(Repeals), Repeals), (RelationKind.Amends, nameof(Amends), Amends), (RelationKind.BasedOn, nameof(BasedOn), BasedOn) })
            foreach (var number in (typed ?? "").Split(['\n', '\r', ' ', '、', ';', '；'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) yield return (kind, field, number);
    }

    /// <summary>What is wrong with it as a draft: only what a draft cannot do without. The rest is asked for when it is handed in.</summary>
    public IEnumerable<(string Field, string Words)> Faults(DateOnly today)
    {
        if (Genre is null) yield return (nameof(Genre), "请选择体裁");
        if (FormedOn is null) yield return (nameof(FormedOn), "请填写成文日期，例如 20260921");
        else if (FormedOn > today) yield return (nameof(FormedOn), "成文日期不能晚于今天，请核对");
        if (EndsOn is { } last && EffectiveOn is { } first && last < first) yield return (nameof(EndsOn), "有效期至早于实施日期，请核对");
        if (Attribute.ToHandIn(AttributeReason) is { } reason) yield return (nameof(AttributeReason), reason.Reason);
        if (Html is { Length: > ItemContent.LongestHtml * 4 }) yield return (nameof(Html), "正文过长，请把大的表格或附录作为附件上传");
    }

    /// <summary>What it says, cleaned.</summary>
    public ItemContent Content(Guid column, Guid? entry, Guid? department, string agency, string editor, IReadOnlyList<ContentFile> files, IReadOnlyList<ContentRelation> relations, Func<string, bool> isOurPicture)
    {
        var html = CleanHtml.Of(Html ?? "", isOurPicture);
        return new()
        {
            ColumnId = column, EntryId = entry, DepartmentId = department, Title = Line(Title) ?? "", Genre = Genre!.Value, DocumentNumber = Line(DocumentNumber), Issuer = Line(Issuer) ?? agency, Source = Line(Source),
            Summary = Line(Summary) ?? (PlainText.Summary(html) is { Length: > 0 } summary ? summary : null), Keywords = Words(Keywords), Topic = Line(Topic), FormedOn = FormedOn!.Value, EffectiveOn = EffectiveOn, EndsOn = EndsOn,
            Validity = Validity, Attribute = Attribute, AttributeReason = Line(AttributeReason), EditedBy = editor, Html = html, Plain = PlainText.Of(html), Files = files, Relations = relations,
        };
    }

    static string? Line(string? typed) => typed?.ReplaceLineEndings(" ").Trim() is { Length: > 0 } line ? line : null;

    static string? Words(string? typed) =>
        string.Join('、', (typed ?? "").Split(['、', ',', '，', ';', '；', ' ', '\u3000'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()) is { Length: > 0 } words ? words : null;
}
