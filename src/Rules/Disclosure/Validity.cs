namespace Gongkai.Rules.Disclosure;

/// <summary>Whether a document still binds (有效性).</summary>
public enum Validity
{
    Unmarked,
    InForce,
    NotYet,
    Amended,
    PartlyLapsed,
    Repealed,
    Lapsed,
}

/// <summary>What they are called, and which holds on a day.</summary>
public static class Validities
{
    extension(Validity validity)
    {
        public string Name => validity switch
        {
            Validity.Unmarked => "未标注",
            Validity.InForce => "现行有效",
            Validity.NotYet => "尚未生效",
            Validity.Amended => "已修改",
            Validity.PartlyLapsed => "部分失效",
            Validity.Repealed => "已废止",
            Validity.Lapsed => "已失效",
        };

        /// <summary>Whether nothing of it binds any more.</summary>
        public bool IsOver => validity is Validity.Repealed or Validity.Lapsed;

        /// <summary>What it is on a day: one that was in force lapses by itself after its last day, and one that was not yet comes into force on its first.</summary>
        public Validity On(DateOnly day, DateOnly? effective, DateOnly? last) =>
            validity.IsOver || validity is Validity.Unmarked ? validity
            : last is { } end && day > end ? Validity.Lapsed
            : effective is { } first && day < first ? Validity.NotYet
            : validity is Validity.NotYet ? Validity.InForce
            : validity;
    }
}
