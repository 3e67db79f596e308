namespace Gongkai.Records.Tests;

/// <summary>Acts for tests that are about something else.</summary>
static class TestActs
{
    public static DateTimeOffset Now { get; } = new(2026, 11, 22, 4, 0, 0, TimeSpan.Zero);

    public static Act Test { get; } = new(new("test.saved", "测试"), Hand.Program, Now);

    public static void SaveNow(this Store store) => store.Save(Test).GetAwaiter().GetResult();
}
