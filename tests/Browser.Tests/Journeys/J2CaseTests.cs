using Gongkai.Records.Requests;
using Gongkai.Rules.Requests;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Browser.Tests.Journeys;

/// <summary>J2: a clerk registers, asks for a correction, consults a third party, extends and answers; see <see cref="CaseJourney"/>.</summary>
[Collection("journeys")]
public class J2CaseTests(CasePortal portal)
{
    [Fact]
    public async Task A_case_goes_through_every_hand_to_its_archive_and_every_date_is_that_of_the_calendar()
    {
        var journey = await portal.Lived();
        await portal.In(async (store, _) =>
        {
            var request = await store.Requests.SingleAsync(one => one.Number == journey.Keys.Number);
            Assert.Equal((Stage.Filed, Outcome.PartlyGranted, new DateOnly(2026, 11, 2), false), (request.Stage, request.Outcome, request.EndedOn, request.Late));
        });
    }
}
