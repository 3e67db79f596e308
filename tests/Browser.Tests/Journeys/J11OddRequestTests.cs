using Gongkai.App.Access;
using Gongkai.Records.Accounts;
using Gongkai.Records.Requests;
using Gongkai.Rules.Access;
using Gongkai.Rules.Requests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Gongkai.Browser.Tests.Journeys;

/// <summary>J11: requests to the wrong agency, complaints in the form of a request, many of one person, and the same once more. Nothing of this refuses anybody by itself.</summary>
[Collection("journeys")]
public class J11OddRequestTests(JourneyPortal portal) : Journey(portal)
{
    const string Complaint = "请求查处幸福路12号的违法建设";

    [Fact]
    public async Task Whoever_complains_is_told_where_that_belongs_and_may_go_on()
    {
        var (page, complaints) = await Portal.Open("/zfxxgk/ysqgk/sq/1");
        await page.GetByLabel("我想投诉、举报或者反映问题").CheckAsync();
        await page.GetByLabel(JourneyPortal.Bureau).CheckAsync();
        await Next(page);
        await Assertions.Expect(page.Locator(".caution")).ToContainTextAsync("投诉、举报、信访不适用政府信息公开申请");
        await page.Sound();
        await Next(page);
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("申请人信息");

        await page.GotoAsync("/zfxxgk/ysqgk/sq/3");
        await page.Locator("#Form_WantedName").FillAsync(Complaint);
        await Next(page);
        await Assertions.Expect(page.Locator(".caution")).ToContainTextAsync("这看起来像投诉或咨询");
        await page.Sound();
        await Next(page);
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("提供与获取方式");
        await page.Ends(complaints);
    }

    [Fact]
    public async Task The_wrong_agency_names_the_right_one()
    {
        var department = await Portal.MakeDepartment("公开办");
        var (clerk, officer) = (await Portal.Officer("登记丁", Role.Registrar), await Portal.Officer("承办丁", Role.Handler, department.Id));
        var (citizen, complaints) = await Portal.Open("/zfxxgk/");
        var (number, _) = await citizen.Files("2026年义务教育学校招生范围划分方案");
        await citizen.Ends(complaints);

        var path = await Given(clerk, number, department.Name);
        var (page, wrong) = await Portal.Sit(officer, path);
        await page.Do("签收");
        await page.GotoAsync($"{path}/answer");
        await page.Locator("details summary").ClickAsync();
        await page.Lands(() => page.Locator("details").GetByRole(AriaRole.Link, new() { Name = Outcome.NotResponsible.Name, Exact = true }).ClickAsync());
        await page.Sound();
        await page.Do("保存草稿", ("理由", "招生范围由教育部门划定"), ("名称", "某区教育局"), ("联系方式", "某区某路2号，0000-00000000"));
        await Assertions.Expect(page.Locator(".paper")).ToContainTextAsync("某区教育局");
        await Assertions.Expect(page.Locator(".paper")).ToContainTextAsync("0000-00000000");
        await Assertions.Expect(page.GetByTestId("fault")).ToHaveCountAsync(0);
        await page.Ends(wrong);
    }

    [Fact]
    public async Task The_twelfth_of_a_month_is_seen_as_the_twelfth_and_the_same_once_more_leads_to_the_first()
    {
        const string number = "11010119850612403X";
        await Earlier(number, 11);
        var department = await Portal.MakeDepartment("信息科");
        var (clerk, officer) = (await Portal.Officer("登记戊", Role.Registrar), await Portal.Officer("承办戊", Role.Handler, department.Id));
        var (page, complaints) = await Portal.Sit(clerk, "/office/requests/register");
        await page.Do("登记", ("姓名或者名称", "示例丁"), ("证件号码（选填）", number), ("联系电话", "0571-88881234"), ("联系地址", "某区某路4号"), ("信息名称", "第3季度保障性住房分配名单"));
        // Told before it is registered: how many, and which is the same. A second click registers it.
        await Assertions.Expect(page.Locator(".problem")).ToContainTextAsync("请看过下面的提示后再次点击“登记”");
        await Assertions.Expect(page.GetByTestId("neighbours")).ToContainTextAsync("同一申请人本月另有 11 件申请");
        await Assertions.Expect(page.GetByTestId("neighbours")).ToContainTextAsync("相似 100%");
        await page.Sound();
        await page.Do("登记");
        var registered = await page.Locator("dl.facts strong").First.InnerTextAsync();
        await page.Ends(complaints);

        var path = await Given(clerk, registered, department.Name);
        (page, complaints) = await Portal.Sit(officer, path);
        await page.Do("签收");
        // The reasons may be asked for, the earlier one is a click away, and the case is handled like any other.
        await Assertions.Expect(page.GetByTestId("steps").GetByRole(AriaRole.Link, new() { Name = "说明理由" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByTestId("due")).ToHaveTextAsync("2026-10-26");
        await page.Lands(() => page.GetByTestId("neighbours").GetByRole(AriaRole.Link).First.ClickAsync());
        await Assertions.Expect(page.Locator("dl.facts").First).ToContainTextAsync("第3季度保障性住房分配名单");
        await page.GotoAsync($"{path}/letters/new?kind=Duplicate");
        await Assertions.Expect(page.GetByLabel("以前答复的文号")).ToBeVisibleAsync();
        await page.Ends(complaints);
    }

    // The clerk finds the case by its number and gives it to a department.
    async Task<string> Given(Account clerk, string number, string department)
    {
        var (page, complaints) = await Portal.Sit(clerk, $"/office/requests?tab=all&q={number}");
        await page.Lands(() => page.GetByRole(AriaRole.Link, new() { Name = number }).ClickAsync());
        await page.Do("分办", ("承办科室", department), ("科室时限", "2026-10-20"));
        await page.Ends(complaints);
        return new Uri(page.Url).AbsolutePath;
    }

    // What came before, in the same month.
    Task Earlier(string identity, int count) => Portal.In(async (store, services) =>
    {
        var (marker, vault) = (await services.GetRequiredService<Marks>().Open(), services.GetRequiredService<Vault>());
        var agency = await JourneyPortal.AgencyId(store);
        for (var i = 1; i <= count; i++)
        {
            var act = new Gongkai.Records.Act(RequestDeeds.Registered, Gongkai.Records.Hand.Program, Portal.Now, agency);
            await store.Write(act, () => store.TakeIn(new()
            {
                Agency = agency, Channel = Channel.InPerson, Kind = ApplicantKind.Person, Submitted = new(2026, 9, 21), Received = new(2026, 9, 21), MaskedName = "示**", IdentityMark = marker.OfIdentity(identity),
                Wanted = new() { Name = i == 3 ? "第3季度保障性住房分配名单" : $"编号{i * 7919}的档案", Provision = Provision.Paper, Delivery = Delivery.PickUp },
                Applicant = request => new() { RequestId = request, Name = vault.Seal("示例丁"), Paper = IdentityPaper.ResidentCard, IdentityNumber = vault.Seal(identity) },
            }, act));
        }
    });

    static Task Next(IPage page) => page.Lands(() => page.Locator("form.apply .actions").Last.GetByRole(AriaRole.Button, new() { Name = "继续", Exact = true }).ClickAsync());
}
