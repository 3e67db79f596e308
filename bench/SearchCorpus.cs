using System.Globalization;
using System.Text;
using Gongkai.Records.Search;
using Gongkai.Rules.Disclosure;

namespace Gongkai.Bench;

/// <summary>Invented information of a city, any of it made again from its number: common words often, rare ones seldom, places, numbers and Latin words between them.</summary>
static class SearchCorpus
{
    public static DateOnly Today { get; } = new(2026, 11, 22);

    static readonly string[] Words =
        ("关于 通知 公告 工作 管理 规定 办法 实施 意见 方案 加强 进一步 有关 问题 单位 部门 项目 建设 工程 房屋 住房 公租房 限购 危房 维修 资金 物业 业主 委员会 住宅 小区 房产 交易 登记 预售 许可 "
        + "开发 企业 资质 质量 安全 监督 检查 施工 现场 消防 验收 备案 招标 投标 合同 造价 节能 绿色 建筑 城市 更新 老旧 改造 保障 租赁 补贴 申请 审核 公示 名单 家庭 收入 标准 面积 轮候 配租 退出 年度 报告 "
        + "统计 公开 信息 依法 行政 执法 处罚 决定 程序 听证 复议 诉讼 权利 义务 责任 措施 推进 落实 完善 健全 制度 机制 体系 服务 群众 街道 社区 农村 危旧 鉴定 征收 补偿 安置 土地 市场 监测 价格 信用 评价 "
        + "从业 人员 培训 考试 证书 档案 移交 燃气 供热 排水 园林 绿化 环卫 垃圾 分类 路灯 桥梁 道路 停车 充电 电梯 加装 教育 学校 招生 义务教育 幼儿园 医疗 医院 医保 药品 疫苗 卫生 养老 残疾 就业 社保 "
        + "工伤 失业 养老金 低保 救助 慈善 殡葬 婚姻 户籍 身份证 居住证 交通 公交 地铁 出租车 网约车 驾驶 年检 违章 水利 防汛 抗旱 水库 河道 环境 污染 排放 噪声 土壤 生态 林业 湿地 农业 种子 化肥 农药 "
        + "畜牧 屠宰 检疫 粮食 储备 商务 外贸 展会 旅游 景区 酒店 文化 图书馆 博物馆 体育 场馆 税务 发票 减免 财政 预算 决算 采购 国库 审计 整改 价格听证 特种设备 锅炉 计量 认证 商标 专利 食品 餐饮 抽检 召回").Split(' ');

    static readonly string[] Places = [.. from first in "东西南北中新大小上下长青金银玉龙凤云江海湖山石林花桃柳松竹梅" from second in "安宁平和兴盛德仁义信城河湾塘桥岗坪沟铺店庄" from kind in (string[])["路", "镇"] select $"{first}{second}{kind}"];

    static readonly string[] Others = ["BIM", "CIM", "GB50016", "12345", "VOC", "PM2.5", "5G", "IPv6", "𠮷祥里"];

    // Of n words the first stands as often as the next three together: as in any language.
    static readonly int[] Ranks = [.. Enumerable.Range(0, Words.Length).SelectMany(rank => Enumerable.Repeat(rank, Math.Max(1, 400 / (rank + 4))))];

    public static SearchEntry Item(int number, int count)
    {
        var random = new Random(number);
        // Ten years, in the order of their publication.
        var published = Today.AddDays(-3650 + (int)(3650L * number / count));
        var title = new StringBuilder("关于").Append(Place(random));
        while (title.Length < 18) title.Append(Word(random));
        var text = new StringBuilder(640);
        while (text.Length < 600)
        {
            var end = text.Length + 8 + random.Next(20);
            while (text.Length < end) text.Append(random.Next(40) switch { 0 => Others[random.Next(Others.Length)], 1 => $"{2010 + random.Next(17)}年", 2 or 3 or 4 => Place(random), _ => Word(random) });
            text.Append(random.Next(3) == 0 ? '。' : '，');
        }
        return new()
        {
            ItemId = new Guid(number, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 0), AgencyId = Guid.Empty, ColumnId = new Guid(random.Next(40), 0, 0, 0, 0, 0, 0, 0, 0, 0, 1), Category = (ItemCategory)random.Next(4),
            Genre = (Genre)random.Next(15), Validity = (Validity)random.Next(7), FormedOn = published.AddDays(-random.Next(20)), PublishedOn = published, Title = title.Append("的通知").ToString(),
            DocumentNumber = number % 4 == 0 ? string.Create(CultureInfo.InvariantCulture, $"市办发〔{published.Year}〕{number % 3000 + 1}号") : null, Issuer = "示例市人民政府办公室", Body = text.ToString(),
        };
    }

    /// <summary>What is asked, by kind.</summary>
    public static IReadOnlyList<(string Kind, IReadOnlyList<string> Queries)> Queries { get; } =
    [
        ("2 characters", Of(1, random => Words.Where(word => word.Length == 2).ElementAt(random.Next(Words.Count(word => word.Length == 2))))),
        ("3 characters", Of(2, random => random.Next(2) == 0 ? Places[random.Next(Places.Length)] : Words.Where(word => word.Length == 3).ElementAt(random.Next(Words.Count(word => word.Length == 3))))),
        ("4 characters", Of(3, random => Word2(random) + Word2(random))),
        ("mixed", Of(4, random => random.Next(3) switch { 0 => $"{Word2(random)} {Others[random.Next(4)]}", 1 => $"{Places[random.Next(Places.Length)]} {2010 + random.Next(17)}年", _ => $"{Word2(random)} {Word2(random)}" })),
    ];

    static string[] Of(int seed, Func<Random, string> query)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, 400).Select(_ => query(random)).Distinct().Take(60)];
    }

    static string Word2(Random random)
    {
        for (; ; ) if (Word(random) is { Length: 2 } word) return word;
    }

    static string Word(Random random) => Words[Ranks[random.Next(Ranks.Length)]];

    static string Place(Random random) => Places[random.Next(Places.Length)];
}
