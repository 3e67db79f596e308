using System.Diagnostics;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
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
            Convert(office, room.FullName, filter, source);
            using var printed = File.OpenRead(Made(source));
            printed.CopyTo(to);
        }
        finally
        {
            Discard(room);
        }
    }

    /// <summary>Turns Word files into PDF, all in one run of LibreOffice.</summary>
    /// <returns>In the same order.</returns>
    public static IReadOnlyList<byte[]> Of(IReadOnlyList<byte[]> files)
    {
        if (files is []) return [];
        var office = Find(Environment.GetEnvironmentVariable("PATH")) ?? throw new PrinterMissingException();
        var room = Directory.CreateTempSubdirectory($"gongkai-pdf-{Environment.ProcessId}-");
        try
        {
            string[] names = [.. files.Select((_, i) => Path.Combine(room.FullName, $"{i}.docx"))];
            for (var i = 0; i < names.Length; i++) File.WriteAllBytes(names[i], WithoutCharacterGrid(files[i]));
            Convert(office, room.FullName, Filter, names);
            return [.. names.Select(name => File.ReadAllBytes(Made(name)))];
        }
        finally
        {
            Discard(room);
        }
    }

    // LibreOffice makes a grid of characters far wider than Word does: the same 28 in a line come from spacing them.
    static byte[] WithoutCharacterGrid(byte[] docx)
    {
        using MemoryStream copy = new();
        copy.Write(docx);
        using (var document = WordprocessingDocument.Open(copy, isEditable: true))
        {
            if (document.MainDocumentPart is not { Document: { } text } main) return docx;
            var tightening = 0;
            foreach (var grid in text.Descendants<DocGrid>().Where(grid => grid.Type?.Value == DocGridValues.LinesAndChars || grid.Type?.Value == DocGridValues.SnapToChars))
            {
                // 4096ths of a point; a spacing is in 20ths.
                tightening = (int)Math.Floor((grid.CharacterSpace?.Value ?? 0) * 20 / 4096.0);
                (grid.Type, grid.CharacterSpace) = (DocGridValues.Lines, null);
            }
            if (tightening != 0 && main.StyleDefinitionsPart?.Styles?.Elements<Style>().FirstOrDefault(style => style.Type?.Value == StyleValues.Paragraph && style.Default?.Value == true) is { } normal)
            {
                var run = normal.StyleRunProperties ??= new();
                run.Spacing ??= new() { Val = tightening };
            }
        }
        return copy.ToArray();
    }

    static string Made(string document) => Path.ChangeExtension(document, ".pdf") is var pdf && File.Exists(pdf) ? pdf
        : throw new PrinterFailedException("LibreOffice 没有生成 PDF，请重试；仍不成功时可先输出 .docx 再转换。");

    /// <summary>The program in one of the folders of <paramref name="path"/>, or <c>null</c>.</summary>
    static string? Find(string? path) =>
        (from folder in (path ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
         from name in (string[])["soffice", "libreoffice", "soffice.exe"]
         select Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    static void Convert(string office, string room, string filter, params string[] files)
    {
        ProcessStartInfo start = new(office)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                // A profile of its own: two conversions at once would wait for each other, and a person's settings would leak in.
                $"-env:UserInstallation={new Uri(Path.Combine(room, "profile"))}",
                "--headless", "--norestore", "--nolockcheck", "--convert-to", filter, "--outdir", room,
            },
        };
        foreach (var file in files) start.ArgumentList.Add(file);
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
