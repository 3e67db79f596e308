using Gongkai.Rules;

namespace Gongkai.App.Office;

/// <summary>Asks for lights in a view: <c>Model.Light[task.DueOn]</c>.</summary>
public readonly record struct DueLightOf(Desk Desk)
{
    public DueLight this[DateOnly due] => Desk.LightOf(due);
}
