using Gongkai.Documents.Reading;

namespace Gongkai.Documents.Publication;

/// <summary>The headings of a table's columns, by which an amount is told from a telephone number.</summary>
sealed class TableHeads
{
    readonly Dictionary<int, bool> amounts = [];

    /// <summary>The cell as it is looked at: a number under a heading of amounts is none of anybody.</summary>
    public string Said(int column, string cell)
    {
        var text = cell.Trim();
        if (text.Length is > 0 and < 60 && text.Any(Folding.IsHan)) amounts[column] = Amounts.Any(word => text.Contains(word, StringComparison.Ordinal)) && !Persons.Any(word => text.Contains(word, StringComparison.Ordinal));
        return text.Length is 11 && text.All(char.IsAsciiDigit) && amounts.GetValueOrDefault(column) ? "" : text.Replace('\t', ' ').Replace('\n', ' ');
    }

    static readonly string[] Amounts = ["元", "金额", "投资", "预算", "决算", "资金", "面积", "合计", "数量", "收入", "支出", "产值"], Persons = ["电话", "手机", "联系", "号码", "身份", "证件"];
}
