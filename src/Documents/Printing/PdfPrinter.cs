using System.Diagnostics;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.Documents.Printing;

/// <summary>Prints as PDF by LibreOffice: a report, of which the DOCX alone knows how it is laid out, and office documents.</summary>
public static class PdfPrinter
{
    // LibreOffice starts in a few seconds; on a loaded machine a fresh profile has taken more than ten.
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    // Tagged, so that a screen reader finds headings and tables.
    const string Filter = """pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}""";

    /// <summary>Prints with the LibreOffice on the <c>PATH</c>.</summary>
    public static void Print(Report report, Stream to) => Print(report, to, Environment.GetEnvironmentVariable("PATH"));

    /// <summary>Prints with the LibreOffice in one of the folders of <paramref name="path"/>, written as <c>PATH</c> is.</summary>
    public static void Print(Report report, Stream to, string? path) =>
        Print(file => DocxPrinter.Print(report, file, characterGrid: false), ".docx", Filter, to, path);

    /// <summary>Prints a document of an office program.</summary>
    /// <param name="document">Admitted before by <see cref="Gongkai.Documents.Intake.FileGate"/>: it has no macros and reaches nothing outside.</param>
    /// <param name="ending">Of its kind, with the dot.</param>
    /// <returns>The PDF.</returns>
    public static byte[] Print(byte[] document, string ending)
    {
        using var to = new MemoryStream();
        Print(file => file.Write(document), ending, "pdf", to, Environment.GetEnvironmentVariable("PATH"));
        return to.ToArray();
    }

    static void Print(Action<Stream> write, string ending, string filter, Stream to, string? path)
    {
        var office = Find(path) ?? throw new PrinterMissingException();
        var room = Directory.CreateTempSubdirectory($"gongkai-pdf-{Environment.ProcessId}-");
        try
        {
            var source = Path.Combine(room.FullName, "document" + ending);
            using (var file = File.Create(source)) write(file);
            Convert(office, room.FullName, source, filter);

            var pdf = Path.ChangeExtension(source, ".pdf");
            if (!File.Exists(pdf)) throw new PrinterFailedException("LibreOffice 没有生成 PDF，请重试；仍不成功时可先输出 .docx 再转换。");
            using var printed = File.OpenRead(pdf);
            printed.CopyTo(to);
        }
        finally
        {
            Discard(room);
        }
    }

    /// <summary>The program in one of the folders of <paramref name="path"/>, or <c>null</c>.</summary>
    static string? Find(string? path) =>
        (from folder in (path ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
         from name in (string[])["soffice", "libreoffice", "soffice.exe"]
         select Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    static void Convert(string office, string room, string document, string filter)
    {
        ProcessStartInfo start = new(office)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                // A profile of its own: two conversions at once would wait for each other, and a person's settings would leak in.
                $"-env:UserInstallation={new Uri(Path.Combine(room, "profile"))}",
                "--headless", "--norestore", "--nolockcheck", "--convert-to", filter, "--outdir", room, document,
            },
        };
        if (OperatingSystem.IsLinux()) start.Environment["FONTCONFIG_FILE"] = ChineseFonts.WriteTo(room);
        using var process = Process.Start(start) ?? throw new PrinterMissingException();
        // Read, or a full pipe would stop it.
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (process.WaitForExit(Patience)) return;
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        throw new PrinterFailedException("LibreOffice 在 2 分钟内没有完成转换，已停止；请稍后重试，或先输出 .docx 再转换。");
    }

    static void Discard(DirectoryInfo room)
    {
        try
        {
            room.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A file that is still held stays in the temporary folder, which the system empties.
        }
    }
}

/// <summary>What prints PDF is not installed. The message is one Chinese sentence for the person who asked.</summary>
public sealed class PrinterMissingException() : Exception(
    "这台机器没有安装 LibreOffice，不能输出 PDF：请安装 libreoffice-writer 和中文字体（如 fonts-noto-cjk），或改为输出 .docx、.html。");

/// <summary>What prints PDF did not do it. The message is one Chinese sentence for the person who asked.</summary>
public sealed class PrinterFailedException(string message) : Exception(message);
