using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Gongkai.Documents.Reading.Papers;

/// <summary>The numbers that Word puts before paragraphs by itself (一、（一）1.) and that stand nowhere in the text.</summary>
sealed class DocxNumbers
{
    readonly Dictionary<int, Dictionary<int, Level>> lists = [];
    readonly Dictionary<string, NumberingProperties> styles = [];
    readonly Dictionary<(int List, int Level), int> counters = [];

    public DocxNumbers(Numbering? numbering, Styles? styles)
    {
        var kinds = numbering?.Elements<AbstractNum>().Where(kind => kind.AbstractNumberId is not null)
            .DistinctBy(kind => kind.AbstractNumberId!.Value).ToDictionary(kind => kind.AbstractNumberId!.Value) ?? [];
        foreach (var list in numbering?.Elements<NumberingInstance>() ?? [])
            if (list.NumberID?.Value is { } id && list.AbstractNumId?.Val?.Value is { } kind && kinds.TryGetValue(kind, out var levels))
                lists[id] = levels.Elements<Level>().Where(level => level.LevelIndex is not null).DistinctBy(level => level.LevelIndex!.Value).ToDictionary(level => level.LevelIndex!.Value);
        foreach (var style in styles?.Elements<Style>() ?? [])
            if (style.StyleId?.Value is { } name && style.StyleParagraphProperties?.NumberingProperties is { } properties) this.styles[name] = properties;
    }

    /// <summary>The number of this paragraph, or <c>null</c> where it has none; each call counts on.</summary>
    public string? Next(Paragraph paragraph)
    {
        var properties = paragraph.ParagraphProperties?.NumberingProperties;
        if (properties is null && paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value is { } style) styles.TryGetValue(style, out properties);
        if (properties?.NumberingId?.Val?.Value is not { } list || !lists.TryGetValue(list, out var levels)) return null;
        var depth = properties.NumberingLevelReference?.Val?.Value ?? 0;
        if (!levels.TryGetValue(depth, out var level)) return null;

        counters[(list, depth)] = counters.TryGetValue((list, depth), out var last) ? last + 1 : level.StartNumberingValue?.Val?.Value ?? 1;
        for (var deeper = depth + 1; deeper < 9; deeper++) counters.Remove((list, deeper));
        var text = level.LevelText?.Val?.Value ?? "";
        for (var outer = 0; outer <= depth; outer++)
            text = text.Replace($"%{outer + 1}", levels.TryGetValue(outer, out var of) ? Written(counters.GetValueOrDefault((list, outer), 1), of) : "", StringComparison.Ordinal);
        return text;
    }

    static string Written(int number, Level level)
    {
        var format = level.NumberingFormat?.Val;
        if (format is null || format.Value == NumberFormatValues.Decimal) return number.ToString(CultureInfo.InvariantCulture);
        if (format.Value == NumberFormatValues.Bullet) return "";
        return format.Value == NumberFormatValues.ChineseCounting || format.Value == NumberFormatValues.ChineseCountingThousand || format.Value == NumberFormatValues.ChineseLegalSimplified
                || format.Value == NumberFormatValues.IdeographDigital || format.Value == NumberFormatValues.JapaneseCounting || format.Value == NumberFormatValues.TaiwaneseCountingThousand
            ? Chinese(number)
            : number.ToString(CultureInfo.InvariantCulture);
    }

    static string Chinese(int number)
    {
        const string digits = "零一二三四五六七八九";
        if (number is < 1 or > 99) return number.ToString(CultureInfo.InvariantCulture);
        var (tens, ones) = (number / 10, number % 10);
        return (tens > 1 ? digits[tens].ToString() : "") + (tens > 0 ? "十" : "") + (ones > 0 ? digits[ones].ToString() : "");
    }
}
