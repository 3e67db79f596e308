namespace Gongkai.App.Access;

/// <summary>The oldest runtime on which the platform may stand: below it, forged cookies pass (CVE-2026-40372).</summary>
public static class Floor
{
    static readonly Version OldestRuntime = new(10, 0, 7);

    /// <summary>Why this runtime cannot be used, or <c>null</c>.</summary>
    public static string? Impediment(Version runtime) => runtime >= OldestRuntime
        ? null
        : $"当前 .NET 运行时是 {runtime.ToString(3)}，存在可伪造登录凭据的漏洞。请升级到 {OldestRuntime} 或更高版本后再启动。";
}
