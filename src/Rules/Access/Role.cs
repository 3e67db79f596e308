namespace Gongkai.Rules.Access;

/// <summary>What a person is to the system. The first three are the three officers (三员), of whom nobody may be two.</summary>
public enum Role
{
    /// <summary>系统管理员: accounts, settings, backups; reads no case.</summary>
    SystemAdministrator,

    /// <summary>安全保密管理员: grants and takes away roles; makes no account.</summary>
    SecurityAdministrator,

    /// <summary>安全审计员: reads the trail, and changes nothing.</summary>
    SecurityAuditor,

    /// <summary>收件登记人员.</summary>
    Registrar,

    /// <summary>承办人员.</summary>
    Handler,

    /// <summary>审核人员, of the office in charge of disclosure (政务公开办).</summary>
    Reviewer,

    /// <summary>法制审核人员.</summary>
    Legal,

    /// <summary>领导, who signs.</summary>
    Leader,

    /// <summary>信息采编人员.</summary>
    Editor,

    /// <summary>监管人员, of the office that supervises other agencies (政府信息公开工作主管部门).</summary>
    Supervisor,
}
