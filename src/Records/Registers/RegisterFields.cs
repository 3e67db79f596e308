using Gongkai.Rules.Registers;

namespace Gongkai.Records.Registers;

/// <summary>The fields of each register, in the order of its printed or exchanged form (domain: 权责清单, 收费目录, 双公示).</summary>
public static partial class RegisterFields
{
    public static IReadOnlyList<RegisterField> Of(RegisterKind kind) => kind switch
    {
        RegisterKind.Power => Power,
        RegisterKind.Licence => Licence,
        RegisterKind.Penalty => Penalty,
        RegisterKind.Coercion => Coercion,
        RegisterKind.Service => Service,
        RegisterKind.Fee => Fee,
        RegisterKind.Receipt => Receipt,
        RegisterKind.Procurement => Procurement,
        RegisterKind.Contract => Contract,
        RegisterKind.Normative => Normative,
    };

    /// <summary>An empty row of a register.</summary>
    public static RegisterRow New(RegisterKind kind, Guid agency) => kind switch
    {
        RegisterKind.Power => new PowerEntry { AgencyId = agency },
        RegisterKind.Licence => new LicenceDecision { AgencyId = agency },
        RegisterKind.Penalty => new PenaltyDecision { AgencyId = agency },
        RegisterKind.Coercion => new CoercionDecision { AgencyId = agency },
        RegisterKind.Service => new ServiceDecision { AgencyId = agency },
        RegisterKind.Fee => new FeeEntry { AgencyId = agency },
        RegisterKind.Receipt => new FeeReceipt { AgencyId = agency },
        RegisterKind.Procurement => new ProcurementProject { AgencyId = agency },
        RegisterKind.Contract => new ProcurementContract { AgencyId = agency },
        RegisterKind.Normative => new NormativeDocument { AgencyId = agency },
    };

    static readonly IReadOnlyList<RegisterField> Power = [.. Powers(), Remark<PowerEntry>(true)];
    static readonly IReadOnlyList<RegisterField> Fee = [.. Fees(), Remark<FeeEntry>(true)];
    static readonly IReadOnlyList<RegisterField> Receipt = [.. Receipts(), Remark<FeeReceipt>(false)];
    static readonly IReadOnlyList<RegisterField> Procurement = [.. Procurements(), Remark<ProcurementProject>(true)];
    static readonly IReadOnlyList<RegisterField> Contract = [.. Contracts(), Remark<ProcurementContract>(true)];
    static readonly IReadOnlyList<RegisterField> Normative = [.. Normatives(), Remark<NormativeDocument>(false)];
    static readonly IReadOnlyList<RegisterField> Licence = [.. Licences()];
    static readonly IReadOnlyList<RegisterField> Penalty = [.. Penalties()];
    static readonly IReadOnlyList<RegisterField> Coercion = [.. Coercions()];
    static readonly IReadOnlyList<RegisterField> Service = [.. Services()];

    static IEnumerable<RegisterField> Powers()
    {
        yield return Number<PowerEntry>("序号", "XK-001") with { Public = true };
        yield return FieldOf<PowerEntry>.Choice("type", "事项类型", kind => kind.Name, row => row.PowerKind, (row, kind) => row.PowerKind = kind) with { Must = true, Public = true, Listed = true };
        yield return Title<PowerEntry>("事项名称", "建筑工程施工许可证核发") with { Public = true };
        yield return FieldOf<PowerEntry>.Line("sub", "子项名称", row => row.SubTitle, (row, text) => row.SubTitle = text) with { Longest = 300, Public = true, Listed = true };
        yield return FieldOf<PowerEntry>.Text("basis", "实施依据", row => row.Basis, (row, text) => row.Basis = text ?? "") with { Must = true, Public = true, Sample = "《中华人民共和国建筑法》第七条" };
        yield return FieldOf<PowerEntry>.Text("duties", "责任事项", row => row.Duties, (row, text) => row.Duties = text) with { Public = true };
        yield return FieldOf<PowerEntry>.Text("accountability", "追责情形", row => row.Accountability, (row, text) => row.Accountability = text) with { Public = true };
        yield return FieldOf<PowerEntry>.Line("executor", "实施机构（股室）", row => row.Executor, (row, text) => row.Executor = text) with { Older = ["实施机构", "实施机构(科室)"], Public = true, Listed = true };
        yield return On<PowerEntry>("列入日期", "从哪一天起在清单上") with { Listed = true };
        yield return FieldOf<PowerEntry>.Day("until", "取消日期", row => row.Until, (row, day) => row.Until = day) with { Hint = "从哪一天起不再在清单上；在清单上的不填", Listed = true };
        yield return FieldOf<PowerEntry>.Line("adjustment", "调整说明", row => row.Adjustment, (row, text) => row.Adjustment = text) with { Longest = 500, Hint = "增加、取消、调整的依据", Public = true };
    }

    static IEnumerable<RegisterField> Fees()
    {
        yield return Number<FeeEntry>("序号", "1") with { Public = true };
        yield return FieldOf<FeeEntry>.Line("department", "部门名称", row => row.DepartmentName, (row, text) => row.DepartmentName = text) with { Public = true };
        yield return FieldOf<FeeEntry>.Line("collector", "收费单位名称", row => row.Collector, (row, text) => row.Collector = text) with { Public = true, Listed = true };
        yield return FieldOf<FeeEntry>.Line("collectorNature", "单位性质", row => row.CollectorNature, (row, text) => row.CollectorNature = text) with { Public = true };
        yield return Title<FeeEntry>("收费项目", "城市道路占用、挖掘修复费") with { Public = true };
        yield return FieldOf<FeeEntry>.Line("nature", "收费性质", row => row.Nature, (row, text) => row.Nature = text) with { Public = true, Listed = true, Sample = "行政事业性收费" };
        yield return FieldOf<FeeEntry>.Text("service", "服务内容", row => row.Service, (row, text) => row.Service = text) with { Public = true };
        yield return FieldOf<FeeEntry>.Text("standard", "收费标准", row => row.Standard, (row, text) => row.Standard = text ?? "") with { Must = true, Public = true, Listed = true };
        yield return FieldOf<FeeEntry>.Line("standardBy", "标准制定方式及部门", row => row.StandardBy, (row, text) => row.StandardBy = text) with { Longest = 300, Public = true };
        yield return FieldOf<FeeEntry>.Text("basis", "政策依据", row => row.Basis, (row, text) => row.Basis = text ?? "") with { Must = true, Public = true };
        yield return On<FeeEntry>("起征日期", "从哪一天起收取") with { Listed = true };
        yield return FieldOf<FeeEntry>.Day("until", "停征日期", row => row.Until, (row, day) => row.Until = day) with { Hint = "从哪一天起不再收取；在收的不填", Listed = true };
    }

    static IEnumerable<RegisterField> Receipts()
    {
        yield return Number<FeeReceipt>("期间或凭证号", "2026-03") with { Hint = "同一笔收入不重复登记" };
        yield return Title<FeeReceipt>("收费项目", "城市道路占用、挖掘修复费");
        yield return On<FeeReceipt>("入库日期", "按这一天计入年度") with { Listed = true };
        yield return FieldOf<FeeReceipt>.Yuan("amount", "金额（元）", row => row.Fen, (row, fen) => row.Fen = fen ?? 0) with { Must = true, Listed = true, Hint = "元，精确到分；退费写负数", Sample = "12345.60" };
    }

    static IEnumerable<RegisterField> Procurements()
    {
        yield return Number<ProcurementProject>("项目编号", "某采〔2026〕12号") with { Public = true };
        yield return Title<ProcurementProject>("采购项目名称", "保障性住房信息系统运行维护") with { Public = true };
        yield return FieldOf<ProcurementProject>.Line("method", "采购方式", row => row.Method, (row, text) => row.Method = text) with { Longest = 50, Public = true, Listed = true, Sample = "公开招标" };
        yield return FieldOf<ProcurementProject>.Text("subject", "主要标的", row => row.Subject, (row, text) => row.Subject = text) with { Public = true };
        yield return On<ProcurementProject>("成交供应商确定日期", "公告期限从这一天起算") with { Public = true, Listed = true };
        yield return FieldOf<ProcurementProject>.Line("supplier", "成交供应商", row => row.Supplier, (row, text) => row.Supplier = text) with { Public = true, Listed = true };
        yield return FieldOf<ProcurementProject>.Yuan("amount", "成交金额（元）", row => row.Fen, (row, fen) => row.Fen = fen ?? 0) with { Must = true, Public = true, Listed = true, Sample = "893800" };
        yield return FieldOf<ProcurementProject>.Day("signed", "合同签订日期", row => row.SignedOn, (row, day) => row.SignedOn = day) with { Public = true, Listed = true };
        yield return FieldOf<ProcurementProject>.Line("agent", "采购代理机构", row => row.Agent, (row, text) => row.Agent = text) with { Public = true };
    }

    static IEnumerable<RegisterField> Contracts()
    {
        yield return Number<ProcurementContract>("合同编号", "某采合〔2026〕12号") with { Public = true };
        yield return Title<ProcurementContract>("合同名称", "保障性住房信息系统运行维护合同") with { Public = true };
        yield return FieldOf<ProcurementContract>.Line("project", "采购项目编号", row => row.ProjectNumber, (row, text) => row.ProjectNumber = text ?? "") with { Must = true, Longest = RegisterRow.LongestNumber, Public = true, Listed = true, Sample = "某采〔2026〕12号" };
        yield return FieldOf<ProcurementContract>.Line("supplier", "供应商", row => row.Supplier, (row, text) => row.Supplier = text) with { Public = true, Listed = true };
        yield return FieldOf<ProcurementContract>.Text("subject", "主要标的", row => row.Subject, (row, text) => row.Subject = text) with { Public = true };
        yield return FieldOf<ProcurementContract>.Yuan("amount", "合同金额（元）", row => row.Fen, (row, fen) => row.Fen = fen ?? 0) with { Must = true, Public = true, Listed = true, Sample = "893800" };
        yield return On<ProcurementContract>("合同签订日期", "公告期限从这一天起算，2 个工作日") with { Public = true, Listed = true };
        yield return FieldOf<ProcurementContract>.Day("announced", "指定媒体公告日期", row => row.AnnouncedOn, (row, day) => row.AnnouncedOn = day) with { Hint = "在省级以上财政部门指定的媒体上公告的日期", Public = true, Listed = true };
        yield return FieldOf<ProcurementContract>.Line("place", "公告网址", row => row.AnnouncedAt, (row, text) => row.AnnouncedAt = text) with { Longest = 300, Public = true };
    }

    static IEnumerable<RegisterField> Normatives()
    {
        yield return Number<NormativeDocument>("文号", "某住建规〔2026〕1号") with { Older = ["发文字号"] };
        yield return Title<NormativeDocument>("文件名称", "某区物业服务监督管理办法") with { Older = ["标题"] };
        yield return FieldOf<NormativeDocument>.Choice("type", "文件种类", kind => kind.Name, row => row.NormativeKind, (row, kind) => row.NormativeKind = kind) with { Listed = true, Sample = "行政规范性文件" };
        yield return On<NormativeDocument>("成文日期", "计入“本年制发”的日期") with { Older = ["制发日期"], Listed = true };
        yield return FieldOf<NormativeDocument>.Day("disclosed", "公开日期", row => row.DisclosedOn, (row, day) => row.DisclosedOn = day) with { Listed = true };
        yield return FieldOf<NormativeDocument>.Day("repealed", "废止日期", row => row.RepealedOn, (row, day) => row.RepealedOn = day) with { Hint = "由决定废止或者宣布失效的日期", Listed = true };
        yield return FieldOf<NormativeDocument>.Line("repealedBy", "废止依据", row => row.RepealedBy, (row, text) => row.RepealedBy = text) with { Longest = 300 };
        yield return FieldOf<NormativeDocument>.Day("lapsed", "自行失效日期", row => row.LapsedOn, (row, day) => row.LapsedOn = day) with { Hint = "有效期届满，从这一天起失效" };
    }

    static RegisterField Number<T>(string label, string sample) where T : RegisterRow =>
        FieldOf<T>.Line("number", label, row => row.Number, (row, text) => row.Number = text ?? "") with { Must = true, Longest = RegisterRow.LongestNumber, Listed = true, Sample = sample };

    static RegisterField Title<T>(string label, string sample) where T : RegisterRow =>
        FieldOf<T>.Line("title", label, row => row.Title, (row, text) => row.Title = text ?? "") with { Must = true, Longest = RegisterRow.LongestTitle, Listed = true, Sample = sample };

    static RegisterField On<T>(string label, string hint) where T : RegisterRow =>
        FieldOf<T>.Day("on", label, row => row.On, (row, day) => row.On = day ?? default) with { Must = true, Hint = hint };

    static RegisterField Remark<T>(bool isPublic) where T : RegisterRow =>
        FieldOf<T>.Text("remark", "备注说明", row => row.Remark, (row, text) => row.Remark = text) with { Public = isPublic };
}
