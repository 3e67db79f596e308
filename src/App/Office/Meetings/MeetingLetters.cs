using Gongkai.Records.Organizations;
using Gongkai.Rules.Organizations;

namespace Gongkai.App.Office.Meetings;

/// <summary>What a meeting's notice and minutes say (会议通知、会议纪要), from what is registered, and what is missing for it.</summary>
sealed class MeetingLetters(Meeting meeting, MeetingLetters.Roles roles, IReadOnlyList<(string Name, Presence Presence, string? StandIn)> people, IReadOnlyList<WorkTask> tasks, string agency, DateOnly today)
{
    /// <summary>Who has which part in it.</summary>
    /// <param name="Chair">主持人.</param>
    /// <param name="Recorder">记录人.</param>
    /// <param name="Contact">联系人.</param>
    /// <param name="Telephone">联系电话 of the contact: the person's, else the department's, else the disclosure office's.</param>
    public sealed record Roles(string? Chair, string? Recorder, string? Contact, string? Telephone);

    string When => $"{meeting.On:yyyy年M月d日}{meeting.At:H:mm}";

    public IEnumerable<string> MissingForNotice
    {
        get
        {
            if (string.IsNullOrWhiteSpace(meeting.Place)) yield return "还没有填写地点，请先修改会议，填写地点后再出具通知。";
            if (people is []) yield return "还没有选择参会人员，请先在“通知人员”中选择，再出具通知。";
            if (roles.Contact is null) yield return "还没有填写联系人，请先修改会议，填写联系人后再出具通知。";
            else if (string.IsNullOrWhiteSpace(roles.Telephone)) yield return $"{roles.Contact}和所在科室都没有登记办公电话，请先登记，再出具通知。";
        }
    }

    public IEnumerable<string> MissingForMinutes
    {
        get
        {
            if (string.IsNullOrWhiteSpace(meeting.Minutes)) yield return "还没有填写纪要，请先修改会议，填写议定事项后再出具。";
            if (string.IsNullOrWhiteSpace(meeting.Place)) yield return "还没有填写地点，请先修改会议，填写地点后再出具纪要。";
            if (roles.Recorder is null) yield return "还没有填写记录人，请先修改会议，填写记录人后再出具纪要。";
            if (roles.Chair is null) yield return "还没有填写主持人，请先修改会议，填写主持人后再出具纪要。";
            if (Present is "") yield return "还没有登记到会的人员，请先登记到会情况，再出具纪要。";
        }
    }

    public IReadOnlyDictionary<string, string> Notice => new Dictionary<string, string>
    {
        ["主送"] = "各有关人员", ["会议名称"] = meeting.Title, ["会议时间"] = When, ["会议地点"] = meeting.Place ?? "", ["参会人员"] = string.Join('、', people.Select(person => person.Name)),
        ["会议内容"] = meeting.Agenda ?? "", ["有关要求"] = "", ["联系人"] = roles.Contact ?? "", ["联系电话"] = roles.Telephone ?? "", ["落款单位"] = agency, ["成文日期"] = $"{today:yyyy年M月d日}",
    };

    public IReadOnlyDictionary<string, string> Minutes => new Dictionary<string, string>
    {
        ["会议名称"] = meeting.Title, ["会议时间"] = When, ["会议地点"] = meeting.Place ?? "", ["主持人"] = roles.Chair ?? "", ["记录人"] = roles.Recorder ?? "", ["出席人员"] = Present,
        ["缺席人员"] = string.Join('、', people.Where(person => !Came(person.Presence) && person.Presence != Presence.Invited).Select(person => $"{person.Name}（{person.Presence.Name}）")),
        ["议定事项"] = meeting.Minutes ?? "", ["任务分工"] = string.Join('\n', tasks.Select(task => $"{task.Title}，{task.DueOn:yyyy年M月d日}前完成")), ["落款单位"] = agency, ["成文日期"] = $"{today:yyyy年M月d日}",
    };

    string Present => string.Join('、', people.Where(person => Came(person.Presence)).Select(person => person.StandIn is { } instead ? $"{instead}（代{person.Name}）" : person.Name));

    static bool Came(Presence presence) => presence is Presence.Present or Presence.Represented;
}
