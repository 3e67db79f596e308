using Gongkai.App.Tests.Office;
using Gongkai.App.Tests.Office.Items;
using Gongkai.App.Tests.Office.Works;
using Gongkai.Records;
using Gongkai.Records.Jobs;
using Gongkai.Records.Search;
using Gongkai.Rules.Access;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests.Search;

/// <summary>Who runs the system has the index built anew, and sees how far it is.</summary>
[Collection(Workshop.Line)]
public sealed class RebuildJobTests(Platform platform)
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_index_is_built_anew_in_the_background_and_says_how_many_it_took_up()
    {
        var address = await (await Writer.At(platform)).Published("关于鸳鸯塘清淤的通知", ("Input.Html", "<p>鸳鸯塘清淤。</p>"));
        var handle = Handle.Parse(address.Substring(address.LastIndexOf('/') + 1), null);
        await platform.In(async store =>
        {
            var item = await store.Items.SingleAsync(one => one.Handle == handle);
            await store.Write(new(new("test.lost", "测试丢失"), Hand.Program, Platform.Now, item.AgencyId), () => SearchIndex.Remove(store, item.Id));
        });
        Assert.Empty((await platform.Page("/ss/?q=鸳鸯塘清")).QuerySelectorAll(".hits > li"));

        var (administrator, _) = await platform.Officer(Role.SystemAdministrator);
        var desk = await platform.As(administrator);
        await JobWorkerTests.Post(desk, "/office/jobs?handler=Start", ("kind", "search.rebuild"));
        await platform.WorkOff();

        Job job = null!;
        await platform.In(async store => job = await store.Jobs.AsNoTracking().SingleAsync(one => one.OwnerId == administrator.Id && one.Kind == "search.rebuild", Cancelled));
        Assert.Equal(JobState.Done, job.State);
        Assert.True(job.Done >= 1 && job.Done == job.Total, $"{job.Done} of {job.Total}");
        Assert.Contains($"索引已重建，有 {job.Done:N0} 条信息。", (await (await desk.GetAsync("/office/jobs", Cancelled)).Html()).QuerySelector("table.list").Words(), StringComparison.Ordinal);
        Assert.Single((await platform.Page("/ss/?q=鸳鸯塘清淤")).QuerySelectorAll(".hits > li"));
    }
}
