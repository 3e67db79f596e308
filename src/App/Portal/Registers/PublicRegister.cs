using System.Globalization;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Organizations;
using Gongkai.Records.Registers;
using Gongkai.Rules;
using Gongkai.Rules.Registers;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Portal.Registers;

/// <summary>A register as the public sees it: what stands in the address, and the rows that it asks for. Page, CSV and JSON read the same rows.</summary>
public sealed record PublicRegister(RegisterKind Kind, string? Wanted)
{
    public int? Year { get; init; }

    /// <summary>From this day of decision on, and until that one, both included.</summary>
    public DateOnly? From { get; init; }

    public DateOnly? Until { get; init; }
    public string? Type { get; init; }

    /// <summary>An agency's code.</summary>
    public string? Unit { get; init; }

    /// <summary>What a kept page depends on, besides the page's number.</summary>
    public const string KeyWords = "q", KeyYear = "nf", KeyFrom = "ks", KeyUntil = "js", KeyType = "lx", KeyUnit = "dw";

    /// <summary>The addresses of the registers, as one constraint of their routes.</summary>
    public const string Route = "{register:regex(^(xzxk|xzcf|qtfw|sfml|qzqd|zfcg|cght)$)}";

    /// <summary>More pages nobody turns, and more rows nobody counts for a page; filters lead further.</summary>
    public const int MostCounted = 10_000;

    /// <summary>The rows of a file.</summary>
    public const int MostInFile = 50_000;

    public string Path => $"/zfxxgk/{Kind.PublicCode}/";

    /// <summary>What the address asks; what it asks wrongly is not asked.</summary>
    public static PublicRegister? Of(string? register, IQueryCollection? query = null)
    {
        if (Enum.GetValues<RegisterKind>().Where(kind => kind.PublicCode is not null && kind.PublicCode == register).Select(kind => (RegisterKind?)kind).SingleOrDefault() is not { } kind) return null;
        return new(kind, Said(KeyWords, 60))
        {
            Year = int.TryParse(Said(KeyYear, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 1900 and < 2200 ? number : null,
            From = Typed.Day(Said(KeyFrom, 20)), Until = Typed.Day(Said(KeyUntil, 20)),
            Type = kind == RegisterKind.Power && Enum.TryParse<PowerKind>(Said(KeyType, 20), out var power) && Enum.IsDefined(power) ? $"{power}" : null,
            Unit = Said(KeyUnit, 32),
        };

        string? Said(string key, int longest) => query?[key].FirstOrDefault()?.Trim() is { Length: > 0 } said && said.Length <= longest ? said : null;
    }

    /// <summary>The fields that the public sees.</summary>
    public IReadOnlyList<RegisterField> Fields => [.. RegisterFields.Of(Kind).Where(one => one.Public)];

    /// <summary>Those that stand in the list; the others stand on the row's own page.</summary>
    public IReadOnlyList<RegisterField> Listed => [.. Fields.Where(one => (one.Listed || one.Key is "item") && one.Key is not "partyKind")];

    /// <summary>The rows that are asked for.</summary>
    public async Task<RegisterFound> Find(Store store, DateOnly today)
    {
        Guid? agency = null;
        if (Unit is { } code && (agency = await store.Agencies.Where(one => one.Code == code).Select(one => (Guid?)one.Id).SingleOrDefaultAsync()) is null) return RegisterFound.Nothing;
        var all = store.Register(Kind).AsNoTracking();
        if (agency is { } of) all = all.OfAgency(of);
        var rows = Narrowed(all, today);
        if (Wanted is { } words) return await RegisterFound.Of(rows, await store.SearchRegister(Kind, words, agency, some => Narrowed(some, today)), rows.OrderByDescending(row => row.On).ThenByDescending(row => row.Id));
        return await RegisterFound.Of(Kind is RegisterKind.Power or RegisterKind.Fee ? rows.OrderBy(row => row.Number).ThenBy(row => row.Id) : rows.OrderByDescending(row => row.On).ThenByDescending(row => row.Id));
    }

    IQueryable<RegisterRow> Narrowed(IQueryable<RegisterRow> all, DateOnly today)
    {
        var rows = all.Public(today);
        // What left the list, or will only come onto it, is not on it.
        if (Kind == RegisterKind.Power) rows = rows.OfType<PowerEntry>().Where(row => row.On <= today && (row.Until == null || row.Until > today));
        if (Kind == RegisterKind.Fee) rows = rows.OfType<FeeEntry>().Where(row => row.On <= today && (row.Until == null || row.Until > today));
        if (Type is not null && Enum.Parse<PowerKind>(Type) is var power) rows = rows.OfType<PowerEntry>().Where(row => row.PowerKind == power);
        if (Year is { } year) rows = rows.Where(row => row.On >= new DateOnly(year, 1, 1) && row.On <= new DateOnly(year, 12, 31));
        if (From is { } from) rows = rows.Where(row => row.On >= from);
        if (Until is { } until) rows = rows.Where(row => row.On <= until);
        return rows;
    }

    /// <summary>The filters, as they stand in every address of this register.</summary>
    public string Query
    {
        get
        {
            var query = new QueryBuilder();
            if (Year is { } year) query.Add(KeyYear, year.ToString(CultureInfo.InvariantCulture));
            if (From is { } from) query.Add(KeyFrom, from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            if (Until is { } until) query.Add(KeyUntil, until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            if (Wanted is { } words) query.Add(KeyWords, words);
            if (Type is { } type) query.Add(KeyType, type);
            if (Unit is { } unit) query.Add(KeyUnit, unit);
            return query.ToString();
        }
    }

    /// <summary>栏目标签.</summary>
    public Column Column => new(Kind.Name, $"公开本机关的{Kind.Name}，可按年份和名称筛选，可下载数据", $"政府信息公开,{Kind.Name}", "法定主动公开内容");

    public string About => Kind switch
    {
        RegisterKind.Licence => "本机关作出的行政许可决定，自决定之日起 7 个工作日内公开（政府信息公开条例第二十条第（五）项，行政许可法第四十条）。",
        RegisterKind.Penalty => "本机关作出的行政处罚决定（政府信息公开条例第二十条第（六）项，行政处罚法第四十八条）。被依法变更、撤销、确认违法或者确认无效的，在三个工作日内撤回并说明理由。",
        RegisterKind.Service => "本机关办理行政许可以外的对外管理服务事项的结果（政府信息公开条例第二十条第（五）项），自办结之日起 20 个工作日内公开。自然人的姓名脱敏，个人情况不公开。",
        RegisterKind.Fee => "目录以外的行政事业性收费，一律不得收取（政府信息公开条例第二十条第（八）项，优化营商环境条例第二十五条）。",
        RegisterKind.Power => "本机关的行政权力事项和相应责任，随法律、法规和职能变化动态调整。",
        RegisterKind.Procurement => "政府集中采购项目的成交结果，自供应商确定之日起 2 个工作日内公告（政府信息公开条例第二十条第（九）项，政府采购法实施条例第四十三条）。",
        RegisterKind.Contract => "政府采购合同，自签订之日起 2 个工作日内公告，涉及国家秘密、商业秘密的内容除外（政府采购法实施条例第五十条）。",
        RegisterKind.Coercion or RegisterKind.Receipt or RegisterKind.Normative => "",
    };

    /// <summary>The names of some agencies.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> Names(Store store, IEnumerable<RegisterRow> rows)
    {
        var ids = rows.Select(row => row.AgencyId).Distinct().ToList();
        return await store.Agencies.AsNoTracking().Where(agency => ids.Contains(agency.Id)).ToDictionaryAsync(agency => agency.Id, agency => agency.Name);
    }
}
