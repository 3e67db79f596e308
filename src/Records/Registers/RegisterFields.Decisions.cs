using Gongkai.Rules.Registers;

namespace Gongkai.Records.Registers;

/// <summary>The fields of decisions about someone: labels and exchange names of the two lists that credit platforms take (双公示), and what the field set of 2016 called them.</summary>
public static partial class RegisterFields
{
    static IEnumerable<RegisterField> Licences()
    {
        foreach (var field in Party<LicenceDecision>("xk_xdr", "xk_frdb", "xk_fr_zjlx", "xk_fr_zjhm")) yield return field;
        yield return Title<LicenceDecision>("行政许可决定文书名称", "准予行政许可决定书") with { Code = "xk_xkws", Public = true };
        yield return Number<LicenceDecision>("行政许可决定文书号", "某住建许〔2026〕12号") with { Code = "xk_wsh", Older = ["行政许可决定书文号"], Hint = "没有文书号的填许可编号", Public = true };
        yield return FieldOf<LicenceDecision>.Choice("type", "许可类别", kind => kind.Name, row => row.LicenceKind, (row, kind) => row.LicenceKind = kind) with { Code = "xk_xklb", Older = ["审批类别"], Must = true, Public = true, Listed = true };
        yield return FieldOf<LicenceDecision>.Line("item", "项目名称", row => row.ItemName, (row, text) => row.ItemName = text) with { Longest = RegisterRow.LongestTitle, Hint = "权责清单上的事项名称", Public = true };
        yield return FieldOf<LicenceDecision>.Line("certificate", "许可证书名称", row => row.CertificateName, (row, text) => row.CertificateName = text) with { Code = "xk_xkzs", Public = true };
        yield return FieldOf<LicenceDecision>.Line("licenceNumber", "许可编号", row => row.LicenceNumber, (row, text) => row.LicenceNumber = text) with { Code = "xk_xkbh", Longest = RegisterRow.LongestNumber, Public = true };
        yield return FieldOf<LicenceDecision>.Text("content", "许可内容", row => row.Content, (row, text) => row.Content = text ?? "") with { Code = "xk_nr", Must = true, Public = true };
        yield return On<LicenceDecision>("许可决定日期", "公开期限从这一天起算") with { Code = "xk_jdrq", Public = true, Listed = true };
        yield return FieldOf<LicenceDecision>.Day("from", "有效期自", row => row.ValidFrom, (row, day) => row.ValidFrom = day) with { Code = "xk_yxqz", Public = true };
        yield return FieldOf<LicenceDecision>.Day("until", "有效期至", row => row.ValidUntil, (row, day) => row.ValidUntil = day) with { Code = "xk_yxqzi", Older = ["许可截止期"], Hint = "长期有效的填 2099-12-31", Public = true };
        yield return Authority<LicenceDecision>("许可机关", "xk_xkjg");
        yield return AuthorityCode<LicenceDecision>("许可机关统一社会信用代码", "xk_xkjgdm");
        yield return FieldOf<LicenceDecision>.Line("status", "当前状态", row => row.Status, (row, text) => row.Status = text) with { Code = "xk_zt", Longest = 20, Hint = "例如：有效、撤销、异议、其他", Public = true };
        foreach (var field in Source<LicenceDecision>("xk_lydw", "xk_lydwdm")) yield return field;
    }

    static IEnumerable<RegisterField> Penalties()
    {
        foreach (var field in Party<PenaltyDecision>("cf_xdr", "cf_frdb", "cf_fr_zjlx", "cf_fr_sfzh")) yield return field;
        yield return Number<PenaltyDecision>("行政处罚决定书文号", "某住建罚〔2026〕3号") with { Code = "cf_wsh", Public = true };
        yield return Title<PenaltyDecision>("违法行为类型", "未取得施工许可证擅自施工") with { Code = "cf_wfxw", Older = ["处罚名称"], Hint = "不要写当事人姓名", Public = true };
        yield return FieldOf<PenaltyDecision>.Text("facts", "违法事实", row => row.Facts, (row, text) => row.Facts = text ?? "") with { Code = "cf_sy", Older = ["处罚事由"], Must = true, Public = true };
        yield return FieldOf<PenaltyDecision>.Text("basis", "处罚依据", row => row.Basis, (row, text) => row.Basis = text ?? "") with { Code = "cf_yj", Must = true, Public = true };
        yield return FieldOf<PenaltyDecision>.Line("type", "处罚类别", row => row.Penalties, (row, text) => row.Penalties = text ?? "") with { Code = "cf_cflb", Older = ["处罚类别1"], Must = true, Hint = "有几种的用“；”隔开", Public = true, Listed = true, Sample = "罚款" };
        yield return FieldOf<PenaltyDecision>.Text("content", "处罚内容", row => row.Content, (row, text) => row.Content = text ?? "") with { Code = "cf_nr", Older = ["处罚结果"], Must = true, Public = true };
        yield return FieldOf<PenaltyDecision>.TenThousands("fine", "罚款金额（万元）", row => row.FineFen, (row, fen) => row.FineFen = fen) with { Code = "cf_nr_fk", Public = true, Listed = true, Sample = "1.5" };
        yield return FieldOf<PenaltyDecision>.TenThousands("confiscated", "没收违法所得、没收非法财物的金额（万元）", row => row.ConfiscatedFen, (row, fen) => row.ConfiscatedFen = fen) with { Code = "cf_nr_wfff", Public = true };
        yield return FieldOf<PenaltyDecision>.Line("revoked", "暂扣或吊销证照名称及编号", row => row.Revoked, (row, text) => row.Revoked = text) with { Code = "cf_nr_zkdx", Longest = RegisterRow.LongestTitle, Public = true };
        yield return On<PenaltyDecision>("处罚决定日期", "公开期限从这一天起算") with { Code = "cf_jdrq", Older = ["处罚生效期"], Public = true, Listed = true };
        yield return FieldOf<PenaltyDecision>.Day("until", "处罚有效期", row => row.ValidUntil, (row, day) => row.ValidUntil = day) with { Code = "cf_yxq", Older = ["处罚截止期"], Public = true };
        yield return FieldOf<PenaltyDecision>.Day("publicityEnd", "公示截止期", row => row.PublicityEnd, (row, day) => row.PublicityEnd = day) with { Code = "cf_gsjzq", Hint = "到期自动不再公开" };
        yield return Authority<PenaltyDecision>("处罚机关", "cf_cfjg");
        yield return AuthorityCode<PenaltyDecision>("处罚机关统一社会信用代码", "cf_cfjgdm");
        foreach (var field in Source<PenaltyDecision>("cf_sjly", "cf_sjlydm")) yield return field;
        yield return FieldOf<PenaltyDecision>.Choice("procedure", "处罚程序", kind => kind.Name, row => row.Procedure, (row, kind) => row.Procedure = kind) with { Listed = true, Hint = "简易程序的不向信用平台报送" };
        yield return FieldOf<PenaltyDecision>.Flag("significant", "具有一定社会影响", row => row.Significant, (row, flag) => row.Significant = flag) with { Listed = true, Hint = "行政处罚法第四十八条：具有一定社会影响的应当公开" };
    }

    static IEnumerable<RegisterField> Coercions()
    {
        foreach (var field in Party<CoercionDecision>(null, null, null, null)) yield return field;
        yield return Number<CoercionDecision>("强制决定书文号", "某住建强〔2026〕1号");
        yield return Title<CoercionDecision>("强制事由", "拒不停止违法建设") with { Hint = "不要写当事人姓名" };
        yield return FieldOf<CoercionDecision>.Choice("type", "强制方式", kind => kind.Name, row => row.CoercionKind, (row, kind) => row.CoercionKind = kind) with { Must = true, Listed = true, Sample = "查封场所、设施或者财物" };
        yield return FieldOf<CoercionDecision>.Text("basis", "强制依据", row => row.Basis, (row, text) => row.Basis = text ?? "") with { Must = true };
        yield return FieldOf<CoercionDecision>.Text("content", "强制内容", row => row.Content, (row, text) => row.Content = text ?? "") with { Must = true };
        yield return On<CoercionDecision>("决定日期", "计入年度的日期") with { Listed = true };
        yield return FieldOf<CoercionDecision>.Day("carriedOut", "实施日期", row => row.CarriedOutOn, (row, day) => row.CarriedOutOn = day);
        yield return FieldOf<CoercionDecision>.Day("lifted", "解除日期", row => row.LiftedOn, (row, day) => row.LiftedOn = day);
        yield return Authority<CoercionDecision>("实施机关", null);
        foreach (var field in Source<CoercionDecision>(null, null)) yield return field;
    }

    static IEnumerable<RegisterField> Services()
    {
        foreach (var field in Party<ServiceDecision>(null, null, null, null)) yield return field;
        yield return Number<ServiceDecision>("办理文书号", "某住保〔2026〕12号") with { Hint = "没有文书号的填受理编号", Public = true };
        yield return Title<ServiceDecision>("事项名称", "公共租赁住房资格确认") with { Hint = "权责清单上的事项名称，不要写当事人姓名", Public = true };
        yield return FieldOf<ServiceDecision>.Choice("type", "事项类别", kind => kind.Name, row => row.ServiceKind, (row, kind) => row.ServiceKind = kind) with { Must = true, Public = true, Listed = true };
        yield return FieldOf<ServiceDecision>.Choice("result", "办理结果", result => result.Name, row => row.Result, (row, result) => row.Result = result) with { Must = true, Public = true, Listed = true };
        yield return FieldOf<ServiceDecision>.Text("content", "办理结果内容", row => row.Content, (row, text) => row.Content = text ?? "") with { Must = true, Hint = "不要写健康、残疾、收入等个人情况", Public = true };
        yield return FieldOf<ServiceDecision>.Text("basis", "办理依据", row => row.Basis, (row, text) => row.Basis = text ?? "") with { Must = true, Public = true };
        yield return On<ServiceDecision>("办结日期", "计入年度的日期，公开期限从这一天起算") with { Public = true, Listed = true };
        yield return Authority<ServiceDecision>("办理机关", null) with { Public = true };
        yield return Remark<ServiceDecision>(false);
    }

    static IEnumerable<RegisterField> Party<T>(string? code, string? representative, string? representativePaper, string? representativeNumber) where T : DecisionRow
    {
        yield return FieldOf<T>.Line("party", "行政相对人名称", row => row.PartyName, (row, text) => row.Name(text ?? "", row.PartyKind)) with { Code = Named("mc"), Must = true, Public = true, Listed = true, Sample = "示例建设有限公司" };
        yield return FieldOf<T>.Choice("partyKind", "行政相对人类别", kind => kind.Name, row => row.PartyKind, (row, kind) => row.Name(row.PartyName, kind)) with { Code = Named("lb"), Must = true, Public = true, Listed = true, Hint = "代码以 92 开头的填个体工商户" };
        yield return Coded("credit", "统一社会信用代码", "shxym", row => row.CreditCode, (row, text) => row.CreditCode = text, 1, 1) with { Public = true };
        yield return Coded("business", "工商注册号", "gszc", row => row.BusinessNumber, (row, text) => row.BusinessNumber = text, 2, 3);
        yield return Coded("organization", "组织机构代码", "zzjg", row => row.OrganizationCode, (row, text) => row.OrganizationCode = text, 3, 2);
        yield return Coded("tax", "税务登记号", "swdj", row => row.TaxNumber, (row, text) => row.TaxNumber = text, 4, 4);
        yield return Coded("institution", "事业单位证书号", "sydw", row => row.InstitutionNumber, (row, text) => row.InstitutionNumber = text, 5, null);
        yield return Coded("social", "社会组织登记证号", "shzz", row => row.SocialNumber, (row, text) => row.SocialNumber = text, 6, null);
        yield return FieldOf<T>.Line("legalPerson", "法定代表人", row => row.LegalPerson, (row, text) => row.LegalPerson = text) with { Code = representative, Older = ["法定代表人姓名"], Longest = 100 };
        yield return FieldOf<T>.Line("legalPersonPaper", "法定代表人证件类型", row => row.LegalPersonPaper, (row, text) => row.LegalPersonPaper = text) with { Code = representativePaper, Longest = 64 };
        yield return FieldOf<T>.Secret("legalPersonNumber", "法定代表人证件号码", row => row.LegalPersonNumber, (row, value) => row.LegalPersonNumber = value) with { Code = representativeNumber };
        yield return FieldOf<T>.Line("paper", "证件类型", row => row.Paper, (row, text) => row.Paper = text) with { Code = Named("zjlx"), Longest = 64, Hint = "只有自然人填写", Sample = "" };
        yield return FieldOf<T>.Secret("paperNumber", "证件号码", row => row.PaperNumber, (row, value) => row.PaperNumber = value) with { Code = Named("zjhm"), Older = ["居民身份证号", "行政相对人代码_5(居民身份证号)"], Hint = "只有自然人填写；加密保存，不公开" };

        string? Named(string last) => code is null ? null : $"{code}_{last}";

        RegisterField Coded(string key, string label, string last, Func<T, string?> get, Action<T, string?> set, int number, int? before) => FieldOf<T>.Line(key, label, get, set) with
        {
            // The number of a code differs between the two sets, so the bare 行政相对人代码_2 is not taken for either.
            Code = Named(last), Longest = 64, Older = [$"行政相对人代码_{number}({label})", .. before is { } then && then != number ? (string[])[$"行政相对人代码_{then}({label})"] : [], .. number == 1 ? (string[])["行政相对人代码_1"] : [], .. label == "工商注册号" ? (string[])["行政相对人代码_3(工商登记码)", "工商登记码"] : []],
        };
    }

    static RegisterField Authority<T>(string label, string? code) where T : DecisionRow =>
        FieldOf<T>.Line("authority", label, row => row.Authority, (row, text) => row.Authority = text) with { Code = code, Public = code is not null, Hint = "不填按本机关" };

    static RegisterField AuthorityCode<T>(string label, string? code) where T : DecisionRow =>
        FieldOf<T>.Line("authorityCode", label, row => row.AuthorityCode, (row, text) => row.AuthorityCode = text) with { Code = code, Longest = 64, Public = true };

    static IEnumerable<RegisterField> Source<T>(string? code, string? codeOfCode) where T : DecisionRow
    {
        yield return FieldOf<T>.Line("source", "数据来源单位", row => row.Source, (row, text) => row.Source = text) with { Code = code };
        yield return FieldOf<T>.Line("sourceCode", "数据来源单位统一社会信用代码", row => row.SourceCode, (row, text) => row.SourceCode = text) with { Code = codeOfCode, Longest = 64 };
        yield return FieldOf<T>.Text("remark", "备注说明", row => row.Remark, (row, text) => row.Remark = text) with { Code = code is null ? null : "bz" };
    }
}
