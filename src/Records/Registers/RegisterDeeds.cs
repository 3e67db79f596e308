namespace Gongkai.Records.Registers;

/// <summary>What is done in the registers of proactive disclosure.</summary>
public static class RegisterDeeds
{
    public static Deed Entered { get; } = new("register.entered", "登记台账");
    public static Deed Changed { get; } = new("register.changed", "修改台账");
    public static Deed Voided { get; } = new("register.voided", "作废台账记录");
    public static Deed Overturned { get; } = new("register.overturned", "登记决定被撤销变更");
    public static Deed Withheld { get; } = new("register.withheld", "台账记录不予公开");
    public static Deed Joined { get; } = new("register.joined", "规范性文件对应公开信息");
    public static Deed Withdrawn { get; } = new("register.withdrawn", "撤下台账记录");
    public static Deed Imported { get; } = new("register.imported", "导入台账记录");
    public static Deed TermsSet { get; } = new("register.terms", "设置台账公开期限");
    public static Deed Submitted { get; } = new("register.submitted", "台账批次送审");
    public static Deed Passed { get; } = new("register.passed", "台账批次审核通过");
    public static Deed Returned { get; } = new("register.returned", "退回台账批次");
    public static Deed Published { get; } = new("register.published", "公开台账批次");

    /// <summary>Rows went out for the credit platform, as the public reads them; or with whole names and numbers of papers.</summary>
    public static Deed Exchanged { get; } = new("register.exchanged", "导出双公示数据");

    public static Deed ExchangedWhole { get; } = new("register.exchanged.whole", "导出含证件号码的双公示数据", Looks: true);

    /// <summary>Someone saw the number of a natural person's paper.</summary>
    public static Deed Opened { get; } = new("register.opened", "查看相对人证件号码", Looks: true);
}
