using System.Globalization;
using System.Text;

namespace Gongkai.Records.Search;

/// <summary>A text as search sees it: full-width and capital letters folded, marks between words taken out, each place remembering where it stood.</summary>
/// <remarks>
/// Spaces between Chinese characters are none: a printed title and a PDF break lines anywhere. Between two Latin words they stay as one space.
/// Brackets around a year are spaces too, so that 〔2026〕, [2026], （2026） and 2026 are the same. Every other mark parts what stands on either side.
/// </remarks>
public sealed class Folded
{
    /// <summary>What stands for a mark: no word goes across it.</summary>
    public const char Gap = '\u0001';

    readonly int[] places;

    Folded(string text, int[] places, int length) => (Text, this.places, Length) = (text, places, length);

    public string Text { get; }

    /// <summary>How long the text was before.</summary>
    public int Length { get; }

    public static Folded Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        var places = new int[text.Length + 1];
        var (space, gap) = (false, false);
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (letter is (>= '一' and <= '\u9fff') || char.IsAsciiLetterOrDigit(letter))
            {
                Before(IsWord(letter), i);
                folded.Append(char.ToLowerInvariant(letter));
            }
            // What was put together from two texts stays two.
            else if (letter is '\u2029') gap = true;
            else if (char.IsWhiteSpace(letter) || IsYearBracket(text, i)) space = true;
            else if (char.IsSurrogate(letter))
            {
                if (i + 1 >= text.Length || !char.IsSurrogatePair(letter, text[i + 1]) || !Rune.IsLetterOrDigit(new Rune(letter, text[i + 1])))
                {
                    // A variation selector is no mark: it only chooses among shapes of the character before it.
                    var pair = i + 1 < text.Length && char.IsSurrogatePair(letter, text[i + 1]);
                    if (!pair || new Rune(letter, text[i + 1]).Value is < 0xE0100 or > 0xE01EF) gap = true;
                    if (pair) i++;
                    continue;
                }
                Before(word: false, i);
                folded.Append(letter);
                places[folded.Length] = ++i;
                folded.Append(text[i]);
            }
            else if (Narrow(letter) is var narrow && char.IsLetterOrDigit(narrow))
            {
                Before(IsWord(narrow), i);
                folded.Append(narrow is 'İ' ? 'i' : char.ToLowerInvariant(narrow));
            }
            else if (!IsNothing(letter)) gap = true;
        }
        return new(folded.ToString(), places, text.Length);

        void Before(bool word, int place)
        {
            if (folded.Length > 0 && gap) Mark(Gap, place);
            else if (folded.Length > 0 && space && word && IsWord(folded[^1])) Mark(' ', place);
            (space, gap) = (false, false);
            places[folded.Length] = place;
        }

        void Mark(char mark, int place)
        {
            places[folded.Length] = place;
            folded.Append(mark);
        }
    }

    /// <summary>Where a part of it stood in the text.</summary>
    public Range In(int start, int length) => places[start]..(places[start + length - 1] + 1);

    /// <summary>Where a folded term stands, from a place on; −1 where it does not. A Latin word or number counts only whole.</summary>
    public int Find(string term, int from = 0) => Find(Text, term, from);

    public static int Find(string text, string term, int from = 0)
    {
        for (var at = from; (at = text.IndexOf(term, at, StringComparison.Ordinal)) >= 0; at++)
            if (!(IsWord(term[0]) && at > 0 && IsWord(text[at - 1])) && !(IsWord(term[^1]) && at + term.Length < text.Length && IsWord(text[at + term.Length]))) return at;
        return -1;
    }

    public bool Has(string term) => Find(term) >= 0;

    /// <summary>Whether it belongs to a Latin word or a number; a Chinese character (and kana, hangul) is a word by itself.</summary>
    public static bool IsWord(char letter) => letter < 0x2E80 ? char.IsLetterOrDigit(letter) : letter is not ((>= '\u3005' and <= '\u9fff') or (>= '\uac00' and <= '\ud7a3') or (>= '\uf900' and <= '\ufaff')) && char.IsLetterOrDigit(letter);

    // ０ and Ａ as 0 and A.
    static char Narrow(char letter) => letter is >= '！' and <= '～' ? (char)(letter - '！' + '!') : letter is '〇' ? '〇' : letter;

    static bool IsNothing(char letter) => CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Control;

    static bool IsYearBracket(string text, int at) => text[at] switch
    {
        '〔' or '[' or '［' or '(' or '（' or '【' or '〈' or '﹝' => IsYear(text, at + 1, out var end) && end < text.Length && text[end] is '〕' or ']' or '］' or ')' or '）' or '】' or '〉' or '﹞',
        '〕' or ']' or '］' or ')' or '）' or '】' or '〉' or '﹞' => (at >= 5 && IsYear(text, at - 4, out var end) && end == at && IsOpening(text[at - 5]))
            || (at >= 6 && text[at - 1] is '年' && IsYear(text, at - 5, out end) && end == at && IsOpening(text[at - 6])),
        _ => false,
    };

    static bool IsOpening(char letter) => letter is '〔' or '[' or '［' or '(' or '（' or '【' or '〈' or '﹝';

    static bool IsYear(string text, int at, out int end)
    {
        end = at + 4;
        if (end > text.Length || Narrow(text[at]) is not ('1' or '2')) return false;
        for (var i = at + 1; i < end; i++) if (!char.IsAsciiDigit(Narrow(text[i]))) return false;
        if (end < text.Length && text[end] is '年') end++;
        return true;
    }
}
