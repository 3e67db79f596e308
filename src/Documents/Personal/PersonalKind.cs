namespace Gongkai.Documents.Personal;

/// <summary>A kind of number that belongs to somebody.</summary>
public enum PersonalKind
{
    /// <summary>身份证号.</summary>
    Identity,

    /// <summary>手机号码.</summary>
    Mobile,

    /// <summary>固定电话.</summary>
    Telephone,

    /// <summary>银行卡号.</summary>
    BankCard,
}

/// <summary>What the kinds are called, and how a number of each is shown without telling it.</summary>
public static class PersonalKinds
{
    extension(PersonalKind kind)
    {
        public string Name => kind switch
        {
            PersonalKind.Identity => "身份证号",
            PersonalKind.Mobile => "手机号码",
            PersonalKind.Telephone => "固定电话",
            PersonalKind.BankCard => "银行卡号",
        };

        /// <summary>3301**********1234, 138****8000; of a bank card the last four.</summary>
        /// <param name="number">As it is printed; what stands between its digits is left out.</param>
        public string Masked(string number)
        {
            var digits = string.Concat(Reading.Folding.Narrow(number).Where(char.IsAsciiLetterOrDigit));
            var (first, last) = kind switch { PersonalKind.Identity => (4, 4), PersonalKind.Mobile => (3, 4), PersonalKind.BankCard => (0, 4), PersonalKind.Telephone => (digits.Length, 0) };
            return digits.Length <= first + last ? digits : $"{digits[..first]}{new string('*', digits.Length - first - last)}{digits[^last..]}";
        }
    }
}
