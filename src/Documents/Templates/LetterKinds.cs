using Gongkai.Documents.Templates.Requests;

namespace Gongkai.Documents.Templates;

/// <summary>Every kind of letter, as data: to add one is to add an entry here.</summary>
public static class LetterKinds
{
    public static LetterKind MeetingNotice { get; } = new("meeting-notice", "会议通知",
    [
        new("主送", "各科室、局属各单位", Required: true),
        new("会议名称", "政府信息公开工作专题会议", Required: true),
        new("会议时间", "2026年3月5日（星期四）9:00", Required: true),
        new("会议地点", "局机关三楼会议室", Required: true),
        new("参会人员", "政府信息公开工作领导小组成员，各科室、局属各单位负责人", Required: true),
        new("会议内容", "一是通报上一年度政府信息公开工作情况\n二是研究本年度工作任务分工"),
        new("有关要求", "请参会人员提前安排好工作，准时参加；因故不能参加的，请书面请假。"),
        new("联系人", "示例甲"),
        new("联系电话", "0000-00000000"),
        new("落款单位", "某区住房和城乡建设局办公室", Required: true),
        new("成文日期", "2026年3月2日", Required: true),
    ],
    [
        "# 关于召开{{会议名称}}的通知",
        "! {{主送}}：",
        "定于{{会议时间}}召开{{会议名称}}，现将有关事项通知如下：",
        "一、会议时间：{{会议时间}}",
        "二、会议地点：{{会议地点}}",
        "三、参会人员：{{参会人员}}",
        "四、会议内容",
        "{{会议内容}}",
        "{{有关要求}}",
        "联系人：{{联系人}}　联系电话：{{联系电话}}",
        "> {{落款单位}}",
        "> {{成文日期}}",
    ]);

    public static LetterKind MeetingMinutes { get; } = new("meeting-minutes", "会议纪要",
    [
        new("会议名称", "政府信息公开工作专题会议", Required: true),
        new("会议时间", "2026年3月5日9:00", Required: true),
        new("会议地点", "局机关三楼会议室", Required: true),
        new("主持人", "示例甲", Required: true),
        new("记录人", "示例乙"),
        new("出席人员", "示例甲、示例乙、示例丙", Required: true),
        new("缺席人员", "示例丁（公差）"),
        new("议定事项", "一、各科室于3月20日前完成信息公开目录更新\n二、办公室牵头开展一次业务培训", Required: true),
        new("任务分工", "示例乙：更新信息公开目录，3月20日前\n示例丙：组织业务培训，4月10日前"),
        new("落款单位", "某区住房和城乡建设局办公室", Required: true),
        new("成文日期", "2026年3月6日", Required: true),
    ],
    [
        "# {{会议名称}}纪要",
        "时间：{{会议时间}}",
        "地点：{{会议地点}}",
        "主持：{{主持人}}",
        "记录：{{记录人}}",
        "出席：{{出席人员}}",
        "缺席：{{缺席人员}}",
        "现将会议议定事项纪要如下：",
        "{{议定事项}}",
        "任务分工：{{任务分工}}",
        "> {{落款单位}}",
        "> {{成文日期}}",
    ]);

    public static LetterKind ReportSubmission { get; } = new("report-submission", "年度报告报送函",
    [
        new("发文字号", "某住建函〔2026〕1号"),
        new("主送机关", "某区人民政府办公室", Required: true),
        new("报送单位", "某区住房和城乡建设局", Required: true),
        new("报告年度", "2025", Required: true),
        new("发布日期", "2026年1月20日"),
        new("发布地址", "https://www.example.gov.cn/zfxxgk/nb/2025/zjj"),
        new("更正说明", ""),
        new("联系人", "示例甲"),
        new("联系电话", "0000-00000000"),
        new("成文日期", "2026年1月21日", Required: true),
    ],
    [
        "# 关于报送{{报告年度}}年政府信息公开工作年度报告的函",
        "! {{发文字号}}",
        "! {{主送机关}}：",
        "根据《中华人民共和国政府信息公开条例》第四十九条规定，现将《{{报送单位}}{{报告年度}}年政府信息公开工作年度报告》随函报送，请查收。",
        "该报告已于{{发布日期}}向社会公布，网址：{{发布地址}}。",
        "更正说明：{{更正说明}}",
        "附件：{{报送单位}}{{报告年度}}年政府信息公开工作年度报告",
        "> {{报送单位}}",
        "> {{成文日期}}",
        "（联系人：{{联系人}}，联系电话：{{联系电话}}）",
    ]);

    public static LetterKind TaskOrder { get; } = new("task-order", "任务督办单",
    [
        new("督办编号", "督〔2026〕3号"),
        new("任务名称", "更新本单位信息公开目录", Required: true),
        new("任务来源", "2026年3月5日政府信息公开工作专题会议"),
        new("任务要求", "对照目录逐项核对，缺项补齐，过期信息撤下。", Required: true),
        new("责任单位", "办公室", Required: true),
        new("责任人", "示例乙", Required: true),
        new("交办日期", "2026年3月6日"),
        new("完成期限", "2026年3月20日", Required: true),
        new("办理情况", ""),
        new("督办单位", "某区住房和城乡建设局办公室", Required: true),
        new("成文日期", "2026年3月16日", Required: true),
    ],
    [
        "# 任务督办单",
        "! 编号：{{督办编号}}",
        "| 任务名称 | {{任务名称}}",
        "| 任务来源 | {{任务来源}}",
        "| 任务要求 | {{任务要求}}",
        "| 责任单位 | {{责任单位}}",
        "| 责任人 | {{责任人}}",
        "| 交办日期 | {{交办日期}}",
        "| 完成期限 | {{完成期限}}",
        "| 办理情况 | {{办理情况}}　",
        "请按期完成，并将办理情况和完成证明在系统中登记。",
        "> {{督办单位}}",
        "> {{成文日期}}",
    ]);

    public static IReadOnlyList<LetterKind> All { get; } = [MeetingNotice, MeetingMinutes, ReportSubmission, TaskOrder, .. RequestKinds.All];

    public static LetterKind? WithCode(string code) => All.FirstOrDefault(kind => kind.Code == code);
}
