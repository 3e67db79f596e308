using System.Globalization;
using Gongkai.Documents.Personal;
using Gongkai.Documents.Reading;

namespace Gongkai.Documents.Publication;

/// <summary>Takes what a draft says, piece by piece, and keeps what was found in it: each number of a person once a place, never told in full.</summary>
sealed class Sieve(int most)
{
    readonly List<GateFinding> found = [];
    readonly HashSet<(GateCode, string)> places = [];
    readonly HashSet<string> told = [];
    NameLists lists = new();
    bool isFull;

    public IReadOnlyList<GateFinding> Findings => [.. found.OrderBy(one => one.Severity)];

    /// <summary>A file begins: what is told of it was told of no other.</summary>
    public void Begin()
    {
        told.Clear();
        lists = new();
    }

    /// <summary>It ends; of its lists can be told only now.</summary>
    public void End(string file)
    {
        foreach (var (table, names) in lists.Found)
            Add(GateCode.FullNames, file + table, "", $"名单列出 {names.ToString(CultureInfo.InvariantCulture)} 人的完整姓名，请核对是否确需公开；不需要的改为“张*”等形式，并去掉与公示无关的个人情况。");
        lists = new();
    }

    public void Take(string file, Passage passage)
    {
        var where = file + passage.Where;
        foreach (var number in PersonalNumbers.In(passage.Text))
        {
            if (Code(number.Kind) is not { } code) continue;
            var digits = string.Concat(Folding.Narrow(passage.Text.Substring(number.At, number.Length)).Where(char.IsAsciiLetterOrDigit));
            // Shown once, it need not be told again of all the places where the file keeps it.
            if (!told.Add(digits) && !passage.IsShown) continue;
            var masked = number.Kind.Masked(digits);
            Add(code, where, Before(passage.Text, number.At) + masked, Sentence(number, masked, passage.IsShown), number.Sure ? null : GateSeverity.Warns);
        }
        if (!passage.IsShown) return;
        foreach (var (code, severity, mark) in SecretMarks.In(passage.Text))
            Add(code, where, mark, code == GateCode.SecretMark ? "标有密级，涉密文件不得上网公开；确已解密的，附解密证明并去掉标志后再提交。" : "标有不对外公开的字样，请核对公开属性；确可公开的，去掉字样或由保密审查人员说明理由。", severity);
        lists.Take(Table(passage.Where), passage.Text);
    }

    public void Add(GateCode code, string where, string excerpt, string message, GateSeverity? severity = null) => Add(new(code, severity ?? code.Severity, where, excerpt, message));

    public void Add(GateFinding finding)
    {
        // Names of files and sheets may have numbers in them.
        if (PersonalNumbers.Masked(finding.Where) is var where && where != finding.Where) finding = finding with { Where = where };
        if (isFull || !places.Add((finding.Code, finding.Where))) return;
        found.Add(finding);
        if (found.Count < most) return;
        isFull = true;
        found.Add(new(GateCode.TooMany, GateSeverity.Blocks, "", "", $"问题超过 {most.ToString(CultureInfo.InvariantCulture)} 处，其余没有列出；请先处理上面的问题再检查。"));
    }

    static GateCode? Code(PersonalKind kind) => kind switch
    {
        PersonalKind.Identity => GateCode.IdentityNumber,
        PersonalKind.Mobile => GateCode.MobileNumber,
        PersonalKind.BankCard => GateCode.BankCard,
        // An office is meant to be called.
        PersonalKind.Telephone => null,
    };

    static string Sentence(PersonalNumber number, string masked, bool isShown) =>
        !number.Sure ? $"像是{number.Kind.Name}（{masked}），请核对；如果是，请遮盖后再提交。"
        : isShown ? $"有未遮盖的{number.Kind.Name}，请改为 {masked} 或删除；确需公开的，由保密审查人员写明理由后放行。"
        : $"藏有{number.Kind.Name}（{masked}），读者看不到却能取出；请在原文件中删除后重新上传。";

    // A few signs before the number, so that it is found again; digits among them may be another's.
    static string Before(string text, int at)
    {
        var from = Math.Max(0, at - 10);
        if (from > 0 && char.IsLowSurrogate(text[from])) from++;
        return string.Concat(text[from..at].Select(sign => char.IsDigit(sign) ? '*' : char.IsWhiteSpace(sign) ? ' ' : sign)).TrimStart();
    }

    // 正文第2个表格第3行 belongs to 正文第2个表格.
    static string Table(string where) => where.LastIndexOf('第') is > 0 and var at && where.EndsWith('行') ? where[..at] : where;
}
