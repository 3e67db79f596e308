using System.Net;
using System.Text.Json;
using Gongkai.Records;
using Gongkai.Records.Organizations;
using Gongkai.Records.Registers;
using Gongkai.Records.Trail;
using Gongkai.Rules.Access;
using Gongkai.Rules.Registers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests.Office;

/// <summary>The registers as people keep them: entered, reviewed by others, public with masks, taken down at once; table 2 follows.</summary>
public sealed partial class RegisterTests(Platform platform)
{
    // Invented; its check holds.
    const string Identity = "11010519491231002X", Person = "演示人甲乙";

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    static string Unique => Handle.Next().ToString()[..8];

    static (string, string)[] Penalty(string number, params (string, string)[] more)
    {
        (string, string)[] usual =
        [
            ("Values[party]", Person), ("Values[partyKind]", "自然人"), ("Values[paper]", "身份证"), ("Values[paperNumber]", Identity), ("Values[number]", number), ("Values[title]", "擅自拆改房屋承重结构"), ("Values[facts]", $"{Person}在甲路房屋中拆改承重墙。"),
            ("Values[basis]", "《建设工程质量管理条例》第六十九条"), ("Values[type]", "罚款"), ("Values[content]", $"对{Person}处罚款5000元。"), ("Values[fine]", "0.5"), ("Values[on]", "2026-05-25"), ("Values[significant]", "是"),
        ];
        return [.. usual.Where(one => more.All(other => other.Item1 != one.Item1)), .. more];
    }

    /// <summary>A desk at which no other test registers anything while one here counts.</summary>
    const string Counted = "zfbz";

    Task<(Clerk Author, string Path)> Entered(string number, params (string, string)[] more) => EnteredAt("zjj", number, more);

    async Task<(Clerk Author, string Path)> EnteredAt(string agency, string number, params (string, string)[] more)
    {
        var author = new Clerk(await platform.As(Role.Handler, agency));
        var (path, page) = await author.Press("/office/registers/penalties/new", "登记", Penalty(number, more));
        Assert.True(page.QuerySelector("[data-testid=state]") is not null, page.QuerySelector("main").Words());
        return (author, path);
    }

    async Task<string> HandedIn(Clerk author, string row)
    {
        var (path, page) = await author.Press($"/office/registers/penalties/submit?row={row.Split('/')[^1]}", "送审", ("Name", $"批次{Unique}"));
        Assert.Equal("等待科室审核", page.QuerySelector("[data-testid=state]").Words());
        return path;
    }

    async Task Publish(string batch)
    {
        foreach (var (role, button) in ((Role, string)[])[(Role.Handler, "通过"), (Role.Legal, "通过"), (Role.Leader, "审签并公开")])
        {
            var (_, page) = await new Clerk(await platform.As(role)).Press(batch, button);
            Assert.Empty(page.QuerySelectorAll(".problem li, .validation-summary-errors li"));
        }
    }

    async Task<string> Portal(string path)
    {
        var answer = await platform.Visitor().GetAsync(path, Cancelled);
        return answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Gone ? await answer.Content.ReadAsStringAsync(Cancelled) : $"{(int)answer.StatusCode}";
    }

    [Fact]
    public async Task A_penalty_is_public_after_three_others_said_yes_with_the_person_masked_and_gone_at_once_when_it_falls()
    {
        var number = $"某住建罚〔2026〕{Unique}号";
        var (author, path) = await Entered(number);
        var handle = path.Split('/')[^1];
        string[] places = ["/zfxxgk/xzcf/", "/zfxxgk/xzcf/sj.csv", "/zfxxgk/xzcf/sj.json", $"/zfxxgk/xzcf/{handle}.html", $"/zfxxgk/xzcf/?q={Uri.EscapeDataString(number)}"];
        async Task Seen(bool seen)
        {
            foreach (var place in places)
            {
                var text = await Portal(place);
                // The question itself is said again.
                Assert.Equal(seen, text.Replace($"value=\"{number}\"", "", StringComparison.Ordinal).Contains(place.Contains("q=", StringComparison.Ordinal) ? $"{handle}.html" : number, StringComparison.Ordinal));
                Assert.DoesNotContain(Person, text, StringComparison.Ordinal);
                Assert.DoesNotContain(Identity, text, StringComparison.Ordinal);
            }
        }

        await Seen(false);
        var batch = await HandedIn(author, path);
        await Seen(false);
        // The author judges nothing, and nobody judges twice.
        Assert.Contains("您是这一稿的拟稿人", (await author.Open(batch)).QuerySelector("main").Words(), StringComparison.Ordinal);
        var both = new Clerk(await platform.As(Role.Reviewer));
        await both.Press(batch, "通过");
        await Seen(false);
        Assert.Contains("您已经审核过这一稿的另一个环节", (await both.Open(batch)).QuerySelector("main").Words(), StringComparison.Ordinal);
        await new Clerk(await platform.As(Role.Legal)).Press(batch, "通过");
        await Seen(false);
        await new Clerk(await platform.As(Role.Leader)).Press(batch, "审签并公开");
        await Seen(true);

        var page = await Portal(places[3]);
        Assert.Contains("演示***", page, StringComparison.Ordinal);
        Assert.Contains("演示***在甲路房屋中拆改承重墙。", page, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(await Portal(places[2]));
        var row = json.RootElement.GetProperty("rows").EnumerateArray().Single(one => one.GetProperty("cf_wsh").GetString() == number);
        Assert.Equal(("演示***", 0.5m), (row.GetProperty("cf_xdr_mc").GetString(), row.GetProperty("cf_nr_fk").GetDecimal()));
        Assert.False(row.TryGetProperty("cf_xdr_zjhm", out _));
        // A whole name is not to be guessed.
        Assert.DoesNotContain($"{handle}.html", await Portal($"/zfxxgk/xzcf/?q={Uri.EscapeDataString(Person)}"), StringComparison.Ordinal);

        // What is public is not changed; it falls, and is gone with its reason.
        Assert.Equal(HttpStatusCode.Redirect, (await author.Get($"{path}/edit")).StatusCode);
        var (_, refused) = await author.Press(path, "登记被撤销、变更", ("How", "Annulled"), ("On", "2026-05-29"), ("Why", $"{Person}经复议撤销"));
        Assert.Contains("理由中有当事人姓名", refused.QuerySelector("main").Words(), StringComparison.Ordinal);
        await author.Press(path, "登记被撤销、变更", ("How", "Annulled"), ("On", "2026-05-29"), ("Why", "经行政复议撤销"));
        foreach (var place in places[1..3].Append(places[4])) Assert.DoesNotContain(handle, await Portal(place), StringComparison.Ordinal);
        Assert.Contains("撤回。理由：经行政复议撤销", await Portal(places[3]), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await platform.Visitor().GetAsync(places[3], Cancelled)).StatusCode);
        Assert.Contains($"{number}：2026-06-01 撤回。经行政复议撤销", await Portal(places[0]), StringComparison.Ordinal);
        Assert.DoesNotContain("拆改承重墙", await Portal(places[3]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_reason_it_stays_and_the_desk_says_until_when()
    {
        var (author, path) = await Entered($"样{Unique}");
        await Publish(await HandedIn(author, path));
        var (_, page) = await author.Press(path, "登记被撤销、变更", ("How", "Unlawful"), ("On", "2026-06-01"));
        Assert.Contains("请在 2026-06-04 前撤下并公开说明理由", page.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Contains("被确认违法，请撤下", (await author.Open("/office/")).QuerySelector("main").Words(), StringComparison.Ordinal);
        var (_, empty) = await author.Press(path, "撤下");
        Assert.Contains("请写明理由", empty.QuerySelector("main").Words(), StringComparison.Ordinal);
        await author.Press(path, "撤下", ("Why", "已被确认违法"));
        Assert.Contains("已撤下", (await author.Open(path)).QuerySelector("[data-testid=state]").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_of_a_paper_is_sealed_and_each_look_is_recorded()
    {
        var (author, path) = await Entered($"样{Unique}");
        Assert.Contains("已加密保存", (await author.Open(path)).QuerySelector("main").Words(), StringComparison.Ordinal);
        foreach (var place in (string[])[path, $"{path}/edit", "/office/registers/penalties", "/office/registers/penalties?export=csv"]) Assert.DoesNotContain(Identity, await (await author.Get(place)).Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
        var (_, asked) = await author.Press(path, "查看");
        Assert.Contains("请写明查看的用途", asked.QuerySelector("main").Words(), StringComparison.Ordinal);
        var (_, seen) = await author.Press(path, "查看", ("Purpose", "核对送达"));
        Assert.Contains(Identity, seen.QuerySelector("main").Words(), StringComparison.Ordinal);
        // Who may not open it is not even offered to.
        Assert.Empty((await new Clerk(await platform.As(Role.Editor)).Open(path)).QuerySelectorAll("#purpose"));
        await platform.In(async store =>
        {
            var handle = Handle.Parse(path.Split('/')[^1], null);
            var row = await store.Penalties.AsNoTracking().SingleAsync(one => one.Handle == handle, Cancelled);
            Assert.NotEqual(Identity, row.PaperNumber!.Value.Cipher);
            Assert.Equal(1, await (from mention in store.Set<TrailMention>() join entry in store.Trail on new { mention.Chain, mention.Sequence } equals new { entry.Chain, entry.Sequence } where mention.Record == row.Id && entry.Deed == RegisterDeeds.Opened.Code select entry).CountAsync(Cancelled));
            Assert.False(await store.Trail.AnyAsync(entry => entry.Content.Contains(Identity) || entry.Content.Contains(Person), Cancelled));
        });
        // The form keeps what it does not show.
        var (_, changed) = await author.Press($"{path}/edit", "保存", ("Values[title]", "擅自拆改承重结构"), ("Why", "更正"));
        Assert.Contains("擅自拆改承重结构", changed.QuerySelector("main").Words(), StringComparison.Ordinal);
        var (_, again) = await author.Press(path, "查看", ("Purpose", "核对"));
        Assert.Contains(Identity, again.QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_said_beside_its_field_and_nothing_typed_is_lost()
    {
        var author = new Clerk(await platform.As(Role.Registrar));
        var (_, page) = await author.Press("/office/registers/penalties/new", "登记", Penalty("样罚1号", ("Values[on]", "2026-13-01"), ("Values[fine]", "约五千"), ("Values[facts]", "")));
        var words = page.QuerySelector("main").Words();
        Assert.Contains("“2026-13-01”不是日期，请写成 2026-09-21。", words, StringComparison.Ordinal);
        Assert.Contains("“约五千”不是金额，请只写数字，例如 1.5。", words, StringComparison.Ordinal);
        Assert.Contains("请填写违法事实。", words, StringComparison.Ordinal);
        Assert.Equal("样罚1号", page.QuerySelector("[name='Values[number]']")!.GetAttribute("value"));
        var (_, rules) = await author.Press("/office/registers/normative/new", "登记", ("Values[number]", "样1号"), ("Values[title]", "样例办法"), ("Values[type]", "规章"), ("Values[on]", "2026-05-01"));
        Assert.Contains("规章只能由国务院部门", rules.QuerySelector("main").Words(), StringComparison.Ordinal);
        var (_, company) = await author.Press("/office/registers/penalties/new", "登记", Penalty("样罚2号", ("Values[partyKind]", "法人及非法人组织"), ("Values[credit]", "123")));
        Assert.Contains("统一社会信用代码应为 18 位，您填写了 3 位。", company.QuerySelector("main").Words(), StringComparison.Ordinal);
        // The same decision is not entered twice.
        var number = $"样{Unique}";
        await author.Press("/office/registers/penalties/new", "登记", Penalty(number));
        var (_, twice) = await author.Press("/office/registers/penalties/new", "登记", Penalty(number));
        Assert.Contains("这个编号已经登记过", twice.QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_would_leak_is_not_handed_in_and_what_is_void_counts_nowhere()
    {
        var (author, path) = await EnteredAt(Counted, $"样{Unique}", ("Values[facts]", $"当事人证件号 {Identity}，电话 13800001111。"));
        var submit = $"/office/registers/penalties/submit?row={path.Split('/')[^1]}";
        var words = (await author.Open(submit)).QuerySelector("main").Words();
        Assert.Contains("“违法事实”中有身份证号，请删去后再送审。", words, StringComparison.Ordinal);
        Assert.Contains("“违法事实”中有手机号码，请删去后再送审。", words, StringComparison.Ordinal);
        var answer = await author.Browser.Send(await author.Open(submit), submit, "form.fields", ("Chosen", path.Split('/')[^1]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);

        // One that stays: of none at all the table says nothing.
        await EnteredAt(Counted, $"样{Unique}");
        async Task<decimal> Decisions() => decimal.Parse((await author.Open("/office/registers?year=2026")).QuerySelector("td[data-key='t2.penalties.decisions']").Words(), System.Globalization.CultureInfo.InvariantCulture);
        var before = await Decisions();
        var (_, unsaid) = await author.Press(path, "作废");
        Assert.Contains("请写明理由", unsaid.QuerySelector("main").Words(), StringComparison.Ordinal);
        await author.Press(path, "作废", ("Why", "重复登记"));
        Assert.Equal(before - 1, await Decisions());
        Assert.Equal(HttpStatusCode.Redirect, (await author.Get($"{path}/edit")).StatusCode);
    }

    [Fact]
    public async Task Each_figure_of_table_2_leads_to_its_rows()
    {
        var (author, path) = await EnteredAt(Counted, $"样{Unique}");
        var overview = await author.Open("/office/registers?year=2026");
        var figure = overview.QuerySelector("td[data-key='t2.penalties.decisions'] a")!;
        var list = await author.Open(figure.GetAttribute("href")!);
        Assert.Contains($"这一格是 {figure.Words()}，由 {figure.Words()} 条记录组成。", list.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.NotNull((await author.Open(path)).QuerySelector("main a[href='/office/registers/figure?year=2026&cell=t2.penalties.decisions']"));
        Assert.Equal("未登记", (await author.Open("/office/registers?year=2019")).QuerySelector("td[data-key='t2.rules.made']").Words());
        Assert.Equal(HttpStatusCode.NotFound, (await author.Get("/office/registers/figure?year=2026&cell=t3.received.person")).StatusCode);
    }

    [Fact]
    public async Task Terms_are_set_with_their_basis_and_counted_from_then_on()
    {
        var officer = new Clerk(await platform.As(Role.Reviewer, "cgj"));
        var (_, page) = await officer.Press("/office/registers/terms", "设置", ("Input.From", "2026-01-01"), ("Input.PublishWithin", "30"), ("Input.Why", "测试"));
        Assert.Contains("公开期限应为 1 到 20 个工作日", page.QuerySelector("main").Words(), StringComparison.Ordinal);
        await officer.Press("/office/registers/terms", "设置", ("Input.From", "2026-01-01"), ("Input.PublishWithin", "3"), ("Input.Why", "某市办法"));
        var (_, row) = await officer.Press("/office/registers/penalties/new", "登记", Penalty($"样{Unique}"));
        Assert.Contains("已登记，请在 2026-05-28 前送审公开。", row.QuerySelector("main").Words(), StringComparison.Ordinal);
    }
}
