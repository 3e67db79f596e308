using Gongkai.Records.Notices;

namespace Gongkai.App.Office.Notices;

/// <summary>What people call the topics of notices.</summary>
public static class TopicNames
{
    extension(NoticeTopic topic)
    {
        public string Name => topic switch
        {
            NoticeTopic.Tasks => "工作任务",
            NoticeTopic.Reports => "年度报告",
            NoticeTopic.Reminders => "到期提醒",
            NoticeTopic.Jobs => "后台任务",
            NoticeTopic.System => "系统运行",
        };
    }
}
