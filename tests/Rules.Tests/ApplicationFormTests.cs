using Gongkai.Rules.Requests;

namespace Gongkai.Rules.Tests;

/// <summary>What the public's form asks, in the words that the page shows.</summary>
public class ApplicationFormTests
{
    const string Number = "11010519491231002X";

    static ApplicationForm Person => new()
    {
        Matter = "information", Agency = "zjj", Sort = "person", Paper = "ResidentCard", Name = "阿依古丽·买买提", IdentityNumber = Number, Phone = "0571-88881234",
        WantedName = "2025年幸福路12号危险房屋鉴定报告", Provision = "Electronic", Delivery = "Download", ProofBy = "counter",
    };

    static ApplicationForm Body => new() { Sort = "body", Kind = "Business", BodyName = "某某建设有限公司", CreditCode = "91350100M000100Y43", Representative = "李甲", Contact = "王乙", Phone = "13800001111" };

    static string[] Says(ApplicationForm form, FormPart part) => [.. form.Faults(part).Select(fault => fault.Message)];

    static ApplicationForm Taken(FormPart part, ApplicationForm sent)
    {
        var form = new ApplicationForm();
        form.Take(part, sent);
        return form;
    }

    [Fact]
    public void A_form_that_says_what_article_29_names_is_complete() =>
        Assert.All(Enum.GetValues<FormPart>(), part => Assert.Empty(Person.Faults(part)));

    [Fact]
    public void An_empty_form_of_a_person_lacks_name_number_and_phone_in_this_order() => Assert.Equal(
        ["请填写申请人姓名", "请填写证件号码", "请填写可以联系到您的电话，手机或座机均可，例如 0571-8888××××（座机请带区号）"],
        Says(new() { Sort = "person", Paper = "ResidentCard" }, FormPart.Applicant));

    [Theory]
    [InlineData("110105194912310021", "身份证号校验未通过，请对照证件检查，最后一位可能是 X")]
    [InlineData("1101051949123100", "身份证号应为 18 位，您填写了 16 位")]
    [InlineData("A1010519491231002X", "身份证号校验未通过，请对照证件检查，最后一位可能是 X")]
    public void A_number_that_cannot_be_is_told(string number, string says)
    {
        var form = Person;
        form.IdentityNumber = number;
        Assert.Equal([says], Says(form, FormPart.Applicant));
    }

    [Fact]
    public void Every_wrong_digit_of_a_number_is_found()
    {
        for (var place = 0; place < 17; place++)
            for (var digit = '0'; digit <= '9'; digit++)
                Assert.Equal(digit == Number[place], IdentityNumber.Fault($"{Number[..place]}{digit}{Number[(place + 1)..]}") is null);
    }

    [Fact]
    public void Full_width_digits_small_letters_and_spaces_are_made_plain()
    {
        var form = Taken(FormPart.Applicant, new() { Sort = "person", Paper = "ResidentCard", Name = "　阿依古丽·买买提 ", IdentityNumber = "１１０１０５ 19491231 002x", Phone = "０５７１－８８８８１２３４" });
        Assert.Equal(("阿依古丽·买买提", Number, "0571-88881234"), (form.Name, form.IdentityNumber, form.Phone));
        Assert.Empty(form.Faults(FormPart.Applicant));
    }

    [Theory]
    [InlineData("𠮷田")]
    [InlineData("买买提·吐尔逊")]
    [InlineData("㛃")]
    [InlineData("Anna Müller")]
    public void Rare_letters_and_letters_of_any_script_are_names(string name)
    {
        var form = Taken(FormPart.Applicant, new() { Sort = "person", Paper = "Passport", Name = name, IdentityNumber = "E12345678", Phone = "+852 2123 4567" });
        Assert.Equal(name, form.Name);
        Assert.Empty(form.Faults(FormPart.Applicant));
    }

    [Theory, InlineData("123"), InlineData("<b>张三"), InlineData("。。")]
    public void What_is_no_name_is_told(string name)
    {
        var form = Person;
        form.Name = name;
        Assert.Equal(["姓名中不能只有数字，请填写与证件一致的姓名"], Says(form, FormPart.Applicant));
    }

    [Theory]
    [InlineData("0571-88881234", true)]
    [InlineData("+852 2123 4567", true)]
    [InlineData("13800001111", true)]
    [InlineData("没有电话", false)]
    [InlineData("123", false)]
    public void A_fixed_line_is_a_telephone_too(string phone, bool taken)
    {
        var form = Person;
        form.Phone = phone;
        Assert.Equal(taken, !form.Faults(FormPart.Applicant).Any());
    }

    [Fact]
    public void A_body_says_its_kind_code_head_and_contact()
    {
        Assert.Empty(Body.Faults(FormPart.Applicant));
        var form = Body;
        (form.Kind, form.CreditCode, form.Contact) = (null, "91350100M000100Y44", null);
        Assert.Equal(["请选择组织的类型", "统一社会信用代码校验未通过，请对照登记证书检查（不含 I、O、S、V、Z）", "请填写联系人姓名"], Says(form, FormPart.Applicant));
    }

    [Fact]
    public void An_agent_says_who_it_is()
    {
        var form = Person;
        form.HasAgent = "yes";
        Assert.Equal(["请填写代理人姓名", "请填写代理人的身份证号"], Says(form, FormPart.Applicant));
    }

    [Fact]
    public void One_of_name_number_and_description_is_enough()
    {
        Assert.Equal(["请至少填写信息名称、文号或特征描述中的一项，便于我们查找"], Says(new(), FormPart.Wanted));
        Assert.Empty(new ApplicationForm { DocumentNumber = "住建发〔2026〕5号" }.Faults(FormPart.Wanted));
        Assert.Empty(new ApplicationForm { Description = "幸福路危房的鉴定" }.Faults(FormPart.Wanted));
    }

    [Fact]
    public void An_address_is_asked_for_only_where_the_answer_goes_there()
    {
        var form = new ApplicationForm { Provision = "Paper", Delivery = "Post" };
        Assert.Equal(["您选择了“邮寄”，请填写收件地址（省、市、区、街道、门牌号）"], Says(form, FormPart.Delivery));
        form.Delivery = "Mail";
        Assert.Equal(["您选择了“电子邮件”接收答复，请填写电子邮箱"], Says(form, FormPart.Delivery));
        form.Mail = "name@example";
        Assert.Equal(["邮箱格式不完整，例如 name@example.com"], Says(form, FormPart.Delivery));
        form.Delivery = null;
        Assert.Contains("请选择希望获取信息的方式", Says(form, FormPart.Delivery));
        Assert.Empty(new ApplicationForm { Provision = "Electronic", Delivery = "Download" }.Faults(FormPart.Delivery));
    }

    [Fact]
    public void The_purpose_is_never_asked_for() => Assert.Empty(new ApplicationForm().Faults(FormPart.Purpose));

    [Fact]
    public void A_short_text_and_one_that_complains_are_told_so_and_go_on()
    {
        Assert.Equal([ApplicationForm.TooShort], new ApplicationForm { WantedName = "房子" }.Cautions(FormPart.Wanted).Select(caution => caution.Message));
        Assert.Equal([ApplicationForm.LooksLikeComplaint], new ApplicationForm { Description = "请求查处我家楼上违法搭建，三年了没有人解决" }.Cautions(FormPart.Wanted).Select(caution => caution.Message));
        Assert.Empty(new ApplicationForm { WantedName = "关于李某某投诉事项的处理决定" }.Cautions(FormPart.Wanted));
        Assert.Empty(new ApplicationForm { WantedName = "批复", DocumentNumber = "住建发〔2026〕5号" }.Cautions(FormPart.Wanted));
        Assert.Equal([ApplicationForm.IsComplaint], new ApplicationForm { Matter = "complaint" }.Cautions(FormPart.Matter).Select(caution => caution.Message));
    }

    [Fact]
    public void Taking_one_part_leaves_the_others_and_drops_what_no_store_keeps()
    {
        var form = Person;
        form.Take(FormPart.Wanted, new() { Name = "别人", WantedName = "名\0称\n换行", Description = "第一行\r\n第二行\u0007" });
        Assert.Equal(("阿依古丽·买买提", "名称 换行", "第一行\n第二行"), (form.Name, form.WantedName, form.Description));
    }
}
