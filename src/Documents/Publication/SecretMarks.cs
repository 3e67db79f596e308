using System.Buffers;
using System.Text.RegularExpressions;
using Gongkai.Documents.Reading;

namespace Gongkai.Documents.Publication;

/// <summary>Marks on a paper that say that it is not for everybody: 机密★10年, 内部资料, 此件不予公开. A text that speaks about secrets carries no mark.</summary>
static partial class SecretMarks
{
    static readonly SearchValues<char> Signs = SearchValues.Create("密内不禁勿收依");

    /// <summary>The marks in a text, line by line and cell by cell: what stands there, and how much it weighs.</summary>
    public static IEnumerable<(GateCode Code, GateSeverity Severity, string Mark)> In(string text)
    {
        if (!text.AsSpan().ContainsAny(Signs)) yield break;
        foreach (var line in text.Split('\n', '\t'))
        {
            if (line.Length > 4000) continue;
            // Titles of laws are no marks; spaces between the characters of a mark are usual.
            var said = Title().Replace(string.Concat(Folding.Narrow(line).Where(sign => !char.IsWhiteSpace(sign))), "《》");
            if (Secret().Match(said) is { Success: true } secret) yield return (GateCode.SecretMark, GateSeverity.Blocks, Short(secret.Value));
            else if (said.Length <= 60 && NotPublic().Match(said) is { Success: true } mark) yield return (GateCode.NotForPublicMark, GateSeverity.Blocks, Short(mark.Value));
            else if (said.Length <= 40 && Perhaps().Match(said) is { Success: true } perhaps) yield return (GateCode.NotForPublicMark, GateSeverity.Warns, Short(perhaps.Value));
        }
    }

    static string Short(string mark) => mark.Length <= 24 ? mark : mark[..24] + "…";

    [GeneratedRegex("《[^《》]{0,80}》")]
    private static partial Regex Title();

    // 国家秘密定密管理暂行规定: the level, a star, the period; or the level alone on its line.
    [GeneratedRegex("""
        (?<!工作)(?:绝密|机密|秘密)(?:级)?[★☆*＊✩⭐](?:\d{1,3}(?:年|个?月|天|日)|长期)?
        |(?:密级|密别|保密级别|秘密等级)[::]?(?:绝密|机密|秘密|内部)
        |^[(\[【〔]?(?:绝密|机密|秘密)(?:级|件|文件|资料|材料)?[)\]】〕]?(?:[::]?(?:\d{1,3}(?:年|个?月|天|日)|长期))?[!。]?$
        |^[(\[【〔](?:绝密|机密|秘密)[)\]】〕]
        |(?<!国家|商业|工作|涉及|保守|是|为|和|或|、)(?:绝密|机密|秘密)(?:级)?(?:文件|资料|材料)?[,，!。]?(?:注意保[管存密]|妥善保[管存]|(?:严禁|不得|请勿|禁止)(?:外传|泄露|复印|翻印|拍照))
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Secret();

    [GeneratedRegex("""
        ^[(\[【〔]?内部(?:资料|文件|材料|刊物|参考|使用|掌握|传阅)(?!性|出版)(?:[)\]】〕]|[,，;;!。]|$)
        |内部(?:资料|文件|材料|刊物|情况|使用|传阅)[,，;;!。]?(?:请)?(?:注意保[存管密]|妥善保[存管]|不得|严禁|请勿|禁止|仅供|勿)
        |仅供(?:机关|单位|本单位|本系统|系统|领导)?(?:内部)?(?:内部|领导)(?:使用|参阅|参考|掌握|传阅|交流|决策参考)
        |^[(\[【〔]?工作秘密(?:[)\]】〕]|[★☆*!]|\d{1,2}年|长期|$)
        |工作秘密(?:[★☆*]|[,，]?(?:注意保[存管密]|妥善保[存管]|请勿|严禁外传|不得外传))
        |(?:此件|本件|本文件|该文件|此文|本资料|本材料|本表|此表|本名单|本通知|本报告)(?:内容)?(?:属于?|为|系)?(?:工作秘密|国家秘密|内部(?:资料|文件|材料))
        |(?:此件|本件|本文件|该文件|此文|本资料|本材料|本表|此表|本名单|本通知|本报告)(?:内容)?(?:依申请公开|不予公开|不得公开|不公开|不宜公开|不对外公开|免予公开|暂不公开|不得(?:上网|外传|翻印|对外))
        |^[(\[【〔](?:依申请公开|不予公开|不得公开|不公开|不宜公开|暂不公开|免予公开|不得外传|严禁外传|请勿外传|不得上网|注意保密|阅后收回|会后收回)[)\]】〕]$
        |^(?:不得公开|不得外传|严禁外传|请勿外传|禁止外传|注意保密|请注意保密|严格保密|不得上网|阅后即焚|(?:会后|阅后|用后)(?:请)?(?:收回|退回|交回|销毁))[!。]?$
        |(?:注意保[存密管]|妥善保管)[,，](?:不得|严禁|请勿|禁止)(?:外传|泄露|扩散|翻印|公开)
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex NotPublic();

    [GeneratedRegex("""
        (?:公开属性|公开类别|信息公开选项)[::](?:不予公开|依申请公开|不公开)
        |未经(?:批准|同意|许可).{0,6}不得(?:公开|对外公开|对外发布|对外提供|外传|泄露)
        |(?:严禁|不得|请勿|禁止)(?:对外)?(?:外传|扩散)
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Perhaps();
}
