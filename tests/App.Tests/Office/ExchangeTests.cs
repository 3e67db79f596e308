using System.Net;
using System.Text;
using Gongkai.App.Access;
using Gongkai.App.Office.Imports;
using Gongkai.App.Office.Registers;
using Gongkai.Records;
using Gongkai.Records.Registers;
using Gongkai.Records.Trail;
using Gongkai.Rules;
using Gongkai.Rules.Access;
using Gongkai.Rules.Registers;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.App.Tests.Office;

/// <summary>双公示: what goes out has the exchange's fields in their order, comes in again as it was, and what does not go out is named with its reason.</summary>
public sealed class ExchangeTests(Platform platform)
{
    // Invented; its check holds.
    const string Identity = "11010519491231002X";

    static readonly Act Test = new(new("test.prepared", "测试准备"), Hand.Program, Platform.Now);

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    // domain §7.4.
    static readonly string[] PenaltyCodes =
    [
        "cf_xdr_mc", "cf_xdr_lb", "cf_xdr_shxym", "cf_xdr_gszc", "cf_xdr_zzjg", "cf_xdr_swdj", "cf_xdr_sydw", "cf_xdr_shzz", "cf_frdb", "cf_fr_zjlx", "cf_fr_sfzh", "cf_xdr_zjlx", "cf_xdr_zjhm", "cf_wsh", "cf_wfxw", "cf_sy", "cf_yj", "cf_cflb", "cf_nr", "cf_nr_fk", "cf_nr_wfff", "cf_nr_zkdx",
        "cf_jdrq", "cf_yxq", "cf_gsjzq", "cf_cfjg", "cf_cfjgdm", "cf_sjly", "cf_sjlydm", "bz",
    ];

    static readonly string[] LicenceNames =
    [
        "行政相对人名称", "行政相对人类别", "行政相对人代码_1(统一社会信用代码)", "行政相对人代码_2(工商注册号)", "行政相对人代码_3(组织机构代码)", "行政相对人代码_4(税务登记号)", "行政相对人代码_5(事业单位证书号)", "行政相对人代码_6(社会组织登记证号)", "法定代表人", "法定代表人证件类型", "法定代表人证件号码", "证件类型", "证件号码",
        "行政许可决定文书名称", "行政许可决定文书号", "许可类别", "许可证书名称", "许可编号", "许可内容", "许可决定日期", "有效期自", "有效期至", "许可机关", "许可机关统一社会信用代码", "当前状态", "数据来源单位", "数据来源单位统一社会信用代码", "备注",
    ];

    [Theory, InlineData("xlsx", ""), InlineData("xlsx", "codes"), InlineData("csv", ""), InlineData("csv", "codes")]
    public async Task What_goes_out_comes_in_again_as_it_was(string format, string names)
    {
        // Days of its own, so that no other test's rows are among these.
        var day = new DateOnly(2001, format == "csv" ? 1 : 2, names == "" ? 1 : 11);
        var tail = Handle.Next().ToString()[..8];
        var (agency, rows) = await Published(day, tail);
        var clerk = new Clerk(await platform.As(Role.Handler));
        var bytes = await Download(clerk, day, format, names, whole: true);

        var provider = platform.Services.GetRequiredService<IDataProtectionProvider>();
        var import = new RegisterImport(RegisterKind.Penalty, provider);
        var table = ImportTable.Read(bytes, import);
        Assert.Empty(table.Unknown);
        Assert.Equal(3, table.Rows.Count);
        await platform.In(async store =>
        {
            // Into the same register: nothing is new and nothing changes.
            var taking = await import.Open(new(store, agency, new(2026, 6, 1)));
            foreach (var row in table.Rows)
            {
                var taken = await taking.Take(row);
                Assert.Equal((false, ""), (taken.IsNew, string.Join("；", taken.Problems.Select(problem => problem.Sentence))));
                Assert.False(store.ChangeTracker.HasChanges());
            }
            store.ChangeTracker.Clear();
            // Into another agency's: the same rows, to the last letter and the sealed numbers.
            var other = await store.Agencies.Where(one => one.Code == "cgj").Select(one => one.Id).SingleAsync(Cancelled);
            taking = await import.Open(new(store, other, new(2026, 6, 1)));
            foreach (var row in table.Rows) Assert.Equal((true, ""), await taking.Take(row) is var taken ? (taken.IsNew, string.Join("；", taken.Problems.Select(problem => problem.Sentence))) : default);
            var vault = new Vault(provider, store);
            foreach (var came in store.ChangeTracker.Entries<PenaltyDecision>().Select(entry => entry.Entity))
            {
                var was = rows.Single(row => row.Number == came.Number);
                foreach (var field in RegisterFields.Of(RegisterKind.Penalty).Where(field => field.Code is not null && field.Key is not ("authority" or "authorityCode" or "source" or "sourceCode")))
                    Assert.Equal(field.Read(was) is Sealed one ? vault.Read(one) : field.Typed(was), field.Read(came) is Sealed another ? vault.Read(another) : field.Typed(came));
                Assert.Equal("某区住房和城乡建设局", came.Authority);
            }
            store.ChangeTracker.Clear();
        });
    }

    [Fact]
    public async Task The_fields_stand_in_the_order_of_the_exchange_and_persons_are_masked_unless_a_purpose_is_given()
    {
        var day = new DateOnly(2001, 3, 1);
        await Published(day, Handle.Next().ToString()[..8]);
        var clerk = new Clerk(await platform.As(Role.Handler));
        var text = Encoding.UTF8.GetString(await Download(clerk, day, "csv", "codes", whole: false));
        Assert.Equal(PenaltyCodes, text.TrimStart('\uFEFF').Split("\r\n")[0].Split(',').Select(heading => heading.Trim('"')));
        Assert.Equal(LicenceNames, new Exchange(RegisterKind.Licence, day, day, null).Fields.Select(Exchange.HeadingOf));
        Assert.DoesNotContain("演示人甲", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Identity, text, StringComparison.Ordinal);
        Assert.Contains("演示**", text, StringComparison.Ordinal);
        // A spreadsheet calculates none of it.
        Assert.Contains("\"'=1+1\"", text, StringComparison.Ordinal);
        // The masked file comes in again too, and takes no name away.
        await platform.In(async store =>
        {
            var import = new RegisterImport(RegisterKind.Penalty, platform.Services.GetRequiredService<IDataProtectionProvider>());
            var taking = await import.Open(new(store, await store.Agencies.Where(one => one.Code == "zjj").Select(one => one.Id).SingleAsync(Cancelled), new(2026, 6, 1)));
            foreach (var row in ImportTable.Read(Encoding.UTF8.GetBytes(text), import).Rows) Assert.Equal((false, ""), await taking.Take(row) is var taken ? (taken.IsNew, string.Join("；", taken.Problems.Select(problem => problem.Sentence))) : default);
            Assert.False(store.ChangeTracker.HasChanges());
        });
        // Whole without a purpose is refused, and who may not open personal data has no such choice.
        var path = Address(day);
        var (_, refused) = await clerk.Press(path, "下载", ("Format", "csv"), ("Whole", "true"));
        Assert.Contains("请写明用途，例如报送信用平台", refused.QuerySelector("main").Words(), StringComparison.Ordinal);
        var editor = new Clerk(await platform.As(Role.Editor));
        Assert.Null((await editor.Open(path)).QuerySelector("[name=Whole]"));
        await platform.In(async store => Assert.Equal(0, await store.Trail.CountAsync(entry => entry.Deed == RegisterDeeds.ExchangedWhole.Code && entry.Content.Contains("2001-03-01"), Cancelled)));
    }

    [Fact]
    public async Task What_does_not_go_out_is_named_with_its_reason()
    {
        var day = new DateOnly(2001, 4, 2);
        var tail = Handle.Next().ToString()[..8];
        await platform.In(async store =>
        {
            var agency = await store.Agencies.Where(one => one.Code == "zjj").Select(one => one.Id).SingleAsync(Cancelled);
            var simple = Penalty(agency, $"简{tail}", day, "示例公司", PartyKind.Organization);
            simple.Procedure = PenaltyProcedure.Simple;
            var withheld = Penalty(agency, $"密{tail}", day, "示例公司", PartyKind.Organization);
            withheld.Withhold("涉及国家秘密");
            var (gone, unnumbered) = (Penalty(agency, $"撤{tail}", day, "示例公司", PartyKind.Organization), Penalty(agency, $"无{tail}", day, "演示人乙", PartyKind.Person));
            store.AddRange(simple, withheld, Penalty(agency, $"未{tail}", day, "示例公司", PartyKind.Organization));
            await Publish(store, agency, [gone, unnumbered]);
            gone.Withdraw(Platform.Now, "文书有误");
            await store.Save(Test with { Agency = agency });
        });
        var clerk = new Clerk(await platform.As(Role.Handler));
        var page = await clerk.Open(Address(day));
        Assert.Equal(("1", "4"), (page.QuerySelector("[data-testid=rows]").Words(), page.QuerySelector("[data-testid=refused]").Words()));
        string[] said = [.. page.QuerySelectorAll("tbody tr").Select(row => $"{row.QuerySelector("th").Words()[..1]} {row.QuerySelector("td:last-child").Words()}").Order(StringComparer.Ordinal)];
        Assert.Equal([.. ((string[])["密 不予公开：涉及国家秘密", "撤 已撤下：文书有误，请在信用平台上撤销", "未 还没有审核公开，请先送审", "简 简易程序的处罚不报送"]).Order(StringComparer.Ordinal)], said);
        // Nobody's number may be missing where the platform asks for it.
        Assert.Equal("没有登记证件号码，信用平台要求填写", new Exchange(RegisterKind.Penalty, day, day, null).WhyNot(await Row(), whole: true));
        // What changed since a day: the one that was taken down today is told, what is public since today goes out again, and of tomorrow there is nothing but what never was public.
        Assert.Equal("1", (await clerk.Open(Address(day) + "&since=2026-06-01")).QuerySelector("[data-testid=rows]").Words());
        var later = await clerk.Open(Address(day) + "&since=2026-06-02");
        Assert.Equal(("0", "3"), (later.QuerySelector("[data-testid=rows]").Words(), later.QuerySelector("[data-testid=refused]").Words()));
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.Get("/office/registers/exchange?kind=powers")).StatusCode);

        async Task<DecisionRow> Row()
        {
            DecisionRow row = null!;
            await platform.In(async store => row = await store.Penalties.AsNoTracking().SingleAsync(one => one.Number == $"无{tail}", Cancelled));
            return row;
        }
    }

    static string Address(DateOnly day) => $"/office/registers/exchange?kind=penalties&from={day:yyyy-MM-dd}&until={day:yyyy-MM-dd}";

    static async Task<byte[]> Download(Clerk clerk, DateOnly day, string format, string names, bool whole)
    {
        var page = await clerk.Open(Address(day));
        var answer = await clerk.Browser.Send(page, Address(day), "section form.fields", ("Format", format), ("Names", names), ("Whole", whole ? "true" : "false"), ("Purpose", whole ? "报送信用平台" : ""));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains($".{format}", answer.Content.Headers.ContentDisposition!.ToString(), StringComparison.Ordinal);
        return await answer.Content.ReadAsByteArrayAsync(Cancelled);
    }

    async Task<(Guid Agency, IReadOnlyList<PenaltyDecision> Rows)> Published(DateOnly day, string tail)
    {
        Guid agency = default;
        List<PenaltyDecision> rows = [];
        await platform.In(async store =>
        {
            agency = await store.Agencies.Where(one => one.Code == "zjj").Select(one => one.Id).SingleAsync(Cancelled);
            var vault = new Vault(platform.Services.GetRequiredService<IDataProtectionProvider>(), store);
            var (company, person, trader) = (Penalty(agency, $"甲{tail}", day, "示例公司", PartyKind.Organization), Penalty(agency, $"乙{tail}", day, "演示人甲", PartyKind.Person), Penalty(agency, $"丙{tail}", day, "示例小店", PartyKind.SoleTrader));
            (company.FineFen, company.ConfiscatedFen, company.LegalPerson, company.LegalPersonPaper, company.LegalPersonNumber, company.Remark, company.Revoked, company.ValidUntil) = (1_234_567_89, 1, "演示代表", "身份证", vault.Seal(Identity), "-无", "=1+1", new(2030, 1, 1));
            // Public again after its term: the exchange asks for the day, the portal hides it by itself.
            (person.Paper, person.PaperNumber, person.Content, person.PublicityEnd) = ("身份证", vault.Seal(Identity), "对演示人甲处罚款“伍佰”元,\n当场缴纳。", new(2030, 5, 5));
            trader.CreditCode = "92999999MA0000001";
            trader.CreditCode += Gongkai.Rules.Organizations.CreditCode.Check(trader.CreditCode);
            rows = [company, person, trader];
            await Publish(store, agency, rows);
        });
        return (agency, rows);
    }

    static PenaltyDecision Penalty(Guid agency, string number, DateOnly on, string party, PartyKind kind)
    {
        var row = new PenaltyDecision { AgencyId = agency, Number = number, Title = "擅自施工", On = on, Facts = $"{party}擅自施工。", Basis = "样例依据", Penalties = "罚款", Content = "罚款五百元。", CreditCode = kind == PartyKind.Organization ? "91350100M000100Y43" : null };
        row.Name(party, kind);
        return row;
    }

    static async Task Publish(Store store, Guid agency, IReadOnlyList<RegisterRow> rows)
    {
        store.AddRange(rows);
        Act By() => Test with { By = new(Guid.CreateVersion7(), "测试", "测试"), Agency = agency };
        var batch = store.HandIn("样例批次", rows, By());
        await store.Save(Test with { Agency = agency });
        for (var step = 0; step < 3; step++)
        {
            store.Judge(batch, await store.OpinionsOf(batch), rows, true, null, By());
            await store.Save(Test with { Agency = agency });
        }
    }
}
