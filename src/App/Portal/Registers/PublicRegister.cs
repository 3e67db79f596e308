using System.Globalization;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Organizations;
using Gongkai.Records.Registers;
using Gongkai.Rules.Registers;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Portal.Registers;

/// <summary>A register as the public sees it: what stands in the address, and the rows that it asks for. Page, CSV and JSON read the same rows.</summary>
public sealed record PublicRegister(RegisterKind Kind, int? Year, string? Wanted, string? Type, string? Unit)
{
    /// <summary>The addresses of the registers, as one constraint of their routes.</summary>
    public const string Route = "{register:regex(^(xzxk|xzcf|sfml|qzqd|zfcg)$)}";

    /// <summary>More pages nobody turns, and more rows nobody counts for a page; filters lead further.</summary>
    public const int MostCounted = 10_000;

    /// <summary>The rows of a file.</summary>
    public const int MostInFile = 50_000;

    public string Path => $"/zfxxgk/{Kind.PublicCode}/";

    /// <summary>What the address asks; what it asks wrongly is not asked.</summary>
    public static PublicRegister? Of(string? register, string? year, string? words, string? type, string? unit) =>
        Enum.GetValues<RegisterKind>().Where(kind => kind.PublicCode is not null && kind.PublicCode == register).Select(kind => (RegisterKind?)kind).SingleOrDefault() is not { } kind ? null : new(
            kind,
            int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 1900 and < 2200 ? number : null,
            words?.Trim() is { Length: > 0 and <= 60 } wanted ? wanted : null,
            kind == RegisterKind.Power && Enum.TryParse<PowerKind>(type, out var power) && Enum.IsDefined(power) ? $"{power}" : null,
            unit?.Trim() is { Length: > 0 and <= 32 } code ? code : null);

    /// <summary>The fields that the public sees.</summary>
    public IReadOnlyList<RegisterField> Fields => [.. RegisterFields.Of(Kind).Where(one => one.Public)];

    /// <summary>Those that stand in the list; the others stand on the row's own page.</summary>
    public IReadOnlyList<RegisterField> Listed => [.. Fields.Where(one => (one.Listed || one.Key is "item") && one.Key is not "partyKind")];

    /// <summary>The rows, the newest first; a list of powers and of fees by its numbers.</summary>
    public IQueryable<RegisterRow> Rows(Store store, DateOnly today)
    {
        var rows = (Type is { } type ? Powers(store, Enum.Parse<PowerKind>(type)) : store.Register(Kind, Wanted, whole: false)).AsNoTracking().Public(today);
        // What left the list, or will only come onto it, is not on it.
        if (Kind == RegisterKind.Power) rows = rows.OfType<PowerEntry>().Where(row => row.On <= today && (row.Until == null || row.Until > today));
        if (Kind == RegisterKind.Fee) rows = rows.OfType<FeeEntry>().Where(row => row.On <= today && (row.Until == null || row.Until > today));
        if (Unit is { } code) rows = rows.Where(row => store.Agencies.Any(agency => agency.Id == row.AgencyId && agency.Code == code));
        if (Year is { } year) rows = rows.Where(row => row.On >= new DateOnly(year, 1, 1) && row.On <= new DateOnly(year, 12, 31));
        return Kind is RegisterKind.Power or RegisterKind.Fee ? rows.OrderBy(row => row.Number).ThenBy(row => row.Id) : rows.OrderByDescending(row => row.On).ThenByDescending(row => row.Id);
    }

    IQueryable<RegisterRow> Powers(Store store, PowerKind kind) => store.Powers.Where(row => row.PowerKind == kind && (Wanted == null || row.Number.Contains(Wanted) || row.Title.Contains(Wanted)));

    /// <summary>The filters, as they stand in every address of this register.</summary>
    public string Query
    {
        get
        {
            var query = new QueryBuilder();
            if (Year is { } year) query.Add("nf", year.ToString(CultureInfo.InvariantCulture));
            if (Wanted is { } words) query.Add("q", words);
            if (Type is { } type) query.Add("lx", type);
            if (Unit is { } unit) query.Add("dw", unit);
            return query.ToString();
        }
    }

    /// <summary>栏目标签.</summary>
    public Column Column => new(Kind.Name, $"公开本机关的{Kind.Name}，可按年份和名称筛选，可下载数据", $"政府信息公开,{Kind.Name}", "法定主动公开内容");

    public string About => Kind switch
    {
        RegisterKind.Licence => "本机关作出的行政许可决定，自决定之日起 7 个工作日内公开（政府信息公开条例第二十条第（五）项，行政许可法第四十条）。",
        RegisterKind.Penalty => "本机关作出的行政处罚决定（政府信息公开条例第二十条第（六）项，行政处罚法第四十八条）。被依法变更、撤销、确认违法或者确认无效的，在三个工作日内撤回并说明理由。",
        RegisterKind.Fee => "目录以外的行政事业性收费，一律不得收取（政府信息公开条例第二十条第（八）项，优化营商环境条例第二十五条）。",
        RegisterKind.Power => "本机关的行政权力事项和相应责任，随法律、法规和职能变化动态调整。",
        RegisterKind.Procurement => "政府集中采购项目的成交结果，自供应商确定之日起 2 个工作日内公告（政府信息公开条例第二十条第（九）项，政府采购法实施条例第四十三条）。",
        RegisterKind.Coercion or RegisterKind.Receipt or RegisterKind.Normative => "",
    };

    /// <summary>The names of some agencies.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> Names(Store store, IEnumerable<RegisterRow> rows)
    {
        var ids = rows.Select(row => row.AgencyId).Distinct().ToList();
        return await store.Agencies.AsNoTracking().Where(agency => ids.Contains(agency.Id)).ToDictionaryAsync(agency => agency.Id, agency => agency.Name);
    }
}
