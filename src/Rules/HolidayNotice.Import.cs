using System.Globalization;
using System.Text.Json;

namespace Gongkai.Rules;

// A notice as others write it: JSON of the shape {year, papers, days: [{name, date, isOffDay}]}, or the rows of a table.
public sealed partial class HolidayNotice
{
    // A notice of one year names some forty days; the rest would be a calendar, or a wrong file.
    const int MostDays = 150;

    /// <summary>A notice that was given to us, or the sentences that say what is wrong with it.</summary>
    public sealed record Reading(HolidayNotice? Notice, IReadOnlyList<string> Faults);

    /// <summary>Reads the JSON that is passed around for this: an object with <c>year</c>, <c>papers</c> and <c>days</c>, or the bare list of days.</summary>
    /// <param name="year">The year that is asked for; a file that says another is refused.</param>
    /// <param name="json">The file's text.</param>
    public static Reading FromJson(int year, string json)
    {
        if (json.Length > LongestText) return Wrong("文件过大，请检查是否选错。");
        try
        {
            using var file = JsonDocument.Parse(json, new() { MaxDepth = 8, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            var root = file.RootElement;
            if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("year", out var stated) && stated.TryGetInt32(out var other) && other != year)
                return Wrong($"文件写的是 {other} 年，要导入的是 {year} 年。请选对文件，或改要导入的年份。");
            var days = root.ValueKind == JsonValueKind.Array ? root : root.ValueKind == JsonValueKind.Object && root.TryGetProperty("days", out var inside) ? inside : default;
            if (days.ValueKind != JsonValueKind.Array) return Wrong("文件里没有 days 这一项，请使用 {name, date, isOffDay} 的 JSON 格式。");
            var papers = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("papers", out var urls) && urls.ValueKind == JsonValueKind.Array
                ? urls.EnumerateArray().Where(url => url.ValueKind == JsonValueKind.String).Select(url => url.GetString()!).Take(10) : [];
            return FromRows(year, days.EnumerateArray().Take(MostDays + 1).Select(IReadOnlyList<string> (day) => [Value(day, "name"), Value(day, "date"), Value(day, "isOffDay")]), [.. papers]);
        }
        catch (JsonException)
        {
            return Wrong("这不是 JSON 文件，请检查文件是否选错或已损坏。");
        }
    }

    /// <summary>Reads rows of 名称, 日期, 是否放假 (是/否, true/false, 放假/上班); a first row of headings is passed over.</summary>
    /// <param name="year">The year that is asked for.</param>
    /// <param name="rows">The cells of each row; empty rows do not count.</param>
    /// <param name="papers">The addresses of the notices, where they are known.</param>
    public static Reading FromRows(int year, IEnumerable<IReadOnlyList<string>> rows, IReadOnlyList<string>? papers = null)
    {
        List<string> faults = [];
        List<SpecialDay> days = [];
        foreach (var (index, row) in rows.Index())
        {
            if (index > MostDays) return Wrong($"超过 {MostDays} 行，不像是一年的节假日安排，请检查文件是否选错。");
            string name = Cell(row, 0), date = Cell(row, 1), off = Cell(row, 2);
            if (name is "" && date is "" && off is "") continue;
            if (index == 0 && Typed.DayOfCell(date) is null && OffOf(off) is null) continue;
            var line = $"第 {index + 1} 行";
            if (Typed.DayOfCell(date) is not { } day) faults.Add($"{line}的日期“{date}”看不懂，请写成 2027-01-01。");
            else if (OffOf(off) is not { } isOff) faults.Add($"{line}没有说清放假还是上班，请在第三列写“放假”或“上班”。");
            else if (Misplaced(year, day, isOff) is { } misplaced) faults.Add($"{line}：{misplaced}");
            else if (days.Find(known => known.Day == day) is { } known && known.Off != isOff) faults.Add($"{line}：{day:yyyy-MM-dd} 在前面已写成{(known.Off ? "放假" : "上班")}，请只留一行。");
            else days.Add(new(day, isOff, name.Length > 50 ? name[..50] : name));
        }
        if (faults.Count == 0 && days.Count == 0) faults.Add("文件里没有一天是放假或调休上班，请检查文件是否选错。");
        return faults.Count > 0 ? new(null, faults) : new(new(year, (papers ?? []).Where(IsAddress).Select(paper => new NoticeSource(null, null, paper)), days), []);
    }

    /// <summary>What in a notice that came back from a form cannot be.</summary>
    public Impediment? ToImport() =>
        Days.Count == 0 ? new("节假日安排里没有一天，请重新选择文件。")
        : Days.Select(day => Misplaced(Year, day.Day, day.Off)).FirstOrDefault(fault => fault is not null) is { } misplaced ? new(misplaced)
        : null;

    static string? Misplaced(int year, DateOnly day, bool off) =>
        day < new DateOnly(year - 1, 12, 25) || day > new DateOnly(year, 12, 31) ? $"{day:yyyy-MM-dd} 不在 {year} 年的安排里，请检查年份。"
        : !off && !WorkingCalendar.IsWeekend(day) ? $"{day:yyyy-MM-dd} 本来就是工作日，调休上班只会在周六、周日，请检查日期。"
        : null;

    static Reading Wrong(string fault) => new(null, [fault]);

    static string Cell(IReadOnlyList<string> row, int column) => column < row.Count ? row[column].Trim() : "";

    static string Value(JsonElement day, string name) => day.ValueKind == JsonValueKind.Object && day.TryGetProperty(name, out var value) ? value.ToString() : "";

    static bool? OffOf(string text) => text.ToUpperInvariant() switch
    {
        "TRUE" or "1" or "是" or "放假" or "休" or "休息" => true,
        "FALSE" or "0" or "否" or "上班" or "班" or "调休上班" => false,
        _ => null,
    };

    static bool IsAddress(string paper) => paper.Length <= 300 && Uri.TryCreate(paper, UriKind.Absolute, out var url) && (url.Scheme is "http" or "https");
}
