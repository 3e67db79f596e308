using System.Globalization;
using System.Xml.Linq;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Legends;
using OxyPlot.Series;

namespace Gongkai.App.Ui;

/// <summary>One row of bars: this year's, or last year's. An unknown value has no bar; 0 has one of no length, and says 0.</summary>
public sealed record Bars(string Name, IReadOnlyList<decimal?> Values);

/// <summary>Bar charts as SVG that stands in the page: without script, without inline style, told in words to who does not see it.</summary>
public static class Chart
{
    const double Width = 640;
    const double BarHeight = 22;

    // Dark and light with a dark edge: told apart without colour, and on paper.
    static readonly OxyColor Solid = OxyColor.Parse("#0A58A6");
    static readonly OxyColor Pale = OxyColor.Parse("#DCE8F5");
    static readonly OxyColor Ink = OxyColor.Parse("#1F2329");
    static readonly OxyColor Line = OxyColor.Parse("#D9DDE3");

    /// <summary>Horizontal bars, the first category on top; of several rows the first is the solid one.</summary>
    /// <param name="id">Unique on the page; the title and the description are found by it.</param>
    public static string Horizontal(string id, string title, string description, IReadOnlyList<string> categories, params IReadOnlyList<Bars> rows)
    {
        var plot = new PlotModel { PlotAreaBorderThickness = new(0), Padding = new(0, 0, 36, 0), TextColor = Ink, DefaultFontSize = 14, IsLegendVisible = rows.Count > 1 };
        plot.Legends.Add(new Legend
        {
            LegendPosition = LegendPosition.TopLeft, LegendPlacement = LegendPlacement.Outside, LegendOrientation = LegendOrientation.Horizontal, LegendItemOrder = LegendItemOrder.Reverse, LegendBorderThickness = 0,
        });
        // The axis counts upwards, a reader downwards.
        plot.Axes.Add(new CategoryAxis
        {
            Position = AxisPosition.Left, ItemsSource = categories.Reverse().ToList(), GapWidth = .5, TickStyle = TickStyle.None, AxislineStyle = LineStyle.Solid, AxislineColor = Ink, AxisTickToLabelDistance = 8,
        });
        var most = (double)rows.SelectMany(row => row.Values).Max(value => value ?? 0);
        plot.Axes.Add(new LinearAxis
        {
            Position = AxisPosition.Bottom, Minimum = 0, Maximum = Math.Max(1, most) * 1.08, MinimumMajorStep = 1, MajorGridlineStyle = LineStyle.Solid, MajorGridlineColor = Line,
            TickStyle = TickStyle.None, AxislineStyle = LineStyle.None, IntervalLength = 90, StringFormat = "#,0.##",
        });
        foreach (var (index, row) in rows.Index().Reverse())
        {
            var series = new BarSeries
            {
                Title = row.Name, LabelPlacement = LabelPlacement.Outside, LabelFormatString = "{0:#,0.##}", LabelMargin = 4,
                FillColor = index == 0 ? Solid : Pale, StrokeColor = Ink, StrokeThickness = index == 0 ? 0 : 1,
            };
            foreach (var value in row.Values.Reverse()) series.Items.Add(new BarItem(Length(value)));
            plot.Series.Add(series);
        }
        var height = (categories.Count * rows.Count * BarHeight * 1.5) + 70;
        return Accessible(Draw(plot, height), id, title, description, height);
    }

    // The label of an exact 0 is centred upon the axis, over the name of its category; that of a bar too short to see stands beside it.
    static double Length(decimal? value) => value switch { null => double.NaN, 0 => 1e-9, { } number => (double)number };

    static XElement Draw(PlotModel plot, double height)
    {
        var svg = SvgExporter.ExportToString(plot, Width, height, isDocument: false, new HanMeasure(), useVerticalTextAlignmentWorkaround: false);
        return XElement.Parse(svg);
    }

    static string Accessible(XElement svg, string id, string title, string description, double height)
    {
        // The content security policy forbids style attributes; SVG has an attribute of the same name for each property.
        foreach (var element in svg.DescendantsAndSelf().ToList())
        {
            if (element.Attribute("style") is not { } style) continue;
            foreach (var declaration in style.Value.Split(';', StringSplitOptions.RemoveEmptyEntries))
                if (declaration.Split(':', 2) is [var property, var value]) element.SetAttributeValue(property.Trim(), value.Trim());
            style.Remove();
        }
        foreach (var text in svg.Descendants().Where(element => element.Name.LocalName == "text")) text.Attribute("font-family")?.Remove();
        // Nothing leaves the plot, and the clips of two charts on one page would carry the same names.
        svg.Descendants().Where(element => element.Name.LocalName == "defs").Remove();
        svg.Descendants().Attributes("clip-path").Remove();
        var space = svg.Name.Namespace;
        svg.RemoveAttributes();
        svg.Add(new XAttribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {Width} {height}")), new XAttribute("class", "chart"),
            new XAttribute("role", "img"), new XAttribute("aria-labelledby", $"{id}-title {id}-desc"));
        svg.AddFirst(new XElement(space + "title", new XAttribute("id", $"{id}-title"), title), new XElement(space + "desc", new XAttribute("id", $"{id}-desc"), description));
        return svg.ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>How wide a text will be, without a font at hand: a Han character is a square, a Latin letter about half of one.</summary>
    sealed class HanMeasure() : PdfRenderContext(1, 1, OxyColors.Transparent)
    {
        public override OxySize MeasureText(string text, string fontFamily, double fontSize, double fontWeight) =>
            new((text ?? "").Sum(c => c < 0x2E80 ? .56 : 1) * fontSize, fontSize * 1.25);
    }
}
