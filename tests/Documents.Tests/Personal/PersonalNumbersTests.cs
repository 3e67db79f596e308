using CsCheck;
using Gongkai.Documents.Personal;
using Gongkai.Documents.Tests.Publication;
using static Gongkai.Documents.Personal.PersonalKind;

namespace Gongkai.Documents.Tests.Personal;

/// <summary>A number of a person is found however it is written; the numbers of things are not taken for it.</summary>
public sealed class PersonalNumbersTests
{
    static Gen<string> OneOf(params string[] choices) => Gen.Int[0, choices.Length - 1].Select(i => choices[i]);

    static readonly string Id = Drafts.WithCheck(Drafts.Identity), Card = Drafts.WithLuhn(Drafts.Card);

    public static TheoryData<string, PersonalKind> Written => new()
    {
        { "身份证号：11010519491231002X", Identity }, { "11010519491231002x", Identity }, { "身份证１１０１０５１９４９１２３１００２Ｘ", Identity },
        { "110105 19491231 002X", Identity }, { "110105-1949-1231-002X", Identity }, { "110105194912310\u200B02X", Identity }, { "110105\t19491231\t002X", Identity },
        { "1101051949\n1231002X", Identity }, { "1 1 0 1 0 5 1 9 4 9 1 2 3 1 0 0 2 X", Identity }, { "1\t1\t0\t1\t0\t5\t1\t9\t4\t9\t1\t2\t3\t1\t0\t0\t2\tX", Identity },
        { "残疾证11010519491231002X", Identity }, { $"残疾证号{Id}34", Identity },
        { "身份证号 330106900101123", Identity }, { "330106 900101 123", Identity }, { "张三，330106900101123，男", Identity },
        { "13857112233", Mobile }, { "联系电话138 5711 2233", Mobile }, { "138-5711-2233", Mobile }, { "+86 13857112233", Mobile }, { "+8613857112233", Mobile }, { "0086-13857112233", Mobile }, { "１３８５７１１２２３３", Mobile },
        { "张三13857112233（微信同号）", Mobile }, { "电话:138\t5711\t2233", Mobile }, { "1\t3\t8\t5\t7\t1\t1\t2\t2\t3\t3", Mobile }, { "13857112233.0", Mobile }, { "1,13857112233,张三", Mobile }, { "1.13857112233", Mobile }, { "Tel13857112233", Mobile }, { "19912345678", Mobile },
        { Card, BankCard }, { $"{Card[..4]} {Card[4..8]} {Card[8..12]} {Card[12..16]} {Card[16..]}", BankCard }, { Drafts.WithLuhn("436742123456789012"), BankCard }, { Drafts.WithLuhn("955880123456789012"), BankCard }, { "卡号" + Drafts.WithLuhn("452060001234567"), BankCard },
    };

    [Theory, MemberData(nameof(Written))]
    public void A_number_of_a_person_is_found_however_it_is_written(string text, PersonalKind kind) => Assert.Equal(kind, Assert.Single(PersonalNumbers.In(text)).Kind);

    public static TheoryData<string> OfThings =>
    [
        "11010519491231002" + "1", "杭建〔2019〕123号", "2019-12-31 08:30:00", "20191231", "2019年12月31日至2020年12月31日", "0571-88881234", "（0571）88881234转8001", "12345", "400-800-1234", "电话：88881234、88885678",
        "统一社会信用代码91330106MA2XXXXX1Y", "11330106002489512A", "信用代码：123301060024895126", "项目代码2020-330106-47-01-123456", "2019-330106-70-03-012345-000", "建字第330100201201123号", "地字第330106201912001号", "（建）字第 330100201912123 号",
        "索引号：11330106002489512A/2019-00123", "000014349/2022-33981", "金额13857112233元", "总投资 15000000000 元", "￥13857112233", "面积13857112233平方米", "120.13857112233,30.27415900000", "13857112233.55", "330106001002GB00123F00010001",
        "编号：13857112233", "采购编号：13857112233", "ISBN 978-7-111-12345-6", "123456789012345678901234567890", "138571122334", "015 2019 1200", "2019 1200 1380 0138", "合同编号330106201912011", "不动产单元号330106001002GB00123", "G60 138.57", "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18",
        "150\t2019\t1200\t3", "银行账号：33001616127053001234", "1202021219900123456", "案号（2019）浙0106民初1234号", "浙A12345", "邮编310000", "JSZC13857112233", "2019-13857112233",
    ];

    [Theory, MemberData(nameof(OfThings))]
    public void Numbers_of_things_are_nobodys(string text) => Assert.DoesNotContain(PersonalNumbers.In(text), one => one.Kind != Telephone);

    [Fact]
    public void A_number_is_masked_as_offices_mask_it()
    {
        Assert.Equal("张三（3301**********1234），138****2233，卡**************90128".Replace("1234", Id[^4..]).Replace("卡**************90128", "卡" + new string('*', Card.Length - 4) + Card[^4..]), PersonalNumbers.Masked($"张三（{Id}），138 5711 2233，卡{Card}"));
        Assert.Equal("0571-88881234，2019-12-31", PersonalNumbers.Masked("0571-88881234，2019-12-31"));
    }

    static readonly Gen<string> AnyIdentity = Gen.Select(OneOf("11", "13", "22", "33", "36", "44", "51", "62", "65"), Gen.Int[0, 9999], Gen.Date[new DateTime(1920, 1, 1), new DateTime(2020, 12, 31)], Gen.Int[0, 999], (province, place, day, order) => Drafts.WithCheck($"{province}{place:D4}{day:yyyyMMdd}{order:D3}"));
    static readonly Gen<string> AnyMobile = Gen.Select(Gen.Int[30, 99], Gen.Int[0, 99999], Gen.Int[1, 999], (two, middle, last) => $"1{two}{middle:D5}{last:D3}").Where(number => !number.EndsWith("00000", StringComparison.Ordinal));
    static readonly Gen<string> AnyCard = Gen.Select(OneOf("622202", "621700", "622848", "623668", "625900", "621483"), Gen.Long[0, 999_999_999_999], (issuer, rest) => Drafts.WithLuhn($"{issuer}{rest:D12}"));
    static readonly Gen<string> Around = OneOf("", "，", "姓名：张三 ", "（", "2019年12月31日 ", "杭建〔2019〕12号\t", "男 ", "0571-88881234、", "共3套，", "\n");

    [Fact]
    public void Any_number_of_a_person_is_found_in_any_company() =>
        Gen.Select(Gen.OneOf(AnyIdentity, AnyMobile, AnyCard), Around, Around, Gen.Int[0, 3]).Sample((number, before, after, form) =>
        {
            var written = form switch { 1 => string.Concat(number.Select(sign => char.IsAsciiDigit(sign) ? (char)(sign + 0xFEE0) : sign)), 2 when number.Length == 18 => $"{number[..6]} {number[6..14]} {number[14..]}", 2 when number.Length == 11 => $"{number[..3]} {number[3..7]} {number[7..]}", 3 when number.Length == 18 => string.Join('\t', number.ToCharArray()), _ => number };
            return PersonalNumbers.In(before + written + (after.Length > 0 && char.IsAsciiDigit(after[0]) ? "，" : "") + after).Any(one => one.Kind != Telephone);
        }, iter: 3000);

    [Fact]
    public void Any_date_amount_telephone_or_code_is_nobodys() =>
        Gen.Select(Gen.Int[0, 9], Gen.Date[new DateTime(1990, 1, 1), new DateTime(2030, 12, 31)], Gen.Int[1, 99999], Gen.Long[1, 99_999_999]).Sample((kind, day, number, amount) =>
            PersonalNumbers.In(kind switch
            {
                0 => $"{day:yyyy-MM-dd} 至 {day.AddDays(number % 999):yyyy-MM-dd}",
                1 => $"杭建〔{day.Year}〕{number}号",
                2 => $"{amount}.{number % 100:D2}万元，占{number % 100}.{number % 10}%",
                3 => $"电话：0571-{87000000 + number}，传真：(0571){88000000 + number}",
                4 => $"项目代码：{day.Year}-330106-{number % 90 + 10}-{number % 90 + 10}-{number:D6}",
                5 => $"建字第330100{day.Year}{number:D5}号",
                6 => $"索引号：11330106002489512A/{day.Year}-{number:D5}",
                7 => $"{day:yyyyMMdd}{number:D5}",
                8 => $"第{number}号 {day:yyyy年M月d日} 共{number}户、{amount}平方米",
                _ => $"{number}\t{day:yyyy/M/d}\t{amount}\t{amount % 1000}\t{number % 500}",
            }).All(one => one.Kind == Telephone), iter: 5000);
}
