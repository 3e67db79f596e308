using System.Text;
using System.Text.Json;

namespace Gongkai.App.Tests.Commands;

/// <summary><c>gongkai redact</c> and <c>gongkai leaks</c>: a file is covered and searched by hand.</summary>
public sealed class RedactCommandTests : IDisposable
{
    readonly Folder folder = new();

    [Fact]
    public async Task What_is_marked_is_gone_and_the_search_says_so()
    {
        var (file, marks, released, certificate, index) = (Pdf("Name: CANARY-7Q4X9. Open."), Write("marks.json", """{"marks": [{"find": "canary-7q4x9", "ground": "privacy", "words": "姓名"}]}"""), Path("out.pdf"), Path("cert.json"), Path("list.txt"));
        var strings = Write("strings.txt", "CANARY-7Q4X9\n王\n");
        var before = await Answer.To("leaks", file, "--strings", strings);
        Assert.Equal(1, before.Status);
        Assert.Contains("第 1 行的文字：第 1 页的文字\n", before.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("CANARY", before.Output, StringComparison.Ordinal);

        var answer = await Answer.To("redact", file, "--marks", marks, "--out", released, "--certificate", certificate, "--index", index);

        Assert.Equal((0, ""), (answer.Status, answer.Error));
        Assert.EndsWith("结论：没有发现被遮盖的内容，可以公开。\n", answer.Output, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(File.ReadAllText(certificate));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(released))), json.RootElement.GetProperty("released").GetString());
        Assert.StartsWith("遮盖清单\n1. 第 1 页，距左", File.ReadAllText(index), StringComparison.Ordinal);
        var after = await Answer.To("leaks", released, "--strings", strings, "--json");
        Assert.Equal((0, ""), (after.Status, after.Error));
        using var found = JsonDocument.Parse(after.Output);
        Assert.Equal((1, 1, 0), (found.RootElement.GetProperty("strings").GetInt32(), found.RootElement.GetProperty("short").GetInt32(), found.RootElement.GetProperty("findings").GetArrayLength()));
    }

    [Fact]
    public async Task A_file_in_which_the_words_are_left_elsewhere_is_not_written()
    {
        var file = Pdf("CANARY-7Q4X9 and CANARY-7Q4X9");
        var answer = await Answer.To("redact", file, "--marks", Write("marks.json", """{"marks": [{"page": 1, "unit": "point", "box": [40, 130, 95, 25], "ground": "trade-secret"}]}"""), "--out", Path("out.pdf"));

        Assert.Equal((1, ""), (answer.Status, answer.Error));
        Assert.Contains("第 1 处遮盖的文字在第 1 页别处仍能看到或复制，请一并遮盖，或确认可以保留。", answer.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(Path("out.pdf")));
    }

    [Fact]
    public async Task What_is_not_done_says_why()
    {
        var file = Pdf("Open.");
        (await Answer.To("redact", file, "--marks", Write("a.json", "{"), "--out", Path("out.pdf"))).Refuses($"“{file}”没有遮盖：遮盖方案不是能读懂的 JSON（第 1 行），请改正后再试。");
        (await Answer.To("redact", file, "--marks", Write("b.json", """{"marks": [{"find": "nothing", "ground": "privacy"}]}"""), "--out", Path("out.pdf"))).Refuses($"“{file}”没有遮盖：第 1 处要遮盖的文字在页面上没有找到，请改用 page 和 box 框选。");
        var unreasoned = await Answer.To("redact", file, "--marks", Write("c.json", """{"marks": [{"page": 1, "box": [0, 0, 1, 1]}]}"""), "--out", Path("out.pdf"));
        Assert.Equal(2, unreasoned.Status);
        Assert.StartsWith($"“{file}”没有遮盖：第 1 处遮盖没有写明理由，ground 可以是state-secret（国家秘密）、", unreasoned.Error, StringComparison.Ordinal);
        (await Answer.To("leaks", file, "--strings", Write("none.txt", "\n"))).Refuses($"“{Path("none.txt")}”里没有要查找的文字，请一行写一个。");
        (await Answer.To("leaks", Path("missing.pdf"), "--strings", file)).Refuses($"找不到文件“{Path("missing.pdf")}”，请检查路径。");
    }

    string Path(string name) => folder[name];

    string Write(string name, string text) => folder.Write(text, name);

    string Pdf(string line)
    {
        var content = $"BT /F 12 Tf 50 150 Td ({line}) Tj ET";
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 300] /Contents 4 0 R /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
            $"<< /Length {content.Length} >>\nstream\n{content}\nendstream",
        ];
        var pdf = new StringBuilder("%PDF-1.7\n");
        List<int> starts = [];
        foreach (var one in objects)
        {
            starts.Add(pdf.Length);
            pdf.Append(System.Globalization.CultureInfo.InvariantCulture, $"{starts.Count} 0 obj\n{one}\nendobj\n");
        }
        var table = pdf.Length;
        pdf.Append("xref\n0 5\n0000000000 65535 f \n");
        foreach (var start in starts) pdf.Append(System.Globalization.CultureInfo.InvariantCulture, $"{start:D10} 00000 n \n");
        pdf.Append(System.Globalization.CultureInfo.InvariantCulture, $"trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        File.WriteAllBytes(Path("a.pdf"), Encoding.Latin1.GetBytes(pdf.ToString()));
        return Path("a.pdf");
    }

    public void Dispose() => folder.Dispose();
}
