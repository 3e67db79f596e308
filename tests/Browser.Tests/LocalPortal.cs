using Gongkai.App.Tests.Accounts.SignOn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace Gongkai.Browser.Tests;

/// <summary>A platform under the name <c>localhost</c>, to which passkeys belong, and an identity provider on <c>127.0.0.1</c>, which to a browser is another site.</summary>
public sealed class LocalPortal : Portal
{
    WebApplication provider = null!;

    /// <summary>Where the identity provider is.</summary>
    public string Elsewhere { get; private set; } = "";

    protected override string Host => "localhost";

    protected override IEnumerable<string> Settings =>
        ["--Demo:Register", "false", "--Oidc:Authority", Elsewhere + "/realms/staff", "--Oidc:ClientId", IdentityProvider.Client, "--Oidc:ClientSecret", IdentityProvider.Secret, "--Oidc:Name", "某区统一认证"];

    public override async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        provider = builder.Build();
        IdentityProvider? inner = null;
        provider.MapGet("/realms/staff/authorize", Door);
        provider.MapGet("/realms/staff/signed-in", (HttpRequest request) => Results.Redirect(QueryHelpers.AddQueryString(
            QueryHelpers.ParseQuery(new Uri(request.Query["asked"].ToString()).Query)["redirect_uri"].ToString(),
            inner!.SignIn(new(request.Query["asked"].ToString()), request.Query["subject"].ToString())!)));
        provider.MapGet("/realms/staff/logout", (string post_logout_redirect_uri, string state) => Results.Redirect(QueryHelpers.AddQueryString(post_logout_redirect_uri, "state", state)));
        provider.MapFallback((HttpContext context) => Forward(context, inner!));
        await provider.StartAsync();
        Elsewhere = provider.Urls.Single();
        inner = new(TimeProvider.System, Elsewhere + "/realms/staff");
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (provider is not null) await provider.DisposeAsync();
    }

    static IResult Door(HttpRequest request) => Results.Content(
        $"""<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>统一认证</title><link rel="icon" href="data:,"><h1>某区统一认证</h1><form action="signed-in"><input type="hidden" name="asked" value="{System.Net.WebUtility.HtmlEncode($"http://{request.Host}{request.Path}{request.QueryString}")}"><label>工号 <input name="subject"></label><button>认证</button></form></html>""",
        "text/html; charset=utf-8");

    static async Task Forward(HttpContext context, IdentityProvider inner)
    {
        using var invoker = new HttpMessageInvoker(inner, disposeHandler: false);
        using var asked = new HttpRequestMessage(new(context.Request.Method), $"http://{context.Request.Host}{context.Request.Path}") { Content = new StreamContent(context.Request.Body) };
        using var answer = await invoker.SendAsync(asked, context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = "application/json";
        await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
