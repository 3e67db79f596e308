using Gongkai.App.Shared.Files;
using Gongkai.Records;
using Gongkai.Rules.Requests;

namespace Gongkai.App.Portal.Requests;

/// <summary>A request that one browser is filling in: what was typed, and what was sent as proof.</summary>
/// <param name="Key">Known to that browser and to nobody else.</param>
public sealed record Draft(string Key, DraftContent Content)
{
    public ApplicationForm Form => Content.Form;

    /// <summary>Not kept yet.</summary>
    public bool IsNew { get; init; }

    /// <summary>What still stands in the way of one part, its files included.</summary>
    public IEnumerable<FormFault> Faults(FormPart part)
    {
        foreach (var fault in Form.Faults(part)) yield return fault;
        if (part != FormPart.Proof || Form.ProofBy != "upload") yield break;
        if (!Content.Files.Any(file => !file.OfAgent)) yield return new("Proofs", "请上传身份证明，或者选择到窗口出示、邮寄复印件");
        if (Form.ByAgent && !Content.Files.Any(file => file.OfAgent)) yield return new("AgentProofs", "由代理人提出的，请上传授权委托书和代理人的身份证明");
    }

    /// <summary>The first part that is not complete, or <c>null</c>.</summary>
    public FormPart? Incomplete => Enum.GetValues<FormPart>().Where(part => Faults(part).Any()).Select(part => (FormPart?)part).FirstOrDefault();
}

/// <summary>What stands, sealed, in the store.</summary>
public sealed class DraftContent
{
    public ApplicationForm Form { get; init; } = new();
    public List<DraftFile> Files { get; init; } = [];
}

/// <summary>A file that belongs to a draft: its bytes lie sealed on the disk, and no row names them yet.</summary>
/// <param name="OfAgent">授权委托书 or the agent's own proof.</param>
public sealed record DraftFile(string Handle, LaidFile File, bool OfAgent)
{
    /// <summary>So many files one request may bring.</summary>
    public const int Most = 8;

    public static DraftFile Of(LaidFile file, bool ofAgent) => new(Records.Handle.Next().ToString(), file, ofAgent);
}
