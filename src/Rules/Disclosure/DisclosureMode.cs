namespace Gongkai.Rules.Disclosure;

/// <summary>常规性工作定期公开，临时性工作随时公开，固定性工作长期公开.</summary>
public enum DisclosureMode
{
    /// <summary>定期公开: once in each period.</summary>
    Periodic,

    /// <summary>随时公开: within its term from the day on which it was formed or changed.</summary>
    AsItHappens,

    /// <summary>长期公开: always there, and changed within its term when the matter changes.</summary>
    Permanent,
}

/// <summary>What they are called.</summary>
public static class DisclosureModes
{
    extension(DisclosureMode mode)
    {
        public string Name => mode switch { DisclosureMode.Periodic => "定期公开", DisclosureMode.AsItHappens => "随时公开", DisclosureMode.Permanent => "长期公开" };
    }
}
