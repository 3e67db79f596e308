using Gongkai.Rules.AnnualReports;

namespace Gongkai.Documents.Tests.Corpus;

/// <summary>One fault planted in a report that had none, and the rules that must find it.</summary>
/// <param name="Name">What was done.</param>
/// <param name="Rules">Each of these must be found.</param>
/// <param name="Report">The report with the fault.</param>
/// <param name="Previous">Last year's report, where the fault lies between the two.</param>
public sealed record Fault(string Name, IReadOnlyList<string> Rules, ReportSource Report, ReportSource? Previous = null);

/// <summary>Every single fault that can be planted in a report.</summary>
public static class Faults
{
    public static IEnumerable<Fault> Of(ReportSource source, int seed)
    {
        var random = new Random(seed);
        return [.. Sums(source), .. Swaps(source, random), .. Fillings(source, random), .. Units(source), .. Parts(source, random), .. Names(source), .. Words(source), .. Years(source, seed)];
    }

    /// <summary>One more, and one less, in every cell that is part of a sum.</summary>
    static IEnumerable<Fault> Sums(ReportSource source) =>
        from cell in source.Form.Cells
        let rules = source.Form.Sums.Where(sum => sum.Left.Contains(cell) || sum.Right.Contains(cell)).Select(sum => sum.Rule).Distinct().ToList()
        where rules.Count > 0
        from step in new[] { -1, 1 }
        let number = source.Cells[cell.Index].Number + step
        where number >= 0
        select new Fault($"{cell.Key} {step:+0;-0}", rules, source.With(cell.Key, number.Value));

    /// <summary>Two kinds of applicant, two outcomes, or two results change places.</summary>
    static IEnumerable<Fault> Swaps(ReportSource source, Random random)
    {
        var cells = source.Form.Cells.Where(cell => cell.Table.Number == 3 && cell.Column.Key != ReportForm.Total).ToList();
        for (var tries = 0; tries < 60; tries++)
        {
            var one = cells[random.Next(cells.Count)];
            var pair = cells.Where(cell => cell.Row == one.Row && cell != one && source.Cells[cell.Index].Number != source.Cells[one.Index].Number).ToList();
            if (pair.Count == 0) continue;
            var other = pair[random.Next(pair.Count)];
            string[] rule = one.Row.Key is ReportForm.Received or ReportForm.CarriedIn or ReportForm.CarriedOver ? ["balance"] : ["outcome-sum"];
            yield return new($"{one.Key} ↔ {other.Key}", rule,
                source.With(one.Key, source.Cells[other.Index]).With(other.Key, source.Cells[one.Index]));
        }
    }

    static IEnumerable<Fault> Fillings(ReportSource source, Random random)
    {
        foreach (var text in new[] { "", "-", "/", "—", "无" })
            for (var i = 0; i < 6; i++)
            {
                var cell = source.Form.Cells[random.Next(source.Form.Cells.Count)];
                yield return new($"{cell.Key} “{text}”", ["not-a-number"], source.With(cell.Key, new PrintedCell(text, null)));
            }
        foreach (var cell in source.Form.Cells.Where(cell => cell.Unit == Unit.Count && cell.Table.Number == 2))
            yield return new($"{cell.Key} below nothing", ["not-a-number"], source.With(cell.Key, -3));
    }

    static IEnumerable<Fault> Units(ReportSource source)
    {
        foreach (var cell in source.Form.Cells.Where(cell => cell.Unit == Unit.Count && cell.Table.Number == 2))
        {
            yield return new($"{cell.Key} holds money", ["unit"], source.With(cell.Key, 78504912.2m));
            yield return new($"{cell.Key} says money", ["unit"], source.With(cell.Key, new PrintedCell("184719元", 184719)));
        }
        if (source.Form.Find("t2.fees.amount") is not { } fees) yield break;
        yield return new("fees in 元", ["unit"], source.With(fees.Key, 3274896.5m));
        yield return new("fees say 元", ["unit"], source.With(fees.Key, new PrintedCell("184719元", 184719)));
    }

    static IEnumerable<Fault> Parts(ReportSource source, Random random)
    {
        foreach (var table in source.Tables)
            yield return new($"table {table} is missing", ["table-missing"], source with { Tables = [.. source.Tables.Where(t => t != table)] });
        foreach (var section in source.Sections)
            yield return new($"section {section.Number} is missing", ["section-missing"], source with { Sections = [.. source.Sections.Where(s => s != section)] });
        var at = random.Next(5);
        var sections = source.Sections.ToList();
        (sections[at], sections[at + 1]) = (sections[at + 1], sections[at]);
        yield return new($"sections {at + 1} and {at + 2} have changed places", ["section-order"], source with { Sections = sections });
        yield return new("section 2 stands twice", ["section-order"], source with
        {
            Sections = [source.Sections[0], new(2, "二、主动公开政府信息情况", ["全年及时公开工作动态。"]), .. source.Sections.Skip(1)],
        });
    }

    static IEnumerable<Fault> Names(ReportSource source)
    {
        yield return new("another year in the title", ["title-year"], source with { Title = source.Title.Replace($"{source.Year}年", $"{source.Year - 1}年") });
        yield return new("last year's period", ["period"], Introduced($"自{source.Year}年1月1日起至{source.Year}年12月31日止", $"自{source.Year - 1}年1月1日起至{source.Year - 1}年12月31日止"));
        yield return new("a period of eleven months", ["period"], Introduced("12月31日止", "11月30日止"));
        yield return new("another agency in the introduction", ["agency-name"], Introduced(source.Agency, "云峰县水利局"));

        ReportSource Introduced(string old, string now) => source with { Introduction = [.. source.Introduction.Select(paragraph => paragraph.Replace(old, now))] };
    }

    static IEnumerable<Fault> Words(ReportSource source)
    {
        var number = source["t3.received.total"].Number!.Value;
        yield return new("the text has one request more", ["text-vs-table"], Said($"收到政府信息公开申请{number}件", $"收到政府信息公开申请{number + 1}件"));
        yield return new("the text carries more over", ["text-vs-table"], Said($"结转下年度继续办理{source["t3.carriedOver.total"].Number}件", $"结转下年度继续办理{source["t3.carriedOver.total"].Number + 2}件"));
        yield return new("the text's list has one more than its total", ["text-sum"], source with
        {
            Sections = [.. source.Sections.Select(section => section with { Paragraphs = [.. section.Paragraphs.Select(Longer)] })],
        });
        foreach (var (said, key) in new[] { ("予以公开", "granted"), ("部分公开", "partlyGranted") })
            if (source.Sections[2].Paragraphs is [var first, ..] && first.Contains("办结"))
                yield return new($"the text's {said} is one more", ["text-vs-table"], Said($"{said}{source[$"t3.{key}.total"].Number}件", $"{said}{source[$"t3.{key}.total"].Number + 1}件"));
        if (source.Sections[3].Paragraphs is [var remedy, ..] && remedy.Contains("被申请"))
            yield return new("the text has one review more", ["text-vs-table"], Said($"被申请行政复议{source["t4.review.total"].Number}件", $"被申请行政复议{source["t4.review.total"].Number + 1}件"));

        decimal Of(string key) => source[key].Number!.Value;
        var suits = Of("t4.suit.total") + Of("t4.suitAfterReview.total");
        (string, decimal)[] wrong =
        [
            ("全年共受理政府信息公开申请{0}件。", number), ("本年新收到政府信息公开申请 {0} 件，均及时登记。", number), ("{1}年收到自然人申请{0}件。", Of("t3.received.person")),
            ("上年结转政府信息公开申请{0}件。", Of("t3.carriedIn.total")), ("全年共办结政府信息公开申请{0}件。", Of("t3.total.total")),
            ("对收到的申请，予以公开{0}件。", Of("t3.granted.total")), ("结转下年度继续办理的申请{0}件。", Of("t3.carriedOver.total")),
            ("{1}年，因政府信息公开工作被申请行政复议{0}件。", Of("t4.review.total")), ("因政府信息公开被提起行政诉讼{0}件。", suits),
        ];
        foreach (var (sentence, truth) in wrong)
            yield return new($"the text says: {sentence}", ["text-vs-table"], source with
            {
                Sections = [.. source.Sections.Select(section => section.Number == 1
                    ? section with { Paragraphs = [.. section.Paragraphs, string.Format(System.Globalization.CultureInfo.InvariantCulture, sentence, truth + 3, source.Year)] }
                    : section)],
            });

        ReportSource Said(string old, string now) => source with
        {
            Sections = [.. source.Sections.Select(section => section with { Paragraphs = [.. section.Paragraphs.Select(paragraph => paragraph.Replace(old, now))] })],
        };

        static string Longer(string paragraph)
        {
            var at = paragraph.IndexOf("其中概况类", StringComparison.Ordinal);
            if (at < 0) return paragraph;
            var from = at + "其中概况类".Length;
            var to = paragraph.IndexOf('条', from);
            return paragraph[..from] + (int.Parse(paragraph[from..to], System.Globalization.CultureInfo.InvariantCulture) + 1) + paragraph[to..];
        }
    }

    static IEnumerable<Fault> Years(ReportSource source, int seed)
    {
        var size = 2;
        yield return new("the old form in a later year", ["form-year"], SourceMaker.Make(seed, ReportForm.Of2019, size: size, year: 2023));
        yield return new("the new form in an earlier year", ["form-year"], SourceMaker.Make(seed, ReportForm.Of2021, size: size, year: 2020));
        yield return new("table 3 of the old form", ["form-year"], SourceMaker.Make(seed, ReportForm.Of(2021, 2019), size: size, year: 2022));
        yield return new("table 2 of the old form", ["form-year"], SourceMaker.Make(seed, ReportForm.Of(2019, 2021), size: size, year: 2022));
        var previous = SourceMaker.Make(seed + 1, source.Form, size: size, year: source.Year - 1) with { Agency = source.Agency };
        foreach (var column in source.Form.Table3.Blocks[0].Columns)
            previous = previous.With($"t3.carriedOver.{column.Key}", source[$"t3.carriedIn.{column.Key}"]);
        yield return new("more came in than was carried over", ["carried-in"], source,
            previous.With("t3.carriedOver.person", previous["t3.carriedOver.person"].Number!.Value + 1).With("t3.carriedOver.total", previous["t3.carriedOver.total"].Number!.Value + 1));
    }
}
