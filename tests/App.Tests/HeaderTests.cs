using System.Net;
using System.Net.Http.Headers;
using Gongkai.Records;
using Gongkai.App.Access;
using Gongkai.Records.Organizations;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests;

public class HeaderTests(Platform platform)
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/zfxxgk/nb/")]
    [InlineData("/zfxxgk/nb/ml.csv")]
    [InlineData("/zfxxgk/nb/2019/zjj")]
    [InlineData("/zfxxgk/nb/2019/zjj/nb.docx")]
    [InlineData("/jc/")]
    [InlineData("/jc/gz")]
    [InlineData("/gy/dt")]
    [InlineData("/healthz")]
    [InlineData("/frame.css")]
    [InlineData("/nowhere")]
    [InlineData("/cw/500")]
    public async Task Every_answer_carries_the_security_headers(string path)
    {
        var headers = (await platform.Visitor().GetAsync(path, Cancelled)).Headers;

        Assert.Equal(SecurityHeaders.ContentSecurity, Assert.Single(headers.GetValues("Content-Security-Policy")));
        Assert.DoesNotContain("unsafe", SecurityHeaders.ContentSecurity, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", SecurityHeaders.ContentSecurity, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(headers.GetValues("Cross-Origin-Opener-Policy")));
        Assert.NotEmpty(Assert.Single(headers.GetValues("Referrer-Policy")));
        Assert.NotEmpty(Assert.Single(headers.GetValues("Permissions-Policy")));
        Assert.False(headers.Contains("Server"));
        Assert.NotNull(headers.CacheControl);
    }

    [Theory]
    [InlineData("/jc/")]
    [InlineData("/healthz")]
    [InlineData("/nowhere")]
    [InlineData("/jc/x.css")]
    [InlineData("/zfxxgk/ysqgk/sq/1")]
    [InlineData("/zfxxgk/ysqgk/sq/yb")]
    [InlineData("/zfxxgk/ysqgk/sq/qr")]
    [InlineData("/zfxxgk/ysqgk/sq/cg")]
    [InlineData("/zfxxgk/ysqgk/cx/")]
    [InlineData("/zfxxgk/ysqgk/cx/jd")]
    [InlineData("/zfxxgk/ysqgk/cx/jd/x.css")]
    [InlineData("/zfxxgk/ysqgk/cx/wm")]
    public async Task What_is_not_marked_as_published_is_kept_by_nobody(string path) =>
        Assert.True((await platform.Visitor().GetAsync(path, Cancelled)).Headers.CacheControl!.NoStore);

    [Theory]
    [InlineData("/zfxxgk/nb/")]
    [InlineData("/zfxxgk/nb/2019/zjj")]
    [InlineData("/zfxxgk/nb/2019/zjj/nb.docx")]
    [InlineData("/jc/gz")]
    public async Task A_published_page_is_asked_after_by_its_tag(string path)
    {
        var visitor = platform.Visitor();
        var first = await visitor.GetAsync(path, Cancelled);
        var known = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        var again = await visitor.SendAsync(known, Cancelled);

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync(Cancelled));
        Assert.False(first.Headers.Contains("Set-Cookie"));
        Assert.True(first.Headers.CacheControl!.Public);
    }

    [Fact]
    public async Task A_tag_that_is_out_of_date_gets_the_page()
    {
        var asked = new HttpRequestMessage(HttpMethod.Get, "/jc/gz") { Headers = { IfNoneMatch = { new EntityTagHeaderValue("\"old\"", true) } } };
        Assert.Equal(HttpStatusCode.OK, (await platform.Visitor().SendAsync(asked, Cancelled)).StatusCode);
    }

    [Theory]
    [InlineData("/zfxxgk/nb/")]
    [InlineData("/zfxxgk/nb/2019/zjj")]
    [InlineData("/zfxxgk/nb/2019/zjj/nb.json")]
    public async Task Asking_for_the_head_gets_the_head(string path)
    {
        var answer = await platform.Visitor().SendAsync(new(HttpMethod.Head, path), Cancelled);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(Cancelled));
        Assert.True(answer.Content.Headers.ContentLength > 1000);
    }

    [Fact]
    public async Task What_is_saved_is_seen_at_once()
    {
        const string name = "某区新设的单位";
        const string path = "/zfxxgk/nb/?dw=新设的单位";
        var before = await platform.Page(path);
        await platform.In(async store =>
        {
            store.Agencies.Add(new Agency { Code = "new-agency", Name = name });
            await store.Save(new(new("test.saved", "测试"), Hand.Program, Platform.Now));
        });
        var after = await platform.Page(path);
        await platform.In(async store =>
        {
            store.Agencies.Remove(await store.Agencies.WithCode("new-agency").SingleAsync(Cancelled));
            await store.Save(new(new("test.saved", "测试"), Hand.Program, Platform.Now));
        });

        Assert.DoesNotContain(before.QuerySelectorAll("table.matrix th"), unit => unit.Words() == name);
        Assert.Contains(after.QuerySelectorAll("table.matrix th"), unit => unit.Words() == name);
    }

    [Fact]
    public async Task A_foreign_host_name_is_refused_and_never_written_into_a_page()
    {
        var foreign = new HttpRequestMessage(HttpMethod.Get, "/zfxxgk/nb/2019/zjj") { Headers = { Host = "evil.example" } };
        Assert.Equal(HttpStatusCode.BadRequest, (await platform.Visitor().SendAsync(foreign, Cancelled)).StatusCode);

        var forwarded = new HttpRequestMessage(HttpMethod.Get, "/zfxxgk/nb/2019/zjj");
        forwarded.Headers.Add("X-Forwarded-Host", "evil.example");
        forwarded.Headers.Add("X-Original-URL", "/evil");
        Assert.DoesNotContain("evil", await (await platform.Visitor().SendAsync(forwarded, Cancelled)).Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_cannot_fill_the_cache_with_keys_that_a_page_does_not_read()
    {
        var visitor = platform.Visitor();
        var first = await visitor.GetAsync("/jc/gz?x=1", Cancelled);
        var second = await visitor.GetAsync("/jc/gz?x=2", Cancelled);
        Assert.NotNull(second.Headers.Age);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
    }
}

/// <summary>A platform that is reached over https only.</summary>
public sealed class SecurePlatform : Platform
{
    protected override IEnumerable<(string Key, string Value)> Settings => [("Site:Https", "true")];
}

public class SecureTests(SecurePlatform secure) : IClassFixture<SecurePlatform>
{
    [Fact]
    public async Task Over_https_the_cookie_is_bound_to_the_host_and_the_browser_is_told_to_stay()
    {
        var visitor = secure.CreateClient(new() { BaseAddress = new Uri("https://localhost"), AllowAutoRedirect = false });
        var headers = (await visitor.GetAsync("/jc/", TestContext.Current.CancellationToken)).Headers;
        var cookie = Assert.Single(headers.GetValues("Set-Cookie"));

        Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
        Assert.All((string[])["secure", "httponly", "samesite=strict", "path=/"], word => Assert.Contains(word, cookie, StringComparison.Ordinal));
        Assert.StartsWith("max-age=31536000", Assert.Single(headers.GetValues("Strict-Transport-Security")), StringComparison.Ordinal);
    }
}
