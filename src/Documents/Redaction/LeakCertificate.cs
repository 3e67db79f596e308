using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gongkai.Documents.Redaction;

/// <summary>What a search for leaks went through, and what it found. It says nothing of what was covered.</summary>
/// <param name="Source">SHA-256 of the file that was covered; empty for a search without one.</param>
/// <param name="Plan">SHA-256 of the marks.</param>
/// <param name="Released">SHA-256 of the file that was searched.</param>
/// <param name="Strings">How many strings were looked for everywhere.</param>
/// <param name="Short">How many were too short for that, and were looked for at their place.</param>
/// <param name="Kept">How many may stand elsewhere, by an officer's word.</param>
/// <param name="Unseen">How many signs did not go into the text layer since nobody sees them, or nobody knows whether.</param>
/// <param name="Marks">How many places are covered.</param>
/// <param name="Pixels">How many pixels under marks were looked at.</param>
public sealed record LeakCertificate(string Engine, DateTimeOffset At, string Source, string Plan, string Released, int Pages, int Marks, int Strings, int Short, int Kept, int Unseen, int Revisions, int Streams, long Pixels,
    IReadOnlyList<LeakFinding> Findings)
{
    /// <summary>Raised with every change of what is searched or how.</summary>
    public const string Version = "gongkai-redaction/1";

    static readonly JsonSerializerOptions Written = new()
    {
        WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Whether the file may go out.</summary>
    [JsonIgnore]
    public bool IsClean => Findings.Count == 0;

    public string ToJson() => JsonSerializer.Serialize(this, Written);

    public static LeakCertificate? OfJson(string json) => JsonSerializer.Deserialize<LeakCertificate>(json, Written);

    /// <summary>For the file of the request, in words.</summary>
    public string Statement
    {
        get
        {
            var time = At.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy年M月d日 HH:mm:ss", CultureInfo.InvariantCulture);
            var searched = $"查找了 {Strings} 个被遮盖的字符串（另有 {Short} 个过短的只在原处核对，{Kept} 个经确认可在别处保留），范围为 {Pages} 页文字、{Revisions} 个版本、{Streams} 个内容流以及文件主体、属性、批注和名称，并核对了 {Marks} 处遮盖下的 {Pixels} 个像素。";
            return $"""
                遮盖检查证明
                时间：{time}（北京时间）　程序：{Engine}
                原文件 SHA-256：{Source}
                遮盖方案 SHA-256：{Plan}
                公开文件 SHA-256：{Released}
                {searched}
                {(IsClean ? "结论：没有发现被遮盖的内容，可以公开。" : $"结论：发现 {Findings.Count} 处问题，不能公开。")}{string.Concat(Findings.Select((finding, i) => $"\n{i + 1}. {finding.Words}"))}
                """;
        }
    }
}
