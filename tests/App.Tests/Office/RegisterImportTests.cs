using System.Text;
using Gongkai.App.Access;
using Gongkai.App.Office.Imports;
using Gongkai.App.Office.Registers;
using Gongkai.Records;
using Gongkai.Records.Organizations;
using Gongkai.Records.Registers;
using Gongkai.Rules.Registers;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests.Office;

/// <summary>Registers come in from lists: by labels, by exchange codes, by the field set of 2016; a wrong row changes nothing, and the same list twice brings nothing new.</summary>
public sealed class RegisterImportTests : IDisposable
{
    // Invented; its check holds.
    const string Identity = "11010519491231002X";

    static readonly DateOnly Today = new(2026, 6, 1);
    static readonly Act Test = new(RegisterDeeds.Imported, Hand.Program, Platform.Now);
    static readonly EphemeralDataProtectionProvider Protection = new();

    readonly string folder = Directory.CreateTempSubdirectory("gongkai-register-import-").FullName;

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Exchange_codes_are_understood_and_the_same_list_a_second_time_changes_nothing()
    {
        await using var store = await Open();
        const string list = "cf_xdr_mc,cf_xdr_lb,cf_xdr_zjlx,cf_xdr_zjhm,cf_wsh,cf_wfxw,cf_sy,cf_yj,cf_cflb,cf_nr,cf_nr_fk,cf_jdrq,cf_gsjzq,备注\n演示人甲,自然人,身份证," + Identity + ",样罚1号,擅自施工,样例事实,样例依据,罚款,罚款五千元,0.5,2026/5/25,20280525,样例备注\n";
        var (added, problems) = await Take(store, RegisterKind.Penalty, list);
        Assert.Equal((1, []), (added, problems));
        var row = await store.Penalties.AsNoTracking().SingleAsync(Cancelled);
        Assert.Equal(("样罚1号", "演示**", 500_000L, new DateOnly(2026, 5, 25), (DateOnly?)new DateOnly(2028, 5, 25), "样例备注"), (row.Number, row.ShownName, row.FineFen!.Value, row.On, row.PublicUntil, row.Remark));
        Assert.Equal(Identity, new Vault(Protection, store).Read(row.PaperNumber!.Value));
        (added, problems) = await Take(store, RegisterKind.Penalty, list, unchanged: true);
        Assert.Equal((0, []), (added, problems));
        Assert.Equal(row.Revision, (await store.Penalties.AsNoTracking().SingleAsync(Cancelled)).Revision);
    }

    [Fact]
    public async Task The_field_set_of_2016_is_understood()
    {
        await using var store = await Open();
        var (added, problems) = await Take(store, RegisterKind.Licence,
            "行政许可决定书文号,项目名称,审批类别,许可内容,行政相对人名称,行政相对人代码_1(统一社会信用代码),行政相对人代码_2(组织机构代码),行政相对人代码_5（居民身份证号）,法定代表人姓名,许可决定日期,许可截止期,许可机关,当前状态,地方编码,数据更新时间戳\n"
            + "样许1号,商品房预售许可,普通,样例内容,示例公司,91350100M000100Y43,M00010000,,演示代表,2026-05-25,2099-12-31,某区住建局,0,999999,2026-05-26\n"
            + $"样许2号,商品房预售许可,登记,样例内容,演示人甲,,,{Identity},,20260525,,某区住建局,0,999999,2026-05-26\n");
        Assert.Equal((2, []), (added, problems));
        var rows = await store.Licences.AsNoTracking().OrderBy(row => row.Number).ToListAsync(Cancelled);
        Assert.Equal(("商品房预售许可", "91350100M000100Y43", "M00010000", PartyKind.Organization, new DateOnly(2099, 12, 31)), (rows[0].Title, rows[0].CreditCode, rows[0].OrganizationCode, rows[0].PartyKind, rows[0].PublicUntil!.Value));
        Assert.Equal((PartyKind.Person, LicenceKind.Registration, true), (rows[1].PartyKind, rows[1].LicenceKind, rows[1].PaperNumber is not null));
    }

    [Fact]
    public async Task Every_fault_of_a_row_is_named_and_no_number_of_a_paper_is_repeated()
    {
        await using var store = await Open();
        var (added, problems) = await Take(store, RegisterKind.Penalty,
            "行政相对人名称,行政相对人类别,证件号码,行政处罚决定书文号,违法行为类型,违法事实,处罚依据,处罚类别,处罚内容,罚款金额（万元）,处罚决定日期,承办科室\n"
            + "演示人甲,自然人,110105194912310021,样罚1号,样例,样例,样例,罚款,样例,约五千,2026-05-25,没有的科\n"
            + "示例公司,法人及非法人组织,,样罚2号,样例,样例,样例,罚款,样例,1,2026-05-25,\n"
            + "演示人乙,自然人,,样罚3号,样例,,样例,罚款,样例,1,2026-05-25,\n");
        Assert.Equal(0, added);
        Assert.Equal(
        [
            "2 承办科室 没有名为“没有的科”的科室，请先登记科室，或者不填。",
            "2 证件号码 身份证号校验未通过，请对照证件检查，最后一位可能是 X。",
            "2 罚款金额（万元） “约五千”不是金额，请只写数字，例如 1.5。",
            "3 统一社会信用代码 法人及非法人组织请填写统一社会信用代码；没有的填写其他任一代码。",
            "4 违法事实 请填写违法事实。",
        ], problems);
        Assert.False(await store.Penalties.AnyAsync(Cancelled));
    }

    [Fact]
    public async Task What_is_reviewed_or_public_is_not_changed_by_a_list()
    {
        await using var store = await Open();
        const string head = "序号,事项类型,事项名称,实施依据,列入日期\n";
        await Take(store, RegisterKind.Power, head + "XK-1,行政许可,样例事项,样例依据,2020-01-01\n");
        var row = await store.Powers.SingleAsync(Cancelled);
        store.HandIn("样例", [row], Test);
        await store.Save(Test);
        store.ChangeTracker.Clear();
        Assert.Equal((0, []), await Take(store, RegisterKind.Power, head + "XK-1,行政许可,样例事项,样例依据,2020-01-01\n", unchanged: true));
        var (_, problems) = await Take(store, RegisterKind.Power, head + "XK-1,行政许可,另一事项,样例依据,2020-01-01\n", unchanged: true);
        Assert.Equal(["2  这条记录正在审核，请先在批次中退回，再修改。"], problems);
    }

    [Fact]
    public void Each_register_has_a_template_and_no_two_columns_are_called_the_same()
    {
        foreach (var kind in Enum.GetValues<RegisterKind>())
        {
            var columns = new RegisterImport(kind, Protection).Columns;
            Assert.Distinct(columns.SelectMany(column => column.Also.Prepend(column.Heading).Distinct()));
            Assert.DoesNotContain(columns, column => column.Heading == "备注");
        }
        var codes = RegisterFields.Of(RegisterKind.Penalty).Select(field => field.Code).OfType<string>().ToList();
        Assert.Distinct(codes);
        Assert.Subset((HashSet<string>)[.. codes], (HashSet<string>)["cf_xdr_mc", "cf_xdr_lb", "cf_xdr_shxym", "cf_xdr_gszc", "cf_xdr_zzjg", "cf_xdr_swdj", "cf_xdr_sydw", "cf_xdr_shzz", "cf_frdb", "cf_fr_zjlx", "cf_fr_sfzh", "cf_xdr_zjlx", "cf_xdr_zjhm", "cf_wsh", "cf_wfxw", "cf_sy", "cf_yj", "cf_cflb", "cf_nr",
            "cf_nr_fk", "cf_nr_wfff", "cf_nr_zkdx", "cf_jdrq", "cf_yxq", "cf_gsjzq", "cf_cfjg", "cf_cfjgdm", "cf_sjly", "cf_sjlydm", "bz"]);
    }

    async Task<(int Added, IReadOnlyList<string> Problems)> Take(Store store, RegisterKind kind, string csv, bool unchanged = false)
    {
        var import = new RegisterImport(kind, Protection);
        var taking = await import.Open(new(store, await store.Agencies.Select(agency => agency.Id).SingleAsync(Cancelled), Today));
        List<string> problems = [];
        var added = 0;
        foreach (var row in ImportTable.Read(Encoding.UTF8.GetBytes(csv), import).Rows)
        {
            var taken = await taking.Take(row);
            if (taken.Problems is not [] || unchanged) Assert.False(store.ChangeTracker.HasChanges());
            if (taken.IsNew && taken.Problems is []) added++;
            problems.AddRange(taken.Problems.Select(problem => $"{row.Number} {problem.Column} {problem.Sentence}"));
            await store.Save(Test);
            store.ChangeTracker.Clear();
        }
        return (added, problems);
    }

    async Task<Store> Open()
    {
        var store = StoreChoice.Open($"Data Source={Path.Combine(folder, "gongkai.db")}");
        store.Prepare();
        store.Add(new Agency { Code = "zjj", Name = "某区住房和城乡建设局" });
        await store.Save(Test);
        store.ChangeTracker.Clear();
        return store;
    }
}
