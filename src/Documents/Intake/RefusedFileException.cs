namespace Gongkai.Documents.Intake;

/// <summary>Why a file is not taken in.</summary>
public enum Refusal
{
    /// <summary>There is nothing in it.</summary>
    Empty,

    /// <summary>It is larger than the field allows.</summary>
    TooLarge,

    /// <summary>Its kind is not one that the field takes.</summary>
    Kind,

    /// <summary>It is locked with a password, so that nobody can look into it.</summary>
    Locked,

    /// <summary>It is broken or cut short.</summary>
    Damaged,

    /// <summary>It brings a program, reaches outside, hides another file, or unpacks without an end.</summary>
    Unsafe,
}

/// <summary>A file that is not taken in. The message is for the user: which file, what is wrong, what to do.</summary>
public sealed class RefusedFileException(Refusal refusal, string message) : Exception(message)
{
    public Refusal Refusal => refusal;
}

/// <summary>What was found wrong in a file whose name is not known where it was found; the rest of a sentence that begins with the name.</summary>
sealed class FlawException(Refusal refusal, string rest) : Exception(rest)
{
    public Refusal Refusal => refusal;

    public static FlawException Damaged { get; } = new(Refusal.Damaged, "已损坏或不完整，请重新导出或下载后再上传");

    public static FlawException Unsafe(string what, string remedy) => new(Refusal.Unsafe, $"未通过安全检查：{what}，{remedy}");
}
