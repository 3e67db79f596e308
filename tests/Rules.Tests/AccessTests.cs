using System.Text;
using Gongkai.Rules.Access;

namespace Gongkai.Rules.Tests;

/// <summary>Roles, passwords, time codes, masks.</summary>
public sealed class AccessTests
{
    // RFC 6238, appendix B, with SHA-1; the last six of its eight digits.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void A_time_code_is_that_of_the_standard(long second, string code) =>
        Assert.Equal(code, TimeCode.At(Encoding.ASCII.GetBytes("12345678901234567890"), TimeCode.StepAt(DateTimeOffset.FromUnixTimeSeconds(second))));

    [Fact]
    public void A_code_is_taken_one_step_early_or_late_and_never_twice()
    {
        var secret = Encoding.ASCII.GetBytes("12345678901234567890");
        Assert.Equal(99, TimeCode.Match(secret, TimeCode.At(secret, 99), 100, 0));
        Assert.Equal(101, TimeCode.Match(secret, TimeCode.At(secret, 101), 100, 0));
        Assert.Null(TimeCode.Match(secret, TimeCode.At(secret, 98), 100, 0));
        Assert.Null(TimeCode.Match(secret, TimeCode.At(secret, 102), 100, 0));
        Assert.Null(TimeCode.Match(secret, TimeCode.At(secret, 100), 100, 100));
        Assert.Null(TimeCode.Match(secret, TimeCode.At(secret, 99), 100, 100));
    }

    [Fact]
    public void A_secret_reads_back_as_it_was_written()
    {
        Assert.Equal("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", TimeCode.Write(Encoding.ASCII.GetBytes("12345678901234567890")));
        for (var length = 1; length < 40; length++)
        {
            var secret = Enumerable.Range(0, length).Select(place => (byte)(place * 37 + length)).ToArray();
            Assert.Equal(secret, TimeCode.Read(TimeCode.Write(secret)));
        }
    }

    [Theory]
    [InlineData("asvs", "elevenchars", "密码至少 12 个字符，您填写了 11 个。")]
    [InlineData("asvs", "qwerty123456", "这个密码太常见，容易被猜到，请换一个。")]
    [InlineData("asvs", "aaaaaaaaaaaaaaaa", "这个密码太常见，容易被猜到，请换一个。")]
    [InlineData("asvs", "abcdefghijklmnop", "这个密码太常见，容易被猜到，请换一个。")]
    [InlineData("asvs", "my name is Li.Si", "密码中不要包含登录名、姓名或单位名称，请换一个。")]
    [InlineData("asvs", "several plain words", null)]
    [InlineData("asvs", "春眠不觉晓处处闻啼鸟夜来", null)]
    [InlineData("mlps3", "Abcd3fgh1", "密码至少 10 个字符，您填写了 9 个。")]
    [InlineData("mlps3", "several plain words", "密码中，大写字母、小写字母、数字、其他符号至少要有 3 种。")]
    [InlineData("mlps3", "Tea4twoplease", null)]
    public void A_password_is_judged_by_its_profile(string profile, string password, string? reason) =>
        Assert.Equal(reason, PasswordProfile.Named(profile)!.ToChoosing(password, "li.si", "李四")?.Reason);

    [Fact]
    public void A_password_has_at_most_128_characters()
    {
        var long128 = string.Concat(Enumerable.Range(0, 128).Select(place => (char)('a' + place * place % 23)));
        Assert.Null(PasswordProfile.Asvs.ToChoosing(long128));
        Assert.Equal("密码最多 128 个字符，您填写了 129 个。", PasswordProfile.Asvs.ToChoosing(long128 + "x")?.Reason);
    }

    [Fact]
    public void Only_the_third_level_has_passwords_changed_by_the_calendar()
    {
        Assert.False(PasswordProfile.Mlps3.IsTooOld(new(2026, 1, 1), new(2026, 3, 31)));
        Assert.True(PasswordProfile.Mlps3.IsTooOld(new(2026, 1, 1), new(2026, 4, 1)));
        Assert.False(PasswordProfile.Asvs.IsTooOld(new(2016, 1, 1), new(2026, 4, 1)));
    }

    [Theory]
    [InlineData("13800001234", "138****1234")]
    [InlineData("0571-88881234", "***********34")]
    public void A_telephone_number_is_masked(string phone, string shown) => Assert.Equal(shown, Mask.Phone(phone));

    [Fact]
    public void Other_personal_data_are_masked()
    {
        Assert.Equal("110101********1234", Mask.Identity("110101199001011234"));
        Assert.Equal("张*", Mask.Name("张三"));
        Assert.Equal("欧阳**", Mask.Name("欧阳某某"));
        Assert.Equal("z***@example.com", Mask.Mail("zhangsan@example.com"));
        Assert.DoesNotContain("12号", Mask.Address("某省某市某区某路12号"), StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_holds_two_of_the_three_offices_or_one_beside_other_work()
    {
        foreach (var office in ThreeOfficers.Roles)
            foreach (var other in Enum.GetValues<Role>().Where(role => role != office))
                Assert.NotNull(ThreeOfficers.ToHolding([office, other]));
        Assert.Null(ThreeOfficers.ToHolding([Role.Registrar, Role.Handler]));
        Assert.Null(ThreeOfficers.ToHolding([Role.SecurityAuditor, Role.SecurityAuditor]));
    }
}
