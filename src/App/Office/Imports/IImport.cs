using Gongkai.Records;
using Gongkai.Rules.Access;

namespace Gongkai.App.Office.Imports;

/// <summary>A list that a bureau keeps in Excel and takes in (导入): its columns, and what becomes of a row. Each is a class, named in the list of <see cref="Works"/>.</summary>
/// <remarks>How to add one: docs/imports.md.</remarks>
public interface IImport
{
    /// <summary>Its name in addresses, such as <c>people</c>.</summary>
    string Code { get; }

    /// <summary>What people call the list.</summary>
    string Name { get; }

    /// <summary>What it does, for whoever is about to import.</summary>
    string About { get; }

    /// <summary>Who may import it.</summary>
    Permission Permission { get; }

    /// <summary>What a row is in the trail.</summary>
    Deed Deed { get; }

    /// <summary>Where the rows are seen afterwards: the address, and what people call the page.</summary>
    (string Path, string Name) Seen { get; }

    /// <summary>The columns, in the order of the template. The first names what a row is about.</summary>
    IReadOnlyList<ImportColumn> Columns { get; }

    /// <summary>A row may speak of what an earlier row brought, so everything stays at hand; a long register says no, and asks the store for each row.</summary>
    bool RowsSpeakOfEachOther => true;

    /// <summary>Begins: reads what is there already.</summary>
    Task<ITakeRows> Open(ImportPlace place);
}

/// <summary>Where an import goes.</summary>
/// <param name="Store">Tracks what the rows change. Whether it is saved, is not for the import to decide.</param>
public sealed record ImportPlace(Store Store, Guid Agency, DateOnly Today);

/// <summary>One column of a list, as its template explains it.</summary>
/// <param name="About">What to write into it.</param>
/// <param name="Sample">As the row of the template that is marked as a sample has it.</param>
public sealed record ImportColumn(string Heading, string About, string Sample)
{
    /// <summary>A row without it is not taken.</summary>
    public bool Must { get; init; }

    /// <summary>Other headings that mean the same column.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>In letters.</summary>
    public int Longest { get; init; } = 50;
}

/// <summary>Takes rows: changes what the store tracks, and saves nothing. The same rows a second time change nothing.</summary>
public interface ITakeRows
{
    /// <summary>Takes a row, or says all that is wrong with it; then it has changed nothing.</summary>
    Task<RowTaken> Take(ImportRow row);
}

/// <summary>What became of a row.</summary>
/// <param name="IsNew">It brought something that was not there.</param>
public sealed record RowTaken(bool IsNew, params IReadOnlyList<RowProblem> Problems)
{
    public static RowTaken Wrong(params IReadOnlyList<RowProblem> problems) => new(false, problems);
}
