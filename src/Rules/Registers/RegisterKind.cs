namespace Gongkai.Rules.Registers;

/// <summary>The registers of what an agency discloses of its work (主动公开的台账).</summary>
public enum RegisterKind { Power, Licence, Penalty, Coercion, Service, Fee, Receipt, Procurement, Contract, Normative }

/// <summary>What each register is called, and where it is found.</summary>
public static class RegisterKinds
{
    extension(RegisterKind kind)
    {
        public string Name => kind switch
        {
            RegisterKind.Power => "权责清单",
            RegisterKind.Licence => "行政许可决定",
            RegisterKind.Penalty => "行政处罚决定",
            RegisterKind.Coercion => "行政强制",
            RegisterKind.Service => "其他对外管理服务决定",
            RegisterKind.Fee => "行政事业性收费目录",
            RegisterKind.Receipt => "行政事业性收费金额",
            RegisterKind.Procurement => "政府集中采购",
            RegisterKind.Contract => "政府采购合同",
            RegisterKind.Normative => "行政规范性文件",
        };

        /// <summary>Its name in the office's addresses.</summary>
        public string Code => kind switch
        {
            RegisterKind.Power => "powers",
            RegisterKind.Licence => "licences",
            RegisterKind.Penalty => "penalties",
            RegisterKind.Coercion => "coercion",
            RegisterKind.Service => "services",
            RegisterKind.Fee => "fees",
            RegisterKind.Receipt => "receipts",
            RegisterKind.Procurement => "procurement",
            RegisterKind.Contract => "contracts",
            RegisterKind.Normative => "normative",
        };

        /// <summary>Its column on the portal (拼音首字母); <c>null</c> where its rows are not shown as a register: 规范性文件 are published as documents, the others are kept for the count.</summary>
        public string? PublicCode => kind switch
        {
            RegisterKind.Licence => "xzxk",
            RegisterKind.Penalty => "xzcf",
            RegisterKind.Service => "qtfw",
            RegisterKind.Fee => "sfml",
            RegisterKind.Power => "qzqd",
            RegisterKind.Procurement => "zfcg",
            RegisterKind.Contract => "cght",
            RegisterKind.Coercion or RegisterKind.Receipt or RegisterKind.Normative => null,
        };

        /// <summary>Its rows are decisions about someone, which may be overturned.</summary>
        public bool IsDecision => kind is RegisterKind.Licence or RegisterKind.Penalty or RegisterKind.Coercion or RegisterKind.Service;
    }

    /// <summary>The register of an address of the office, or <c>null</c>.</summary>
    public static RegisterKind? Coded(string? code) => Enum.GetValues<RegisterKind>().Where(kind => kind.Code == code).Select(kind => (RegisterKind?)kind).SingleOrDefault();
}
