using Gongkai.Documents.Templates;
using Gongkai.Documents.Templates.Requests;
using Gongkai.Rules.Requests;
using Gongkai.Rules.Requests.Letters;
using static Gongkai.Documents.Tests.Intake.Wares;

namespace Gongkai.Documents.Tests.Templates;

/// <summary>An agency may say it in its own words, but its template may not contradict the law of its letter.</summary>
public sealed class RequestTemplateTests
{
    static IReadOnlyList<string> Problems(RequestLetter letter, string added, Func<string, bool>? without = null) =>
        TemplateCheck.Of(Docx(string.Concat(letter.Kind.Text.Where(line => without?.Invoke(line) != true).Append(added).Select(line => $"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>"))), "a.docx", letter.Kind);

    const string Instead = "请删去这段文字，只留 {{救济途径}}，系统会写上正确的救济途径。";

    [Theory]
    [InlineData("如对本答复不服，可以在收到本答复之日起60日内向某区人民政府或者上一级主管部门申请行政复议。")]
    [InlineData("如不服，可向某市住房和城乡建设局等上级主管部门申请行政复议。")]
    [InlineData("不服本决定的，可依法向上级机关提起行政复议。")]
    public void An_old_template_that_offers_the_department_above_is_refused(string line)
    {
        const string problem = "模板写了向上级主管部门申请行政复议。2024年1月1日起，对政府工作部门的决定不服的，只能向本级人民政府申请行政复议。" + Instead;

        Assert.Equal([problem], Problems(RequestLetter.NotExisting, line));
        Assert.Contains(problem, Problems(RequestLetter.StateSecret, line));
    }

    [Theory]
    [InlineData("如不服，可以在60日内申请行政复议，或者在6个月内向人民法院提起行政诉讼。")]
    [InlineData("对本决定不服的，也可以直接向人民法院起诉。")]
    [InlineData("如对本告知书或者行政复议决定不服，可以在三个月内直接提起行政诉讼。")]
    public void A_template_that_offers_a_suit_before_reconsideration_is_refused_where_reconsideration_stands_first(string line)
    {
        const string problem = "模板写了可以直接提起行政诉讼。2024年1月1日起，对不予公开的决定不服的，应当先申请行政复议，对行政复议决定不服的才能提起行政诉讼。" + Instead;

        foreach (var letter in RequestLetters.All.Where(letter => letter.Facts.Remedy is RemedyClass.ReconsiderationFirst)) Assert.Equal([problem], Problems(letter, line));
        Assert.DoesNotContain(problem, Problems(RequestLetter.NotExisting, line));
    }

    [Fact]
    public void The_old_three_months_are_refused_elsewhere() =>
        Assert.Equal(["模板写的起诉期限是3个月，现行法律规定是6个月。" + Instead], Problems(RequestLetter.NotExisting, "如不服，可以在三个月内向人民法院起诉。"));

    [Theory]
    [InlineData(RequestLetter.StateSecret, "根据《中华人民共和国政府信息公开条例》第三十六条第（四）项的规定。", "第三十六条第（四）项")]
    [InlineData(RequestLetter.NotExisting, "根据《政府信息公开条例》第十四条、第三十六条第（三）项的规定。", "第十四条")]
    [InlineData(RequestLetter.InternalAffairs, "根据《中华人民共和国政府信息公开条例》第十六条第二款的规定。", "第十六条第二款")]
    [InlineData(RequestLetter.Granted, "根据《条例》第36条第3项的规定。", "第三十六条第（三）项")]
    [InlineData(RequestLetter.Duplicate, "根据《中华人民共和国政府信息公开条例》（以下简称《条例》）第三十五条的规定。", "第三十五条")]
    public void An_article_of_another_decision_is_refused(RequestLetter letter, string line, string place) =>
        Assert.Contains($"模板引用了《政府信息公开条例》{place}，它不是{letter.Name}的依据。请删去，用 {{{{依据}}}} 写上正确的条款。", Problems(letter, line));

    [Theory]
    [InlineData(RequestLetter.StateSecret, "根据《中华人民共和国政府信息公开条例》第十四条和第三十六条第（三）项的规定，不予公开。")]
    [InlineData(RequestLetter.PartlyGranted, "根据《中华人民共和国政府信息公开条例》第十五条、第十六条第二款、第三十七条的规定。")]
    [InlineData(RequestLetter.NotExisting, "根据《中华人民共和国政府信息公开条例》第三十三条、第三十六条第（四）项的规定。")]
    [InlineData(RequestLetter.LawForbidden, "根据《中华人民共和国档案法》第三十八条的规定。")]
    [InlineData(RequestLetter.StateSecret, "对行政复议决定不服的，可以依法提起行政诉讼。")]
    public void What_agrees_is_accepted(RequestLetter letter, string line) => Assert.Equal([], Problems(letter, line));

    [Theory]
    [InlineData(RequestLetter.CorrectionNotice, "放弃申请", "模板没有写明逾期不补正的后果（视为放弃申请），请补上。")]
    [InlineData(RequestLetter.ThirdPartyConsultation, "15个工作日", "模板没有写明提出意见的期限（收到之日起15个工作日内），请补上。")]
    [InlineData(RequestLetter.JointMakerConsultation, "视为同意", "模板没有写明逾期未提出意见的视为同意公开，请补上。")]
    [InlineData(RequestLetter.FeeNotice, "20个工作日", "模板没有写明缴费期限（收到通知次日起20个工作日内），请补上。")]
    [InlineData(RequestLetter.FeeNotice, "不能单独", "模板没有写明不能单独就收费决定申请行政复议或者提起行政诉讼，请补上。")]
    [InlineData(RequestLetter.StateSecret, "救济途径", "缺少必填字段 {{救济途径}}。请在模板中加上。")]
    [InlineData(RequestLetter.StateSecret, "不能区分处理", "缺少必填字段 {{不能区分处理的理由}}。请在模板中加上。")]
    public void What_a_letter_must_say_cannot_be_taken_out(RequestLetter letter, string words, string problem) =>
        Assert.Contains(problem, Problems(letter, "", line => line.Contains(words, StringComparison.Ordinal)));

    [Fact]
    public void Silence_of_a_third_party_is_no_consent() =>
        Assert.Equal(["模板写了第三方逾期视为同意公开。第三方逾期未提出意见的，由本机关决定是否公开，请改正。"], Problems(RequestLetter.ThirdPartyConsultation, "逾期未回复的，视为同意公开。"));

    [Fact]
    public void Nobody_is_asked_what_for() =>
        Assert.Equal(["申请表不能要求填写申请用途或者与自身需要的关系，请删去。"], Problems(RequestLetter.Application, "所需政府信息的用途："));
}
