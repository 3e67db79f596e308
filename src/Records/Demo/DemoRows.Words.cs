using Gongkai.Records.Registers;
using Gongkai.Rules;
using Gongkai.Rules.Organizations;
using Gongkai.Rules.Registers;

namespace Gongkai.Records.Demo;

/// <summary>What the invented rows say: real kinds of matters, nobody's names.</summary>
sealed partial class DemoRows
{
    static readonly (string Name, string Basis)[] LicenceItems =
    [
        ("建筑工程施工许可证核发", "《中华人民共和国建筑法》第七条"), ("商品房预售许可", "《中华人民共和国城市房地产管理法》第四十五条"), ("建筑业企业资质认定", "《中华人民共和国建筑法》第十三条"),
        ("特殊建设工程消防设计审查", "《中华人民共和国消防法》第十一条"), ("特殊建设工程消防验收", "《中华人民共和国消防法》第十三条"), ("燃气经营许可证核发", "《城镇燃气管理条例》第十五条"),
        ("城市道路占用、挖掘审批", "《城市道路管理条例》第三十条、第三十一条"), ("城镇污水排入排水管网许可", "《城镇排水与污水处理条例》第二十一条"), ("房地产开发企业资质核定", "《城市房地产开发经营管理条例》第九条"),
        ("建筑起重机械使用登记", "《建设工程安全生产管理条例》第三十五条"),
    ];

    static readonly (string Name, string Basis)[] PenaltyItems =
    [
        ("未取得施工许可证擅自施工", "《建筑工程施工许可管理办法》第十二条"), ("未按规定设置安全防护设施", "《建设工程安全生产管理条例》第六十四条"), ("未取得预售许可擅自预售商品房", "《城市房地产开发经营管理条例》第三十六条"),
        ("将工程发包给不具备相应资质条件的单位", "《建设工程质量管理条例》第五十四条"), ("物业服务企业擅自改变物业管理用房用途", "《物业管理条例》第六十二条"), ("擅自拆改房屋承重结构", "《建设工程质量管理条例》第六十九条"),
    ];

    static readonly string[] ServiceItems = ["公共租赁住房资格确认", "建设工程竣工验收备案", "住房租赁补贴发放", "危险房屋鉴定备案", "前期物业服务合同备案"];
    static readonly (string Name, ServiceKind Kind, string Basis, string Content)[] ServiceDecisions =
    [
        ("公共租赁住房资格确认", ServiceKind.Confirmation, "《公共租赁住房管理办法》第七条", "确认具有公共租赁住房申请资格，进入轮候。"), ("住房租赁补贴发放", ServiceKind.Benefit, "《公共租赁住房管理办法》第二十一条", "准予发放住房租赁补贴，按季发放。"),
        ("建设工程竣工验收备案", ServiceKind.Other, "《建设工程质量管理条例》第四十九条", "资料齐全，准予备案。"), ("前期物业服务合同备案", ServiceKind.Other, "《物业管理条例》第二十四条", "资料齐全，准予备案。"),
    ];

    static readonly string[] CoercionItems = ["查封存在重大安全隐患的施工现场", "扣押违法施工工具", "加处罚款"];
    static readonly string[] FeeNames = ["城市基础设施配套费", "城市道路占用、挖掘修复费", "污水处理费", "白蚁防治费"];
    static readonly string[] Sites = ["甲路片区安置房", "乙路综合楼", "丙街小区三期", "丁巷改造", "戊大道管网", "己里幼儿园"];
    static readonly string[] DocumentTitles = ["物业服务监督管理办法", "公共租赁住房分配管理实施细则", "建设工程文明施工管理规定", "老旧小区改造实施办法", "危险房屋应急处置办法", "商品房预售资金监管细则"];

    PowerEntry Power(string row, DateOnly on, int number)
    {
        var (kind, code, title, basis) = row switch
        {
            "licences" => (PowerKind.Licence, "XK", LicenceItems[number % LicenceItems.Length].Name, LicenceItems[number % LicenceItems.Length].Basis),
            "penalties" => (PowerKind.Penalty, "CF", $"对{PenaltyItems[number % PenaltyItems.Length].Name}的处罚", PenaltyItems[number % PenaltyItems.Length].Basis),
            "coercion" => (PowerKind.Coercion, "QZ", CoercionItems[number % CoercionItems.Length], "《中华人民共和国行政强制法》第九条"),
            _ => (PowerKind.Confirmation, "QT", ServiceItems[number % ServiceItems.Length], "《公共租赁住房管理办法》第七条"),
        };
        return new()
        {
            AgencyId = agency, DepartmentId = DepartmentOf(number), Number = $"{code}-{number:000}", Title = title, SubTitle = row == "licences" ? $"第{number / LicenceItems.Length + 1}类情形" : null, PowerKind = kind, On = on, Basis = basis,
            Duties = "受理、审查、决定、送达、事后监管。", Accountability = "对符合条件的申请不予受理，或者违反法定程序的，依法追究责任。", Executor = "业务科室",
        };
    }

    FeeEntry Fee(DateOnly on, int number) => new()
    {
        AgencyId = agency, Number = $"{number}", Title = FeeNames[(number - 1) % FeeNames.Length], On = on, DepartmentName = name, Collector = name, CollectorNature = "行政机关", Nature = "行政事业性收费",
        Service = "市政基础设施建设", Standard = "按建筑面积计收，每平方米 105 元", StandardBy = "政府定价，省财政、价格主管部门", Basis = "省财政厅、省发展和改革委员会关于规范收费的通知",
    };

    DecisionRow Decision(string row, int year, DateOnly on, int number)
    {
        var draw = Numbers.For($"{DemoAgency.Bureau.Code}/{number}", year, row);
        DecisionRow decision = row switch
        {
            "licences" => Licence(year, on, number, draw),
            "penalties" => Penalty(year, on, number, draw),
            "services" => Service(year, number, draw),
            _ => new CoercionDecision { AgencyId = agency, Number = $"某住建强〔{year}〕{number}号", Title = "施工现场存在重大安全隐患", CoercionKind = CoercionKind.Seal, Basis = "《中华人民共和国安全生产法》第六十五条", Content = "查封施工升降机一台，期限三十日。", CarriedOutOn = on },
        };
        (decision.On, decision.DepartmentId, decision.Authority) = (on, DepartmentOf(number), name);
        if (draw.Between(1, 8) == 1 || decision is ServiceDecision { ServiceKind: not ServiceKind.Other }) decision.Name($"演示人{"甲乙丙丁戊己庚辛"[number % 8]}", PartyKind.Person);
        else
        {
            var company = draw.Between(1, 90);
            decision.Name($"示例建设有限公司（{company:00}）", PartyKind.Organization);
            var code = $"91999999MA{company:0000000}";
            decision.CreditCode = code + CreditCode.Check(code);
        }
        return decision;
    }

    LicenceDecision Licence(int year, DateOnly on, int number, Numbers draw)
    {
        var (title, _) = LicenceItems[draw.Between(0, LicenceItems.Length - 1)];
        return new()
        {
            AgencyId = agency, Number = $"某住建许〔{year}〕{number}号", Title = "准予行政许可决定书", LicenceKind = LicenceKind.Ordinary, ItemName = title, CertificateName = title, LicenceNumber = $"{year}{number:0000}",
            Content = $"{title}：{Sites[draw.Between(0, Sites.Length - 1)]}项目。", ValidFrom = on, ValidUntil = on.AddYears(draw.Between(1, 3)), Status = "有效",
        };
    }

    PenaltyDecision Penalty(int year, DateOnly on, int number, Numbers draw)
    {
        var (title, basis) = PenaltyItems[draw.Between(0, PenaltyItems.Length - 1)];
        var thousands = draw.Between(1, 60);
        return new()
        {
            AgencyId = agency, Number = $"某住建罚〔{year}〕{number}号", Title = title, Facts = $"当事人在{Sites[draw.Between(0, Sites.Length - 1)]}项目中{title}。", Basis = basis, Penalties = "罚款", Content = $"处罚款人民币{thousands}000元。",
            FineFen = thousands * 100_000L, Procedure = number % 9 == 0 ? PenaltyProcedure.Simple : PenaltyProcedure.General, Significant = number % 9 != 0,
        };
    }

    ServiceDecision Service(int year, int number, Numbers draw)
    {
        var (title, kind, basis, content) = ServiceDecisions[draw.Between(0, ServiceDecisions.Length - 1)];
        var granted = draw.Between(1, 6) > 1;
        return new()
        {
            AgencyId = agency, Number = $"某住保〔{year}〕{number}号", Title = title, ServiceKind = kind, Result = granted ? ServiceResult.Granted : ServiceResult.Refused, Basis = basis,
            Content = granted ? content : "经审查不符合办理条件，不予办理，理由已书面告知申请人。",
        };
    }

    static ProcurementContract Contract(ProcurementProject project) => new()
    {
        AgencyId = project.AgencyId, DepartmentId = project.DepartmentId, Number = project.Number.Replace("采〔", "采合〔", StringComparison.Ordinal), Title = project.Title.Replace("采购", "合同", StringComparison.Ordinal), ProjectNumber = project.Number,
        On = project.SignedOn!.Value, Supplier = project.Supplier, Fen = project.Fen, Subject = project.Subject, AnnouncedOn = WorkingCalendar.BuiltIn.Add(project.SignedOn!.Value, 1),
    };

    ProcurementProject Purchase(int year, DateOnly on, int number, long fen) => new()
    {
        AgencyId = agency, DepartmentId = DepartmentOf(number), Number = $"某采〔{year}〕{number}号", Title = $"{year}年{((string[])["保障性住房信息系统运行维护", "房屋安全鉴定服务", "市政道路养护", "建筑工地扬尘监测", "办公设备"])[number % 5]}采购",
        On = on, Method = number % 3 == 0 ? "竞争性磋商" : "公开招标", Supplier = $"示例科技有限公司（{number:00}）", Fen = fen, SignedOn = on.AddDays(2).Year == on.Year ? on.AddDays(2) : on, Agent = "某区公共资源交易中心", Subject = "见采购文件",
    };

    NormativeDocument Document(int year, DateOnly on, int number) => new()
    {
        AgencyId = agency, Number = $"某住建规〔{year}〕{number}号", Title = $"某区{DocumentTitles[(year + number) % DocumentTitles.Length]}", On = on, DisclosedOn = on, NormativeKind = NormativeKind.Normative,
    };

    Guid? DepartmentOf(int number) => departments.Count == 0 ? null : departments[number % departments.Count];
}
