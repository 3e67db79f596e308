using Gongkai.App.Tests.Office;
using Gongkai.Records.Numbers;
using Gongkai.Rules;
using Gongkai.Rules.Access;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests;

/// <summary>A date or a number is taken however a clerk types it, in every form and filter (ux.md §3.7).</summary>
public sealed class TypedTests(Platform platform)
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("20260921"), InlineData("2026-9-21"), InlineData("2026.9.21"), InlineData("2026/09/21"), InlineData("2026年9月21日"), InlineData("２０２６年９月２１日")]
    [InlineData(" ２０２６．９．２１ "), InlineData("2026－9－21"), InlineData("2026-09-21 00:00:00"), InlineData("2026。9。21")]
    public void A_day_is_understood(string typed) => Assert.Equal(new DateOnly(2026, 9, 21), Typed.Day(typed));

    [Theory, InlineData(""), InlineData(null), InlineData("2026-13-1"), InlineData("20260230"), InlineData("明天"), InlineData("2026-9"), InlineData("26-9-21"), InlineData("46286")]
    public void What_is_no_day_is_none(string? typed) => Assert.Null(Typed.Day(typed));

    [Theory, InlineData("46286", 2026, 9, 21), InlineData("４６２８６", 2026, 9, 21), InlineData("2026.9.21", 2026, 9, 21)]
    public void A_spreadsheet_counts_days(string typed, int year, int month, int day) => Assert.Equal(new DateOnly(year, month, day), Typed.DayOfCell(typed));

    [Theory, InlineData("1.39E10", "13900000000"), InlineData("１３９０００００１２３", "13900000123"), InlineData("0571-8888", "0571-8888"), InlineData("甲E", "甲E")]
    public void A_spreadsheet_shortens_long_numbers(string typed, string meant) => Assert.Equal(meant, Typed.Digits(typed));

    [Theory, InlineData("20260506"), InlineData("２０２６．５．６"), InlineData("2026年5月6日"), InlineData("2026-5-6")]
    public async Task A_form_takes_the_day_as_it_was_typed(string typed)
    {
        var officer = await platform.As(Role.SystemAdministrator);
        var day = $"{typed.GetHashCode():x}";
        var answer = await officer.Send("/office/calendar", "form[action*='handler=local']", ("Local.Day", typed), ("Local.Name", day), ("Local.Basis", "测试"));
        Assert.Equal("/office/calendar?year=2026", await answer.Leads());
        await platform.In(async store =>
        {
            var kept = await store.LocalDays.SingleAsync(one => one.Name == day, Cancelled);
            Assert.Equal(new DateOnly(2026, 5, 6), kept.Day);
            store.Remove(kept);
            await store.Save(new(new("test.cleared", "测试清理"), Gongkai.Records.Hand.Program, Platform.Now));
        });
    }

    [Fact]
    public async Task What_is_no_day_comes_back_as_it_was_typed_with_a_message()
    {
        var officer = await platform.As(Role.SystemAdministrator);
        var answer = await officer.Send("/office/calendar", "form[action*='handler=local']", ("Local.Day", "下星期三"), ("Local.Name", "甲"), ("Local.Basis", "测试"));
        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Contains("“下星期三”看不懂，请按提示的格式重新填写", (await answer.Html()).QuerySelector(".problem").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_takes_full_width_digits()
    {
        var officer = await platform.As(Role.SystemAdministrator);
        var page = await officer.Open("/office/meetings?year=２０２６");
        Assert.Equal("2026", page.QuerySelector("#year")!.GetAttribute("value"));
    }
}
