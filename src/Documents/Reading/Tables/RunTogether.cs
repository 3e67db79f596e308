using System.Globalization;

namespace Gongkai.Documents.Reading.Tables;

/// <summary>Splits digits that lost the spaces between them, where the form's sums leave only one way.</summary>
static class RunTogether
{
    const int MostDigits = 24;

    /// <summary>
    /// Every way to split the digits into <paramref name="count"/> numbers without leading zeros, the last being the sum of the others.
    /// As many digits as numbers can be split in one way only, and then need no sum.
    /// </summary>
    public static List<decimal[]> Ways(string digits, int count)
    {
        if (digits.Length == count) return [[.. digits.Select(digit => (decimal)(digit - '0'))]];
        List<decimal[]> ways = [];
        if (digits.Length > count && digits.Length <= MostDigits) Split(digits, 0, new decimal[count], 0, 0, ways);
        return ways;
    }

    static void Split(string digits, int from, decimal[] numbers, int filled, decimal sum, List<decimal[]> ways)
    {
        if (filled == numbers.Length - 1)
        {
            if (digits[from] == '0' && from < digits.Length - 1) return;
            if (Number(digits.AsSpan(from)) != sum) return;
            numbers[filled] = sum;
            ways.Add([.. numbers]);
            return;
        }
        // A zero stands alone; any other number may take as many digits as leave one for each that follows.
        var longest = digits[from] == '0' ? 1 : digits.Length - from - (numbers.Length - filled - 1);
        for (var length = 1; length <= Math.Min(longest, 12); length++)
        {
            numbers[filled] = Number(digits.AsSpan(from, length));
            Split(digits, from + length, numbers, filled + 1, sum + numbers[filled], ways);
        }
    }

    static decimal Number(ReadOnlySpan<char> digits) => decimal.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
