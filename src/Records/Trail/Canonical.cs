using System.Collections;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Gongkai.Records.Trail;

/// <summary>A row as text that is the same whichever store it comes from: what digests are made of.</summary>
static class Canonical
{
    /// <summary>The columns of a table in a fixed order, by name. Inner values (complex types) follow with their path.</summary>
    public static IReadOnlyList<TrailColumn> Columns(ITypeBase table) => table.GetFlattenedProperties()
        .Where(column => column.Name != nameof(IRecord.Revision))
        .Select(column => new TrailColumn(Path(column), column))
        .OrderBy(column => column.Name, StringComparer.Ordinal)
        .ToList();

    /// <summary>SHA-256 over the record's table, key, revision and every value.</summary>
    public static byte[] Digest(string table, IRecord record, IReadOnlyList<TrailColumn> columns, Func<TrailColumn, object?> value)
    {
        var text = new StringBuilder();
        Append(text, table);
        Append(text, record.Id.ToString("D"));
        Append(text, record.Revision.ToString(CultureInfo.InvariantCulture));
        foreach (var column in columns)
        {
            Append(text, column.Name);
            Append(text, Text(value(column)));
        }
        return SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <summary>A value as text; the finest time is a microsecond, because no store keeps finer.</summary>
    /// <exception cref="NotSupportedException">A kind of value that nobody has thought about yet.</exception>
    public static string? Text(object? value) => value switch
    {
        null => null,
        string text => text,
        bool truth => truth ? "true" : "false",
        Enum named => named.ToString(),
        DateTimeOffset time => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss.ffffff", CultureInfo.InvariantCulture),
        decimal amount => amount.ToString("G29", CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        Guid id => id.ToString("D"),
        byte[] bytes => Convert.ToBase64String(bytes),
        Handle handle => handle.ToString(),
        Sealed secret => secret.Cipher,
        sbyte or byte or short or ushort or int or uint or long or ulong => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        IEnumerable list => $"[{string.Join(',', list.Cast<object?>().Select(item => Text(item) is { } text ? $"{text.Length}:{text}" : "-"))}]",
        _ => throw new NotSupportedException($"The trail does not know how to write a {value.GetType().Name}."),
    };

    // Length before text: no value can pretend to be two.
    static void Append(StringBuilder text, string? value) =>
        _ = value is null ? text.Append("-;") : text.Append(CultureInfo.InvariantCulture, $"{value.Length}:").Append(value).Append(';');

    static string Path(IReadOnlyProperty column) =>
        column.DeclaringType is IReadOnlyComplexType inner ? $"{Path(inner)}.{column.Name}" : column.Name;

    static string Path(IReadOnlyComplexType inner) =>
        inner.ComplexProperty.DeclaringType is IReadOnlyComplexType outer ? $"{Path(outer)}.{inner.ComplexProperty.Name}" : inner.ComplexProperty.Name;
}

/// <summary>One value of a row: its path from the entity, and its column.</summary>
sealed record TrailColumn(string Name, IProperty Property)
{
    /// <summary>The value in an entity that no context tracks.</summary>
    public object? Of(object entity)
    {
        object? holder = entity;
        var path = new Stack<IComplexProperty>();
        for (var type = Property.DeclaringType; type is IComplexType inner; type = inner.ComplexProperty.DeclaringType) path.Push(inner.ComplexProperty);
        while (holder is not null && path.TryPop(out var step)) holder = step.GetGetter().GetClrValue(holder);
        return holder is null ? null : Property.GetGetter().GetClrValue(holder);
    }
}
