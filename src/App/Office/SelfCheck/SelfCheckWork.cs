using System.Text.Json;
using Gongkai.App.Access;
using Gongkai.App.Office.Channels;
using Gongkai.App.Office.Jobs;
using Gongkai.App.Ui;
using Gongkai.Rules;
using Gongkai.Rules.Access;
using Gongkai.Rules.Disclosure;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.SelfCheck;

/// <summary>Looks over an agency's 政府信息公开 by the rules of the inspection, before an inspector does (自查).</summary>
public sealed class SelfCheckWork(Inside inside, Site site, InspectionTerms terms, IConfiguration configuration, TimeProvider time) : IJobKind
{
    /// <param name="Agency">Whose pages are looked over.</param>
    sealed record Order(Guid Agency);

    public const string Kind = "disclosure.selfcheck";

    public string Code => Kind;
    public string Name => "政府信息公开自查";
    public string About => "按检查指标读取本单位的公开页面和栏目，列出红线、扣分项和没有检查的内容。结果在“自查”页查看。";
    public Permission Permission => Permission.ManageColumns;
    public bool Repeats => true;
    public string? Shows => Index.Path;
    public string? ParametersFor(Me me) => me.Agency == Guid.Empty ? null : JsonSerializer.Serialize(new Order(me.Agency));

    public async Task<string> Run(JobRun run, CancellationToken cancelled)
    {
        var order = run.Parameters<Order>();
        if (run.Job.AgencyId != order.Agency) throw new JobRefusedException("这次自查是在另一个单位的工作台上要求的，请回到那个单位后再运行。");
        var (at, today) = (time.Now, time.Now.DayAtOffice);
        await using var store = run.Open();
        var agency = await store.Agencies.AsNoTracking().SingleAsync(one => one.Id == order.Agency, cancelled);
        List<CheckLine> lines = [.. await DataChecks.Of(store, agency, today, terms.On(today))];
        if (Surfaces.IsOpen(configuration, Surfaces.Portal))
        {
            var visits = new Visits(inside, site);
            var pages = new PageChecks(visits, site);
            lines.AddRange(await pages.Of(store, agency, (done, total) => run.Count(done, total, "页"), cancelled));
            lines.AddRange(await new LinkChecks(visits).Of(store, agency.Id, pages.Outside, texts => run.Count(texts, 0, "篇"), cancelled));
        }
        else lines.AddRange(ByPages.Select(rule => new CheckLine(rule, CheckVerdict.Unchecked, "这台机器没有开放门户，读不到公众看到的页面。", "请在门户所在的机器上自查，或者打开公开页面逐项核对。")));
        var places = CheckRule.All.Index().ToDictionary(one => one.Item.Code, one => one.Index);
        var result = new CheckResult(at, time.Now, run.Job.OwnerName, [.. lines.OrderBy(line => line.Verdict).ThenBy(line => places[line.Rule])]);
        await result.Write(run.Result("自查结果.json"), cancelled);
        run.Finds(result.Count(CheckVerdict.RedLine));
        return $"红线 {result.Count(CheckVerdict.RedLine)} 项，临近红线 {result.Count(CheckVerdict.Near)} 项，扣分 {result.Count(CheckVerdict.Deduction)} 项，未检 {result.Count(CheckVerdict.Unchecked)} 项。请在“自查”页查看。";
    }

    static readonly CheckRule[] ByPages =
        [CheckRule.Dates, CheckRule.Open, CheckRule.HomeLinks, CheckRule.Links, CheckRule.Outside, CheckRule.Foot, CheckRule.Four, CheckRule.SiteTags, CheckRule.ColumnTags, CheckRule.ArticleTags, CheckRule.Telephone];
}
