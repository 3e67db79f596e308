namespace Gongkai.Documents.Cleaning;

/// <summary>What a file may carry that a reader of the page does not see.</summary>
public enum HiddenKind
{
    /// <summary>Author, company, dates, programs, cameras and places (EXIF, XMP, document properties).</summary>
    Metadata,

    /// <summary>A remark beside the text.</summary>
    Comment,

    /// <summary>A change that was neither accepted nor refused, with who made it.</summary>
    Revision,

    /// <summary>An earlier state of the file that still lies in it.</summary>
    OlderState,

    /// <summary>Text that does not show: hidden, invisible, white, off the page, under a black box.</summary>
    Text,

    /// <summary>A sheet that is hidden.</summary>
    Sheet,

    /// <summary>A row or column that is hidden.</summary>
    RowOrColumn,

    /// <summary>Data kept beside a table or chart: a pivot table's copy, an embedded workbook, strings of deleted cells.</summary>
    KeptData,

    /// <summary>Notes of a speaker, or a slide that is skipped.</summary>
    Slide,
}

/// <summary>Something hidden in a file.</summary>
/// <param name="Where">The part, page or sheet.</param>
public sealed record Hidden(HiddenKind Kind, string Where)
{
    /// <summary>What people call it.</summary>
    public string Words => Kind switch
    {
        HiddenKind.Metadata => "文件属性（作者、单位、设备、位置等）",
        HiddenKind.Comment => "批注",
        HiddenKind.Revision => "修订痕迹",
        HiddenKind.OlderState => "文件的旧版本",
        HiddenKind.Text => "看不见的文字",
        HiddenKind.Sheet => "隐藏的工作表",
        HiddenKind.RowOrColumn => "隐藏的行或列",
        HiddenKind.KeptData => "缓存或残留的数据",
        HiddenKind.Slide => "备注或隐藏的幻灯片",
    };
}
