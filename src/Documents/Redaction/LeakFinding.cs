namespace Gongkai.Documents.Redaction;

/// <summary>Where something was found that must not be there.</summary>
public enum LeakPlace
{
    /// <summary>In the text of a page that a reader sees or copies.</summary>
    PageText,

    /// <summary>Under a mark: the sign, or a pixel that is not covered.</summary>
    UnderMark,

    /// <summary>In the content of a stream, of whichever revision.</summary>
    Stream,

    /// <summary>In the body of the file: properties, notes, form fields, names.</summary>
    Body,

    /// <summary>In an earlier state of the file.</summary>
    OlderState,

    /// <summary>In a file within the file.</summary>
    Attachment,

    /// <summary>The released file is built otherwise than it may be.</summary>
    Structure,
}

/// <summary>Something found. It never says the text.</summary>
/// <param name="Mark">The number of the mark whose text it is, from 0; <c>null</c> where it is none's.</param>
/// <param name="Page">From 1; <c>null</c> where it is on no page.</param>
/// <param name="Detail">Of which object, of which revision, what else.</param>
public sealed record LeakFinding(LeakPlace Place, int? Mark, int? Page, string Detail)
{
    /// <summary>The place alone, for a search without marks.</summary>
    public string Where => Place switch
    {
        LeakPlace.PageText => $"第 {Page} 页的文字",
        LeakPlace.UnderMark => $"第 {Page} 页（{Detail}）",
        LeakPlace.Stream => $"内容流（{Detail}）",
        LeakPlace.Body => $"属性、批注、表单、名称等（{Detail}）",
        LeakPlace.OlderState => $"旧版本（{Detail}）",
        LeakPlace.Attachment => $"夹带的文件（{Detail}）",
        LeakPlace.Structure => Detail,
    };

    /// <summary>A sentence that says what to do.</summary>
    public string Words => Place switch
    {
        LeakPlace.PageText => $"第 {(Mark ?? 0) + 1} 处遮盖的文字在第 {Page} 页别处仍能看到或复制，请一并遮盖，或确认可以保留。",
        LeakPlace.UnderMark => $"第 {Page} 页第 {(Mark ?? 0) + 1} 处没有盖住（{Detail}），请扩大遮盖范围后重试。",
        LeakPlace.Stream => $"第 {(Mark ?? 0) + 1} 处遮盖的文字仍在文件的内容流里（{Detail}），文件不能公开，请重新遮盖。",
        LeakPlace.Body => $"第 {(Mark ?? 0) + 1} 处遮盖的文字仍在文件的属性、批注、表单或名称里（{Detail}），文件不能公开，请重新遮盖。",
        LeakPlace.OlderState => $"第 {(Mark ?? 0) + 1} 处遮盖的文字仍在文件的旧版本里（{Detail}），文件不能公开，请重新遮盖。",
        LeakPlace.Attachment => $"第 {(Mark ?? 0) + 1} 处遮盖的文字仍在文件夹带的文件里（{Detail}），文件不能公开，请重新遮盖。",
        LeakPlace.Structure => $"生成的文件中有不该有的内容（{Detail}），文件不能公开，请联系维护人员。",
    };
}
