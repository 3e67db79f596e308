namespace Gongkai.Rules.Disclosure;

/// <summary>An entry of the catalogue (公开事项) that an agency may begin with: the usual one of a county's department for housing and construction.</summary>
/// <param name="First">一级事项.</param>
/// <param name="Second">二级事项.</param>
/// <param name="Elements">公开内容（要素）, each after ● (must be there) or 〇 (may).</param>
/// <param name="Column">The slug of the column in which it is disclosed.</param>
/// <param name="Matter">The code of what the Regulation wants disclosed there.</param>
public sealed partial record PlannedEntry(string First, string Second, string Elements, string Column, string Matter, DisclosureMode Mode = DisclosureMode.AsItHappens)
{
    /// <summary>The heading between, where there are three: then it is 二级事项, and <see cref="Second"/> is 三级事项.</summary>
    public string? Under { get; init; }

    /// <summary>公开时限 besides the usual 20 working days.</summary>
    public IReadOnlyList<TimeRule> Times { get; init; } = [TimeRule.Usual];

    /// <summary>公开依据 besides the matter's own article.</summary>
    public IReadOnlyList<string> Bases { get; init; } = [];

    /// <summary>Channels that must be used (■) besides the website, and those that may (□).</summary>
    public IReadOnlyList<Channel> Also { get; init; } = [];

    public IReadOnlyList<Channel> May { get; init; } = [Channel.ReadingPlace];

    /// <summary>It is not for the open internet: whom it is told.</summary>
    public string? Group { get; init; }

    /// <summary>依申请公开.</summary>
    public bool OnRequest { get; init; }

    /// <summary>What it rests on: the matter's article, and its own.</summary>
    public IEnumerable<string> AllBases => Disclosure.Matter.Find(Matter) is { } matter ? Bases.Prepend($"《中华人民共和国政府信息公开条例》{matter.Cited}") : Bases;
}
