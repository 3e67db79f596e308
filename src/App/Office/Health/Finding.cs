namespace Gongkai.App.Office.Health;

/// <summary>How grave a finding is.</summary>
public enum Grade
{
    /// <summary>正常.</summary>
    Fine,

    /// <summary>未启用: not set up, which may be meant.</summary>
    Off,

    /// <summary>注意.</summary>
    Watch,

    /// <summary>需要处理.</summary>
    Act,
}

/// <summary>One thing about the running of the system: how it is, and what to do.</summary>
/// <param name="What">What it is about.</param>
/// <param name="Says">How it is, with figures.</param>
/// <param name="Do">What to do; empty where nothing.</param>
/// <param name="Path">Where more is to be seen.</param>
public sealed record Finding(string What, Grade Grade, string Says, string Do = "", string? Path = null)
{
    /// <summary>Word and shape.</summary>
    public string Word => Grade switch
    {
        Grade.Fine => "● 正常",
        Grade.Off => "○ 未启用",
        Grade.Watch => "▲ 注意",
        Grade.Act => "■ 需要处理",
    };

    public string Tone => Grade switch { Grade.Fine => "fine", Grade.Off => "", Grade.Watch => "soon", Grade.Act => "late" };
}
