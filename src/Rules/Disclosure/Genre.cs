namespace Gongkai.Rules.Disclosure;

/// <summary>What kind of text a piece of information is (体裁).</summary>
public enum Genre
{
    Rules,
    Normative,
    Document,
    Notice,
    Announcement,
    Reply,
    Interpretation,
    Plan,
    Statistics,
    Budget,
    Service,
    Work,
    Institution,
    Record,
    System,
}

/// <summary>What they are called, and what follows from them.</summary>
public static class Genres
{
    extension(Genre genre)
    {
        public string Name => genre switch
        {
            Genre.Rules => "规章",
            Genre.Normative => "行政规范性文件",
            Genre.Document => "其他文件",
            Genre.Notice => "通知",
            Genre.Announcement => "公告",
            Genre.Reply => "批复",
            Genre.Interpretation => "政策解读",
            Genre.Plan => "规划计划",
            Genre.Statistics => "统计信息",
            Genre.Budget => "预算决算",
            Genre.Service => "办事指南",
            Genre.Work => "工作信息",
            Genre.Institution => "机构信息",
            Genre.Record => "办理结果",
            Genre.System => "公开制度",
        };

        /// <summary>Whether it is a policy document (政策文件): it stands in the library of policies, has a validity, and asks for an interpretation.</summary>
        public bool IsPolicy => genre is Genre.Rules or Genre.Normative or Genre.Document;

        /// <summary>Whether it is an official document (公文), which bears a number.</summary>
        public bool BearsNumber => genre is Genre.Rules or Genre.Normative or Genre.Document or Genre.Notice or Genre.Reply;
    }
}
