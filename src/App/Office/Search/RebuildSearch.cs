using Gongkai.App.Access;
using Gongkai.App.Office.Jobs;
using Gongkai.App.Ui;
using Gongkai.Records.Search;
using Gongkai.Rules.Access;

namespace Gongkai.App.Office.Search;

/// <summary>Builds the index of search anew from what is public (重建检索索引); it goes on answering meanwhile.</summary>
public sealed class RebuildSearch(TimeProvider time) : IJobKind
{
    public string Code => "search.rebuild";
    public string Name => "重建检索索引";
    public string About => "按现在公开的信息，把搜索和政策文件库的索引逐条重建一遍，并清除已经不公开的。重建时搜索照常使用。";
    public Permission Permission => Permission.WatchHealth;
    public bool Repeats => true;
    public string? ParametersFor(Me me) => "{}";

    public async Task<string> Run(JobRun run, CancellationToken cancelled)
    {
        await using var store = run.Open();
        var count = await SearchIndex.Rebuild(store, time.Today, (done, total) => run.Count(done, total, "条"), cancelled);
        return $"索引已重建，有 {count:N0} 条信息。";
    }
}
