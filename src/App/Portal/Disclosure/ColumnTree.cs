using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Disclosure;
using Gongkai.Rules.Disclosure;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Portal.Disclosure;

/// <summary>A column in the tree of 法定主动公开内容, with how much the public finds in it.</summary>
public sealed record TreeNode(DisclosureColumn Column, int Own, string? Department, IReadOnlyList<TreeNode> Children)
{
    /// <summary>So far is counted; beyond it the number only says that there are more.</summary>
    public const int MostCounted = 10_000;

    public string Slug => Column.Slug;
    public string Name => Column.Name;

    public int Count => Own + Children.Sum(child => child.Count);

    public bool IsMore => Own > MostCounted || Children.Any(child => child.IsMore);

    /// <summary>As it is printed: 25 or 10000+.</summary>
    public string Counted => IsMore ? $"{MostCounted}+" : $"{Count}";

    /// <summary>更新周期, as readers read it.</summary>
    public string Cycle => Column.MaxGapDays switch { null => "随变更更新", <= 31 => "每月更新", <= 92 => "每季度更新", <= 183 => "每半年更新", _ => "每年更新" };

    public IEnumerable<TreeNode> WithBelow => Children.SelectMany(child => child.WithBelow).Prepend(this);
}

/// <summary>The columns of an agency as a tree, counted by one question whose cost does not grow with what stands in them.</summary>
public sealed class ColumnTree(Store store, EditionShelf shelf)
{
    /// <param name="kind">Of 法定主动公开内容 or of 政府信息公开制度.</param>
    public ValueTask<IReadOnlyList<TreeNode>> Of(Guid agency, ColumnKind kind = ColumnKind.Statutory) => shelf.Get((typeof(ColumnTree), agency, kind), () => Read(agency, kind));

    async Task<IReadOnlyList<TreeNode>> Read(Guid agency, ColumnKind kind)
    {
        var columns = await store.Columns.AsNoTracking().Where(column => column.AgencyId == agency && column.Kind == kind).OrderBy(column => column.Order).ThenBy(column => column.Slug)
            .Select(column => new
            {
                Column = column,
                Own = store.Items.Public().Where(item => item.ColumnId == column.Id).OrderBy(item => item.ColumnId).Take(TreeNode.MostCounted + 1).Count(),
                Department = store.Departments.Where(department => department.Id == column.DepartmentId).Select(department => department.Name).FirstOrDefault(),
            }).ToListAsync();
        var children = columns.ToLookup(one => one.Column.ParentId);
        return Below(null);

        // A column that was closed is shown for as long as something stands in it.
        IReadOnlyList<TreeNode> Below(Guid? parent) =>
            [.. children[parent].Select(one => new TreeNode(one.Column, one.Own, one.Department, Below(one.Column.Id))).Where(node => node.Column.ClosedAt is null || node.Count > 0)];
    }

    /// <summary>As the frame shows it beside the page: the first level, and what is below the one that is open.</summary>
    public static IReadOnlyList<SideEntry> Side(IReadOnlyList<TreeNode> tree, ShownAgency agency, string? open) =>
        [.. tree.Select(node => Entry(node, agency, open, node.WithBelow.Any(one => one.Slug == open)))];

    static SideEntry Entry(TreeNode node, ShownAgency agency, string? open, bool shown) =>
        new(node.Name, agency.At(ItemAddress.OfColumn(node.Slug)), node.Slug == open, shown ? [.. node.Children.Select(child => Entry(child, agency, open, child.WithBelow.Any(one => one.Slug == open)))] : []);
}
