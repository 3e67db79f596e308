using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Gongkai.Rules.AnnualReports;
using CellKinds = DocumentFormat.OpenXml.Spreadsheet.CellValues;

namespace Gongkai.Documents.Printing;

/// <summary>Prints a report as a workbook: a sheet of text, and a sheet for each table.</summary>
static class XlsxPrinter
{
    public static void Print(Report report, Stream to)
    {
        using MemoryStream file = new();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            // A name of its own: a random one would change the bytes.
            var workbook = document.AddNewPart<WorkbookPart>("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "workbook");
            workbook.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = XlsxStyles.Sheet();

            Sheets sheets = new();
            void Add(string name, Worksheet sheet)
            {
                var number = (uint)sheets.Count() + 1;
                workbook.AddNewPart<WorksheetPart>($"sheet{number}").Worksheet = sheet;
                sheets.Append(new Sheet { Name = name, SheetId = number, Id = $"sheet{number}" });
            }

            Add("正文", Prose(report));
            foreach (var table in report.Form.Tables.Where(report.Has)) Add(table.PrintedCaption, XlsxTable.Sheet(report, table));
            workbook.Workbook = new(sheets);
        }
        FixedPackage.Copy(file, to);
    }

    static Worksheet Prose(Report report)
    {
        SheetData rows = new();
        void Add(string text, uint style) => rows.Append(new Row(Text(text, $"A{rows.Count() + 1}", style)) { RowIndex = (uint)rows.Count() + 1 });

        Add(report.PrintedTitle, XlsxStyles.Title);
        foreach (var paragraph in report.Introduction) Add(paragraph, XlsxStyles.Prose);
        foreach (var section in report.Sections)
        {
            Add(section.Heading, XlsxStyles.SectionHeading);
            foreach (var paragraph in section.Paragraphs) Add(paragraph, XlsxStyles.Prose);
        }
        return new(new Columns(new Column { Min = 1, Max = 1, Width = 90, CustomWidth = true }), rows);
    }

    /// <summary>A cell that holds text whatever it looks like: "=1+1" stays four characters.</summary>
    internal static Cell Text(string text, string reference, uint style) => new()
    {
        CellReference = reference,
        StyleIndex = style,
        DataType = CellKinds.InlineString,
        InlineString = new(new Text(text) { Space = SpaceProcessingModeValues.Preserve }),
    };
}
