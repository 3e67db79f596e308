using Gongkai.Records.Disclosure;

namespace Gongkai.App.Office.Columns;

/// <summary>The columns of an agency as a tree, written down from the top.</summary>
public static class ColumnTree
{
    /// <param name="Depth">0 for one that stands under none.</param>
    /// <param name="Path">Its name after those above it.</param>
    public sealed record Node(DisclosureColumn Column, int Depth, string Path);

    public static IReadOnlyList<Node> Of(IReadOnlyList<DisclosureColumn> columns)
    {
        var below = columns.OrderBy(column => column.Order).ThenBy(column => column.Slug, StringComparer.Ordinal).ToLookup(column => column.ParentId);
        List<Node> all = [];
        Add(null, 0, "");
        return all;

        void Add(Guid? parent, int depth, string path)
        {
            foreach (var column in below[parent])
            {
                all.Add(new(column, depth, path + column.Name));
                Add(column.Id, depth + 1, $"{path}{column.Name} / ");
            }
        }
    }
}
