namespace Gongkai.Records.Requests.Redaction;

/// <summary>What people do to a file that is disclosed in part, as the trail names it.</summary>
public static class RedactionDeeds
{
    public static Deed Begun { get; } = new("redaction.begun", "开始区分处理");
    public static Deed Marked { get; } = new("redaction.marked", "标出遮盖");
    public static Deed Moved { get; } = new("redaction.moved", "修改遮盖");
    public static Deed Unmarked { get; } = new("redaction.unmarked", "取消遮盖");
    public static Deed Kept { get; } = new("redaction.kept", "确认可以在别处保留的文字");
    public static Deed Replaced { get; } = new("redaction.replaced", "更换拟公开文件");
    public static Deed Dropped { get; } = new("redaction.dropped", "停止区分处理");
    public static Deed Released { get; } = new("redaction.released", "生成公开版");
    public static Deed Leaked { get; } = new("redaction.leaked", "公开版检查未通过");
    public static Deed Enclosed { get; } = new("redaction.enclosed", "公开版附到文书");
    public static Deed TakenOff { get; } = new("redaction.taken-off", "从文书取下公开版");
}
