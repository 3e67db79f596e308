using Gongkai.App.Access;
using Gongkai.Records;
using Gongkai.Records.Requests;
using Gongkai.Records.Requests.Letters;
using Gongkai.Rules.Access;
using Gongkai.Rules.Requests;
using Gongkai.Rules.Requests.Letters;

namespace Gongkai.App.Office.Requests.Letters;

/// <summary>The letters that wait for someone's approval or signature: for whoever may take the next step, and for nobody who drafted it.</summary>
public static class WaitingLetters
{
    /// <summary>In which states a letter waits for this person.</summary>
    public static IReadOnlyList<LetterState> StatesFor(Me me)
    {
        List<LetterState> mine = [];
        if (me.MaySomewhere(Permission.ReviewRequests)) mine.Add(LetterState.WithReviewer);
        if (me.MaySomewhere(Permission.ReviewRequestsByLaw)) mine.Add(LetterState.WithLegal);
        if (me.MaySomewhere(Permission.SignRequests)) mine.Add(LetterState.WithLeader);
        return mine;
    }

    public static IQueryable<CaseLetter> Of(Store store, Me me, IReadOnlyList<LetterState> states, IQueryable<InformationRequest> seen) =>
        from letter in store.CaseLetters
        join request in seen on letter.RequestId equals request.Id
        where letter.AgencyId == me.Agency && states.Contains(letter.State) && letter.AuthorId != me.Account
        select letter;
}
