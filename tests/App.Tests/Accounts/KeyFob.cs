using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gongkai.App.Tests.Accounts;

/// <summary>An authenticator in software: one P-256 key pair for localhost, written as WebAuthn level 2 says, without attestation.</summary>
public sealed class KeyFob : IDisposable
{
    const byte Present = 1, Verified = 4, Attested = 64;

    readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    readonly byte[] id = RandomNumberGenerator.GetBytes(16);
    byte[] user = [];
    uint count;

    /// <summary>Whether it asks its holder for a PIN or a finger.</summary>
    public bool Verifies { get; set; } = true;

    /// <summary>The page that it believes to be on.</summary>
    public string Origin { get; set; } = "http://localhost";

    /// <summary>Makes the credential.</summary>
    public string Create(string asked)
    {
        var options = JsonNode.Parse(asked)!;
        user = Base64Url.DecodeFromChars((string)options["user"]!["id"]!);
        var at = key.ExportParameters(false).Q;
        byte[] cose = [0xA5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 0x20, .. at.X!, 0x22, 0x58, 0x20, .. at.Y!];
        byte[] data = [.. Head(Attested), .. new byte[16], 0, (byte)id.Length, .. id, .. cose];
        byte[] attestation = [0xA3, 0x63, .. "fmt"u8, 0x64, .. "none"u8, 0x67, .. "attStmt"u8, 0xA0, 0x68, .. "authData"u8, 0x58, (byte)data.Length, .. data];
        return Credential(new() { ["clientDataJSON"] = Text(Client("webauthn.create", options)), ["attestationObject"] = Text(attestation), ["transports"] = new JsonArray("internal") });
    }

    /// <summary>Signs the challenge.</summary>
    public string Get(string asked)
    {
        count++;
        var client = Client("webauthn.get", JsonNode.Parse(asked)!);
        var data = Head(0);
        var signature = key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Credential(new() { ["clientDataJSON"] = Text(client), ["authenticatorData"] = Text(data), ["signature"] = Text(signature), ["userHandle"] = Text(user) });
    }

    public void Dispose() => key.Dispose();

    byte[] Head(byte flags) =>
        [.. SHA256.HashData("localhost"u8), (byte)(flags | Present | (Verifies ? Verified : 0)), (byte)(count >> 24), (byte)(count >> 16), (byte)(count >> 8), (byte)count];

    byte[] Client(string type, JsonNode options) =>
        Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { type, challenge = (string)options["challenge"]!, origin = Origin, crossOrigin = false }));

    string Credential(JsonObject response) =>
        new JsonObject { ["id"] = Text(id), ["rawId"] = Text(id), ["type"] = "public-key", ["response"] = response, ["clientExtensionResults"] = new JsonObject() }.ToJsonString();

    static string Text(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
