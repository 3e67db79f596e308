using System.Collections;
using System.Globalization;
using System.Reflection;
using Gongkai.Records;
using Gongkai.Rules;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Gongkai.App.Office.Trail;

/// <summary>A part of a value as the auditor reads it; where it names another record, that record's key.</summary>
public sealed record Piece(string Text, Guid? Record = null);

/// <summary>Turns what an entry keeps of a value into what a reader understands: enums and times in words, keys as names.</summary>
public static class Values
{
    const string Secret = "***";

    // How the enums are called is said beside them, by an extension property Name.
    static readonly Dictionary<Type, MethodInfo> Names = new[] { typeof(Values).Assembly, typeof(Store).Assembly, typeof(OfficeTime).Assembly }
        .SelectMany(assembly => assembly.GetTypes()).Where(type => type is { IsAbstract: true, IsSealed: true })
        .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public)).Where(method => method.Name == "get_Name" && method.ReturnType == typeof(string))
        .Where(method => method.GetParameters() is [{ ParameterType.IsEnum: true }]).DistinctBy(method => method.GetParameters()[0].ParameterType)
        .ToDictionary(method => method.GetParameters()[0].ParameterType);

    /// <summary>Whether every value of an enum has a name.</summary>
    public static bool Knows(Type named) => Names.ContainsKey(named);

    /// <summary>The name of an enum's value; as it stands where an older program had one that we no longer have.</summary>
    public static string Word(Type named, string text) =>
        Names.TryGetValue(named, out var name) && Enum.TryParse(named, text, out var value) && Enum.IsDefined(named, value!) ? (string)name.Invoke(null, [value])! : text;

    /// <summary>The keys in a value, where its column leads to other rows.</summary>
    public static IEnumerable<Guid> Keys(string? text) => Items(text).Select(item => Guid.TryParse(item, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty);

    /// <summary>A value in words.</summary>
    /// <param name="column">Its column; none where there is none of that name any more.</param>
    /// <param name="text">What the entry keeps; <c>null</c> where there was nothing.</param>
    /// <param name="erased">Whether a personal value was erased by law.</param>
    /// <param name="names">What the rows are called that it may name.</param>
    public static IReadOnlyList<Piece> Show(IReadOnlyProperty? column, string? text, bool erased, IReadOnlyDictionary<Guid, string> names)
    {
        if (text is null or "" or "[]") return [new("—")];
        if (text == Secret) return [new("（保密内容，只登记有改动）")];
        if (IsPersonal(text)) return [new(erased ? "（个人信息，已依法删除）" : "（个人信息，不在此显示）")];
        if (column is null) return [new(text)];
        var type = Nullable.GetUnderlyingType(column.ClrType) ?? column.ClrType;
        if (type == typeof(byte[])) return [new("（二进制数据）")];
        var item = type != typeof(string) && type.IsAssignableTo(typeof(IEnumerable)) ? type.GetGenericArguments() is [var one] ? one : typeof(string) : null;
        return item is null ? [One(type, text, names)] : [.. Items(text).Select(part => One(item, part, names))];
    }

    /// <summary>What stands in the hashed text for a personal value: only its hash, which says nothing to a reader.</summary>
    public static bool IsPersonal(string? text) => text is ['#', ..] && text.Length > 65 && text[^65] == ':';

    static Piece One(Type type, string text, IReadOnlyDictionary<Guid, string> names) =>
        type == typeof(Guid) && Guid.TryParse(text, out var id) ? new(names.GetValueOrDefault(id) ?? $"记录 {id:D}", id)
        : type.IsEnum ? new(Word(type, text))
        : type == typeof(bool) ? new(text == "true" ? "是" : "否")
        : type == typeof(DateTimeOffset) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? new(at.AtOffice.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture))
        : type == typeof(TimeOnly) && TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out var time) ? new(time.ToString("HH:mm", CultureInfo.InvariantCulture))
        : new(text);

    // A list stands as "[2:ab,3:cde]", so that no item can pretend to be two; anything else is its own one item.
    static IEnumerable<string> Items(string? text)
    {
        if (text is not ['[', .., ']'])
        {
            if (text is not null) yield return text;
            yield break;
        }
        for (var at = 1; at < text.Length - 1;)
        {
            var colon = text.IndexOf(':', at);
            if (colon < 0 || !int.TryParse(text.AsSpan(at, colon - at), out var length) || colon + 1 + length > text.Length - 1) yield break;
            yield return text.Substring(colon + 1, length);
            at = colon + 1 + length + 1;
        }
    }
}
