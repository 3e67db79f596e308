using System.Reflection;
using Gongkai.Records;

namespace Gongkai.App.Office.Trail;

/// <summary>Every kind of act that the program can record, gathered from where they are declared.</summary>
static class Deeds
{
    public static IReadOnlyDictionary<string, Deed> All { get; } = new[] { typeof(Store).Assembly, typeof(Deeds).Assembly }
        .SelectMany(assembly => assembly.GetTypes())
        .SelectMany(type => type.GetProperties(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic).Where(property => property.PropertyType == typeof(Deed)).Select(property => property.GetValue(null))
            .Concat(type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic).Where(field => field.FieldType == typeof(Deed)).Select(field => field.GetValue(null))))
        .OfType<Deed>()
        .DistinctBy(deed => deed.Code)
        .OrderBy(deed => deed.Code, StringComparer.Ordinal)
        .ToDictionary(deed => deed.Code);

    /// <summary>The codes of those by which someone sees personal data whole (查看个人信息).</summary>
    public static IReadOnlyList<string> Looks { get; } = [.. All.Values.Where(deed => deed.Looks).Select(deed => deed.Code)];

    /// <summary>Its Chinese name; the code itself where an older program recorded it.</summary>
    public static string Name(string code) => All.TryGetValue(code, out var deed) ? deed.Name : code;
}
