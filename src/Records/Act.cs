namespace Gongkai.Records;

/// <summary>A kind of act that is recorded. Each domain declares its own, beside what they happen to.</summary>
/// <param name="Code">Its stable name, such as <c>report.signed</c>.</param>
/// <param name="Name">What the auditor reads, such as 审签年报.</param>
/// <param name="Looks">Someone saw personal data whole (查看个人信息).</param>
public sealed record Deed(string Code, string Name, bool Looks = false)
{
    /// <summary>Rows that an older program wrote come under the trail.</summary>
    public static Deed Adopted { get; } = new("store.adopted", "纳入审计");

    /// <summary>The demo bureau is set up.</summary>
    public static Deed DemoSeeded { get; } = new("demo.seeded", "建立演示数据");

    /// <summary>Personal data are erased from the trail by law.</summary>
    public static Deed PersonalErased { get; } = new("personal.erased", "依法删除个人信息");
}

/// <summary>Whose hand it was (经手人).</summary>
/// <param name="Account">The account, or <c>null</c> for the public and for the program itself.</param>
/// <param name="Name">Who that was at the time.</param>
/// <param name="From">The network address or the machine that it came from.</param>
public sealed record Hand(Guid? Account, string Name, string From)
{
    /// <summary>The program itself: a schedule, a command at the console.</summary>
    public static Hand Program { get; } = new(null, "系统", "本机");
}

/// <summary>Something that someone did: who, when, from where, why (何人、何时、何处、为何).</summary>
/// <param name="Agency">The agency in whose chain it stands, or <c>null</c> for the platform's own.</param>
/// <param name="Why">The reason given; required where a page asks for one.</param>
public sealed record Act(Deed Deed, Hand By, DateTimeOffset At, Guid? Agency = null, string? Why = null);
