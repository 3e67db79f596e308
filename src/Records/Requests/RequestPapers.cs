namespace Gongkai.Records.Requests;

/// <summary>The kinds under which the office's files belong to a request, beside those that the applicant sends (<see cref="RequestFiles"/>).</summary>
public static class RequestPapers
{
    /// <summary>申请原件: the scan of a letter, of a fax, of its envelope.</summary>
    public const string Original = "request-original";

    /// <summary>来件: what third parties and other agencies answered, proofs of payment and of service.</summary>
    public const string Incoming = "request-incoming";

    /// <summary>拟公开文件: what is to be disclosed in part; it stays in the house, and only what is made of it goes out.</summary>
    public const string ToRelease = "request-to-release";
}
