using System.Text;
using Gongkai.Records.Search;
using Gongkai.Rules.Disclosure;

namespace Gongkai.Records.Tests.Search;

/// <summary>Invented items of a housing bureau, the same for the same seed: sentences of words that such bureaus use, with numbers, Latin words and rare characters among them.</summary>
static class GeneratedItems
{
    public static DateOnly Today { get; } = new(2026, 11, 22);
    public static Guid Agency { get; } = Guid.Parse("0192aaaa-0000-7000-8000-000000000001");
    public static Guid Column { get; } = Guid.Parse("0192aaaa-0000-7000-8000-000000000002");

    static readonly string[] Words =
        ("房屋 公租房 限购 危房 维修 资金 物业 业主 委员会 住宅 小区 房产 交易 登记 预售 许可 开发 企业 资质 管理 办法 规定 通知 公告 批复 意见 方案 规划 计划 安排 工作 会议 领导 小组 "
        + "建设 工程 质量 安全 监督 检查 施工 现场 消防 验收 备案 招标 投标 合同 造价 节能 绿色 建筑 装配 城市 更新 老旧 改造 保障 租赁 补贴 申请 审核 公示 名单 家庭 收入 标准 面积 轮候 配租 "
        + "退出 年度 报告 统计 公开 信息 依法 行政 执法 处罚 决定 程序 听证 复议 诉讼 权利 义务 责任 措施 加强 推进 落实 完善 健全 制度 机制 体系 服务 群众 企业 单位 部门 街道 社区 "
        + "农村 危旧 鉴定 征收 补偿 安置 土地 市场 监测 价格 信用 评价 从业 人员 培训 考试 证书 档案 移交 燃气 供热 排水 园林 绿化 环卫 垃圾 分类 路灯 桥梁 道路 停车 充电 电梯 加装").Split(' ');

    static readonly string[] Rare = ["𠮷野", "㙓", "𫖯仰", "喆", "BIM", "CIM平台", "v2.0", "12345", "3号楼", "第7条", "2026年", "2019年3月", "GB50016", "wifi"];

    public static IEnumerable<SearchEntry> Of(int count, int length, int seed = 1)
    {
        var random = new Random(seed);
        for (var number = 0; number < count; number++)
        {
            var published = Today.AddDays(-random.Next(3600));
            yield return new()
            {
                ItemId = Guid.CreateVersion7(DateTimeOffset.UnixEpoch.AddMilliseconds(number)), AgencyId = Agency, ColumnId = Column,
                Category = (ItemCategory)random.Next(4), Genre = (Genre)random.Next(15), Validity = (Validity)random.Next(7), FormedOn = published.AddDays(-3), PublishedOn = published,
                Title = "关于" + Sentence(random, 16), DocumentNumber = number % 3 == 0 ? $"住建发〔{published.Year}〕{number % 400 + 1}号" : null,
                IndexNumber = $"000014349/{published.Year}-{number:00000}", Issuer = "市住房和城乡建设局", Keywords = Words[random.Next(Words.Length)], Body = Text(random, length), Interpreted = number % 11 == 0,
            };
        }
    }

    static string Text(Random random, int length)
    {
        var text = new StringBuilder(length + 20);
        while (text.Length < length) text.Append(Sentence(random, 6 + random.Next(14))).Append("，。；、：\n"[random.Next(6)]);
        return text.ToString();
    }

    static string Sentence(Random random, int length)
    {
        var text = new StringBuilder(length + 8);
        while (text.Length < length) text.Append(random.Next(14) == 0 ? Rare[random.Next(Rare.Length)] : Words[random.Next(Words.Length)]);
        return text.ToString();
    }
}
