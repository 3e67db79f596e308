using Gongkai.Records.Requests;
using Gongkai.Records.Requests.Redaction;
using Gongkai.Rules.Requests;
using Gongkai.Rules.Requests.Letters;

namespace Gongkai.App.Office.Redactions;

/// <summary>How far a file that is disclosed in part is, in words; and what a letter says of what is withheld in it.</summary>
public static class ReleaseWords
{
    public static string Of(RedactionState state) => state switch
    {
        { Last: null } => "○ 正在标注",
        { Last: { FileId: null } last, Redaction: var redaction } when last.OfRevision == redaction.Revision => "✕ 检查未通过",
        { IsReady: true, Last.LetterId: not null } => "● 已附到文书",
        { IsReady: true } => "● 公开版可用",
        _ => "▲ 公开版已过期",
    };

    public static string Tone(RedactionState state) => state.Last is null ? "" : state.IsReady ? "fine" : state.Last.FileId is null ? "late" : "soon";

    /// <summary>A row of the letter for each ground: where in the file, and why.</summary>
    public static IReadOnlyList<WithheldPart> Withheld(IEnumerable<RedactedPlace> places, string file) =>
        [.. from place in places
            group place by place.Ground into same
            orderby same.Key
            let notes = same.Select(place => place.Note).Where(note => note.Length > 0).Distinct().Take(5).ToList()
            select new WithheldPart(Short($"《{file}》{Pages([.. same.Select(place => place.Page).Distinct().Order()])}共 {same.Count()} 处{(notes is [] ? "" : $"（{string.Join("、", notes)}）")}", 300), same.Key.Outcome, same.Key.Reasons)];

    /// <summary>第 1、3—5 页.</summary>
    public static string Pages(IReadOnlyList<int> pages)
    {
        List<string> runs = [];
        for (var at = 0; at < pages.Count; at++)
        {
            var end = at;
            while (end + 1 < pages.Count && pages[end + 1] == pages[end] + 1) end++;
            runs.Add(end - at > 1 ? $"{pages[at]}—{pages[end]}" : string.Join('、', pages.Skip(at).Take(end - at + 1)));
            at = end;
        }
        return $"第 {string.Join('、', runs)} 页";
    }

    static string Short(string text, int longest) => text.Length <= longest ? text : text[..(longest - 1)] + "…";
}
