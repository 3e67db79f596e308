using System.Text.RegularExpressions;

namespace Gongkai.Documents.Personal;

/// <summary>What stands around and between digits, and what it says about them.</summary>
public static partial class PersonalNumbers
{
    // Each digit in a box of its own, as on forms; just so many of them.
    static bool IsBoxes(string text, List<Group> groups, int first, int count)
    {
        if (first + count > groups.Count || groups[first].Length != 1 || first > 0 && groups[first - 1].Length == 1 && IsGap(text, End(groups[first - 1]), groups[first].At)) return false;
        for (var i = first + 1; i < first + count; i++)
            if (groups[i].Length != 1 || !IsGap(text, End(groups[i - 1]), groups[i].At)) return false;
        return true;
    }

    // 120.13800138000 is a place on the earth, 13800138000.55 an amount; 13800138000.0 is what a program made of a number, and 1.13800138000 the first of a list.
    static bool IsWhole(string text, int at, int end) =>
        !(at > 1 && text[at - 1] == '.' && IsDigit(text, at - 2) && !Numbering().IsMatch(Before(text, at))) && !(end + 1 < text.Length && text[end] == '.' && IsDigit(text, end + 1) && !(text[end + 1] == '0' && !IsDigit(text, end + 2)));

    static bool IsGap(string text, int from, int to) => to - from is >= 0 and <= WidestGap && text.AsSpan(from, to - from).IndexOfAnyExcept(Gaps) < 0;

    static bool IsNarrowGap(string text, int from, int to) => to - from is 1 or 2 && text.AsSpan(from, to - from).IndexOfAnyExcept(NarrowGaps) < 0;

    static int End(Group group) => group.At + group.Length;

    static bool IsDigit(string text, int at) => at >= 0 && at < text.Length && char.IsAsciiDigit(text[at]);

    static bool IsLetter(string text, int at) => at >= 0 && at < text.Length && char.IsAsciiLetter(text[at]);

    static string Before(string text, int at) => text[Math.Max(0, at - Label)..at];

    [GeneratedRegex(@"(?:身份|公民|居民|证件|证号码|证号|户主)[^0-9]{0,10}$")]
    private static partial Regex LabelledAsPerson();

    // 建字第330100201201123号、项目代码、采购编号：the number of a thing.
    [GeneratedRegex(@"(?:字第?|(?:编号|代码|编码|文号|案号|索引号|流水号|凭证号|发票号码?|备案号|受理号|单号|单元号|宗地号|档案号|合同号|许可证号?|证书号|登记号|批准号|标号|批次号?)[为是]?[:\s(（]{0,3}(?:第|No\.?)?)$", RegexOptions.IgnoreCase)]
    private static partial Regex LabelledAsCode();

    [GeneratedRegex(@"(?:信用代码|机构代码|识别号|税号|注册号)[^0-9]{0,6}$")]
    private static partial Regex CreditLabel();

    [GeneratedRegex(@"(?:卡|银行|账户|帐户|存折|账号|帐号)[^0-9]{0,8}$")]
    private static partial Regex CardLabel();

    [GeneratedRegex(@"^\s?(?:元|万|亿|美元|平方|㎡|m²|亩|公顷|吨|千瓦|度|立方|公里|公斤|千克|米|株|%|％)")]
    private static partial Regex Measure();

    [GeneratedRegex(@"[¥￥$€]\s?$")]
    private static partial Regex Money();

    [GeneratedRegex(@"(?:[A-Z]{2,}[-_]?|[0-9]{4}(?<!0086)-)$")]
    private static partial Regex LetterCode();

    [GeneratedRegex(@"(?:(?:tel|phone|mob|cell|call|wx|vx|qq)[a-z]*|电话|手机|联系|微信|号码)[^0-9a-z]{0,6}$", RegexOptions.IgnoreCase)]
    private static partial Regex TelephoneLabel();

    [GeneratedRegex(@"(?:^|\n)\s*[0-9]{1,2}\.$")]
    private static partial Regex Numbering();

    [GeneratedRegex(@"(?<![0-9])0[0-9]{2,3}[ -][0-9]{7,8}(?![0-9])")]
    private static partial Regex Telephone();
}
