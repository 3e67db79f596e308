using Gongkai.Documents.Publication;
using Gongkai.Rules.Requests;

namespace Gongkai.Documents.Tests.Publication;

/// <summary>Drafts as an editor hands them in, and numbers that belong to nobody but have the form of somebody's.</summary>
static class Drafts
{
    public const string Identity = "33010619900101123", Mobile = "13857112233", Card = "622202123456789012";

    public const string Body = "<p>现将2019年度保障性住房建设情况公布如下，请社会各界监督。</p>";

    public static PublicationDraft Of(string html = Body, string title = "关于2019年度保障性住房建设情况的公告", params (string Name, byte[] Bytes)[] files) => new(title, html, [.. files.Select(file => new DraftFile(file.Name, file.Bytes))]);

    public static IReadOnlyList<GateFinding> Examine(string html = Body, string title = "关于2019年度保障性住房建设情况的公告", params (string Name, byte[] Bytes)[] files) => Examine(Of(html, title, files));

    public static IReadOnlyList<GateFinding> Examine(PublicationDraft draft) => PublicationGate.Examine(draft, TestContext.Current.CancellationToken);

    public static string Text(byte[] bytes, string name) => AttachmentText.Of(bytes, name, stop: TestContext.Current.CancellationToken);

    /// <summary>With its check digit.</summary>
    public static string WithCheck(string seventeen) => seventeen + IdentityNumber.Check(seventeen + "0");

    /// <summary>With the digit that makes the sum of a card a multiple of ten.</summary>
    public static string WithLuhn(string number)
    {
        var sum = number.Reverse().Select((digit, i) => (digit - '0') * (i % 2 == 0 ? 2 : 1)).Sum(value => value > 9 ? value - 9 : value);
        return number + (char)('0' + (10 - sum % 10) % 10);
    }
}
