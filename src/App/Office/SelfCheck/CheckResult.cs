using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Gongkai.Rules.Disclosure;

namespace Gongkai.App.Office.SelfCheck;

/// <summary>What a self-check found; the job leaves it as its file, and the page shows the last one.</summary>
/// <param name="At">When it began.</param>
/// <param name="Until">When it ended.</param>
/// <param name="ByName">Who ordered it.</param>
public sealed record CheckResult(DateTimeOffset At, DateTimeOffset Until, string ByName, IReadOnlyList<CheckLine> Lines)
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), Converters = { new JsonStringEnumConverter() } };

    public int Count(CheckVerdict verdict) => Lines.Count(line => line.Verdict == verdict);

    public Task Write(Stream to, CancellationToken cancelled) => JsonSerializer.SerializeAsync(to, this, Json, cancelled);

    /// <returns><c>null</c> where the file is not one of ours.</returns>
    public static async Task<CheckResult?> Read(Stream from, CancellationToken cancelled)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<CheckResult>(from, Json, cancelled);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
