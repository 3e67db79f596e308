using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Trail;

/// <summary>What a mapping says about how the trail treats a table and a column.</summary>
public static class Trailing
{
    const string Untrailed = "Gongkai:Untrailed", Personal = "Gongkai:Personal", Secret = "Gongkai:Secret";

    /// <summary>Changes of this table are not recorded, and why.</summary>
    public static EntityTypeBuilder IsUntrailed(this EntityTypeBuilder builder, string why) => builder.HasAnnotation(Untrailed, why);

    /// <summary>The value says something about a person: it stays outside the hashed content, which keeps its salted hash.</summary>
    public static PropertyBuilder IsPersonal(this PropertyBuilder builder) => builder.HasAnnotation(Personal, true);

    /// <inheritdoc cref="IsPersonal(PropertyBuilder)"/>
    public static ComplexTypePropertyBuilder<T> IsPersonal<T>(this ComplexTypePropertyBuilder<T> builder) => builder.HasAnnotation(Personal, true);

    /// <summary>The value lets someone in (a password's hash): the trail says that it changed, and not to what.</summary>
    public static PropertyBuilder IsSecret(this PropertyBuilder builder) => builder.HasAnnotation(Secret, true);

    public static bool IsTrailed(this IReadOnlyEntityType table) => typeof(IRecord).IsAssignableFrom(table.ClrType);

    public static string? WhyUntrailed(this IReadOnlyEntityType table) => table.FindAnnotation(Untrailed)?.Value as string;

    internal static bool IsPersonal(this IReadOnlyProperty column) =>
        column.FindAnnotation(Personal) is not null || (Nullable.GetUnderlyingType(column.ClrType) ?? column.ClrType) == typeof(Sealed);

    internal static bool IsSecret(this IReadOnlyProperty column) => column.FindAnnotation(Secret) is not null;
}
