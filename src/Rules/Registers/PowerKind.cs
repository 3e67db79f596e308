namespace Gongkai.Rules.Registers;

/// <summary>事项类型: what an entry of the list of powers and duties (权责清单) allows the agency to do.</summary>
public enum PowerKind { Licence, Penalty, Coercion, Levy, Benefit, Inspection, Confirmation, Reward, Adjudication, Other, Service }

/// <summary>What each kind is called, and in which row of table 2 of the form of 2019 its entries count.</summary>
public static class PowerKinds
{
    extension(PowerKind kind)
    {
        public string Name => kind switch
        {
            PowerKind.Licence => "行政许可",
            PowerKind.Penalty => "行政处罚",
            PowerKind.Coercion => "行政强制",
            PowerKind.Levy => "行政征收",
            PowerKind.Benefit => "行政给付",
            PowerKind.Inspection => "行政检查",
            PowerKind.Confirmation => "行政确认",
            PowerKind.Reward => "行政奖励",
            PowerKind.Adjudication => "行政裁决",
            PowerKind.Other => "其他对外管理服务事项",
            PowerKind.Service => "公共服务",
        };

        // 条例第二十条（五）: 办理行政许可和其他对外管理服务事项的依据、条件、程序以及办理结果. What is done at someone's request belongs there;
        // 检查 is of item (十三), 征收 of item (八). The notice prints no list: decision 0074.
        /// <summary>The key of its row in table 2; <c>null</c>: it counts in none.</summary>
        [Law(Statute.Regulation, "20（五）"), Law(Statute.Regulation, "20（六）")]
        public string? Row => kind switch
        {
            PowerKind.Licence => "licences",
            PowerKind.Penalty => "penalties",
            PowerKind.Coercion => "coercion",
            PowerKind.Benefit or PowerKind.Confirmation or PowerKind.Reward or PowerKind.Adjudication or PowerKind.Other or PowerKind.Service => "services",
            PowerKind.Levy or PowerKind.Inspection => null,
        };
    }
}
