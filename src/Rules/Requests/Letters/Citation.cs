namespace Gongkai.Rules.Requests.Letters;

/// <summary>One provision, cited in a letter as it is printed: 《中华人民共和国政府信息公开条例》第三十六条第（三）项.</summary>
/// <param name="Article">0: the text as a whole.</param>
/// <param name="Paragraph">款; 0 where the article has one only, or an item is named.</param>
/// <param name="Item">项; 0 for none.</param>
public sealed record Citation(Statute Statute, int Article = 0, int Paragraph = 0, int Item = 0)
{
    /// <summary>Without the name of the text: 第三十六条第（三）项.</summary>
    public string Place => (Article == 0 ? "" : $"第{Numeral(Article)}条") + Within;

    string Within => (Paragraph == 0 ? "" : $"第{Numeral(Paragraph)}款") + (Item == 0 ? "" : $"第（{Numeral(Item)}）项");

    public string Text => Cited(Statute) + Place;

    /// <summary>Several provisions; a text and an article are named once: 《……条例》第三十六条第（二）项、第（三）项、第三十七条.</summary>
    public static string Join(IEnumerable<Citation> citations) => string.Join('、', citations.Distinct().GroupBy(one => one.Statute).Select(text =>
        Cited(text.Key) + string.Join('、', text.Zip(text.Prepend(null), (one, before) => one.Within.Length > 0 && one.Article == before?.Article ? one.Within : one.Place))));

    public override string ToString() => Text;

    /// <summary>The name of a text with its marks, in full.</summary>
    public static string Cited(Statute statute) => statute switch
    {
        Statute.Regulation => "《中华人民共和国政府信息公开条例》",
        Statute.Reconsideration => "《中华人民共和国行政复议法》",
        Statute.Litigation => "《中华人民共和国行政诉讼法》",
        Statute.ProcessingFee => "《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）",
        Statute.DisclosureCases => "《最高人民法院关于审理政府信息公开行政案件适用法律若干问题的解释》（法释〔2025〕8号）",
        Statute.LegislationLaw or Statute.CivilProcedure or Statute.PenaltyLaw or Statute.LicensingLaw => $"《中华人民共和国{statute.Title}》",
        Statute.Holidays or Statute.WorkingHours or Statute.ProcurementRules => $"《{statute.Title}》",
        Statute.ReportFormat2019 or Statute.ReportFormat2021 or Statute.ReportCounting2016 or Statute.DocumentLayout or Statute.ReceiptReply2015 or Statute.ServiceReply2016 => statute.Title,
    };

    // 1 to 99, as articles are counted.
    static string Numeral(int number)
    {
        const string digits = "零一二三四五六七八九";
        var (tens, ones) = (number / 10, number % 10);
        return (tens switch { 0 => "", 1 => "十", _ => $"{digits[tens]}十" }) + (ones == 0 && tens > 0 ? "" : digits[ones]);
    }
}
