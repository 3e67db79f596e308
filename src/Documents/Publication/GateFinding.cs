namespace Gongkai.Documents.Publication;

/// <summary>Whether a finding keeps something from being published.</summary>
public enum GateSeverity
{
    /// <summary>阻断: it is taken away, or the secrecy reviewer overrides it with a reason.</summary>
    Blocks,

    /// <summary>提醒: a person looks at it and decides.</summary>
    Warns,
}

/// <summary>What may be wrong with something that is to be published.</summary>
public enum GateCode
{
    IdentityNumber, MobileNumber, BankCard,
    SecretMark, NotForPublicMark, ProcessPaper,
    HiddenContent, RemovedContent, UnreadableFile, EncodedPicture,
    MissingElement, MissingBody,
    BrokenLink, UnsafeLink, OutsideLink, InnerAddress,
    ScannedFile, PictureOfText, PictureWithoutWords,
    FullNames, TooMany,
}

/// <summary>What the findings are called, and which of them keep something back.</summary>
public static class GateCodes
{
    extension(GateSeverity severity)
    {
        public string Name => severity switch { GateSeverity.Blocks => "阻断", GateSeverity.Warns => "提醒" };
    }

    extension(GateCode code)
    {
        public string Name => code switch
        {
            GateCode.IdentityNumber => "身份证号",
            GateCode.MobileNumber => "手机号码",
            GateCode.BankCard => "银行卡号",
            GateCode.SecretMark => "密级标志",
            GateCode.NotForPublicMark => "不公开标志",
            GateCode.ProcessPaper => "过程性文件",
            GateCode.HiddenContent => "隐藏内容",
            GateCode.RemovedContent => "公开时去除的内容",
            GateCode.UnreadableFile => "无法检查的附件",
            GateCode.EncodedPicture => "粘贴的图片",
            GateCode.MissingElement => "缺少要素",
            GateCode.MissingBody => "缺少正文",
            GateCode.BrokenLink => "无效链接",
            GateCode.UnsafeLink => "未加密链接",
            GateCode.OutsideLink => "外部链接",
            GateCode.InnerAddress => "内网地址",
            GateCode.ScannedFile => "扫描件",
            GateCode.PictureOfText => "图片代替文字",
            GateCode.PictureWithoutWords => "图片无替代文字",
            GateCode.FullNames => "名单中的姓名",
            GateCode.TooMany => "问题过多",
        };

        /// <summary>Whether it may be explained and let pass. What is missing, or what nobody could read, can only be put right.</summary>
        public bool IsLiftable => code is not (GateCode.MissingElement or GateCode.MissingBody or GateCode.UnreadableFile or GateCode.EncodedPicture);

        /// <summary>How much it weighs where nothing speaks for less.</summary>
        public GateSeverity Severity => code switch
        {
            GateCode.IdentityNumber or GateCode.MobileNumber or GateCode.BankCard or GateCode.SecretMark or GateCode.NotForPublicMark => GateSeverity.Blocks,
            GateCode.HiddenContent or GateCode.UnreadableFile or GateCode.EncodedPicture or GateCode.MissingElement or GateCode.MissingBody or GateCode.InnerAddress or GateCode.TooMany => GateSeverity.Blocks,
            GateCode.ProcessPaper or GateCode.RemovedContent or GateCode.BrokenLink or GateCode.UnsafeLink or GateCode.OutsideLink => GateSeverity.Warns,
            GateCode.ScannedFile or GateCode.PictureOfText or GateCode.PictureWithoutWords or GateCode.FullNames => GateSeverity.Warns,
        };
    }
}

/// <summary>Something found in a draft before it is published.</summary>
/// <param name="Where">The place in words: 正文第3段, 附件《名单.xlsx》工作表“Sheet2”（隐藏）第4行.</param>
/// <param name="Excerpt">What stands there, with every number of a person masked; empty where there is nothing to show.</param>
/// <param name="Message">A sentence that says what to do.</param>
public sealed record GateFinding(GateCode Code, GateSeverity Severity, string Where, string Excerpt, string Message)
{
    /// <summary>Tells this finding from others, so that an override stands for it alone and falls when what it was given for changes.</summary>
    public string Key => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{Code}\n{Where}\n{Excerpt}")).AsSpan(0, 8));
}
