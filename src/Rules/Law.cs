using System.Reflection;
using System.Runtime.CompilerServices;

namespace Gongkai.Rules;

/// <summary>A text that binds us, by the name under which the code cites it.</summary>
public enum Statute
{
    /// <summary>《中华人民共和国政府信息公开条例》（国务院令第711号），2019-05-15 起施行。</summary>
    Regulation,

    /// <summary>国办公开办函〔2019〕60号：政府信息公开工作年度报告格式（试行）。</summary>
    ReportFormat2019,

    /// <summary>国办公开办函〔2021〕30号：政府信息公开工作年度报告格式（现行）。</summary>
    ReportFormat2021,

    /// <summary>国办公开办函〔2016〕201号：年度报告有关事项的解释。</summary>
    ReportCounting2016,

    /// <summary>《中华人民共和国立法法》：谁可以制定规章。</summary>
    LegislationLaw,

    /// <summary>《全国年节及纪念日放假办法》（2024年修订）：哪些天放假。</summary>
    Holidays,

    /// <summary>《国务院关于职工工作时间的规定》（国务院令第174号）：周休息日。</summary>
    WorkingHours,

    /// <summary>《中华人民共和国民事诉讼法》（2023年修正）：期间怎么算。</summary>
    CivilProcedure,

    /// <summary>《中华人民共和国行政复议法》（2023年修订）。</summary>
    Reconsideration,

    /// <summary>国办函〔2020〕109号：政府信息公开信息处理费管理办法，2021-01-01 起施行。</summary>
    ProcessingFee,

    /// <summary>GB/T 9704—2012《党政机关公文格式》。</summary>
    DocumentLayout,

    /// <summary>《中华人民共和国行政诉讼法》（2017年修正）。</summary>
    Litigation,

    /// <summary>法释〔2025〕8号：最高人民法院关于审理政府信息公开行政案件适用法律若干问题的解释，2025-06-01 起施行。</summary>
    DisclosureCases,

    /// <summary>国办公开办函〔2015〕207号：政府信息公开申请的期限怎么算。</summary>
    ReceiptReply2015,

    /// <summary>国办公开办函〔2016〕235号：政府信息公开答复的送达。</summary>
    ServiceReply2016,

    /// <summary>《中华人民共和国行政处罚法》（2021年修订），2021-07-15 起施行。</summary>
    PenaltyLaw,

    /// <summary>《中华人民共和国行政许可法》（2019年修正）。</summary>
    LicensingLaw,

    /// <summary>《中华人民共和国政府采购法实施条例》（国务院令第658号），2015-03-01 起施行。</summary>
    ProcurementRules,
}

/// <summary>Marks the code that carries out one provision, and remembers its file and line, so that <c>docs/law.md</c> writes itself.</summary>
/// <param name="statute">The text.</param>
/// <param name="place">Where in the text: an article ("49"), or a part of a notice's form ("表三").</param>
/// <param name="member">Filled by the compiler.</param>
/// <param name="file">Filled by the compiler.</param>
/// <param name="line">Filled by the compiler.</param>
[AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
public sealed class LawAttribute(
    Statute statute,
    string place,
    [CallerMemberName] string member = "",
    [CallerFilePath] string file = "",
    [CallerLineNumber] int line = 0) : Attribute
{
    const BindingFlags Anything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    public Statute Statute => statute;
    public string Place => place;
    public string Member => member;
    public string File => file[(file.LastIndexOf("/src/", StringComparison.Ordinal) + 1)..];
    public int Line => line;

    /// <summary>Every provision we carry out, in the order of the law.</summary>
    public static IEnumerable<LawAttribute> Index => typeof(LawAttribute).Assembly.GetTypes()
        .SelectMany(type => type.GetMembers(Anything).Append(type).Select(member => (type, member)))
        .SelectMany(found => found.member.GetCustomAttributes<LawAttribute>(inherit: false)
            .Select(law => law.Member.Length > 0 ? law : law.On(found.type)))
        .DistinctBy(law => (law.Statute, law.Place, law.File, law.Line))
        .OrderBy(law => law.Statute).ThenBy(law => law.Article).ThenBy(law => law.Place, StringComparer.Ordinal)
        .ThenBy(law => law.File, StringComparer.Ordinal).ThenBy(law => law.Line);

    /// <summary>The article's number, or 0 where the place is not an article.</summary>
    public int Article => int.TryParse(place.Split('（')[0], out var number) ? number : 0;

    // A type is not a member of anything, so the compiler leaves its name out.
    LawAttribute On(Type type) => new(statute, place, type.Name, file, line);
}

/// <summary>The titles of the statutes, as they are cited.</summary>
public static class Statutes
{
    extension(Statute statute)
    {
        public string Title => statute switch
        {
            Statute.Regulation => "政府信息公开条例",
            Statute.ReportFormat2019 => "国办公开办函〔2019〕60号",
            Statute.ReportFormat2021 => "国办公开办函〔2021〕30号",
            Statute.ReportCounting2016 => "国办公开办函〔2016〕201号",
            Statute.LegislationLaw => "立法法",
            Statute.Holidays => "全国年节及纪念日放假办法",
            Statute.WorkingHours => "国务院关于职工工作时间的规定",
            Statute.CivilProcedure => "民事诉讼法",
            Statute.Reconsideration => "行政复议法",
            Statute.ProcessingFee => "国办函〔2020〕109号",
            Statute.DocumentLayout => "GB/T 9704—2012",
            Statute.Litigation => "行政诉讼法",
            Statute.DisclosureCases => "法释〔2025〕8号",
            Statute.ReceiptReply2015 => "国办公开办函〔2015〕207号",
            Statute.ServiceReply2016 => "国办公开办函〔2016〕235号",
            Statute.PenaltyLaw => "行政处罚法",
            Statute.LicensingLaw => "行政许可法",
            Statute.ProcurementRules => "政府采购法实施条例",
        };

        /// <summary>A place in it as a page cites it: 《政府信息公开条例》第33条, 国办函〔2020〕109号第4条; without an article, its title.</summary>
        public string Cite(string? place)
        {
            var title = statute.Title is var name && name.Contains('〔', StringComparison.Ordinal) || statute == Statute.DocumentLayout ? statute.Title : $"《{name}》";
            var parts = (place ?? "").Split('（', '）');
            return !int.TryParse(parts[0], out _) ? title : parts.Length == 1 ? $"{title}第{parts[0]}条" : $"{title}第{parts[0]}条第（{parts[1]}）项";
        }
    }
}
