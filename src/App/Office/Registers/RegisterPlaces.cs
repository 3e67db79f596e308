using Gongkai.App.Ui;
using Gongkai.Records.Registers;
using Gongkai.Rules.Registers;

namespace Gongkai.App.Office.Registers;

/// <summary>Where the registers stand in the office, and their columns there.</summary>
static class RegisterPlaces
{
    public const string Path = "/office/registers";

    public static string Of(RegisterKind kind) => $"{Path}/{kind.Code}";

    public static string Of(RegisterRow row) => $"{Path}/{row.Kind.Code}/{row.Handle}";

    public static Frame Frame(string name, params Crumb[] between) => new(name, [new("主动公开台账", Path), .. between, new(name)]) { Under = Path };

    /// <summary>The columns of a register's list: its fields, and where a row stands on its way to the public. A sealed number has none.</summary>
    public static IEnumerable<ListColumn<RegisterRow>> Columns(RegisterKind kind)
    {
        foreach (var field in RegisterFields.Of(kind).Where(field => field.Kind != FieldKind.Secret))
            yield return new(field.Key, field.Label, row => CellOf(field, row))
            {
                Shown = field.Listed, Path = field.Key == "number" ? Of : null,
                Look = field.Kind switch { FieldKind.Day => "date", FieldKind.TenThousands or FieldKind.Yuan => "number", _ => null },
            };
        if (kind.PublicCode is null) yield break;
        yield return new("state", "公开状态", row => StateOf(row)) { Tone = ToneOf };
        yield return new("publishBy", "公开期限", row => row.PublishBy) { Look = "date" };
        yield return new("late", "逾期公开", row => row.Late ? "逾期" : "") { Tone = row => row.Late ? "late" : null, Shown = false };
        yield return new("publishedAt", "公开时间", row => row.PublishedAt) { Look = "date", Shown = false };
        yield return new("publicUntil", "公示截止", row => row.PublicUntil) { Look = "date", Shown = false };
    }

    public static string StateOf(RegisterRow row) => row.VoidedAt is not null ? "已作废" : row.State.Name;

    static string? ToneOf(RegisterRow row) => row.VoidedAt is not null ? "ended" : row.State switch { RowState.Published => "fine", RowState.InReview => "soon", RowState.Kept or RowState.Withheld or RowState.Withdrawn => "ended" };

    /// <summary>A field as a cell: days and money as such, so that a file can be sorted and summed.</summary>
    public static Ui.Cell CellOf(RegisterField field, RegisterRow row) => field.Read(row) switch
    {
        DateOnly day => day,
        decimal amount => amount,
        _ => field.Typed(row),
    };
}
