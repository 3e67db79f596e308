using System.Net;
using System.Net.Http.Headers;
using Gongkai.App.Access;
using Gongkai.App.Shared.Files;
using Gongkai.Records;
using Gongkai.Records.Files;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.App.Tests.Office;

/// <summary>A platform with a domain that shows its files to everyone of the agency, and one that shows them to nobody.</summary>
public sealed class FilesPlatform : Platform
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services
            .AddSingleton(new OwnedFiles("shown", (_, _, _) => Task.FromResult(true)))
            .AddSingleton(new OwnedFiles("hidden", (_, _, _) => Task.FromResult(false))));
    }

    /// <summary>Puts a file into the store of the demo bureau.</summary>
    public async Task<StoredFile> Put(byte[] bytes, string kind = "shown", Scan scan = Scan.Clean, bool seal = false, string name = "会议 纪要.pdf", string mediaType = "application/pdf")
    {
        StoredFile row = null!;
        await In(async store =>
        {
            var agency = await store.Agencies.WithCode("zjj").Select(one => one.Id).SingleAsync();
            row = StoredFile.Of(Services.GetRequiredService<FileStore>().Put(bytes, seal), name, mediaType, (kind, Guid.CreateVersion7()), agency, scan, Now);
            store.Add(row);
            await store.Save(new(Quarantine.Stored, Hand.Program, Now, agency));
        });
        return row;
    }

    public string PathOf(StoredFile file) => Path.Combine(Data, "files", file.Hash[..2], file.Hash[2..4], file.Hash);
}

/// <summary>A file goes to whoever may see what it belongs to, as it was stored or not at all, and never as a page.</summary>
public sealed class FileDownloadTests(FilesPlatform platform) : IClassFixture<FilesPlatform>
{
    // White, 400 by 260.
    const string White = "iVBORw0KGgoAAAANSUhEUgAAAZAAAAEECAAAAAAjIz1FAAABdUlEQVR42u3RMQEAAACCMPuX1hoeIwJLdVUsACIgQAQEiIAAERAgAiIgQAQEiIAAERAgAiIgQAQEiIAAERAgAiIgQAQEiIAAERAgAiIgQAQEiIAAERAgAiIgQAQEiIAAERAgAiIgQAQEiIAAERAgAiIgQAQEiIAAERAgAiIgQAQEiIAAERAgAiIgQAQEiIAAERAgAgJEQAQEiIAAERAgAgJEQAQEiIAAERAgAgJEQAQEiIAAERAgAgJEQAQEiIAAERAgAgJEQAQEiIAAERAgAgJEQAQEiIAAERAgAgJEQAQEiIAAERAgAgJEQAQEiIAAERAgAgJEQAQEiIAAERAgAgJEQIAIiIAAERAgAgJEQIAIiIAAERAgAgJEQIAIiIAAERAgAgJEQIAIiIAAERAgAgJEQIAIiIAAERAgAgJEQIAIiIAAERAgAgJEQIAIiIAAERAgAgJEQIAIiIAAERAgAgJEQIAIiIAAERAgAgJEQIAICBALvhqmB8FtQJif7QAAAABJRU5ErkJggg==";

    static readonly byte[] Bytes = "%PDF-1.7 甲乙丙"u8.ToArray();

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_given_out_as_a_file_in_a_sandbox()
    {
        var file = await platform.Put(Bytes);
        var answer = await (await platform.As(Role.Editor)).GetAsync(FileDownload.AddressOf(file), Cancelled);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(Bytes, await answer.Content.ReadAsByteArrayAsync(Cancelled));
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("会议 纪要.pdf", answer.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Contains("filename*=UTF-8''%E4%BC%9A%E8%AE%AE%20%E7%BA%AA%E8%A6%81.pdf", answer.Content.Headers.GetValues("Content-Disposition").Single(), StringComparison.Ordinal);
        Assert.Equal(["default-src 'none'; sandbox; frame-ancestors 'none'"], answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task A_piece_of_it_can_be_asked_for()
    {
        var file = await platform.Put(Bytes);
        using var question = new HttpRequestMessage(HttpMethod.Get, FileDownload.AddressOf(file)) { Headers = { Range = new RangeHeaderValue(5, 8) } };
        var answer = await (await platform.As(Role.Handler)).SendAsync(question, Cancelled);

        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal(Bytes[5..9], await answer.Content.ReadAsByteArrayAsync(Cancelled));
    }

    [Fact]
    public async Task Whoever_may_not_see_it_learns_nothing()
    {
        var shown = await platform.Put(Bytes);
        (HttpClient Who, string Path)[] questions =
        [
            (await platform.As(Role.Editor, "cgj"), FileDownload.AddressOf(shown)),
            (await platform.As(Role.SystemAdministrator), FileDownload.AddressOf(shown)),
            (await platform.As(Role.SecurityAuditor), FileDownload.AddressOf(shown)),
            (await platform.As(Role.Editor), FileDownload.AddressOf(await platform.Put([1], "hidden"))),
            (await platform.As(Role.Editor), FileDownload.AddressOf(await platform.Put([2], "a kind that nobody answers for"))),
            (await platform.As(Role.Editor), FileDownload.AddressOf(await platform.Put([3], scan: Scan.Waiting))),
            (await platform.As(Role.Editor), FileDownload.AddressOf(await platform.Put([4], seal: true))),
            (await platform.As(Role.Editor), $"/office/files/{Handle.Next()}"),
            (await platform.As(Role.Editor), "/office/files/1"),
            (await platform.As(Role.Editor), $"/office/files/{shown.Id}"),
            (await platform.As(Role.Editor), "/office/files/..%2f..%2fgongkai.db"),
        ];
        foreach (var (who, path) in questions)
        {
            var answer = await who.GetAsync(path, Cancelled);
            Assert.Equal((path, HttpStatusCode.NotFound), (path, answer.StatusCode));
            var page = await answer.Html();
            Assert.Equal("没有找到这个页面", page.QuerySelector("h1").Words());
            // An officer is not thrown out of the office.
            Assert.NotNull(page.QuerySelector("nav.office-menu"));
        }
        Assert.Equal(HttpStatusCode.Redirect, (await platform.Visitor().GetAsync(FileDownload.AddressOf(shown), Cancelled)).StatusCode);
    }

    [Fact]
    public async Task An_altered_file_is_given_to_nobody()
    {
        var file = await platform.Put([.. Bytes, 9]);
        await File.WriteAllBytesAsync(platform.PathOf(file), [.. Bytes, 8], Cancelled);
        var answer = await (await platform.As(Role.Editor)).GetAsync(FileDownload.AddressOf(file), Cancelled);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal(-1, (await answer.Content.ReadAsByteArrayAsync(Cancelled)).AsSpan().IndexOf(Bytes));
    }

    [Fact]
    public async Task A_sealed_picture_is_shown_to_whoever_says_what_for_in_a_copy_that_bears_it()
    {
        var original = Convert.FromBase64String(White);
        var file = await platform.Put(original, seal: true, name: "正面.png", mediaType: "image/png");
        var handler = await platform.As(Role.Handler);
        Assert.Equal(FileDownload.LookAt(file), (await handler.GetAsync(FileDownload.AddressOf(file), Cancelled)).Headers.Location?.OriginalString);

        var asked = await (await handler.Send(FileDownload.LookAt(file), "main form", ("Purpose", " "))).Html();
        Assert.Contains("请写明查看的用途，例如“核对申请人身份”；查看会记入审计日志", asked.QuerySelector(".problem").Words(), StringComparison.Ordinal);
        await platform.In(async store => Assert.False(await store.Trail.AnyAsync(entry => entry.Deed == Quarantine.Opened.Code && entry.Content.Contains($"{file.Id:D}"), Cancelled)));

        var shown = await handler.Send(FileDownload.LookAt(file), "main form", ("Purpose", "核对申请人身份"));
        Assert.Equal("image/jpeg", shown.Content.Headers.ContentType!.ToString());
        Assert.Equal(["default-src 'none'; sandbox; frame-ancestors 'none'"], shown.Headers.GetValues("Content-Security-Policy"));
        Assert.True(shown.Headers.CacheControl!.NoStore);
        using (var copy = SkiaSharp.SKBitmap.Decode(await shown.Content.ReadAsByteArrayAsync(Cancelled)))
            Assert.Contains(copy.Pixels, pixel => pixel.Green < 200);
        Assert.Equal(original, platform.Services.GetRequiredService<FileStore>().Read(file));
        Assert.Equal(-1, (await File.ReadAllBytesAsync(platform.PathOf(file), Cancelled)).AsSpan().IndexOf(original.AsSpan(0, 8)));
        await platform.In(async store =>
        {
            var entry = await store.Trail.SingleAsync(entry => entry.Deed == Quarantine.Opened.Code && entry.Content.Contains($"{file.Id:D}"), Cancelled);
            Assert.Equal(("核对申请人身份", "测试承办人员"), (entry.Why, entry.By));
        });
    }

    [Fact]
    public async Task A_sealed_file_that_cannot_bear_a_mark_is_given_as_it_is_and_the_trail_says_so()
    {
        var file = await platform.Put(Bytes, seal: true);
        var answer = await (await platform.As(Role.Handler)).Send(FileDownload.LookAt(file), "main form", ("Purpose", "核对身份"));

        Assert.Equal(Bytes, await answer.Content.ReadAsByteArrayAsync(Cancelled));
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        await platform.In(async store => Assert.Contains("副本未加水印", (await store.Trail.SingleAsync(entry => entry.Deed == Quarantine.Opened.Code && entry.Content.Contains($"{file.Id:D}"), Cancelled)).Content, StringComparison.Ordinal));
        // What is not sealed has no such page, and whoever may not see personal data neither.
        var open = await platform.Put([.. Bytes, 1]);
        Assert.Equal(HttpStatusCode.NotFound, (await (await platform.As(Role.Handler)).GetAsync(FileDownload.LookAt(open), Cancelled)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await platform.As(Role.Editor)).GetAsync(FileDownload.LookAt(file), Cancelled)).StatusCode);
    }

    [Fact]
    public async Task Files_do_not_lie_where_the_web_server_gives_them_out()
    {
        var file = await platform.Put(Bytes);

        Assert.True(File.Exists(platform.PathOf(file)));
        Assert.Equal(HttpStatusCode.NotFound, (await platform.Visitor().GetAsync($"/files/{file.Hash[..2]}/{file.Hash[2..4]}/{file.Hash}", Cancelled)).StatusCode);
    }
}
