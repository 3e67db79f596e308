namespace Gongkai.Rules.Organizations;

/// <summary>The level of government at which an agency works (层级).</summary>
public enum Level
{
    /// <summary>国家.</summary>
    National = 1,

    /// <summary>省、自治区、直辖市.</summary>
    Provincial,

    /// <summary>设区的市、自治州.</summary>
    Municipal,

    /// <summary>县、市辖区、县级市.</summary>
    County,

    /// <summary>乡、镇、街道.</summary>
    Township,
}

/// <summary>What kind of agency it is (机关类别).</summary>
public enum AgencyKind
{
    /// <summary>人民政府工作部门; 局、委、办.</summary>
    Department = 1,

    /// <summary>人民政府.</summary>
    Government,

    /// <summary>所属单位: under a department, such as a station or a centre.</summary>
    Subordinate,

    /// <summary>实行垂直领导的部门: tax, customs; in the government's place, but not under it.</summary>
    Vertical,

    /// <summary>法律、法规授权的具有管理公共事务职能的组织.</summary>
    Authorized,
}

/// <summary>The Chinese name of a level.</summary>
public static class LevelName
{
    extension(Level level)
    {
        public string Name => level switch
        {
            Level.National => "国家级",
            Level.Provincial => "省级",
            Level.Municipal => "市级",
            Level.County => "县级",
            Level.Township => "乡镇级",
        };
    }
}

/// <summary>The Chinese name of a kind of agency.</summary>
public static class AgencyKindName
{
    extension(AgencyKind kind)
    {
        public string Name => kind switch
        {
            AgencyKind.Department => "政府工作部门",
            AgencyKind.Government => "人民政府",
            AgencyKind.Subordinate => "所属单位",
            AgencyKind.Vertical => "垂直管理部门",
            AgencyKind.Authorized => "法律法规授权的组织",
        };
    }
}
