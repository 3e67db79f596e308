using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Gongkai.Records.Trail;

/// <summary>Writes an act and its changes as the one text that is hashed.</summary>
sealed class Payload : IDisposable
{
    static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    readonly ArrayBufferWriter<byte> bytes = new();
    readonly Utf8JsonWriter json;
    readonly Guid chain;
    readonly long sequence;

    public Payload(Act act, Guid chain, long sequence, Guid? department)
    {
        (this.chain, this.sequence) = (chain, sequence);
        json = new(bytes, Readable);
        json.WriteStartObject();
        json.WriteString("chain", chain);
        json.WriteNumber("sequence", sequence);
        json.WriteString("at", Canonical.Text(act.At));
        json.WriteString("deed", act.Deed.Code);
        json.WriteString("account", Canonical.Text(act.By.Account));
        json.WriteString("department", Canonical.Text(department));
        json.WriteString("by", act.By.Name);
        json.WriteString("from", act.By.From);
        json.WriteString("why", act.Why);
        json.WriteStartArray("changes");
    }

    public List<TrailChange> Changes { get; } = [];
    public List<TrailPersonal> Personal { get; } = [];
    public List<TrailMention> Mentions { get; } = [];

    /// <summary>Adds what happens to one record.</summary>
    public void Add(EntityEntry entry)
    {
        var record = (IRecord)entry.Entity;
        var table = entry.Metadata.GetTableName()!;
        var columns = Canonical.Columns(entry.Metadata);
        var digest = entry.State == EntityState.Deleted ? null : Canonical.Digest(table, record, columns, column => column.Of(record));
        json.WriteStartObject();
        json.WriteString("table", table);
        json.WriteString("record", record.Id);
        json.WriteNumber("revision", record.Revision);
        if (entry.State != EntityState.Added) Write("before", Changed(entry, columns), column => Original(entry, column), record);
        if (entry.State != EntityState.Deleted) Write("after", Changed(entry, columns), column => column.Of(record), record);
        json.WriteString("digest", digest is null ? null : Convert.ToHexStringLower(digest));
        json.WriteEndObject();
        Changes.Add(new() { Record = record.Id, Revision = record.Revision, Table = table, Chain = chain, Sequence = sequence, Digest = digest });
    }

    /// <summary>Adds a record that it is about, and that it does not change.</summary>
    public void Add(Mentioned record) =>
        Mentions.Add(new() { Record = record.Id, Table = record.Table, Field = record.Field, Chain = chain, Sequence = sequence, Number = Mentions.Count });

    /// <summary>Ends the text.</summary>
    /// <param name="about">What the act was about, where no row changed: whose data were read, which list was exported.</param>
    public string Finish(string? about)
    {
        json.WriteEndArray();
        if (Mentions is not [])
        {
            json.WriteStartArray("mentions");
            foreach (var mention in Mentions)
            {
                json.WriteStartObject();
                json.WriteString("table", mention.Table);
                json.WriteString("record", mention.Record);
                json.WriteString("field", mention.Field);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        if (about is not null) json.WriteString("about", about);
        json.WriteEndObject();
        json.Flush();
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    public void Dispose() => json.Dispose();

    /// <summary>The hash of a link.</summary>
    public static byte[] Hash(ReadOnlySpan<byte> previous, string content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(previous);
        hash.AppendData(Encoding.UTF8.GetBytes(content));
        return hash.GetHashAndReset();
    }

    /// <summary>What stands in the content for a personal value.</summary>
    public static string Commitment(string salt, string value) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{salt}:{value}")));

    void Write(string side, IEnumerable<TrailColumn> columns, Func<TrailColumn, object?> value, IRecord record)
    {
        json.WriteStartObject(side);
        foreach (var column in columns)
            if (Canonical.Text(value(column)) is not { } text) json.WriteNull(column.Name);
            else if (column.Property.IsSecret()) json.WriteString(column.Name, "***");
            else if (column.Property.IsPersonal()) json.WriteString(column.Name, Commit($"{side}.{column.Name}", text, record));
            else json.WriteString(column.Name, text);
        json.WriteEndObject();
    }

    string Commit(string field, string text, IRecord record)
    {
        var salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        Personal.Add(TrailPersonal.Of(chain, sequence, Personal.Count, record.Id, field, salt, text));
        return $"#{Personal.Count - 1}:{Commitment(salt, text)}";
    }

    static IEnumerable<TrailColumn> Changed(EntityEntry entry, IReadOnlyList<TrailColumn> columns) => entry.State == EntityState.Modified
        ? columns.Where(column => Canonical.Text(Original(entry, column)) != Canonical.Text(column.Of(entry.Entity)))
        : columns;

    static object? Original(EntityEntry entry, TrailColumn column) => entry.OriginalValues[column.Property];
}
