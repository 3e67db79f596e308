namespace Gongkai.Rules.Disclosure;

/// <summary>What is known of a piece of information when its elements are looked for.</summary>
public sealed record ElementFacts(string Title, string? DocumentNumber, string Issuer, DateOnly FormedOn, DateOnly? EffectiveOn, Validity Validity, string? Summary, string? IndexNumber, string Text, IReadOnlyCollection<string> Files);

/// <summary>Whether an element of the catalogue (要素) is there.</summary>
public enum ElementState
{
    Present,

    /// <summary>缺少: it is one of the fields, and that field is empty.</summary>
    Missing,

    /// <summary>未见: its words do not stand in the text; somebody must look.</summary>
    Unseen,
}

/// <summary>Looks for the elements that the catalogue asks of an item: fields are known for certain, anything else is looked for by its words in text and attachments' names.</summary>
public static class ElementCheck
{
    public static ElementState Of(string element, ElementFacts facts) => element switch
    {
        "文件名称" or "名称" or "标题" or "解读标题" => Sure(facts.Title),
        "文号" or "发文字号" => Sure(facts.DocumentNumber),
        "发文机关" or "发布部门" or "发布机关" => Sure(facts.Issuer),
        "成文日期" or "生成日期" or "发布日期" => ElementState.Present,
        "实施日期" or "施行日期" => Sure(facts.EffectiveOn?.ToString("O")),
        "有效性" => facts.Validity is Validity.Unmarked ? ElementState.Missing : ElementState.Present,
        "内容概述" => Sure(facts.Summary),
        "索引" or "索引号" => Sure(facts.IndexNumber),
        "正文" or "解读内容" => Sure(facts.Text),
        _ => Stands(element, facts) ? ElementState.Present : ElementState.Unseen,
    };

    static ElementState Sure(string? value) => string.IsNullOrWhiteSpace(value) ? ElementState.Missing : ElementState.Present;

    // 咨询、监督投诉方式 is there when 监督投诉方式 is.
    static bool Stands(string element, ElementFacts facts) =>
        element.Split('、', '，', '和').Select(part => part.Trim()).Where(part => part.Length > 1).Any(part =>
            facts.Text.Contains(part, StringComparison.Ordinal) || facts.Title.Contains(part, StringComparison.Ordinal) || facts.Files.Any(file => file.Contains(part, StringComparison.Ordinal)));
}

/// <summary>What these are called.</summary>
public static class ElementStates
{
    extension(ElementState state)
    {
        public string Name => state switch { ElementState.Present => "有", ElementState.Missing => "缺少", ElementState.Unseen => "未见，请核对" };
    }
}
