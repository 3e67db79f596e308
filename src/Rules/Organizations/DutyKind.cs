namespace Gongkai.Rules.Organizations;

/// <summary>What a duty is about (职责类别), after the functions that the Regulation gives to an agency's disclosure office, and what it asks beside them.</summary>
public enum DutyKind
{
    /// <summary>办理政府信息公开事宜.</summary>
    Handling = 1,

    /// <summary>维护和更新公开的政府信息.</summary>
    Updating,

    /// <summary>组织编制公开指南、公开目录和年度报告.</summary>
    Compiling,

    /// <summary>组织开展对拟公开政府信息的审查.</summary>
    Reviewing,

    /// <summary>考核、社会评议、责任追究.</summary>
    Appraising,

    /// <summary>定期培训.</summary>
    Training,

    /// <summary>提交并公布年度报告.</summary>
    Reporting,

    /// <summary>本机关规定的其他职能.</summary>
    Other,
}

/// <summary>The names of the kinds, and the article on which each rests.</summary>
public static class DutyKinds
{
    extension(DutyKind kind)
    {
        public string Name => kind switch
        {
            DutyKind.Handling => "办理公开事宜",
            DutyKind.Updating => "维护更新已公开信息",
            DutyKind.Compiling => "编制指南、目录和年报",
            DutyKind.Reviewing => "审查拟公开信息",
            DutyKind.Appraising => "考核、评议与责任追究",
            DutyKind.Training => "培训",
            DutyKind.Reporting => "提交和公布年度报告",
            DutyKind.Other => "其他职能",
        };

        /// <summary>The article that gives the duty.</summary>
        // 各级人民政府及县级以上人民政府部门应当建立健全本行政机关的政府信息公开工作制度，并指定机构负责本行政机关政府信息公开的日常工作。
        [Law(Statute.Regulation, "4"), Law(Statute.Regulation, "46"), Law(Statute.Regulation, "48"), Law(Statute.Regulation, "49")]
        public string Basis => kind switch
        {
            DutyKind.Handling => "《政府信息公开条例》第四条第二款第（一）项",
            DutyKind.Updating => "《政府信息公开条例》第四条第二款第（二）项",
            DutyKind.Compiling => "《政府信息公开条例》第四条第二款第（三）项",
            DutyKind.Reviewing => "《政府信息公开条例》第四条第二款第（四）项",
            DutyKind.Appraising => "《政府信息公开条例》第四十六条",
            DutyKind.Training => "《政府信息公开条例》第四十八条",
            DutyKind.Reporting => "《政府信息公开条例》第四十九条",
            DutyKind.Other => "《政府信息公开条例》第四条第二款第（五）项",
        };
    }
}
