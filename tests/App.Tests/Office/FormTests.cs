using System.Net;
using Gongkai.Records.Accounts;
using Gongkai.Rules.Access;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests.Office;

/// <summary>Forms that are sent twice, forms that are not sent, and forms that are sent too late.</summary>
public sealed class FormTests(Platform platform)
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    static string Unique(string name) => $"{name}{Records.Handle.Next().ToString()[..6]}";

    Task<int> Departments(string name)
    {
        return Count();

        async Task<int> Count()
        {
            var count = 0;
            await platform.In(async store => count = await store.Departments.CountAsync(one => one.Name.StartsWith(name), Cancelled));
            return count;
        }
    }

    [Fact]
    public async Task The_same_form_sent_twice_makes_one_record_and_leads_where_the_first_led()
    {
        var officer = await platform.As(Role.Reviewer);
        var name = Unique("重复科");
        var page = await officer.Open("/office/departments/edit");
        var first = await (await officer.Send(page, "/office/departments/edit", "form.fields", ("Input.Name", name))).Leads();
        // Another name, so that nothing but the token can tell that it is the same form.
        var second = await officer.Send(page, "/office/departments/edit", "form.fields", ("Input.Name", name + "二"));

        Assert.Equal(first, await second.Leads());
        Assert.Equal(1, await Departments(name));
        // The same words in a new form are another record.
        Assert.StartsWith("/office/departments/", await (await officer.Send("/office/departments/edit", "form.fields", ("Input.Name", name + "三"))).Leads(), StringComparison.Ordinal);
        Assert.Equal(2, await Departments(name));
    }

    [Fact]
    public async Task The_same_form_sent_many_times_at_once_makes_one_record()
    {
        var officer = await platform.As(Role.Reviewer);
        var name = Unique("连点科");
        var page = await officer.Open("/office/departments/edit");
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(number => officer.Send(page, "/office/departments/edit", "form.fields", ("Input.Name", $"{name}{number}"))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Equal(1, await Departments(name));
    }

    [Fact]
    public async Task A_form_that_was_refused_may_be_sent_again()
    {
        var officer = await platform.As(Role.Reviewer);
        var name = Unique("再交科");
        var page = await officer.Open("/office/departments/edit");
        await officer.Send(page, "/office/departments/edit", "form.fields", ("Input.Name", ""));
        await officer.Send(page, "/office/departments/edit", "form.fields", ("Input.Name", name));

        Assert.Equal(1, await Departments(name));
    }

    [Fact]
    public async Task What_was_typed_and_not_sent_is_there_again_until_it_is_sent_or_thrown_away()
    {
        var (account, _) = await platform.Officer(Role.Reviewer);
        var officer = await platform.As(account);
        var page = await officer.Open("/office/departments/edit");
        var form = page.QuerySelector("form[data-draft]")!;
        Assert.Equal("/office/draft?page=%2Foffice%2Fdepartments%2Fedit", form.GetAttribute("data-draft"));
        var kept = await officer.PutAsync(form.GetAttribute("data-draft"), new FormUrlEncodedContent(form.Fields(("Input.Work", "写到一半的职能"))), Cancelled);
        Assert.Equal(HttpStatusCode.NoContent, kept.StatusCode);
        await platform.In(async store => Assert.DoesNotContain("写到一半", System.Text.Encoding.UTF8.GetString((await store.Drafts.SingleAsync(draft => draft.AccountId == account.Id, Cancelled)).Fields), StringComparison.Ordinal));

        // Another browser of the same account finds it; another account does not.
        var again = await (await platform.As(account)).Open("/office/departments/edit");
        Assert.Equal("已恢复 20:00 的草稿，内容还没有提交。", again.QuerySelector("#caogao p").Words());
        Assert.Equal("写到一半的职能", again.QuerySelector("textarea").Words());
        Assert.Null((await (await platform.As(Role.Reviewer)).Open("/office/departments/edit")).QuerySelector("#caogao"));

        await officer.Send("/office/departments/edit", "form.fields", ("Input.Name", Unique("草稿科")));
        Assert.Null((await officer.Open("/office/departments/edit")).QuerySelector("#caogao"));
    }

    [Fact]
    public async Task A_draft_is_thrown_away_where_its_owner_says_so()
    {
        var officer = await platform.As(Role.Reviewer);
        var form = (await officer.Open("/office/departments/edit")).QuerySelector("form[data-draft]")!;
        await officer.PutAsync(form.GetAttribute("data-draft"), new FormUrlEncodedContent(form.Fields(("Input.Work", "不要了"))), Cancelled);
        var answer = await officer.Send("/office/departments/edit", "#caogao form");

        Assert.Equal("/office/departments/edit", await answer.Leads());
        Assert.Null((await officer.Open("/office/departments/edit")).QuerySelector("#caogao"));
    }

    [Fact]
    public async Task A_draft_without_the_forms_token_or_for_a_page_that_is_not_ours_is_not_kept()
    {
        var officer = await platform.As(Role.Reviewer);
        var form = (await officer.Open("/office/departments/edit")).QuerySelector("form[data-draft]")!;
        var forged = await officer.PutAsync(form.GetAttribute("data-draft"), new FormUrlEncodedContent([new("Input.Work", "伪造")]), Cancelled);
        var foreign = await officer.PutAsync("/office/draft?page=%2Fjc", new FormUrlEncodedContent(form.Fields()), Cancelled);
        var anonymous = await platform.Visitor().PutAsync(form.GetAttribute("data-draft"), new FormUrlEncodedContent(form.Fields()), Cancelled);

        Assert.Equal([HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.NotFound], [forged.StatusCode, foreign.StatusCode, anonymous.StatusCode]);
    }

    [Fact]
    public async Task A_form_that_comes_after_the_session_ended_is_kept_and_shown_after_signing_in_again()
    {
        var (account, _) = await platform.Officer(Role.Reviewer);
        var officer = await platform.As(account);
        var name = Unique("过期科");
        var page = await officer.Open("/office/departments/edit");
        await platform.In(store => store.Sessions.Where(session => session.AccountId == account.Id).ExecuteUpdateAsync(set => set.SetProperty(session => session.IdleEndsAt, Platform.Now.AddMinutes(-1)), Cancelled));

        var late = await officer.Send(page, "/office/departments/edit", "form.fields", ("Input.Name", name));
        Assert.Equal("/office/signin?to=%2Foffice%2Fdepartments%2Fedit&kept=1", await late.Leads());
        Assert.Equal(0, await Departments(name));

        var again = await (await platform.As(account)).Open("/office/departments/edit");
        Assert.NotNull(again.QuerySelector("#caogao"));
        Assert.Equal(name, again.GetElementById("Input_Name")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_form_from_someone_who_never_signed_in_is_not_kept()
    {
        var answer = await platform.Visitor().PostAsync("/office/departments/edit", new FormUrlEncodedContent([new("Input.Name", "无名")]), Cancelled);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_draft_of_a_disabled_account_is_not_kept()
    {
        var (account, _) = await platform.Officer(Role.Reviewer);
        var officer = await platform.As(account);
        var page = await officer.Open("/office/departments/edit");
        await platform.In(async store =>
        {
            (await store.Accounts.SingleAsync(one => one.Id == account.Id, Cancelled)).Disable(Platform.Now);
            await store.Save(new(new("test.prepared", "测试准备"), Records.Hand.Program, Platform.Now));
        });
        var late = await officer.Send(page, "/office/departments/edit", "form.fields", ("Input.Name", "停用"));
        Assert.Equal(HttpStatusCode.NotFound, late.StatusCode);
    }
}
