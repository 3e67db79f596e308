using Gongkai.App.Office.Chores;
using Gongkai.App.Shared.Letters;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Notices;
using Gongkai.Records.Organizations;
using Gongkai.Records.Requests;
using Gongkai.Rules;
using Gongkai.Rules.Access;
using Gongkai.Rules.Requests;
using Microsoft.EntityFrameworkCore;
using Gongkai.Records.Requests.Letters;
using Gongkai.Rules.Requests.Letters;

namespace Gongkai.App.Office.Requests.Letters;

/// <summary>Notes which mails to applicants went out; one that was given up is told to whoever sends letters.</summary>
public sealed class Deliveries : IChore
{
    public string Name => "deliveries";
    public string Title => "登记电子送达";
    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task Do(Store store, DateTimeOffset now, CancellationToken stopping)
    {
        foreach (var letter in await store.SettleNotices(now))
        {
            var number = await store.Requests.Where(request => request.Id == letter.RequestId).Select(request => request.Number).SingleAsync(stopping);
            await store.Tell(await store.HoldersAt(letter.AgencyId, Permission.RegisterRequests), NoticeTopic.Reminders, $"申请 {number} 的{letter.Kind.Facts.Title}电子送达没有成功，请改用其他方式送达。",
                $"/office/letters/{letter.Handle}", now, $"not-served:{letter.Id:N}:{now:yyyyMMddHHmm}");
            await store.SaveChangesAsync(stopping);
            store.ChangeTracker.Clear();
        }
    }
}

/// <summary>Confirms requests that nobody at the office confirmed in time, and says so on the desk.</summary>
public sealed class OverdueConfirmations(IServiceScopeFactory scopes) : IChore
{
    public string Name => "confirmations";
    public string Title => "到期自动确认收到";
    public TimeSpan Every => TimeSpan.FromMinutes(5);

    public async Task Do(Store store, DateTimeOffset now, CancellationToken stopping)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (own, mails) = (scope.ServiceProvider.GetRequiredService<Store>(), scope.ServiceProvider.GetRequiredService<ApplicantMail>());
        await own.ConfirmOverdue(now, async (file, act) =>
        {
            await mails.TellReceipt(file, act, now.DayAtOffice);
            await own.Tell(await own.HoldersAt(file.Request.AgencyId, Permission.RouteRequests), NoticeTopic.Reminders,
                $"申请 {file.Request.Number} 没有按时确认收到，系统已自动确认，收到申请之日 {file.Clock.ReceivedOn:yyyy-MM-dd}，答复期限 {file.Clock.Due:yyyy-MM-dd}，请马上分办。",
                $"{Index.Path}/{file.Request.Handle}", act.At, $"confirmed:{file.Request.Id:N}");
        });
    }
}
