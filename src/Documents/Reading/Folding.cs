using System.Text;

namespace Gongkai.Documents.Reading;

/// <summary>Folds what only looks different: full-width forms, radicals that fonts put for characters, spaces of every kind.</summary>
public static class Folding
{
    // The Kangxi radicals U+2F00 … U+2FD5 in order: some PDF writers map glyphs to them instead of to the character.
    const string Radicals =
        "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

    /// <summary>Half-width letters, digits and signs; plain spaces; no radicals, no zero-width marks.</summary>
    public static string Narrow(string text)
    {
        if (!NeedsNarrowing(text)) return text;
        var narrow = new StringBuilder(text.Length);
        foreach (var c in text)
            if (!Invisible(c)) narrow.Append(Narrow(c));
        return narrow.ToString();
    }

    /// <summary>The text as it was meant: no radicals, no zero-width marks; wide forms stay wide.</summary>
    public static string Plain(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u2E80', '\u2FD5') && !text.AsSpan().ContainsAny(InvisibleOnes)) return text;
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
            if (!Invisible(c)) plain.Append(IsRadical(c) ? Narrow(c) : c);
        return plain.ToString();
    }

    static bool IsRadical(char c) => c is (>= '\u2F00' and <= '\u2FD5') or '⺠' or '⻚' or '⻅' or '⻋' or '⻓';

    /// <summary>One character, folded.</summary>
    public static char Narrow(char c) => c switch
    {
        >= '！' and <= '～' => (char)(c - 0xFEE0),
        '　' or '\u00A0' or (>= '\u2000' and <= '\u200A') or '\u202F' or '\u205F' => ' ',
        '−' or '﹣' => '-',
        >= '\u2F00' and <= '\u2FD5' => Radicals[c - '\u2F00'],
        '⺠' => '民',
        '⻚' => '页',
        '⻅' => '见',
        '⻋' => '车',
        '⻓' => '长',
        _ => c,
    };

    /// <summary>Whether it is a Chinese character (the basic block, extension A, compatibility, or half of a supplementary one).</summary>
    public static bool IsHan(char c) =>
        c is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF') or (>= '\uF900' and <= '\uFAFF') or '〇' || IsRadical(c) || char.IsSurrogate(c);

    /// <summary>The Chinese characters alone: what a label says, whatever stands between its characters.</summary>
    public static string Han(string text)
    {
        var han = new StringBuilder(text.Length);
        foreach (var c in text)
            if (IsHan(c)) han.Append(Narrow(c));
        return han.ToString();
    }

    static readonly System.Buffers.SearchValues<char> InvisibleOnes = System.Buffers.SearchValues.Create("\u200B\u200C\u200D\u2060\uFEFF\u00AD");

    static bool Invisible(char c) => c is '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD';

    static bool NeedsNarrowing(string text)
    {
        foreach (var c in text)
            if (Invisible(c) || Narrow(c) != c) return true;
        return false;
    }
}
