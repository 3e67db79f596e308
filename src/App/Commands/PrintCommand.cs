using System.CommandLine;
using Gongkai.Documents.Printing;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.App.Commands;

/// <summary><c>gongkai report print FILE --out FILE</c>: a report in another format, from a file or from the store.</summary>
/// <remarks>The whole file appears or none does; one that stands there is replaced, but never the file that was read.</remarks>
static class PrintCommand
{
    public const string OutDescription = "写成的文件，结尾决定格式：.html、.docx、.xlsx、.md、.json 或 .pdf";

    public static Command Create()
    {
        var file = new Argument<string?>("FILE") { Description = "要打印的年度报告；也可以用 --agency 和 --year 打印已入库的报告", Arity = ArgumentArity.ZeroOrOne };
        var stored = StoredReport.Options();
        var to = new Option<string>("--out") { HelpName = "FILE", Description = OutDescription, Required = true };
        var command = new Command("print", "把年度报告打印成另一种格式。") { file, stored.Agency, stored.Year, stored.Store, to };
        command.SetAction(line =>
        {
            var (source, goal) = (line.GetValue(file), line.GetRequiredValue(to));
            var format = FormatOf(goal);
            if (source is not null && stored.IsGiven(line)) throw new NotDoneException("FILE 和 --agency 只能给一个：或者打印文件，或者打印已入库的报告。");

            if (source is null) Print(stored.Read(line, otherwise: "给出 FILE，或者用 --agency 和 --year 指明已入库的报告。"), format, goal, []);
            else Print(ReportFiles.Read(source), format, goal, [source]);
            return Terminal.Fine;
        });
        return command;
    }

    /// <summary>The format that the ending of a file's name asks for.</summary>
    /// <exception cref="NotDoneException">We print none of that ending.</exception>
    public static PrintFormat FormatOf(string goal) => PrintFormats.OfName(goal)
        ?? throw new NotDoneException($"“{goal}”的结尾看不出格式，请用 .html、.docx、.xlsx、.md、.json 或 .pdf 结尾。");

    /// <summary>Prints to a file, which is none of those that were read.</summary>
    /// <exception cref="NotDoneException">It could not be written, or the machine lacks what prints PDF.</exception>
    public static void Print(Report report, PrintFormat format, string goal, IEnumerable<string> sources)
    {
        try
        {
            ReportFiles.Write(goal, sources, file => ReportPrinter.Print(report, format, file));
        }
        catch (Exception printer) when (printer is PrinterMissingException or PrinterFailedException)
        {
            throw new NotDoneException(printer.Message);
        }
    }
}
