using Gongkai.Rules.Disclosure;

namespace Gongkai.Rules.Tests.Disclosure;

/// <summary>专栏姓专: what may stand among the columns, and what must.</summary>
public sealed class ColumnLintTests
{
    static LintedColumn Of(PlannedColumn plan) => new(plan.Slug, plan.Name, plan.Description, plan.Kind, plan.Type, plan.Matter, true);

    static readonly LintedColumn[] Usual = [.. PlannedColumn.Usual.Select(Of)];

    [Fact]
    public void The_usual_columns_cover_article_20_and_say_what_of_article_21_is_not_there()
    {
        var found = ColumnLint.Of(Usual, []);
        Assert.DoesNotContain(found, one => one.Serious);
        Assert.Equal(["公益事业", "土地征收", "治安管理", "社会救助"], found.Select(one => one.Message.Split('“', '”')[1]));
    }

    [Theory, InlineData("工作动态", "住建要闻"), InlineData("领导活动", "活动"), InlineData("宣传报道", "报道"), InlineData("信息公开目录", "工作动态")]
    public void News_and_praise_are_refused_with_a_reason(string type, string name)
    {
        Assert.Contains("只放法定主动公开的内容", ColumnLint.ToType(ColumnKind.Statutory, type, name)!.Reason, StringComparison.Ordinal);
        Assert.Contains(ColumnLint.Of([.. Usual, new("dt", name, "说明", ColumnKind.Statutory, type, "20.15", true)], []), one => one is { Serious: true, Slug: "dt" });
    }

    [Fact]
    public void A_column_says_what_it_is_for_and_which_matter_it_discloses()
    {
        var found = ColumnLint.Of([.. Usual, new("kong", "空白", " ", ColumnKind.Statutory, "信息公开目录", null, true)], []);
        Assert.Equal(["栏目“空白”没有说明，请写明设置目的和主要内容。", "栏目“空白”没有对应条例第二十条、第二十一条的事项，请选择；不属于法定主动公开内容的，请关闭。"],
            found.Where(one => one.Slug == "kong").Select(one => one.Message));
    }

    [Fact]
    public void A_closed_column_covers_nothing_and_is_not_blamed()
    {
        var columns = Usual.Select(column => column.Slug == "zkly" ? column with { IsOpen = false, Description = "" } : column).ToList();
        Assert.Contains(ColumnLint.Of(columns, []), one => one.Serious && one.Message.StartsWith("第二十条第（十四）项", StringComparison.Ordinal));
        Assert.DoesNotContain(ColumnLint.Of(columns, ["20.14"]), one => one.Serious);
    }

    [Theory, InlineData("zcwj", true), InlineData("a1", true), InlineData("a", false), InlineData("1a", false), InlineData("Zcwj", false), InlineData("zc-wj", false), InlineData("政策", false), InlineData("abcdefghijklmnopqrstu", false)]
    public void A_slug_is_small_letters_and_digits(string slug, bool fine) => Assert.Equal(fine, ColumnLint.ToSlug(slug) is null);

    [Fact]
    public void The_usual_entries_stand_in_usual_columns_and_name_a_matter()
    {
        var columns = PlannedColumn.Usual.Select(column => column.Slug).ToHashSet();
        foreach (var entry in PlannedEntry.Usual)
        {
            Assert.Contains(entry.Column, columns);
            Assert.NotNull(Matter.Find(entry.Matter));
            Assert.Contains('●', entry.Elements);
            Assert.NotEmpty(entry.AllBases);
            Assert.True(entry.Mode is not DisclosureMode.Periodic || Periods.RuleOf(entry.Times) is not null, entry.Second);
        }
        Assert.InRange(PlannedEntry.Usual.Count, 40, 70);
        // All of article 20 that such a department has, and what of article 21 is its own.
        Assert.Empty(Matter.Article20.Select(matter => matter.Code).Except(PlannedEntry.Usual.Select(entry => entry.Matter)));
    }

    [Fact]
    public void Fields_are_known_and_anything_else_is_looked_for_by_its_words()
    {
        var facts = new ElementFacts("关于某事的通知", null, "某局", new(2026, 1, 5), null, Validity.InForce, null, "x/2026-00001", "申请条件：……监督投诉方式：12345", ["申请材料.docx"]);
        Assert.Equal([ElementState.Present, ElementState.Missing, ElementState.Missing, ElementState.Present, ElementState.Present, ElementState.Present, ElementState.Unseen],
            ((string[])["文件名称", "文号", "实施日期", "申请条件", "咨询、监督投诉方式", "申请材料", "办理流程"]).Select(element => ElementCheck.Of(element, facts)));
    }
}
