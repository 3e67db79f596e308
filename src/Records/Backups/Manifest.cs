using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gongkai.Records.Backups;

/// <summary>What a backup holds, so that it can be checked before anything is replaced by it.</summary>
public sealed record Manifest
{
    /// <summary>The newest format that this program writes and reads.</summary>
    public const int Newest = 1;

    /// <summary>The manifest's name within the archive.</summary>
    public const string Name = "manifest.json";

    /// <summary>The format of the archive.</summary>
    public required int Format { get; init; }

    /// <summary>The version of the program that wrote it.</summary>
    public required string Program { get; init; }

    /// <summary>When it was begun.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary><c>sqlite</c>, <c>postgres</c>, or <c>keys</c> for a backup of the key ring alone.</summary>
    public required string Kind { get; init; }

    /// <summary>The migrations that had been applied, the oldest first.</summary>
    public required IReadOnlyList<string> Migrations { get; init; }

    /// <summary>How many rows each table has, and what they are.</summary>
    public required IReadOnlyList<TableCount> Tables { get; init; }

    /// <summary>Where the counters stood: the next value each would hand out, PostgreSQL only.</summary>
    public IReadOnlyList<CounterState> Counters { get; init; } = [];

    /// <summary>Everything else in the archive.</summary>
    public required IReadOnlyList<Member> Members { get; init; }

    /// <summary>The keys without which what is encrypted in this backup cannot be read. Their names and digests give nothing away.</summary>
    public required IReadOnlyList<Member> Keys { get; init; }

    static readonly JsonSerializerOptions Style = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
    };

    /// <summary>The manifest as bytes of JSON.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Style);

    /// <exception cref="JsonException">It is none.</exception>
    public static Manifest Read(Stream json) => JsonSerializer.Deserialize<Manifest>(json, Style) ?? throw new JsonException();
}

/// <summary>A table's content in two words.</summary>
/// <param name="Name">The table.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Sha256">A digest of every value of every row, in the order of the primary key.</param>
public sealed record TableCount(string Name, long Rows, string Sha256);

/// <summary>A file within an archive.</summary>
/// <param name="Name">Its path, with forward slashes.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Its digest, in lower-case hexadecimal digits.</param>
public sealed record Member(string Name, long Bytes, string Sha256);

/// <summary>Where a counter of PostgreSQL stands.</summary>
/// <param name="Name">The sequence.</param>
/// <param name="Value">Its last value.</param>
/// <param name="Called">Whether that value has been handed out.</param>
public sealed record CounterState(string Name, long Value, bool Called);
