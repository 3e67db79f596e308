using Gongkai.App.Ui;
using Gongkai.Records.AnnualReports;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.App.Office.Reports;

/// <summary>The addresses of the office's annual reports, and how their pages stand in the frame.</summary>
public static class Places
{
    public const string List = "/office/reports";

    /// <summary>The permanent public address of a published report.</summary>
    public static string Public(int year, string code) => $"/zfxxgk/nb/{year}/{code}";

    extension(ReportDraft draft)
    {
        public string Path => $"{List}/{draft.Handle}";
        public string Name => $"{draft.Year}年度报告{(draft.Version > 1 ? $"（更正，第{draft.Version}版）" : "")}";
        public string Tone => draft.State switch
        {
            DraftState.Preparing => "soon",
            DraftState.Checked => "soon",
            DraftState.Returned => "late",
            DraftState.Signed => "fine",
            DraftState.Published => "fine",
        };
    }

    /// <summary>A page of one draft, or the draft's own page where no name is given.</summary>
    public static Frame Frame(ReportDraft draft, string? page = null) => page is null
        ? new(draft.Name, new("年度报告", List), new(draft.Name)) { Under = List }
        : new($"{page}：{draft.Name}", new("年度报告", List), new(draft.Name, draft.Path), new(page)) { Under = List };

    /// <summary>A page beside the list.</summary>
    public static Frame Frame(string page) => new(page, new("年度报告", List), new(page)) { Under = List };

    /// <summary>Words and colour of a term.</summary>
    public static (string Words, string Tone) Said(DateOnly? by, DateOnly today) => by is not { } day ? ("", "") : ReportDue.LightOf(day, today) switch
    {
        DueLight.Late => ($"已超期 {today.DayNumber - day.DayNumber} 天", "late"),
        DueLight.Soon => (day == today ? "今天到期" : $"还有 {day.DayNumber - today.DayNumber} 天", "soon"),
        DueLight.Calm => ($"还有 {day.DayNumber - today.DayNumber} 天", ""),
    };
}
