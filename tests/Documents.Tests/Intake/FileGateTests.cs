using System.Diagnostics;
using System.Text;
using Gongkai.Documents.Intake;
using Gongkai.Documents.Printing;
using Gongkai.Documents.Tests.Corpus;

namespace Gongkai.Documents.Tests.Intake;

/// <summary>What is sent is known by its bytes; what could harm is refused in one sentence, and nothing stops the gate or holds it up.</summary>
[Collection("alone")]
public sealed class FileGateTests
{
    internal static readonly Allowance Anything = Allowance.Attachment with { Types = [.. Enum.GetValues<FileType>()] };
    const long MostMemory = 512L << 20;

    public static TheoryData<string> Names => [.. HostileUpload.All.Select(file => file.Name)];

    [Theory, MemberData(nameof(Names))]
    public void A_hostile_file_is_refused(string name)
    {
        var hostile = HostileUpload.All.Single(file => file.Name == name);
        var bytes = hostile.Make();
        GC.Collect();
        var before = GC.GetTotalMemory(true);
        long most = 0;
        using var memory = new Timer(_ => most = Math.Max(most, GC.GetTotalMemory(false) - before), null, 0, 10);
        var watch = Stopwatch.StartNew();

        var refused = Assert.Throws<RefusedFileException>(() => FileGate.Examine(bytes, hostile.File, Anything));

        Assert.Equal(hostile.Refusal, refused.Refusal);
        Assert.Matches($"^“{hostile.File}”[^\\r\\n。]*\\p{{IsCJKUnifiedIdeographs}}[^\\r\\n。]*。$", refused.Message);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"It took {watch.Elapsed}.");
        Assert.True(most < MostMemory, $"{most >> 20} MB were held.");
    }

    [Fact]
    public void There_are_enough_of_them() => Assert.True(HostileUpload.All.Count >= 42 && HostileUpload.All.DistinctBy(file => file.Name).Count() == HostileUpload.All.Count);

    public static TheoryData<string, FileType> Good => new()
    {
        { "a.pdf", FileType.Pdf }, { "a.png", FileType.Png }, { "a.JPEG", FileType.Jpeg }, { "a.gif", FileType.Gif }, { "a.webp", FileType.Webp }, { "a.docx", FileType.Docx },
        { "a.xlsx", FileType.Xlsx }, { "a.ofd", FileType.Ofd }, { "a.txt", FileType.Text }, { "a.csv", FileType.Csv }, { "a.zip", FileType.Zip },
    };

    [Theory, MemberData(nameof(Good))]
    public void A_file_in_order_is_taken_in(string name, FileType type)
    {
        var admitted = FileGate.Examine(Of(type), name, Anything);

        Assert.Equal(new Admitted(type, "a" + type.Ending), admitted);
    }

    [Theory, InlineData(PrintFormat.Docx), InlineData(PrintFormat.Xlsx)]
    public void What_we_print_we_take_in(PrintFormat format) =>
        Assert.Equal("年报" + format.Ending, FileGate.Examine(Wares.Printed(format), "年报" + format.Ending, Anything).Name);

    [Fact]
    public void A_chart_may_keep_its_numbers_in_a_workbook() =>
        Assert.Equal(FileType.Docx, FileGate.Examine(HostileUpload.Zip([.. Wares.DocxParts("").Select(part => (part.Item1, Encoding.UTF8.GetBytes(part.Item2))), ("word/embeddings/a.xlsx", Wares.Xlsx())]), "a.docx", Anything).Type);

    [Fact]
    public void A_link_to_a_page_is_no_harm() =>
        Assert.Equal(FileType.Docx, FileGate.Examine(Wares.Docx(links: Wares.Link("hyperlink", "https://www.gov.cn/", true)), "a.docx", Anything).Type);

    [Fact]
    public void The_ending_follows_the_content() => Assert.Equal("照片.jpg", FileGate.Examine(Wares.Jpeg(), "照片.png", Anything).Name);

    [Fact]
    public void A_kind_that_the_field_does_not_take_is_named() => Assert.Equal("“表.xlsx”为 XLSX 格式，仅支持 JPG、PNG、PDF，请转换后上传。",
        Assert.Throws<RefusedFileException>(() => FileGate.Examine(Wares.Xlsx(), "表.xlsx", Allowance.Proof)).Message);

    [Fact]
    public void A_file_that_is_too_large_is_told_how_large() => Assert.Equal("“大.pdf”有 10.1 MB，单个文件不超过 10 MB，请压缩或拆分后上传。",
        Assert.Throws<RefusedFileException>(() => FileGate.Examine(new byte[10 * 1024 * 1024 + 100], "大.pdf", Allowance.Proof)).Message);

    [Fact]
    public void A_locked_file_is_told_what_to_do() => Assert.Equal("“a.pdf”设有密码或权限限制，请去除后上传。",
        Assert.Throws<RefusedFileException>(() => FileGate.Examine(Wares.Pdf(trailer: "/Encrypt 5 0 R ", more: "<< >>"), "a.pdf", Allowance.Proof)).Message);

    [Fact]
    public void Whatever_is_changed_in_a_file_it_is_taken_or_refused_and_soon()
    {
        byte[][] good = [.. Enum.GetValues<FileType>().Where(type => type != FileType.Pptx).Select(Of), Wares.Printed(PrintFormat.Docx), Wares.Printed(PrintFormat.Xlsx),
            .. HostileUpload.All.Where(file => file.File.EndsWith("pdf", StringComparison.Ordinal) && !file.Name.StartsWith("a giga", StringComparison.Ordinal) && !file.Name.StartsWith("texts", StringComparison.Ordinal)).Select(file => file.Make())];
        string[] names = ["a.pdf", "a.txt", "a.csv", "a.zip"];
        for (var seed = 0; seed < Tries; seed++)
        {
            var random = new Random(seed);
            var bytes = Mutant(good[random.Next(good.Length)], random);
            var watch = Stopwatch.StartNew();
            try
            {
                FileGate.Examine(bytes, names[seed % names.Length], Anything);
            }
            catch (RefusedFileException) { }
            catch (Exception fault)
            {
                Assert.Fail($"seed {seed}: {fault}");
            }
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"seed {seed} took {watch.Elapsed}.");
        }
    }

    /// <summary>500, or as many as <c>GONGKAI_MUTANTS</c> says.</summary>
    static int Tries => int.TryParse(Environment.GetEnvironmentVariable("GONGKAI_MUTANTS"), out var tries) ? tries : 500;

    internal static byte[] Mutant(byte[] from, Random random)
    {
        List<byte> bytes = [.. from];
        for (var times = random.Next(1, 12); times > 0 && bytes.Count > 8; times--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes[at] ^= (byte)(1 << random.Next(8)); break;
                case 2: bytes.RemoveRange(at, Math.Min(random.Next(1, 40), bytes.Count - at)); break;
                case 3: bytes.InsertRange(at, bytes.Skip(random.Next(bytes.Count)).Take(random.Next(1, 40)).ToList()); break;
                default:
                    for (var i = at; i < Math.Min(at + 4, bytes.Count); i++) bytes[i] = (byte)(random.Next(2) * 255);
                    break;
            }
        }
        return [.. bytes];
    }

    internal static byte[] Of(FileType type) => type switch
    {
        FileType.Pdf => Wares.Pdf(),
        FileType.Png => Wares.Png(),
        FileType.Jpeg => Wares.Jpeg(),
        FileType.Gif => Wares.Gif(),
        FileType.Webp => Wares.Webp(),
        FileType.Docx => Wares.Docx(),
        FileType.Xlsx => Wares.Xlsx(),
        FileType.Ofd => Wares.Ofd(),
        FileType.Text => Encoding.UTF8.GetBytes("第一行\n第二行\n"),
        FileType.Csv => Encoding.UTF8.GetBytes("名称,数\n甲,-1\n"),
        FileType.Zip => HostileUpload.Zip(("材料/甲.pdf", Wares.Pdf()), ("乙.txt", "乙"u8.ToArray())),
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };
}
