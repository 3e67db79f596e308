using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gongkai.Rules.Requests;

namespace Gongkai.Documents.Redaction;

/// <summary>One covered place as the list for the applicant tells it (遮盖清单): where and why, never what.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Left">In millimetres from the left edge of the page as it is seen.</param>
public sealed record RedactionEntry(int Number, int Page, double Left, double Top, double Width, double Height, RedactionGround Ground, string Words)
{
    /// <summary>第 1 页，距左 25 毫米、距上 40 毫米，宽 30 毫米、高 6 毫米：个人隐私（条例第十五条）.</summary>
    public string Line => string.Create(CultureInfo.InvariantCulture,
        $"{Number}. 第 {Page} 页，距左 {Left:0} 毫米、距上 {Top:0} 毫米，宽 {Width:0} 毫米、高 {Height:0} 毫米：{Ground.Name}（条例{Ground.ArticleWords}）{(Words.Length > 0 ? "，" + Words : "")}");
}

/// <summary>The list of what is covered in a file (遮盖清单).</summary>
public sealed record RedactionIndex(IReadOnlyList<RedactionEntry> Entries)
{
    const double MillimetresPerPoint = 25.4 / 72;

    static readonly JsonSerializerOptions Written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new JsonStringEnumConverter() } };

    public string ToJson() => JsonSerializer.Serialize(this, Written);

    public static RedactionIndex? OfJson(string json) => JsonSerializer.Deserialize<RedactionIndex>(json, Written);

    /// <summary>In words, a line a place.</summary>
    public string Text
    {
        get
        {
            var text = new StringBuilder("遮盖清单\n");
            foreach (var entry in Entries) text.Append(entry.Line).Append('\n');
            foreach (var ground in Entries.GroupBy(entry => entry.Ground).OrderBy(group => group.Key)) text.Append(CultureInfo.InvariantCulture, $"{ground.Key.Name}：{ground.Count()} 处\n");
            return text.ToString();
        }
    }

    internal static RedactionIndex Of(RedactionPlan plan, IReadOnlyList<(double Width, double Height)> pages) => new([.. plan.Marks.Select((mark, i) =>
    {
        var (width, height) = pages[mark.Page - 1];
        var area = Area.Of(mark.Box, width, height);
        return new RedactionEntry(i + 1, mark.Page, Round(area.Left), Round(area.Top), Round(area.Width), Round(area.Height), mark.Ground, mark.Words);
    })]);

    static double Round(double points) => Math.Round(points * MillimetresPerPoint, 1);
}
