using System.Text;
using System.Text.Json;
using Gongkai.Rules.Requests;

namespace Gongkai.Documents.Redaction;

/// <summary>A plan as a file for programs and for trying by hand.</summary>
/// <remarks>
/// <c>{"marks": [{"page": 1, "box": [0.1, 0.2, 0.3, 0.05], "ground": "privacy", "words": "…"}], "kept": ["…"]}</c>: left, top, width and height in
/// fractions of the page, or with <c>"unit": "point"</c> in points, from the upper left corner of the page as it is seen.
/// <c>"find": "…"</c> instead of the box marks every place where these words are printed, on that page or, without one, on all.
/// </remarks>
public static class RedactionJson
{
    /// <param name="look">The pages of the file, asked for only where the plan needs them.</param>
    /// <exception cref="RedactionRefusedException">It is no plan; the sentence says which mark is wrong and what to write.</exception>
    public static RedactionPlan Read(byte[] json, Func<IReadOnlyList<PageLook>> look)
    {
        try
        {
            using var document = JsonDocument.Parse(json.AsMemory(json is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0));
            var seen = new Lazy<IReadOnlyList<PageLook>>(look);
            List<RedactionMark> marks = [];
            if (Part(document.RootElement, "marks") is not { ValueKind: JsonValueKind.Array } given) throw new RedactionRefusedException("遮盖方案里没有 marks，请写成 {\"marks\": [{\"page\": 1, \"box\": [左, 上, 宽, 高], \"ground\": \"privacy\"}]}。");
            foreach (var (i, mark) in given.EnumerateArray().Index()) marks.AddRange(Marks(mark, i + 1, seen));
            return new(marks, [.. Part(document.RootElement, "kept") is { ValueKind: JsonValueKind.Array } kept ? kept.EnumerateArray().Select(word => word.GetString() ?? "") : []]);
        }
        catch (JsonException broken)
        {
            throw new RedactionRefusedException($"遮盖方案不是能读懂的 JSON（第 {broken.LineNumber + 1} 行），请改正后再试。");
        }
        catch (InvalidOperationException)
        {
            throw new RedactionRefusedException("遮盖方案里有写错类型的值，请写成 {\"marks\": [{\"page\": 1, \"box\": [左, 上, 宽, 高], \"ground\": \"privacy\"}]}。");
        }
    }

    /// <summary>The plan as <see cref="Read"/> reads it.</summary>
    public static string Write(RedactionPlan plan)
    {
        using var to = new MemoryStream();
        using (var json = new Utf8JsonWriter(to, new() { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteStartArray("marks");
            foreach (var mark in plan.Marks)
            {
                json.WriteStartObject();
                json.WriteNumber("page", mark.Page);
                json.WriteStartArray("box");
                foreach (var part in new[] { mark.Box.Left, mark.Box.Top, mark.Box.Width, mark.Box.Height }) json.WriteNumberValue(part);
                json.WriteEndArray();
                json.WriteString("ground", mark.Ground.Key);
                if (mark.Words.Length > 0) json.WriteString("words", mark.Words);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteStartArray("kept");
            foreach (var word in plan.Kept) json.WriteStringValue(word);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(to.ToArray());
    }

    static List<RedactionMark> Marks(JsonElement mark, int number, Lazy<IReadOnlyList<PageLook>> seen)
    {
        if (mark.ValueKind != JsonValueKind.Object) throw new RedactionRefusedException($"第 {number} 处遮盖写得不对，请写明 page、box 和 ground。");
        var ground = RedactionGrounds.OfKey(Part(mark, "ground")?.GetString())
            ?? throw new RedactionRefusedException($"第 {number} 处遮盖没有写明理由，ground 可以是{string.Join("、", Enum.GetValues<RedactionGround>().Select(one => $"{one.Key}（{one.Name}）"))}。");
        var words = Part(mark, "words")?.GetString() ?? "";
        var page = Part(mark, "page") is { ValueKind: JsonValueKind.Number } told ? told.TryGetInt32(out var whole) ? whole : 0 : (int?)null;
        if (Part(mark, "find")?.GetString() is { Length: > 0 } find)
        {
            var boxes = seen.Value.Where(look => page is null || look.Number == page).SelectMany(look => look.Find(find).Select(box => new RedactionMark(look.Number, box, ground, words))).ToList();
            return boxes.Count > 0 ? boxes : throw new RedactionRefusedException($"第 {number} 处要遮盖的文字在页面上没有找到，请改用 page 和 box 框选。");
        }
        if (page is not { } on || Part(mark, "box") is not { ValueKind: JsonValueKind.Array } box || box.GetArrayLength() != 4) throw new RedactionRefusedException($"第 {number} 处遮盖没有写明位置，请写 page 和 box（左、上、宽、高）。");
        double[] parts = [.. box.EnumerateArray().Select(part => part.GetDouble())];
        if (Part(mark, "unit")?.GetString() == "point" && seen.Value.FirstOrDefault(look => look.Number == on) is { } size) parts = [parts[0] / size.Width, parts[1] / size.Height, parts[2] / size.Width, parts[3] / size.Height];
        return [new(on, new(parts[0], parts[1], parts[2], parts[3]), ground, words)];
    }

    static JsonElement? Part(JsonElement of, string name) => of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var part) && part.ValueKind != JsonValueKind.Null ? part : null;
}
