using Microsoft.AspNetCore.Mvc.Rendering;

namespace Gongkai.App.Office.Columns;

/// <summary>A page with the fields of a column.</summary>
public interface IColumnPage
{
    ColumnForm Input { get; }
    IReadOnlyList<SelectListItem> Departments { get; }
}
