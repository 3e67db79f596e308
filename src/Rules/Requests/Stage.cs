namespace Gongkai.Rules.Requests;

/// <summary>For what a case waits.</summary>
public enum Awaiting { Nothing, Confirmation, Correction, Payment, Consultation }

/// <summary>Where a case stands (办理状态).</summary>
public enum Stage
{
    /// <summary>已提交（待确认）.</summary>
    Submitted,

    /// <summary>办理中.</summary>
    Handling,

    /// <summary>待补正.</summary>
    AwaitingCorrection,

    /// <summary>征求意见中.</summary>
    Consulting,

    /// <summary>待缴费.</summary>
    AwaitingPayment,

    /// <summary>已审签，待送达.</summary>
    Decided,

    /// <summary>已答复.</summary>
    Answered,

    /// <summary>已撤回.</summary>
    Withdrawn,

    /// <summary>已归档.</summary>
    Filed,
}

/// <summary>The Chinese names of where a case stands and for what it waits.</summary>
public static class StageNames
{
    extension(Stage stage)
    {
        public string Name => stage switch
        {
            Stage.Submitted => "待确认",
            Stage.Handling => "办理中",
            Stage.AwaitingCorrection => "待补正",
            Stage.Consulting => "征求意见中",
            Stage.AwaitingPayment => "待缴费",
            Stage.Decided => "待送达",
            Stage.Answered => "已答复",
            Stage.Withdrawn => "已撤回",
            Stage.Filed => "已归档",
        };
    }

    extension(Awaiting awaiting)
    {
        public string Name => awaiting switch
        {
            Awaiting.Nothing => "无",
            Awaiting.Confirmation => "确认收到",
            Awaiting.Correction => "申请人补正",
            Awaiting.Payment => "申请人缴费",
            Awaiting.Consultation => "征求意见答复",
        };
    }
}
