using Gongkai.Records.Accounts;
using Gongkai.Records.Notices;
using Gongkai.Rules.Access;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Tests;

/// <summary>What was promised with an act goes out with it, once in all likelihood and never not at all.</summary>
public sealed class OutboxTests(TestStores stores)
{
    static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    static readonly OutboxChannel[] Both = [OutboxChannel.Mail, OutboxChannel.Sms];
    static readonly Sealed To = new("sealed");

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task An_act_that_fails_sends_nothing(StoreKind kind)
    {
        var connection = stores.Ready(kind);
        await using var store = StoreChoice.Open(connection);
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.Write(TestActs.Test, async () =>
        {
            store.Mail(To, "已受理", "正文", TestActs.Now);
            await store.SaveChangesAsync(Cancelled);
            throw new InvalidOperationException("the act fails after all");
        }));

        Assert.Empty(await store.Outbox.ToListAsync(Cancelled));
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task Two_nodes_never_hold_the_same_message(StoreKind kind)
    {
        var connection = stores.Ready(kind);
        await using (var store = StoreChoice.Open(connection))
        {
            for (var i = 0; i < 24; i++) store.Mail(To, $"第 {i} 封", "正文", TestActs.Now);
            await store.SaveChangesAsync(Cancelled);
        }
        async Task<List<Guid>> Work(string node)
        {
            var taken = new List<Guid>();
            await using var store = StoreChoice.Open(connection);
            while (await store.ClaimMessage(Both, node, TestActs.Now, Lease) is { } message) taken.Add(message.Id);
            return taken;
        }
        var taken = (await Task.WhenAll(Enumerable.Range(0, 6).Select(number => Task.Run(() => Work($"node-{number}"), Cancelled)))).SelectMany(some => some).ToList();

        Assert.Equal(24, taken.Count);
        Assert.Equal(24, taken.Distinct().Count());
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task A_message_whose_node_died_is_sent_again_under_the_same_name_and_behind_the_others(StoreKind kind)
    {
        await using var store = StoreChoice.Open(stores.Ready(kind));
        store.Mail(To, "一", "正文", TestActs.Now);
        await store.SaveChangesAsync(Cancelled);
        var first = (await store.ClaimMessage(Both, "dead", TestActs.Now, Lease))!;
        store.Mail(To, "二", "正文", TestActs.Now);
        await store.SaveChangesAsync(Cancelled);
        var after = TestActs.Now + Lease + TimeSpan.FromSeconds(1);

        Assert.Equal("二", (await store.ClaimMessage(Both, "other", after, Lease))!.Subject);
        var again = (await store.ClaimMessage(Both, "other", after, Lease))!;
        Assert.Equal((first.Id, 2), (again.Id, again.Attempts));
        Assert.False(await store.MarkSent(first, after));
        Assert.True(await store.MarkSent(again, after));
        var sent = await store.Outbox.AsNoTracking().SingleAsync(message => message.Id == first.Id, Cancelled);
        Assert.Equal((OutboxState.Sent, null, null), (sent.State, sent.To, sent.Body));
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task One_that_is_refused_steps_back_lets_others_pass_and_is_given_up_with_a_word_to_the_administrator(StoreKind kind)
    {
        await using var store = StoreChoice.Open(stores.Ready(kind));
        var keeper = new Account { SignInName = "k", Name = "测试管理员", Stamp = "1" };
        store.AddRange(keeper, new Grant { AccountId = keeper.Id, Role = Role.SystemAdministrator, GrantedAt = TestActs.Now });
        var poison = store.Mail(To, "收件人不存在", "正文", TestActs.Now);
        store.Mail(To, "好的一封", "正文", TestActs.Now + TimeSpan.FromSeconds(1));
        await store.Save(TestActs.Test);
        var at = TestActs.Now + TimeSpan.FromSeconds(2);
        for (var attempt = 1; attempt <= OutboxLine.Refusals; attempt++, at += OutboxLine.StepBack(attempt))
        {
            var held = (await store.ClaimMessage(Both, "a", at, Lease))!;
            Assert.Equal((poison.Id, attempt), (held.Id, held.Attempts));
            Assert.True(await store.MarkFailed(held, new(IsFinal: true, "SMTP 550"), TestActs.Test with { At = at }));
            if (attempt == 1) Assert.True(await store.MarkSent((await store.ClaimMessage(Both, "a", at, Lease))!, at));
            if (attempt < OutboxLine.Refusals) Assert.Null(await store.ClaimMessage(Both, "a", at + OutboxLine.StepBack(attempt) - TimeSpan.FromSeconds(1), Lease));
        }

        var given = await store.Outbox.AsNoTracking().SingleAsync(message => message.Id == poison.Id, Cancelled);
        Assert.Equal((OutboxState.GivenUp, "SMTP 550"), (given.State, given.Fault));
        Assert.Contains("有一条邮件多次没有发出（SMTP 550）", (await store.Notices.SingleAsync(notice => notice.AccountId == keeper.Id, Cancelled)).Text, StringComparison.Ordinal);
        Assert.True(await store.Trail.AnyAsync(entry => entry.Deed == "outbox.given-up", Cancelled));
        Assert.True(await store.Retry(given.Handle, TestActs.Test with { At = at }));
        Assert.Equal(1, (await store.ClaimMessage(Both, "a", at, Lease))!.Attempts);
    }

    [Fact]
    public void The_steps_back_grow_from_a_minute_to_an_hour_and_last_three_days()
    {
        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60], Enumerable.Range(1, 8).Select(attempt => (int)OutboxLine.StepBack(attempt).TotalMinutes));
        Assert.Equal(TimeSpan.FromHours(1), OutboxLine.StepBack(1000));
        Assert.InRange(Enumerable.Range(1, OutboxLine.Absences - 1).Sum(attempt => OutboxLine.StepBack(attempt).TotalHours), 72, 73);
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task A_notice_goes_by_mail_too_where_its_reader_wants_that_and_a_reminder_is_told_once(StoreKind kind)
    {
        await using var store = StoreChoice.Open(stores.Ready(kind));
        var reader = new Account { SignInName = "r", Name = "测试审核员", Stamp = "1" };
        store.AddRange(reader, new MailChoice { AccountId = reader.Id, Address = To, Topics = [NoticeTopic.Reports] });
        await store.Save(TestActs.Test);
        Assert.True(await store.Tell(reader.Id, NoticeTopic.Reports, "年度报告待审签。", "/office/reports/", TestActs.Now));
        Assert.True(await store.Tell(reader.Id, NoticeTopic.Reminders, "明年的放假安排还没有导入。", "/office/calendar/", TestActs.Now, "holidays:2027"));
        Assert.False(await store.Tell(reader.Id, NoticeTopic.Reminders, "明年的放假安排还没有导入。", "/office/calendar/", TestActs.Now, "holidays:2027"));
        await store.SaveChangesAsync(Cancelled);
        Assert.False(await store.Tell(reader.Id, NoticeTopic.Reminders, "明年的放假安排还没有导入。", "/office/calendar/", TestActs.Now, "holidays:2027"));

        Assert.Equal(2, await store.Notices.Of(reader.Id).Unread.CountAsync(Cancelled));
        Assert.Equal("年度报告待审签。", (await store.Outbox.SingleAsync(Cancelled)).Subject);
    }

    [Fact]
    public async Task A_subject_is_one_short_line_whatever_was_typed_and_a_notice_leads_nowhere_else()
    {
        await using var store = StoreChoice.Open("Data Source=:memory:");
        var message = store.Mail(To, "主题\r\nBcc: all@example.com\u0000" + string.Concat(Enumerable.Repeat("𠮷", 60)), "正文", TestActs.Now);

        Assert.StartsWith("主题 Bcc: all@example.com𠮷", message.Subject, StringComparison.Ordinal);
        Assert.True(message.Subject.Length <= 60);
        Assert.DoesNotContain('\uFFFD', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(message.Subject)));
        await Assert.ThrowsAsync<ArgumentException>(() => store.Tell(Guid.CreateVersion7(), NoticeTopic.System, "。", "https://example.com/office", TestActs.Now));
    }
}
