namespace Gongkai.App.Ui;

/// <summary>One column of a list: what it says of a row, on the page and in an exported file alike.</summary>
/// <param name="Key">Its name in the address.</param>
/// <param name="Heading">Its name for people.</param>
/// <param name="Value">What stands in it.</param>
public sealed record ListColumn<TRow>(string Key, string Heading, Func<TRow, Cell> Value)
{
    /// <summary>Where the cell leads, from the root of the application.</summary>
    public Func<TRow, string?>? Path { get; init; }

    /// <summary>A class of the cell: <c>number</c>, <c>date</c>.</summary>
    public string? Look { get; init; }

    /// <summary>A class of the tag that the words stand in: <c>fine</c>, <c>soon</c>, <c>late</c>, <c>ended</c>; the words alone where there is none.</summary>
    public Func<TRow, string?>? Tone { get; init; }

    /// <summary>Stands in the list unless someone chooses other columns.</summary>
    public bool Shown { get; init; } = true;
}

/// <summary>A filter of a list as it stands in the address, and in words over an exported file.</summary>
/// <param name="Key">Its name in the address.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Value">As it stands in the address; nothing is filtered where it is empty.</param>
/// <param name="Words">What people call the value, where that differs.</param>
public sealed record ListFilter(string Key, string Label, string? Value, string? Words = null);

/// <summary>What the address of a list asks besides its filters.</summary>
public sealed class ListQuery
{
    [Microsoft.AspNetCore.Mvc.FromQuery(Name = "page")] public int Page { get; set; } = 1;

    /// <summary>The columns that are wanted; none means those that are usually shown.</summary>
    [Microsoft.AspNetCore.Mvc.FromQuery(Name = "columns")] public string[] Columns { get; set; } = [];

    /// <summary>xlsx or csv, where a file is wanted and no page.</summary>
    [Microsoft.AspNetCore.Mvc.FromQuery(Name = "export")] public string? Export { get; set; }
}
