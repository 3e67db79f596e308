using Gongkai.App.Ui;
using Gongkai.Records.Disclosure;
using Gongkai.Rules.Disclosure;

namespace Gongkai.App.Portal.Disclosure;

/// <summary>What is said of an article beside its text, on its page and in the file that is taken away.</summary>
public sealed record ArticleFacts(InformationItem Item, Validity Validity)
{
    public static ArticleFacts Of(InformationItem item, DateOnly today) => new(item, item.Validity.On(today, item.EffectiveOn, item.EndsOn));

    /// <summary>Why its validity is what the banner says, in words; empty where there is no banner.</summary>
    public string Ended => Validity switch
    {
        Validity.Repealed => $"本文件{On(Item.EndedOn)}废止，仅供查阅。",
        Validity.Lapsed => $"本文件{On(Item.EndedOn ?? Item.EndsOn?.AddDays(1))}失效，仅供查阅。",
        Validity.NotYet => $"本文件自{Item.EffectiveOn:yyyy年M月d日}起施行。",
        Validity.Amended => "本文件已经修改，请同时查阅修改它的文件。",
        Validity.PartlyLapsed => "本文件部分内容已经失效。",
        Validity.InForce or Validity.Unmarked => "",
    };

    /// <summary>The metadata in their fixed order; what is not there is not shown.</summary>
    public IEnumerable<(string Name, string Value)> All => new (string Name, string? Value)[]
    {
        ("索引号", Item.IndexNumber), ("主题分类", Item.Topic), ("发文机关", Item.Issuer), ("成文日期", Item.FormedOn.ToString("yyyy-MM-dd")), ("发文字号", Item.DocumentNumber), ("发布日期", Item.PublishedAt!.Value.InBeijing()),
        ("有效性", Validity is Validity.Unmarked ? null : Validity.Name), ("实施日期", Item.EffectiveOn?.ToString("yyyy-MM-dd")), ("废止日期", Validity.IsOver ? (Item.EndedOn ?? Item.EndsOn)?.ToString("yyyy-MM-dd") : null),
        ("公开方式", Item.Attribute.Name), ("关键词", Item.Keywords),
    }.Where(fact => !string.IsNullOrWhiteSpace(fact.Value)).Select(fact => (fact.Name, fact.Value!));

    static string On(DateOnly? day) => day is { } known ? $"已于{known:yyyy年M月d日}" : "已经";
}
