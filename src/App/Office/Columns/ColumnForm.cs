using System.ComponentModel.DataAnnotations;
using Gongkai.Records.Disclosure;
using Gongkai.Rules.Disclosure;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Gongkai.App.Office.Columns;

/// <summary>What is typed of a column.</summary>
public sealed class ColumnForm
{
    public int Revision { get; set; }
    [Required(ErrorMessage = "请填写栏目名称"), MaxLength(40, ErrorMessage = "栏目名称最多 40 个字")] public string? Name { get; set; }
    [Required(ErrorMessage = "请填写栏目说明：设置目的和主要内容"), MaxLength(200, ErrorMessage = "栏目说明最多 200 个字")] public string? Description { get; set; }
    [MaxLength(200, ErrorMessage = "关键词最多 200 个字")] public string? Keywords { get; set; }
    [Required(ErrorMessage = "请选择栏目类别"), MaxLength(20, ErrorMessage = "栏目类别最多 20 个字")] public string? Type { get; set; }
    public ItemCategory Category { get; set; } = ItemCategory.Work;
    [Required(ErrorMessage = "请选择对应的条例事项")] public string? Matter { get; set; }

    /// <summary>The handle of a department.</summary>
    public string? Department { get; set; }

    [Range(1, 3660, ErrorMessage = "更新期限请填 1 到 3660 天，不限的不填")] public int? MaxGapDays { get; set; }
    [Range(0, 1000, ErrorMessage = "最少条数请填 0 到 1000")] public int MinCount { get; set; } = 1;

    /// <summary>What is wrong with it besides.</summary>
    public void Check(ModelStateDictionary state, ColumnKind kind)
    {
        if (Type is not null && Name is not null && ColumnLint.ToType(kind, Type, Name) is { } foreign) state.AddModelError("Input.Type", foreign.Reason);
        if (Matter is not null && Gongkai.Rules.Disclosure.Matter.Find(Matter) is null) state.AddModelError("Input.Matter", "请从列表中选择对应的条例事项。");
    }

    public void Into(DisclosureColumn column, Guid? department)
    {
        (column.Name, column.Description, column.Type, column.Category, column.Matter) = (Name!.Trim(), Description!.Trim(), Type!.Trim(), Category, Matter);
        column.Keywords = Keywords?.Trim() is { Length: > 0 } given ? given : $"{column.Name},政府信息公开";
        (column.DepartmentId, column.MaxGapDays, column.MinCount) = (department, MaxGapDays, MinCount);
    }

    public static ColumnForm Of(DisclosureColumn column, string? department) => new()
    {
        Revision = column.Revision, Name = column.Name, Description = column.Description, Keywords = column.Keywords, Type = column.Type, Category = column.Category, Matter = column.Matter, Department = department,
        MaxGapDays = column.MaxGapDays, MinCount = column.MinCount,
    };
}
