namespace Gongkai.Rules.Numbers;

/// <summary>How an agency writes one kind of its document numbers: <c>{代字}〔{yyyy}〕{第?}{n}号{-后缀?}</c>, such as 住建公开〔2026〕18号-告.</summary>
/// <param name="Word">代字: the agency's short name for this kind, such as 住建公开.</param>
/// <param name="Ordinal">Whether 第 stands before the number.</param>
/// <param name="Suffix">What follows 号 after a hyphen, such as 告; none where it is <c>null</c>.</param>
public sealed record NumberPattern(string Word, bool Ordinal = false, string? Suffix = null)
{
    public const int LongestWord = 20;
    public const int LongestSuffix = 10;

    /// <summary>The number as it is printed: the brackets are U+3014 and U+3015, and no zero stands before the number (GB/T 9704—2012, 7.2.5).</summary>
    public DocumentNumber Of(int year, int number) => new(Word, year, number, Ordinal, Suffix);

    /// <summary>Why numbers may not be written so.</summary>
    [Law(Statute.DocumentLayout, "7.2.5")]
    public Impediment? ToUse() =>
        Word is "" ? new("请填写代字，例如“住建公开”。")
        : Word.Length > LongestWord ? new($"代字最多 {LongestWord} 个字，现在有 {Word.Length} 个。")
        : !Word.All(char.IsLetterOrDigit) ? new("代字只能有汉字、字母和数字，不要写括号、空格和年份。")
        : Suffix is { Length: > LongestSuffix } ? new($"后缀最多 {LongestSuffix} 个字，现在有 {Suffix.Length} 个。")
        : Suffix is not null && (Suffix is "" || !Suffix.All(char.IsLetterOrDigit)) ? new("后缀只能有汉字、字母和数字，前面的短横由系统加上。")
        : null;
}
