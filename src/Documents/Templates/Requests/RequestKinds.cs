using Gongkai.Rules.Requests;
using Gongkai.Rules.Requests.Letters;

namespace Gongkai.Documents.Templates.Requests;

/// <summary>The letters of a request as kinds of letter: their fields are those of their text.</summary>
public static class RequestKinds
{
    /// <summary>In the order of the catalogue.</summary>
    public static IReadOnlyList<LetterKind> All { get; } = [.. RequestLetters.All.Select(Make)];

    extension(RequestLetter letter)
    {
        /// <summary>Its kind; its code is its number in small letters.</summary>
        public LetterKind Kind => All[(int)letter];
    }

    static LetterKind Make(RequestLetter letter)
    {
        var text = RequestTexts.Of(letter);
        return new(letter.Facts.Number.ToLowerInvariant(), letter.Name, RequestFields.Of(letter, text), text) { Request = letter, Family = "依申请公开：" + Family(letter.Facts.Number[1]) };
    }

    // The tens of the catalogue are its families.
    static string Family(char tens) => tens switch
    {
        '0' or '1' => "登记和办理过程",
        '2' => "公开和部分公开",
        '3' => "不予公开",
        '4' => "无法提供",
        '5' => "不予处理",
        '6' => "其他处理",
        _ => "更正、建议和送达",
    };
}
