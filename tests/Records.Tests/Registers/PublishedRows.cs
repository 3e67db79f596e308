using Gongkai.Records.Registers;
using Gongkai.Rules.Registers;
using static Gongkai.Records.Tests.TestActs;

namespace Gongkai.Records.Tests.Registers;

/// <summary>Takes rows the whole way to the public.</summary>
static class PublishedRows
{
    public static async Task Published(this Store store, Guid agency, IReadOnlyList<RegisterRow> rows, DateTimeOffset? at = null)
    {
        Act By() => new(RegisterDeeds.Passed, new(Guid.CreateVersion7(), "测试", "测试"), at ?? Now, agency);
        var batch = store.HandIn("样例批次", rows, By());
        await store.Save(By());
        for (var step = 0; step < 3; step++)
        {
            store.Judge(batch, await store.OpinionsOf(batch), rows, true, null, By());
            await store.Save(By());
        }
        Assert.All(rows, row => Assert.Equal(RowState.Published, row.State));
    }
}
