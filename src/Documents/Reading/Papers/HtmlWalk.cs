using AngleSharp.Dom;

namespace Gongkai.Documents.Reading.Papers;

/// <summary>Walks an element's tree in reading order, without recursion: a page may be nested as deep as it likes.</summary>
static class HtmlWalk
{
    /// <summary>Visits every node below <paramref name="root"/>.</summary>
    /// <param name="root">It is not visited itself.</param>
    /// <param name="enter">Says whether to go into the node.</param>
    /// <param name="leave">Called after all below an element was visited.</param>
    public static void Over(INode root, Func<INode, bool> enter, Action<IElement> leave)
    {
        // An index into the children is kept: asking a node for its next sibling searches its parent from the first.
        Stack<(INode Parent, int Next)> path = new();
        path.Push((root, 0));
        while (path.TryPop(out var place))
        {
            if (place.Next == place.Parent.ChildNodes.Length)
            {
                if (place.Parent != root && place.Parent is IElement left) leave(left);
                continue;
            }
            path.Push((place.Parent, place.Next + 1));
            var node = place.Parent.ChildNodes[place.Next];
            if (!enter(node)) { if (node is IElement passed) leave(passed); }
            else if (node.HasChildNodes) path.Push((node, 0));
            else if (node is IElement empty) leave(empty);
        }
    }
}
