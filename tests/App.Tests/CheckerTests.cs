using System.IO.Compression;
using System.Net;
using System.Text;
using Gongkai.Rules.AnnualReports;
using Index = Gongkai.App.Portal.Checker.Index;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests;

public class CheckerTests(Platform platform)
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>A report of the demo, as its readers download it.</summary>
    async Task<(string, byte[])> Download(int year, string ending) =>
        ($"{year}.{ending}", await platform.Visitor().GetByteArrayAsync($"/zfxxgk/nb/{year}/zjj/nb.{ending}", Cancelled));

    [Theory]
    [InlineData("docx")]
    [InlineData("xlsx")]
    [InlineData("html")]
    [InlineData("md")]
    public async Task A_report_that_is_dropped_in_gets_its_findings_in_its_own_tables(string ending)
    {
        var answer = await platform.Check([await Download(2019, ending)]);
        var page = await answer.Html();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal("体检结果", page.QuerySelector("h1").Words());
        Assert.Contains(page.QuerySelectorAll(".finding-error"), finding => finding.Words().Contains("78504912.2", StringComparison.Ordinal));
        var cell = page.QuerySelector("[id='f1-cell-t2.fees.previous']")!;
        Assert.True(cell.ClassList.Contains("has-error"));
        Assert.NotNull(page.GetElementById(cell.QuerySelector("a.finding-mark")!.GetAttribute("href")![1..]));
        Assert.Contains("某区住房和城乡建设局", page.QuerySelector(".facts").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_confirmed_is_said_too()
    {
        var page = await (await platform.Check([await Download(2019, "docx")])).Html();
        var balance = page.QuerySelectorAll(".exam tbody tr").Single(row => row.QuerySelector("th").Words() == Checks.Rules.Single(rule => rule.Code == "balance").Sentence);
        Assert.Equal(["7", "0", "0"], balance.QuerySelectorAll("td").Select(cell => cell.Words()));
        Assert.Contains("2+4+88+25=119", page.QuerySelector(".exam .proved").Words(), StringComparison.Ordinal);
        Assert.Contains("2+4+88+25=119", (await platform.Page("/zfxxgk/nb/2019/zjj")).QuerySelector("#jiaoyan .proved").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Years_that_are_dropped_in_together_check_each_other()
    {
        var page = await (await platform.Check([await Download(2023, "docx"), await Download(2024, "xlsx")])).Html();
        var facts = page.QuerySelectorAll(".exam .facts").Select(fact => fact.Words()).ToList();

        Assert.Equal(2, facts.Count);
        Assert.Contains("没有提供上一年的报告", facts[0], StringComparison.Ordinal);
        Assert.Contains("已用 2023 年报告核对衔接", facts[1], StringComparison.Ordinal);
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(page.QuerySelectorAll("a[href^='#']"), link => Assert.Contains(link.GetAttribute("href")![1..], ids));
    }

    [Fact]
    public async Task A_report_that_is_not_of_the_year_before_is_not_used_and_the_page_says_so()
    {
        var page = await (await platform.Check([await Download(2024, "docx")], await Download(2021, "docx"))).Html();
        Assert.Contains("上年报告没有用上：它是 2021 年的报告，本报告是 2024 年的，两者不相邻。", page.QuerySelector(".exam .facts").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_that_cannot_be_read_does_not_keep_the_others_from_being_checked()
    {
        var page = await (await platform.Check([("x.exe", "MZ\0\0\0"u8.ToArray()), await Download(2024, "docx")])).Html();
        var verdicts = page.QuerySelectorAll(".exam > .verdict").Select(verdict => verdict.Words()).ToList();

        Assert.StartsWith("没有读出来：", verdicts[0], StringComparison.Ordinal);
        Assert.Equal("没有发现问题。", verdicts[1]);
    }

    public static TheoryData<string> Hostile => ["empty.docx", "program.exe", "bomb.docx", "entities.html", "noise.pdf", "truncated.docx", "half.xlsx", "picture.png", "letter.txt"];

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task What_is_no_report_is_refused_with_one_clear_sentence(string name)
    {
        var answer = await platform.Check([(name, await Bytes(name))]);
        var page = await answer.Html();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.StartsWith("错误：", page.Title, StringComparison.Ordinal);
        var sentence = page.QuerySelector(".problem a").Words();
        Assert.StartsWith($"“{name}”：", sentence, StringComparison.Ordinal);
        Assert.Matches(@"[\u4e00-\u9fff].*。$", sentence);
        Assert.Equal("错误：" + sentence, page.GetElementById("files-problem").Words());
        Assert.Equal("true", page.GetElementById("files")!.GetAttribute("aria-invalid"));
        Assert.DoesNotContain("Exception", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_file_and_too_many_files_are_said_so()
    {
        Assert.Equal(Index.NoFile, (await (await platform.Check([])).Html()).QuerySelector(".problem a").Words());
        var many = Enumerable.Range(0, Index.MostFiles + 1).Select(n => ($"{n}.txt", "x"u8.ToArray())).ToArray();
        Assert.Equal(Index.TooMany, (await (await platform.Check(many)).Html()).QuerySelector(".problem a").Words());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_of_25_MB_is_refused_with_the_limit(bool chunked)
    {
        var answer = await platform.Check([("large.txt", new byte[25 * 1024 * 1024])], chunked: chunked);
        var page = await answer.Html();
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("文件太大", page.QuerySelector("h1").Words());
        Assert.Contains("一次提交的文件合计不超过 20 MB", page.QuerySelector(".empty").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_its_token_or_from_a_foreign_page_is_refused()
    {
        var visitor = platform.Visitor();
        using var bare = new MultipartFormDataContent { { new ByteArrayContent([1]), "files", "a.txt" } };
        var answer = await visitor.PostAsync("/jc/", bare, Cancelled);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("这次提交没有成功", (await answer.Html()).QuerySelector("h1").Words());

        Assert.Equal(HttpStatusCode.BadRequest, (await platform.Check([("a.txt", [1])], site: "cross-site")).StatusCode);
    }

    [Fact]
    public async Task A_hostile_file_name_is_text()
    {
        const string name = "<img src=x onerror=alert(1)>.txt";
        var page = await (await platform.Check([(name, "x"u8.ToArray())])).Html();
        Assert.Empty(page.QuerySelectorAll("img, [onerror]"));
        Assert.Contains(name, page.QuerySelector(".problem").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_of_a_file_stays_on_the_disk()
    {
        const string secret = "只在这个文件里出现的一句话";
        await platform.Check([("big.txt", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(secret, 60000))))]);

        await platform.In(async store =>
        {
            // While someone is connected the log beside the database stays where it is.
            await store.Database.OpenConnectionAsync(Cancelled);
            foreach (var file in Directory.EnumerateFiles(platform.Data, "*", SearchOption.AllDirectories).Concat(Directory.EnumerateFiles(Path.GetTempPath(), "ASPNETCORE_*")))
            {
                await using var shared = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                using var text = new StreamReader(shared);
                Assert.DoesNotContain(secret, await text.ReadToEndAsync(Cancelled), StringComparison.Ordinal);
            }
        });
    }

    [Fact]
    public async Task The_table_of_rules_is_the_table_that_checks_with()
    {
        var rows = (await platform.Page("/jc/gz")).QuerySelectorAll("tbody tr");
        Assert.Equal(Checks.Rules.Select(rule => rule.Code), rows.Select(row => row.Id));
        Assert.Equal(Checks.Rules.Select(rule => rule.Sentence), rows.Select(row => row.QuerySelector("th").Words()));
    }

    async Task<byte[]> Bytes(string name) => name switch
    {
        "empty.docx" => [],
        "program.exe" => [(byte)'M', (byte)'Z', 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xFF, 0xFF],
        "bomb.docx" => Bomb(),
        "entities.html" => Encoding.UTF8.GetBytes("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><p>&b;</p>"),
        "noise.pdf" => [.. "%PDF-1.7\n"u8, .. Enumerable.Range(0, 5000).Select(n => (byte)(n * 7919 >> 3))],
        "truncated.docx" => (await Download(2024, "docx")).Item2[..2000],
        "half.xlsx" => (await Download(2024, "xlsx")).Item2[..3000],
        "picture.png" => [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, .. new byte[500]],
        _ => Encoding.UTF8.GetBytes("各位同事：明天下午三点开会，请带上材料。"),
    };

    // 1 GB of spaces in a file of about 1 MB.
    static byte[] Bomb()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        using (var part = zip.CreateEntry("word/document.xml", CompressionLevel.Fastest).Open())
        {
            var spaces = new byte[1024 * 1024];
            Array.Fill(spaces, (byte)' ');
            for (var megabytes = 0; megabytes < 1024; megabytes++) part.Write(spaces);
        }
        return file.ToArray();
    }
}

/// <summary>A platform on which one visitor may send two forms a minute.</summary>
public sealed class BusyPlatform : Platform
{
    protected override IEnumerable<(string Key, string Value)> Settings => [("Limits:FormsPerMinute", "2")];
}

public class CheckerLimitTests(BusyPlatform busy) : IClassFixture<BusyPlatform>
{
    [Fact]
    public async Task Who_sends_too_many_forms_is_asked_to_wait()
    {
        for (var sent = 0; sent < 2; sent++) Assert.Equal(HttpStatusCode.UnprocessableEntity, (await busy.Check([])).StatusCode);
        var third = await busy.Check([]);

        Assert.Equal(HttpStatusCode.TooManyRequests, third.StatusCode);
        Assert.Equal("提交得太频繁", (await third.Html()).QuerySelector("h1").Words());
        Assert.NotNull(third.Headers.RetryAfter);
    }
}

/// <summary>Sends the checker's form as a browser does: the page first, with its cookie and its token.</summary>
public static class CheckerForm
{
    public static async Task<HttpResponseMessage> Check(this Platform platform, (string Name, byte[] Bytes)[] files, (string Name, byte[] Bytes)? previous = null, bool chunked = false, string? site = null)
    {
        var visitor = platform.Visitor();
        var page = await (await visitor.GetAsync(Index.Path, TestContext.Current.CancellationToken)).Html();
        using var form = new MultipartFormDataContent { { new StringContent(page.QuerySelector("input[name=_form]")!.GetAttribute("value")!), "_form" } };
        foreach (var (name, bytes) in files) form.Add(new ByteArrayContent(bytes), "files", name);
        if (previous is { } last) form.Add(new ByteArrayContent(last.Bytes), "previous", last.Name);
        using var request = new HttpRequestMessage(HttpMethod.Post, Index.Path) { Content = form };
        if (site is not null) request.Headers.Add("Sec-Fetch-Site", site);
        request.Headers.TransferEncodingChunked = chunked ? true : null;
        return await visitor.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
