using Gongkai.Rules.Requests.Letters;

namespace Gongkai.Rules.Requests;

/// <summary>What belongs together: how a request ended, its article, its letter, its row in table 3, its remedy and what it does to the clock.</summary>
/// <param name="Name">结果, as people call it.</param>
/// <param name="Row">The row of table 3 in the form of 2021.</param>
/// <param name="Basis">What the letter must cite; a special law that the case turns on comes to it.</param>
/// <param name="Remedy">How it can be contested; of a partial answer, its refused part.</param>
/// <param name="Letter">The one letter that tells it.</param>
/// <param name="Effect">What that letter does to the clock.</param>
/// <param name="Open">What of it no printed text says, so that a <see cref="Convention"/> may set it.</param>
public sealed record OutcomeFacts(
    string Name, string Row, IReadOnlyList<Citation> Basis, RemedyClass Remedy, RequestLetter Letter, LetterEffect Effect = LetterEffect.Closes, OpenTo Open = OpenTo.Nothing)
{
    /// <summary>How what was not refused can be contested: of a partial answer alone something else.</summary>
    public RemedyClass RemedyOfRest { get; init; } = Remedy;

    /// <summary>The row in the form of that year: the form of 2019 has one row for （六）其他处理.</summary>
    [Law(Statute.ReportFormat2019, "表三"), Law(Statute.ReportFormat2021, "表三")]
    public string RowOf(int edition) => edition switch
    {
        2019 => Row is "noCorrection" or "noPayment" or "other" ? "otherHandling" : Row,
        2021 => Row,
        _ => throw new ArgumentOutOfRangeException(nameof(edition), edition, "The forms are those of 2019 and 2021."),
    };
}

/// <summary>How a decision can be contested (救济途径).</summary>
public enum RemedyClass
{
    /// <summary>复议前置: 行政复议 first, a suit after it.</summary>
    ReconsiderationFirst,

    /// <summary>行政复议 or a suit, as they choose.</summary>
    Either,

    /// <summary>A step in the procedure, which cannot be contested by itself.</summary>
    None,
}

/// <summary>What a letter does to the clock of the request, once it is served.</summary>
public enum LetterEffect
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It states 收到申请之日.</summary>
    FixesReceipt,

    /// <summary>Nothing is due until the applicant corrects it; then the clock starts anew.</summary>
    WaitsForCorrection,

    /// <summary>Working days are added.</summary>
    Extends,

    /// <summary>Another day is set (art. 35).</summary>
    Defers,

    /// <summary>From here on time is left out.</summary>
    BeginsExclusion,

    /// <summary>Until here time is left out.</summary>
    EndsExclusion,

    /// <summary>Nothing is due until the fee is paid; then the clock starts anew.</summary>
    WaitsForPayment,

    /// <summary>The request is answered.</summary>
    Closes,

    /// <summary>It proves the day on which another letter took effect.</summary>
    ProvesService,
}

/// <summary>What of an outcome may be set from a day on, because we know it from practice and not from a printed text.</summary>
[Flags]
public enum OpenTo { Nothing = 0, Row = 1, Remedy = 2 }

/// <summary>The Chinese name of a class of remedy.</summary>
public static class RemedyClassName
{
    extension(RemedyClass remedy)
    {
        public string Name => remedy switch
        {
            RemedyClass.ReconsiderationFirst => "复议前置",
            RemedyClass.Either => "复议或者诉讼",
            RemedyClass.None => "不能单独复议或者诉讼",
        };
    }
}
