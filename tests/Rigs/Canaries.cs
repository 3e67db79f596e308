using System.Text;
using Gongkai.Records.Backups;

namespace Gongkai.Rigs;

/// <summary>S12 and S13: words that stand for a person's name, telephone and identity number, and a picture, are typed and sent everywhere, through the whole intake too, and then neither the log nor the disk, nor a backup, has them.</summary>
/// <remarks>The control logs every request, and seals nothing.</remarks>
static class Canaries
{
    const string Mobile = "13900004711", Word = "CANARY110101190001014711", Identity = "11010519491231002X", Name = "卡那瑞伊恩特克";

    public static async Task<Verdict> Run(int rounds, bool control)
    {
        using var ground = new Ground();
        string[] settings = ["--Logging:Console:FormatterName=json", .. control ? ["--open", "--Logging:LogLevel:Default=Information"] : (string[])[]];
        var answers = 0;
        var codes = new List<string>();
        List<string> lines;
        var temporary = Directory.CreateDirectory(Path.Combine(ground.Folder, "temporary")).FullName;
        // What a picture looks like on the disk: its noise.
        var pictures = new List<byte[]>();
        // Without the pipes of a debugger: whoever reads those waits for ever.
        await using (var victim = await Victim.Start(["env", $"TMPDIR={temporary}", "DOTNET_EnableDiagnostics=0"], ground, settings))
        {
            using var client = new HttpClient();
            for (var round = 0; round < rounds; round++)
            {
                answers += await Walk.Through(victim.Url, Word);
                using var kept = await client.PostAsync(new Uri(victim.Url, $"/rig/person/{Mobile}"), null);
                if (!kept.IsSuccessStatusCode) throw new InvalidOperationException($"The person could not be kept: {kept.StatusCode}");
                answers++;
                // Through the whole intake: typed, uploaded, filed, asked after, mailed.
                using var citizen = new Citizen($"canary-{round}") { Name = Name, Phone = Mobile, IdentityNumber = Identity, Mail = $"{Word}@mail.example" };
                pictures.Add(Pictures.Of(citizen.Key)[64..128]);
                var receipt = await citizen.File(victim.Url) ?? throw new InvalidOperationException($"The request was answered {citizen.Refusal}.");
                codes.AddRange([receipt.Code, receipt.Code.Replace("-", "", StringComparison.Ordinal)]);
                using var asker = new Asker(victim.Url);
                await asker.Ask(receipt.Number, receipt.Code);
                await asker.Forget(receipt.Number, $"{Word}@mail.example");
                answers += 6;
            }
            Backup.Make(ground.Place, Path.Combine(ground.Folder, "backup"), "rig", TimeProvider.System.GetUtcNow());
            // Killed, so that the write-ahead log is still there.
            await victim.Kill();
            lines = [.. victim.Lines];
        }
        string[] words = [Word, Mobile, Identity, Name, .. codes];
        var logged = lines.Count(line => words.Any(word => line.Contains(word, StringComparison.OrdinalIgnoreCase)));
        // The data folder with the log of the database, the temporary files, and the backup beside them.
        var files = Directory.EnumerateFiles(ground.Folder, "*", SearchOption.AllDirectories).ToList();
        // What a visitor typed may lie nowhere; the file of the act that anyone may read lies open.
        var lying = files.Where(file => File.ReadAllBytes(file) is var bytes && (words.Any(word => Has(bytes, word)) || pictures.Any(picture => bytes.AsSpan().IndexOf(picture) >= 0))).Select(Path.GetFileName).ToList();
        return new(logged == 0 && lying.Count == 0, $"{answers} answers: {logged} of {lines.Count} lines of the log have a canary, and {lying.Count} of {files.Count} files{(lying is [var first, ..] ? $" ({first})" : "")}");
    }

    static bool Has(byte[] bytes, string word) => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) >= 0;
}
