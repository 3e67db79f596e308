using System.Text.RegularExpressions;

namespace Gongkai.Rules.Requests.Letters;

/// <summary>A norm other than the Regulation on which a decision rests, such as the law that forbids publication.</summary>
/// <param name="Name">Its full name, without 《》.</param>
/// <param name="Rank">What it is.</param>
/// <param name="Place">条、款、项, as printed: 第二十条第一款.</param>
public sealed partial record CitedNorm(string Name, NormRank Rank, string Place)
{
    public string Text => $"《{Name.Trim('《', '》', ' ')}》{Place}";

    /// <summary>Why it cannot carry a refusal that needs a 法律 or a 行政法规.</summary>
    // 依法确定为国家秘密的政府信息，法律、行政法规禁止公开的政府信息……不予公开: a rule of lower rank is not enough.
    [Law(Statute.Regulation, "14")]
    public Impediment? ToCarrying() =>
        string.IsNullOrWhiteSpace(Name) ? new("请填写所依据的法律或者行政法规的名称。")
        : Rank is not (NormRank.Law or NormRank.AdministrativeRegulation) ? new($"{Text}是{Rank.Name}，只有法律、行政法规可以作为依据，请改引法律或者行政法规。")
        : Local().IsMatch(Name) ? new($"{Text}看来是地方性法规或者地方规章，只有法律、行政法规可以作为依据，请核对。")
        : LowerRank().IsMatch(Name) ? new($"{Text}看来是规范性文件，只有法律、行政法规可以作为依据，请核对。")
        : Rank is NormRank.Law && !Lawlike().IsMatch(Name) ? new($"{Text}看来不是法律，请核对它的效力级别。")
        : !Article().IsMatch(Place) ? new($"请写明依据{Text}的哪一条。")
        : null;

    // 某省……条例, 某市……办法; but not 城市……条例, 证券市场……条例.
    [GeneratedRegex(@"^《?(?!中华人民共和国)[\u4e00-\u9fff]{1,8}?(?:省|自治区|自治州|自治县|(?<!城|都)市(?![场政容区县]))[\u4e00-\u9fff]*(?:条例|规定|办法|规则|细则|决定)")]
    private static partial Regex Local();

    [GeneratedRegex(@"通知|意见|的函|纪要|公告|通告|〔\d{4}〕|\[\d{4}\]")]
    private static partial Regex LowerRank();

    // A law is called 法, or is a decision of the Standing Committee.
    [GeneratedRegex(@"法(?:（[^）]*）)?》?$|宪法|全国人民代表大会")]
    private static partial Regex Lawlike();

    [GeneratedRegex(@"第[一二三四五六七八九十百零〇\d]+条")]
    private static partial Regex Article();
}

/// <summary>The rank of a norm (效力级别).</summary>
public enum NormRank
{
    /// <summary>法律.</summary>
    Law,

    /// <summary>行政法规.</summary>
    AdministrativeRegulation,

    /// <summary>地方性法规.</summary>
    LocalRegulation,

    /// <summary>规章.</summary>
    Rule,

    /// <summary>规范性文件.</summary>
    NormativeDocument,
}

/// <summary>The Chinese name of a rank.</summary>
public static class NormRankName
{
    extension(NormRank rank)
    {
        public string Name => rank switch
        {
            NormRank.Law => "法律",
            NormRank.AdministrativeRegulation => "行政法规",
            NormRank.LocalRegulation => "地方性法规",
            NormRank.Rule => "规章",
            NormRank.NormativeDocument => "规范性文件",
        };
    }
}
