using Gongkai.Rules.Requests;
using Gongkai.Rules.Requests.Letters;

namespace Gongkai.Rules.Tests;

/// <summary>The catalogue of letters has no hole and no orphan.</summary>
public sealed class RequestLetterTests
{
    [Fact]
    public void Every_number_of_the_catalogue_has_one_letter() =>
        Assert.Equal(
            [
                "D01", "D02", "D03", "D04", "D05", "D06", "D07", "D08", "D09", "D10", "D11", "D12", "D13",
                "D20", "D21", "D22", "D30", "D31", "D32", "D33", "D34", "D35", "D36", "D37", "D40", "D41", "D42", "D43",
                "D50", "D51", "D52", "D53", "D54", "D60", "D61", "D62", "D63", "D64", "D70", "D71", "D80",
            ],
            RequestLetters.All.Select(letter => letter.Facts.Number));

    [Fact]
    public void Every_outcome_has_one_closing_letter_and_every_closing_letter_one_outcome()
    {
        var closing = RequestLetters.All.Where(letter => letter.Facts.Effect is LetterEffect.Closes).ToList();

        Assert.Equal(Enum.GetValues<Outcome>(), closing.Select(letter => letter.Facts.Outcome!.Value).Order());
        Assert.All(closing, letter => Assert.Equal(letter, letter.Facts.Outcome!.Value.Facts.Letter));
        Assert.All(RequestLetters.All.Except(closing), letter => Assert.Null(letter.Facts.Outcome));
    }

    [Fact]
    public void A_decision_takes_its_article_and_its_remedy_from_its_outcome() =>
        Assert.All(Enum.GetValues<Outcome>(), outcome =>
        {
            var letter = outcome.Facts.Letter.Facts;
            Assert.Equal(outcome.Facts.Basis, letter.Basis);
            Assert.Equal(outcome.Facts.Remedy, letter.Remedy);
        });

    [Fact]
    public void Names_are_their_own_and_every_letter_rests_on_something_but_two()
    {
        Assert.Equal(RequestLetters.All.Count, RequestLetters.All.Select(letter => letter.Name).Distinct().Count());
        Assert.Equal([RequestLetter.Withdrawn, RequestLetter.OtherwiseEnded], RequestLetters.All.Where(letter => letter.Facts.Basis is []));
        Assert.Equal("政府信息不予公开告知书", RequestLetter.StateSecret.Facts.Title);
    }

    [Fact]
    public void The_head_of_the_disclosure_office_approves_an_extension_and_the_leader_signs_every_decision()
    {
        Assert.Equal(Approval.DisclosureOffice, RequestLetter.ExtensionNotice.Facts.Approval);
        Assert.All(RequestLetters.All.Where(letter => letter.Facts.TellsRemedy), letter => Assert.Equal(Approval.SignOff, letter.Facts.Approval));
    }
}
