using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Gongkai.Documents.Printing;

namespace Gongkai.Documents.Redaction;

/// <summary>Draws the pages of a PDF with poppler's <c>pdftoppm</c>, and reads them with its <c>pdftotext</c>: a process of its own for each page, without network, with bounds on memory and time.</summary>
sealed partial class Poppler : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // A page of 40 million pixels and its fonts take a quarter of it.
    const long MostMemory = 3L * 1024 * 1024 * 1024;

    // Whether this machine lets a process have an empty network of its own; asked once.
    static readonly Lazy<bool> Unshares = new(() => Try("unshare", "--map-root-user", "--net", "true"));
    static readonly Lazy<bool> Limits = new(() => Try("prlimit", "--core=0", "true"));

    readonly DirectoryInfo room = Directory.CreateTempSubdirectory($"gongkai-redaction-{Environment.ProcessId}-");
    readonly string file;
    readonly string? fonts;

    public Poppler(byte[] pdf)
    {
        file = Path.Combine(room.FullName, "page.pdf");
        if (OperatingSystem.IsLinux()) File.SetUnixFileMode(room.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.WriteAllBytes(file, pdf);
        if (OperatingSystem.IsLinux()) fonts = ChineseFonts.WriteTo(room.FullName);
    }

    /// <summary>Whether the program is installed.</summary>
    public static bool IsThere => Find("pdftoppm") is not null;

    /// <param name="page">From 1.</param>
    /// <exception cref="RedactionRefusedException">It is not installed, or does not draw the page.</exception>
    public Picture Draw(int page, double dotsPerInch, long mostPixels)
    {
        var program = Find("pdftoppm") ?? throw new RedactionRefusedException("这台机器没有安装 poppler，不能遮盖 PDF：请安装 poppler-utils 和 poppler-data 后再试。");
        using var process = Start(program, "-q", "-f", Number(page), "-l", Number(page), "-r", dotsPerInch.ToString("0.###", CultureInfo.InvariantCulture), "-cropbox", file);
        using var patience = new Timer(_ => End(process), null, Patience, Timeout.InfiniteTimeSpan);
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var picture = Read(process.StandardOutput.BaseStream, mostPixels);
        if (picture is null) End(process);
        process.WaitForExit();
        return picture ?? throw new RedactionRefusedException($"第 {page} 页画不出来（文件可能已损坏，或这一页过于复杂）；请用“打印为 PDF”重新生成文件后再试。");
    }

    /// <summary>The words of a page, each with the place of the whole. None where the program fails: it is a second opinion.</summary>
    public IReadOnlyList<PlacedWord> Words(int page)
    {
        if (Find("pdftotext") is not { } program) return [];
        using var process = Start(program, "-q", "-f", Number(page), "-l", Number(page), "-bbox", "-cropbox", "-enc", "UTF-8", file, "-");
        using var patience = new Timer(_ => End(process), null, Patience, Timeout.InfiniteTimeSpan);
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        using var text = new StreamReader(process.StandardOutput.BaseStream, System.Text.Encoding.UTF8);
        List<PlacedWord> words = [];
        while (text.ReadLine() is { } line && words.Count < 100_000)
            if (Word().Match(line) is { Success: true } word) words.Add(new(WebUtility.HtmlDecode(word.Groups[5].Value), new(Part(word, 1), Part(word, 2), Part(word, 3), Part(word, 4))));
        End(process);
        process.WaitForExit();
        return words;

        static double Part(Match word, int group) => double.Parse(word.Groups[group].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("""<word xMin="(-?[\d.]+)" yMin="(-?[\d.]+)" xMax="(-?[\d.]+)" yMax="(-?[\d.]+)">(.*?)</word>""")]
    private static partial Regex Word();

    // P6, width, height, 255, then the pixels.
    static Picture? Read(Stream from, long mostPixels)
    {
        try
        {
            if (Next(from) != "P6" || !int.TryParse(Next(from), CultureInfo.InvariantCulture, out var width) || !int.TryParse(Next(from), CultureInfo.InvariantCulture, out var height) || Next(from) != "255") return null;
            if (width < 1 || height < 1 || (long)width * height > mostPixels) return null;
            var rgb = new byte[width * height * 3];
            from.ReadExactly(rgb);
            return new(width, height, rgb);
        }
        catch (EndOfStreamException)
        {
            return null;
        }
    }

    static string Next(Stream from)
    {
        var word = "";
        for (int sign; (sign = from.ReadByte()) > ' ' && word.Length < 16;) word += (char)sign;
        return word;
    }

    Process Start(string program, params string[] words)
    {
        List<string> line = [program, .. words];
        if (Limits.Value) line.InsertRange(0, ["prlimit", $"--as={MostMemory}", $"--cpu={Patience.TotalSeconds:0}", "--core=0", "--"]);
        if (Unshares.Value) line.InsertRange(0, ["unshare", "--map-root-user", "--net", "--"]);
        ProcessStartInfo start = new(line[0], line.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, WorkingDirectory = room.FullName };
        // Nothing of ours goes along: keys and addresses stand in the environment.
        var path = Environment.GetEnvironmentVariable("PATH");
        start.Environment.Clear();
        start.Environment["PATH"] = path;
        start.Environment["HOME"] = room.FullName;
        start.Environment["LANG"] = "C.UTF-8";
        if (fonts is not null) start.Environment["FONTCONFIG_FILE"] = fonts;
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }

    static void End(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }

    static bool Try(string program, params string[] words)
    {
        if (Find(program) is not { } found) return false;
        using var process = Process.Start(new ProcessStartInfo(found, words) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    public void Dispose()
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
