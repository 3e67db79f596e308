using System.Text;

namespace Gongkai.Rigs;

/// <summary>S12 and S13: words that stand for a person's name, telephone and identity number are typed everywhere, and then neither the log nor the disk has them.</summary>
/// <remarks>The control logs every request, and seals nothing.</remarks>
static class Canaries
{
    const string Mobile = "13900004711", Word = "CANARY110101190001014711";

    public static async Task<Verdict> Run(int rounds, bool control)
    {
        using var ground = new Ground();
        string[] settings = ["--Logging:Console:FormatterName=json", .. control ? ["--open", "--Logging:LogLevel:Default=Information"] : (string[])[]];
        var answers = 0;
        List<string> lines;
        await using (var victim = await Victim.Start([], ground, settings))
        {
            using var client = new HttpClient();
            for (var round = 0; round < rounds; round++)
            {
                answers += await Walk.Through(victim.Url, Word);
                using var kept = await client.PostAsync(new Uri(victim.Url, $"/rig/person/{Mobile}"), null);
                if (!kept.IsSuccessStatusCode) throw new InvalidOperationException($"The person could not be kept: {kept.StatusCode}");
                answers++;
            }
            // Killed, so that the write-ahead log is still there.
            await victim.Kill();
            lines = [.. victim.Lines];
        }
        var logged = lines.Count(line => line.Contains(Word, StringComparison.OrdinalIgnoreCase) || line.Contains(Mobile, StringComparison.Ordinal));
        var files = Directory.EnumerateFiles(ground.Data, "*", SearchOption.AllDirectories).ToList();
        // What a visitor typed may lie nowhere; the file of the act that anyone may read lies open.
        var lying = files.Where(file => File.ReadAllBytes(file) is var bytes && (Has(bytes, Mobile) || Has(bytes, Word))).Select(Path.GetFileName).ToList();
        return new(logged == 0 && lying.Count == 0, $"{answers} answers: {logged} of {lines.Count} lines of the log have a canary, and {lying.Count} of {files.Count} files{(lying is [var first, ..] ? $" ({first})" : "")}");
    }

    static bool Has(byte[] bytes, string word) => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) >= 0;
}
