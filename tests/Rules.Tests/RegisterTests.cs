using System.Globalization;
using Gongkai.Rules.Registers;

namespace Gongkai.Rules.Tests;

/// <summary>By when a row of a register is public, until when it stays, and by when it goes.</summary>
public sealed class RegisterTests
{
    static readonly WorkingCalendar Calendar = WorkingCalendar.BuiltIn;

    [Theory]
    [InlineData("2026-03-02", "2026-03-11")]
    // Over the Spring Festival of 2026, with two Saturdays at work; and over the New Year.
    [InlineData("2026-02-12", "2026-02-28")]
    [InlineData("2025-12-31", "2026-01-12")]
    // A day of rest is no working day; the first counted is the next one.
    [InlineData("2026-03-07", "2026-03-17")]
    public void A_licence_and_a_penalty_are_public_within_seven_working_days(string decided, string due)
    {
        var day = DateOnly.Parse(decided, CultureInfo.InvariantCulture);
        var counted = RegisterClock.PublishBy(RegisterKind.Licence, day, RegisterTerms.Usual, Calendar);
        Assert.Equal(7, Calendar.Count(day, counted));
        Assert.Equal(counted, RegisterClock.PublishBy(RegisterKind.Penalty, day, RegisterTerms.Usual, Calendar));
        Assert.Equal(DateOnly.Parse(due, CultureInfo.InvariantCulture), counted);
    }

    [Fact]
    public void The_shorter_of_two_terms_wins()
    {
        var day = new DateOnly(2026, 3, 2);
        DateOnly By(int within) => RegisterClock.PublishBy(RegisterKind.Penalty, day, new(DateOnly.MinValue, within), Calendar);
        Assert.Equal(Calendar.Add(day, 20), By(20));
        Assert.Equal(Calendar.Add(day, 20), By(30));
        Assert.Equal(Calendar.Add(day, 19), By(19));
        Assert.Equal(Calendar.Add(day, 2), RegisterClock.PublishBy(RegisterKind.Procurement, day, RegisterTerms.Usual, Calendar));
        Assert.Equal(Calendar.Add(day, 20), RegisterClock.PublishBy(RegisterKind.Service, day, new(DateOnly.MinValue, 3), Calendar));
        Assert.Equal(Calendar.Add(day, 20), RegisterClock.PublishBy(RegisterKind.Power, day, RegisterTerms.Usual, Calendar));
    }

    // 实施条例第四十三条、第五十条. A Monday, a Friday, the day before the holiday of October 2026, and a Saturday at work.
    [Theory, InlineData("2026-03-02", "2026-03-04"), InlineData("2026-03-06", "2026-03-10"), InlineData("2026-09-30", "2026-10-09"), InlineData("2026-10-09", "2026-10-12")]
    public void A_supplier_and_a_contract_are_announced_within_two_working_days(string on, string due)
    {
        var day = DateOnly.Parse(on, CultureInfo.InvariantCulture);
        foreach (var kind in (RegisterKind[])[RegisterKind.Procurement, RegisterKind.Contract])
            Assert.Equal(DateOnly.Parse(due, CultureInfo.InvariantCulture), RegisterClock.PublishBy(kind, day, RegisterTerms.Usual, Calendar));
    }

    // 第二十六条: where no shorter term is set.
    [Theory, InlineData(RegisterKind.Power), InlineData(RegisterKind.Coercion), InlineData(RegisterKind.Service), InlineData(RegisterKind.Fee), InlineData(RegisterKind.Receipt), InlineData(RegisterKind.Normative)]
    public void What_has_no_shorter_term_is_public_within_twenty_working_days(RegisterKind kind) =>
        // Domain's ninth example: formed Tuesday 2026-02-10, over the Spring Festival.
        Assert.Equal(new(2026, 3, 16), RegisterClock.PublishBy(kind, new(2026, 2, 10), RegisterTerms.Usual, Calendar));

    // Domain's tenth example: decided Tuesday 2026-09-29; annulled on that day, three working days are 2026-10-09.
    [Fact]
    public void The_worked_example_of_a_penalty_holds()
    {
        var day = new DateOnly(2026, 9, 29);
        Assert.Equal(new(2026, 10, 14), RegisterClock.PublishBy(RegisterKind.Penalty, day, RegisterTerms.Usual, Calendar));
        Assert.Equal(new(2026, 11, 2), RegisterClock.PublishBy(RegisterKind.Penalty, day, new(DateOnly.MinValue, 20), Calendar));
        Assert.Equal(new(2026, 10, 9), RegisterClock.TakeDownBy(day, Calendar));
    }

    [Theory, InlineData("2026-03-02", "2026-03-05"), InlineData("2026-03-06", "2026-03-11"), InlineData("2026-03-08", "2026-03-11")]
    public void A_fallen_decision_is_taken_down_in_three_working_days(string fell, string due) =>
        Assert.Equal(DateOnly.Parse(due, CultureInfo.InvariantCulture), RegisterClock.TakeDownBy(DateOnly.Parse(fell, CultureInfo.InvariantCulture), Calendar));

    [Fact]
    public void A_decision_stays_public_five_years_of_a_natural_person_two_and_a_licence_while_it_is_valid()
    {
        var day = new DateOnly(2024, 2, 29);
        Assert.Equal(new(2029, 2, 28), RegisterClock.PublicUntil(day, PartyKind.Organization, RegisterTerms.Usual));
        Assert.Equal(new(2029, 2, 28), RegisterClock.PublicUntil(day, PartyKind.SoleTrader, RegisterTerms.Usual));
        Assert.Equal(new(2026, 2, 28), RegisterClock.PublicUntil(day, PartyKind.Person, RegisterTerms.Usual));
        Assert.Equal(new(2099, 12, 31), RegisterClock.PublicUntil(day, PartyKind.Person, RegisterTerms.Usual, validUntil: new(2099, 12, 31)));
        Assert.Equal(new(2025, 1, 1), RegisterClock.PublicUntil(day, PartyKind.Organization, RegisterTerms.Usual, end: new(2025, 1, 1)));
        Assert.Equal(DateOnly.MaxValue, RegisterClock.PublicUntil(new(9998, 1, 1), PartyKind.Organization, RegisterTerms.Usual));
    }

    [Fact]
    public void The_terms_of_a_day_are_the_latest_that_began_by_then()
    {
        RegisterTerms[] set = [new(new(2025, 1, 1), 10), new(new(2026, 1, 1), 5)];
        Assert.Equal(RegisterTerms.Usual, RegisterTerms.On(new(2024, 12, 31), set));
        Assert.Equal(10, RegisterTerms.On(new(2025, 12, 31), set).PublishWithin);
        Assert.Equal(5, RegisterTerms.On(new(2026, 1, 1), set).PublishWithin);
        Assert.Equal("公开期限应为 1 到 20 个工作日，超过 20 个的以条例第二十六条为准。", new RegisterTerms(default, 21).Fault!.Reason);
        Assert.Equal("公示年限应为 1 到 99 年。", new RegisterTerms(default, 7, 0).Fault!.Reason);
        Assert.Null(RegisterTerms.Usual.Fault);
    }

    [Fact]
    public void What_is_reviewed_or_public_stays_as_the_reviewers_saw_it()
    {
        foreach (var state in Enum.GetValues<RowState>())
        {
            var free = state is RowState.Kept or RowState.Withheld or RowState.Withdrawn;
            Assert.Equal(free, state.ToChanging is null);
            Assert.Equal(free, state.ToVoiding is null);
            Assert.Equal(state is RowState.Published, state.ToWithdrawing is null);
            Assert.Equal(state is RowState.Kept or RowState.Withdrawn, state.ToSubmitting is null);
        }
        Assert.Equal("这条记录已经公开，请先撤下，修改后重新送审。", RowState.Published.ToChanging!.Reason);
    }

    [Fact]
    public void Each_register_has_one_address_and_each_kind_of_power_one_line_at_most()
    {
        Assert.Distinct(Enum.GetValues<RegisterKind>().Select(kind => kind.Code));
        Assert.Equal(["qzqd", "xzxk", "xzcf", "qtfw", "sfml", "zfcg", "cght"], Enum.GetValues<RegisterKind>().Select(kind => kind.PublicCode).OfType<string>());
        Assert.All(Enum.GetValues<RegisterKind>(), kind => Assert.Equal(kind, RegisterKinds.Coded(kind.Code)));
        Assert.Null(RegisterKinds.Coded("nothing"));
        Assert.Equal(["coercion", "licences", "penalties", "services"], Enum.GetValues<PowerKind>().Select(kind => kind.Row).OfType<string>().Distinct().Order());
    }
}
