using Gongkai.Documents.Reading;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.App.Commands;

/// <summary>Files that a person names on the command line: opened, read and written with one sentence for each way in which that fails.</summary>
static class ReportFiles
{
    const int MostBytes = 256 * 1024 * 1024;

    /// <summary>Reads a report.</summary>
    /// <exception cref="NotDoneException">The file is not there, may not be read, or is no report.</exception>
    public static Report Read(string path) => Open(path, file =>
    {
        try
        {
            return ReportReader.Read(file, Path.GetFileName(path));
        }
        catch (UnreadableReportException unreadable)
        {
            throw new NotDoneException($"“{path}”读不成年度报告：{unreadable.Message}");
        }
    });

    /// <summary>Reads several reports at once, in order.</summary>
    /// <exception cref="NotDoneException">The first of them that is not there, may not be read, or is no report.</exception>
    public static IReadOnlyList<Report> ReadAll(IReadOnlyCollection<string> paths)
    {
        var read = paths.AsParallel().AsOrdered().Select<string, (Report? Report, NotDoneException? Refusal)>(path =>
        {
            try
            {
                return (Read(path), null);
            }
            catch (NotDoneException refusal)
            {
                return (null, refusal);
            }
        }).ToList();
        return [.. read.Select(one => one.Report ?? throw one.Refusal!)];
    }

    /// <summary>Reads a list: a line an entry, blank lines left out.</summary>
    /// <exception cref="NotDoneException">The file is not there or may not be read.</exception>
    public static IReadOnlyList<string> Lines(string path) => Open(path, file =>
    {
        using var text = new StreamReader(file);
        return text.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    });

    /// <summary>Reads a file whole.</summary>
    /// <exception cref="NotDoneException">The file is not there, may not be read, or does not fit into memory.</exception>
    public static byte[] Bytes(string path) => Open(path, file =>
    {
        if (file.Length > MostBytes) throw new NotDoneException($"“{path}”超过 {MostBytes / 1024 / 1024} MB，请拆分或压缩后再试。");
        using var whole = new MemoryStream();
        file.CopyTo(whole);
        return whole.ToArray();
    });

    static T Open<T>(string path, Func<Stream, T> read)
    {
        if (Directory.Exists(path)) throw new NotDoneException($"“{path}”是一个文件夹，请给出其中的文件。");

        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            return read(file);
        }
        catch (Exception notThere) when (notThere is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new NotDoneException($"找不到文件“{path}”，请检查路径。");
        }
        catch (UnauthorizedAccessException)
        {
            throw new NotDoneException($"没有读取文件“{path}”的权限，请换一个有权限的账户，或改变文件的权限。");
        }
        catch (IOException)
        {
            throw new NotDoneException($"文件“{path}”打不开，请检查路径和磁盘。");
        }
    }

    /// <summary>Writes a file as a whole or not at all: beside the goal first, then moved over it.</summary>
    /// <param name="path">The goal; a file that stands there is replaced.</param>
    /// <param name="sources">What was read: none of them may be overwritten by what is made from it.</param>
    /// <param name="write">Fills the file.</param>
    /// <exception cref="NotDoneException">The folder is not there, may not be written to, or is full.</exception>
    public static void Write(string path, IEnumerable<string> sources, Action<Stream> write)
    {
        var goal = Path.GetFullPath(path);
        if (sources.Any(source => Path.GetFullPath(source) == goal)) throw new NotDoneException($"“{path}”就是要读的文件，不能覆盖它，请换一个文件名。");
        if (Directory.Exists(goal)) throw new NotDoneException($"“{path}”是一个文件夹，请给出要写成的文件名。");
        if (!Directory.Exists(Path.GetDirectoryName(goal))) throw new NotDoneException($"文件夹“{Path.GetDirectoryName(path)}”不存在，请先建立它。");

        var half = Path.Combine(Path.GetDirectoryName(goal)!, $".{Path.GetFileName(goal)}.{Environment.ProcessId}.tmp");
        try
        {
            using (var file = new FileStream(half, FileMode.Create, FileAccess.ReadWrite))
                write(file);
            File.Move(half, goal, overwrite: true);
        }
        catch (UnauthorizedAccessException)
        {
            throw new NotDoneException($"没有写入“{path}”的权限，请换一个文件夹。");
        }
        catch (IOException)
        {
            throw new NotDoneException($"“{path}”没有写成，请检查磁盘是否已满、文件是否被占用。");
        }
        finally
        {
            File.Delete(half);
        }
    }
}
