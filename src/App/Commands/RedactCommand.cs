using System.CommandLine;
using System.Text;
using Gongkai.Documents.Redaction;

namespace Gongkai.App.Commands;

/// <summary><c>gongkai redact FILE --marks MARKS.json --out OUT.pdf</c>: covers places of a file, and gives it out only where the check finds no leak.</summary>
/// <remarks>
/// Status 1: made and checked, and something was found; nothing is written but the certificate and the list. The marks are read by <see cref="RedactionJson"/>.
/// </remarks>
static class RedactCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "要遮盖的文件：pdf、docx、xlsx、pptx、png 或 jpg" };
        var marks = new Option<string>("--marks") { HelpName = "MARKS.json", Description = "遮盖的地方和理由（JSON）", Required = true };
        var to = new Option<string>("--out") { HelpName = "OUT.pdf", Description = "写成的文件；发现泄露时不写", Required = true };
        var certificate = new Option<string?>("--certificate") { HelpName = "CERT.json", Description = "检查证明（JSON）写到哪里" };
        var index = new Option<string?>("--index") { HelpName = "INDEX.txt", Description = "遮盖清单写到哪里" };
        var command = new Command("redact", "遮盖文件中不予公开的内容（区分处理），并检查遮盖后的文件有没有泄露。") { file, marks, to, certificate, index };
        command.SetAction(line => Run(line.GetRequiredValue(file), line.GetRequiredValue(marks), line.GetRequiredValue(to), line.GetValue(certificate), line.GetValue(index), line.InvocationConfiguration.Output));
        return command;
    }

    static int Run(string file, string marks, string to, string? certificate, string? index, TextWriter output)
    {
        var bytes = ReportFiles.Bytes(file);
        try
        {
            var name = Path.GetFileName(file);
            var plan = RedactionJson.Read(ReportFiles.Bytes(marks), () => Redactor.Look(bytes, name));
            var redacted = Redactor.Redact(bytes, name, plan, TimeProvider.System.GetUtcNow());
            if (redacted.Released is { } released) ReportFiles.Write(to, [file, marks], stream => stream.Write(released));
            if (certificate is not null) ReportFiles.Write(certificate, [file, marks], stream => stream.Write(Encoding.UTF8.GetBytes(redacted.Certificate.ToJson())));
            if (index is not null) ReportFiles.Write(index, [file, marks], stream => stream.Write(Encoding.UTF8.GetBytes(redacted.Index.Text)));
            output.WriteLine(redacted.Certificate.Statement);
            return redacted.Certificate.IsClean ? Terminal.Fine : Terminal.FallsShort;
        }
        catch (RedactionRefusedException refusal)
        {
            throw new NotDoneException($"“{file}”没有遮盖：{refusal.Message}");
        }
    }
}
