using Gongkai.Rules.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Gongkai.Browser.Tests;

/// <summary>An agency set up by keyboard with its departments, people and duties; and forms that neither an input method nor a quick finger sends by mistake.</summary>
[Collection("one browser")]
public class OrganizationTests(Portal portal)
{
    [Fact]
    public async Task An_agency_is_set_up_until_a_duty_stands_with_a_person_and_the_auditor_finds_each_step()
    {
        var (page, complaints) = await portal.Desk(Role.SystemAdministrator, null, "/office/organization/edit");
        await Fill(page, ("Input_Code", "yanshi-zx"), ("Input_Name", "某区演示中心"));
        await Choose(page, ("Input_Kind", "所属单位"), ("Input_Above", "某区住房和城乡建设局"));
        await Send(page, "保存", "某区演示中心");
        await page.GotoAsync("/office/me/desk");
        await Choose(page, ("agency", "某区演示中心"));
        await Send(page, "切换", "工作台");

        await page.GotoAsync("/office/departments/edit");
        await Fill(page, ("Input_Name", "办公室"));
        await Send(page, "保存", "办公室");
        await Person(page, "演示甲", "局领导", "分管副主任", "分管领导");
        await Person(page, "演示乙", "办公室", "科员", "工作人员");

        await page.GotoAsync("/office/duties/edit");
        await Fill(page, ("Input_Name", "受理公开申请"));
        await Send(page, "保存", "受理公开申请");
        await Choose(page, ("Input_Leader", "演示甲"), ("Input_Department", "办公室"), ("Input_Person", "演示乙"));
        await Send(page, "落实", "受理公开申请");
        await page.GotoAsync("/office/duties");
        await Assertions.Expect(page.GetByRole(AriaRole.Row, new() { Name = "受理公开申请" })).ToContainTextAsync("已落实到人");
        Assert.Empty(complaints);
        await page.Context.CloseAsync();

        await Trace();
    }

    async Task Trace()
    {
        var (auditor, complaints) = await portal.Desk(Role.SecurityAuditor, null, "/office/trail");
        foreach (var (chain, deed) in new[] { ("yanshi-zx", "登记科室"), ("yanshi-zx", "登记人员"), ("yanshi-zx", "登记职责"), ("yanshi-zx", "落实职责"), ("", "登记单位"), ("", "切换单位") })
        {
            await auditor.GotoAsync("/office/trail");
            await auditor.Locator("#agency").FillAsync(chain);
            await auditor.Locator("#deed").SelectOptionAsync(new SelectOptionValue { Label = deed });
            await auditor.Press(AriaRole.Button, "筛选");
            await auditor.Locator("main td").GetByRole(AriaRole.Link, new() { Name = deed, Exact = true }).First.FocusAsync();
            await auditor.Keyboard.PressAsync("Enter");
            await Assertions.Expect(auditor.Locator("h1")).ToHaveTextAsync(deed);
            await Assertions.Expect(auditor.Locator("dl.facts")).ToContainTextAsync("测试系统管理员");
            Axe.None(await auditor.Violations());
        }
        Assert.Empty(complaints);
        await auditor.Context.CloseAsync();
    }

    [Fact]
    public async Task An_input_method_never_sends_a_form()
    {
        var (page, _) = await portal.Desk(Role.Reviewer, "zjj", "/office/duties/edit");
        var field = page.Locator("#Input_Name");
        await field.FocusAsync();
        foreach (var (composing, code) in new[] { (true, 229), (true, 13), (false, 229), (false, 13) })
            Assert.Equal(composing || code == 229, await field.EvaluateAsync<bool>("(field, [composing, code]) => !field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: code, isComposing: composing, bubbles: true, cancelable: true }))", new object[] { composing, code }));

        // The browser's own composition: its Enter takes the word, the next one sends.
        var line = await page.Context.NewCDPSessionAsync(page);
        await line.SendAsync("Input.imeSetComposition", new() { ["text"] = "shouli", ["selectionStart"] = 6, ["selectionEnd"] = 6 });
        await page.Keyboard.PressAsync("Enter");
        await line.SendAsync("Input.insertText", new() { ["text"] = "受理" });
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("登记职责");
        // An Enter that comes with the end of a composition belongs to it: the page lets 50 ms pass, and so do we.
        await page.EvaluateAsync("() => new Promise(done => setTimeout(done, 100))");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".done")).ToContainTextAsync("已登记职责");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("受理");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_double_click_makes_one_record(bool script)
    {
        var name = $"双击{(script ? "有" : "无")}脚本";
        var (page, _) = await portal.Desk(Role.Reviewer, "zjj", "/office/duties/edit");
        if (!script) await page.RouteAsync("**/office.js*", route => route.FulfillAsync(new() { ContentType = "text/javascript", Body = "" }));
        await page.ReloadAsync();
        await page.Locator("#Input_Name").FillAsync(name);
        await page.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).DblClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(name);
        await portal.In(async (store, _) => Assert.Equal(1, await store.Duties.CountAsync(duty => duty.Name == name)));
        await page.Context.CloseAsync();
    }

    static async Task Person(IPage page, string name, string department, string title, string rank)
    {
        await page.GotoAsync("/office/people/edit");
        await Fill(page, ("Input_Name", name), ("Input_Title", title));
        await Choose(page, ("Input_Department", department), ("Input_Rank", rank));
        await Send(page, "保存", name);
    }

    static async Task Fill(IPage page, params (string Field, string Value)[] typed)
    {
        foreach (var (field, value) in typed)
        {
            await page.Locator($"#{field}").FocusAsync();
            await page.Keyboard.InsertTextAsync(value);
        }
    }

    static async Task Choose(IPage page, params (string Field, string Words)[] chosen)
    {
        foreach (var (field, words) in chosen)
        {
            var value = await page.Locator($"#{field} option", new() { HasTextString = words }).First.GetAttributeAsync("value");
            await page.Locator($"#{field}").SelectOptionAsync(value!);
        }
    }

    // Each page on the way is looked at as it is left and as it is reached.
    static async Task Send(IPage page, string button, string heading)
    {
        Axe.None(await page.Violations());
        await page.Press(AriaRole.Button, button);
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(heading);
        Axe.None(await page.Violations());
    }
}
