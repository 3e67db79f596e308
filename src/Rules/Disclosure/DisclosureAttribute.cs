namespace Gongkai.Rules.Disclosure;

/// <summary>How a document is disclosed, decided when it is made and signed (公文公开属性).</summary>
public enum DisclosureAttribute
{
    Proactive,
    OnRequest,
    Withheld,

    /// <summary>A local fourth value: what may not be public is taken out first.</summary>
    Partly,
}

/// <summary>What they are called, and what they ask for.</summary>
public static class DisclosureAttributes
{
    extension(DisclosureAttribute attribute)
    {
        public string Name => attribute switch
        {
            DisclosureAttribute.Proactive => "主动公开",
            DisclosureAttribute.OnRequest => "依申请公开",
            DisclosureAttribute.Withheld => "不予公开",
            DisclosureAttribute.Partly => "删减后公开",
        };

        /// <summary>Whether it may go before the public at all.</summary>
        public bool IsPublic => attribute is DisclosureAttribute.Proactive or DisclosureAttribute.Partly;

        /// <summary>What stands on the document under its date (附注).</summary>
        public string Mark => attribute switch
        {
            DisclosureAttribute.Proactive => "（此件公开发布）",
            DisclosureAttribute.OnRequest => "（此件依申请公开）",
            DisclosureAttribute.Withheld => "（此件不予公开）",
            DisclosureAttribute.Partly => "（此件删减后公开）",
        };
    }

    /// <summary>Why a document may not be handed in with this attribute: only 主动公开 needs no reason.</summary>
    public static Impediment? ToHandIn(this DisclosureAttribute attribute, string? reason) =>
        attribute is not DisclosureAttribute.Proactive && string.IsNullOrWhiteSpace(reason)
            ? new($"公开属性为“{attribute.Name}”的，请填写理由。")
            : null;
}
