namespace Gongkai.Records.Requests;

/// <summary>The kinds under which files belong to a request (<c>StoredFile.OwnerKind</c>); each belongs to the request's id.</summary>
public static class RequestFiles
{
    /// <summary>身份证明、授权委托书: always sealed.</summary>
    public const string Proof = "request-proof";

    /// <summary>补正材料: what an applicant sent after a correction notice.</summary>
    public const string Correction = "request-correction";
}
