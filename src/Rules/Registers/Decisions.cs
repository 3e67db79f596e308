namespace Gongkai.Rules.Registers;

/// <summary>行政相对人类别.</summary>
public enum PartyKind { Organization, Person, SoleTrader }

/// <summary>许可类别 of the exchange of licences and penalties (双公示).</summary>
public enum LicenceKind { Ordinary, Franchise, Recognition, Verification, Registration, Other }

/// <summary>处罚程序.</summary>
public enum PenaltyProcedure { General, Simple }

/// <summary>行政强制措施和行政强制执行的方式 (行政强制法第九条、第十二条).</summary>
public enum CoercionKind { Person, Seal, Seize, Freeze, OtherMeasure, Surcharge, Transfer, Auction, Restore, Substitute, OtherExecution }

/// <summary>其他对外管理服务事项的类别: what is decided at someone's request and is no licence (条例第二十条（五）).</summary>
public enum ServiceKind { Confirmation, Benefit, Reward, Adjudication, Service, Other }

/// <summary>办理结果 of such a request.</summary>
public enum ServiceResult { Granted, Refused, Ended }

/// <summary>How a decision fell (撤销、变更、确认违法、确认无效).</summary>
public enum Overturning { Annulled, Changed, Unlawful, Void }

/// <summary>规章, or 行政规范性文件.</summary>
public enum NormativeKind { Rules, Normative }

/// <summary>What each of them is called.</summary>
public static class DecisionNames
{
    extension(PartyKind kind)
    {
        public string Name => kind switch
        {
            PartyKind.Organization => "法人及非法人组织",
            PartyKind.Person => "自然人",
            // Their codes begin with 92; they are exchanged in the form of legal persons.
            PartyKind.SoleTrader => "个体工商户",
        };
    }

    extension(LicenceKind kind)
    {
        public string Name => kind switch
        {
            LicenceKind.Ordinary => "普通",
            LicenceKind.Franchise => "特许",
            LicenceKind.Recognition => "认可",
            LicenceKind.Verification => "核准",
            LicenceKind.Registration => "登记",
            LicenceKind.Other => "其他",
        };
    }

    extension(PenaltyProcedure procedure)
    {
        public string Name => procedure switch { PenaltyProcedure.General => "普通程序", PenaltyProcedure.Simple => "简易程序" };
    }

    extension(CoercionKind kind)
    {
        public string Name => kind switch
        {
            CoercionKind.Person => "限制公民人身自由",
            CoercionKind.Seal => "查封场所、设施或者财物",
            CoercionKind.Seize => "扣押财物",
            CoercionKind.Freeze => "冻结存款、汇款",
            CoercionKind.OtherMeasure => "其他行政强制措施",
            CoercionKind.Surcharge => "加处罚款或者滞纳金",
            CoercionKind.Transfer => "划拨存款、汇款",
            CoercionKind.Auction => "拍卖或者依法处理查封、扣押的场所、设施或者财物",
            CoercionKind.Restore => "排除妨碍、恢复原状",
            CoercionKind.Substitute => "代履行",
            CoercionKind.OtherExecution => "其他强制执行方式",
        };
    }

    extension(ServiceKind kind)
    {
        public string Name => kind switch
        {
            ServiceKind.Confirmation => "行政确认",
            ServiceKind.Benefit => "行政给付",
            ServiceKind.Reward => "行政奖励",
            ServiceKind.Adjudication => "行政裁决",
            ServiceKind.Service => "公共服务",
            ServiceKind.Other => "其他",
        };
    }

    extension(ServiceResult result)
    {
        public string Name => result switch { ServiceResult.Granted => "准予", ServiceResult.Refused => "不予", ServiceResult.Ended => "终止办理" };
    }

    extension(Overturning how)
    {
        public string Name => how switch
        {
            Overturning.Annulled => "被依法撤销",
            Overturning.Changed => "被依法变更",
            Overturning.Unlawful => "被确认违法",
            Overturning.Void => "被确认无效",
        };
    }

    extension(NormativeKind kind)
    {
        public string Name => kind switch { NormativeKind.Rules => "规章", NormativeKind.Normative => "行政规范性文件" };

        /// <summary>The key of its row in table 2.</summary>
        public string Row => kind switch { NormativeKind.Rules => "rules", NormativeKind.Normative => "normative" };
    }
}
