using Gongkai.Documents.Personal;
using Gongkai.Records.Registers;
using Gongkai.Rules.Registers;

namespace Gongkai.App.Office.Registers;

/// <summary>What the public may not read, found in what it would read of a row. Numbers of people are found as everywhere; what is more stands here.</summary>
static class RegisterLeaks
{
    // 保障房名单: why a household has a claim is nobody's business (健康、残疾、收入).
    static readonly string[] Circumstances = ["残疾", "低保", "特困", "患病", "患有", "疾病", "重病", "月收入", "年收入", "家庭收入"];

    /// <returns>The field's key and a sentence that says what to do.</returns>
    public static IEnumerable<(string Field, string Sentence)> In(RegisterRow row)
    {
        foreach (var field in RegisterFields.Of(row.Kind))
        {
            if (field.Shown(row) is not { Length: > 0 } text || field.Key is "credit" or "authorityCode") continue;
            // With its label before it, a number of a thing is known for one.
            foreach (var what in In($"{field.Label}：{text}")) yield return (field.Key, $"“{field.Label}”中有{what}，请删去后再送审。");
            if (field.Key == "content" && row is ServiceDecision { PartyKind: PartyKind.Person } && Array.Find(Circumstances, text.Contains) is { } circumstance)
                yield return (field.Key, $"“{field.Label}”中写有个人情况（“{circumstance}”），请删去后再送审。");
        }
        if (row is DecisionRow { PartyKind: PartyKind.Person, CreditCode: not null }) yield return ("credit", "自然人没有统一社会信用代码，请核对相对人类别。");
    }

    /// <summary>The kinds of numbers in a text that the public may not read.</summary>
    public static IEnumerable<string> In(string text) => PersonalNumbers.In(text).Where(found => found.Kind != PersonalKind.Telephone).Select(found => found.Kind.Name).Distinct();
}
