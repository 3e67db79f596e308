using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Gongkai.App.Tests.Accounts.SignOn;

/// <summary>An identity provider in this process: metadata, keys, a door of its own and tokens, as OpenID Connect Core 1.0 says. It lies where a test asks it to.</summary>
public sealed class IdentityProvider(TimeProvider time, string authority = IdentityProvider.Authority) : HttpMessageHandler
{
    public const string Authority = "https://sso.example.test/realms/staff", Client = "gongkai", Secret = "a secret between the two of us";

    readonly RSA key = RSA.Create(2048), stranger = RSA.Create(2048);
    readonly Dictionary<string, Given> codes = [];

    sealed record Given(string Subject, string Nonce, string Challenge, string Redirect);

    /// <summary>It answers nobody.</summary>
    public bool Down { get; set; }

    /// <summary>What it says falsely, or besides, in its next tokens.</summary>
    public Action<Dictionary<string, object>> Bend { get; set; } = _ => { };

    /// <summary>How it signs its next tokens: <c>RS256</c>, <c>none</c>, <c>stripped</c> of its signature, <c>HS256</c> with the secret of the client, or <c>stranger</c> with a key of another.</summary>
    public string Signs { get; set; } = "RS256";

    /// <summary>Where it says that its tokens are.</summary>
    public string TokenEndpoint { get; set; } = $"{authority}/token";

    /// <summary>Where it ends its own sessions, if it tells.</summary>
    public string? EndSessionEndpoint { get; set; } = $"{authority}/logout";

    /// <summary>What we ask it to tell.</summary>
    public string Scope { get; init; } = "openid";

    /// <summary>Whom it was asked by, in order.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>What it gave out that nobody else may learn.</summary>
    public List<string> Secrets { get; } = [Secret];

    /// <summary>Somebody comes to its door with what we asked, and signs in there. It leads them back with this.</summary>
    public Dictionary<string, string> SignIn(Uri asked, string subject)
    {
        var query = QueryHelpers.ParseQuery(asked.Query);
        Assert.Equal($"{authority}/authorize", asked.GetLeftPart(UriPartial.Path));
        Assert.Equal(("code", Client, Scope, "S256"), (query["response_type"].Single(), query["client_id"].Single(), query["scope"].Single(), query["code_challenge_method"].Single()));
        var code = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(24));
        codes.Add(code, new(subject, query["nonce"].Single()!, query["code_challenge"].Single()!, query["redirect_uri"].Single()!));
        Secrets.Add(code);
        return new() { ["code"] = code, ["state"] = query["state"].Single()! };
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Asked.Add(request.RequestUri!.AbsolutePath);
        if (Down) throw new HttpRequestException("Nobody is there.");
        return request.RequestUri.AbsolutePath switch
        {
            "/realms/staff/.well-known/openid-configuration" => Json(Metadata()),
            "/realms/staff/keys" => Json(new { keys = new[] { Public() } }),
            "/realms/staff/token" => Tokens(QueryHelpers.ParseQuery(await request.Content!.ReadAsStringAsync(cancellationToken))),
            _ => new(HttpStatusCode.NotFound),
        };
    }

    protected override void Dispose(bool disposing)
    {
        key.Dispose();
        stranger.Dispose();
        base.Dispose(disposing);
    }

    Dictionary<string, object> Metadata()
    {
        Dictionary<string, object> metadata = new()
        {
            ["issuer"] = authority,
            ["authorization_endpoint"] = $"{authority}/authorize",
            ["token_endpoint"] = TokenEndpoint,
            ["jwks_uri"] = $"{authority}/keys",
        };
        if (EndSessionEndpoint is { } end) metadata["end_session_endpoint"] = end;
        return metadata;
    }

    object Public()
    {
        var shown = key.ExportParameters(false);
        return new { kty = "RSA", use = "sig", kid = "1", n = Base64UrlEncoder.Encode(shown.Modulus), e = Base64UrlEncoder.Encode(shown.Exponent) };
    }

    // A code is good once, for the client that it was given to, with the word that its challenge was made of.
    HttpResponseMessage Tokens(Dictionary<string, Microsoft.Extensions.Primitives.StringValues> form)
    {
        if (form["client_id"] != Client || form["client_secret"] != Secret || !codes.Remove(form["code"].ToString(), out var given)
            || form["redirect_uri"] != given.Redirect || Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) != given.Challenge)
            return Json(new { error = "invalid_grant" }, HttpStatusCode.BadRequest);
        var token = Token(given);
        var access = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(24));
        Secrets.AddRange(token, access);
        return Json(new { id_token = token, access_token = access, token_type = "Bearer", expires_in = 300 });
    }

    string Token(Given given)
    {
        var now = time.GetUtcNow();
        Dictionary<string, object> claims = new()
        {
            ["iss"] = authority, ["aud"] = Client, ["sub"] = given.Subject, ["nonce"] = given.Nonce,
            ["iat"] = now.ToUnixTimeSeconds(), ["exp"] = now.AddMinutes(5).ToUnixTimeSeconds(), ["email"] = "someone@example.test",
        };
        Bend(claims);
        var payload = JsonSerializer.Serialize(claims);
        var maker = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false };
        return Signs switch
        {
            "none" => maker.CreateToken(payload),
            "stripped" => Signed(maker, payload)[..(Signed(maker, payload).LastIndexOf('.') + 1)],
            "HS256" => maker.CreateToken(payload, new SigningCredentials(new SymmetricSecurityKey(SHA256.HashData(Encoding.UTF8.GetBytes(Secret))) { KeyId = "1" }, "HS256")),
            "stranger" => maker.CreateToken(payload, new SigningCredentials(new RsaSecurityKey(stranger) { KeyId = "1" }, "RS256")),
            _ => Signed(maker, payload),
        };
    }

    string Signed(JsonWebTokenHandler maker, string payload) => maker.CreateToken(payload, new SigningCredentials(new RsaSecurityKey(key) { KeyId = "1" }, "RS256"));

    static HttpResponseMessage Json(object said, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(JsonSerializer.Serialize(said), Encoding.UTF8, "application/json") };
}
