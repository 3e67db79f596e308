using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.AnnualReports;
using Gongkai.Records.Registers;
using Gongkai.Rules.Access;
using Gongkai.Rules.Registers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.App.Office.Registers;

/// <summary>规范性文件核对: what the register counts for table 2 beside what the public can read, and which documents make the difference.</summary>
[Permits(Permission.SeeItems)]
public sealed class Agreement(Store store, Me me, Desk desk, RegisterDesk registers) : PageModel, IFramed
{
    public const string Path = "/office/registers/agreement";

    /// <summary>More lines nobody reads; what is joined leaves the list.</summary>
    public const int Most = 300;

    /// <summary>A document that makes a difference, and in which figures of the year.</summary>
    public sealed record Line(NormativePair Pair, string Figures);

    /// <summary>A figure by both.</summary>
    public sealed record Figure(string Name, int Rows, int Items);

    [FromQuery(Name = "year")] public int? Asked { get; set; }

    public int Year { get; private set; }
    public IReadOnlyList<int> Years { get; private set; } = [];
    public IReadOnlyList<Figure> Figures { get; private set; } = [];
    public IReadOnlyList<Line> Lines { get; private set; } = [];
    public bool More { get; private set; }

    /// <summary>Published documents that others issued: table 2 counts one's own.</summary>
    public int Foreign { get; private set; }

    public bool MayJoin => me.May(Permission.KeepRegisters);
    public Frame Frame => RegisterPlaces.Frame("规范性文件核对");

    public async Task<IActionResult> OnGet()
    {
        if (me.Agency == Guid.Empty) return NotFound();
        Years = [.. Enumerable.Range(ReportDrafts.FirstYear, Math.Max(1, desk.Today.Year - ReportDrafts.FirstYear + 1)).Reverse()];
        if (Asked is { } asked && !Years.Contains(asked)) return NotFound();
        Year = Asked ?? desk.Today.Year;
        var agreement = await NormativeAgreement.Of(store, me.Agency);
        var mayMakeRules = await registers.MayMakeRules();
        Figures =
        [
            .. from kind in Enum.GetValues<NormativeKind>()
               where kind == NormativeKind.Normative || mayMakeRules
               let counts = agreement.Count(kind, Year)
               from figure in (Figure[])
               [
                   new($"{kind.Name}：制发", counts.Rows.Made, counts.Items.Made), new($"{kind.Name}：废止", counts.Rows.Repealed, counts.Items.Repealed), new($"{kind.Name}：年末现行有效", counts.Rows.InForce, counts.Items.InForce),
               ]
               select figure,
        ];
        var lines = agreement.Differing.Select(pair => new Line(pair, Named(pair))).OrderBy(line => line.Figures.Length == 0).ToList();
        Foreign = agreement.Foreign;
        (Lines, More) = ([.. lines.Take(Most)], lines.Count > Most);
        return Page();
    }

    /// <summary>Joins what has the same number on both sides.</summary>
    public async Task<IActionResult> OnPost()
    {
        if (me.Agency == Guid.Empty || !MayJoin) return NotFound();
        var count = await NormativeAgreement.JoinByNumber(store, me.Agency);
        if (count > 0) await store.Save(me.Does(RegisterDeeds.Joined));
        return this.Done(count > 0 ? $"已按文号对应 {count} 件。" : "没有文号相同而还没有对应的文件。", $"~{Path}");
    }

    string Named(NormativePair pair)
    {
        List<string> named = [];
        foreach (var kind in Enum.GetValues<NormativeKind>())
        {
            var (made, repealed, inForce) = pair.Surplus(kind, Year);
            foreach (var (name, surplus) in ((string, int)[])[("制发", made), ("废止", repealed), ("现行有效", inForce)])
                if (surplus != 0) named.Add($"{name}：{(surplus > 0 ? "台账" : "公开信息")}多 1 件");
        }
        return string.Join("；", named);
    }
}
