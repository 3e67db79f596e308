using Gongkai.App.Ui;

namespace Gongkai.App.Portal.AnnualReports;

/// <summary>A chart and the table that says the same in numbers.</summary>
/// <param name="Id">Unique on the page.</param>
/// <param name="Title">What is drawn, with its year and unit.</param>
/// <param name="Heading">What the categories are.</param>
public sealed record ChartView(string Id, string Title, string Heading, IReadOnlyList<Figure> Figures, int Year, bool Compared)
{
    public string Svg => Chart.Horizontal(Id, Title, Words, [.. Figures.Select(figure => figure.Name)],
        Compared
            ? [new Bars($"{Year} 年", [.. Figures.Select(figure => figure.Now)]), new Bars($"{Year - 1} 年", [.. Figures.Select(figure => figure.Before)])]
            : [new Bars($"{Year} 年", [.. Figures.Select(figure => figure.Now)])]);

    /// <summary>The chart read aloud.</summary>
    string Words => string.Join("；", Figures.Select(figure => $"{figure.Name} {Figure.Say(figure.Now)}{(figure.Now is null ? "" : " 件")}{(Compared ? $"，上年 {Figure.Say(figure.Before)}" : "")}")) + "。";
}
