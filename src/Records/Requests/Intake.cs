using System.Globalization;
using Gongkai.Records.Calendars;
using Gongkai.Records.Trail;
using Gongkai.Rules;
using Gongkai.Rules.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Requests;

/// <summary>A request as it comes in, from the public's form, the clerk's page or a ledger.</summary>
public sealed record Arrival
{
    public required Guid Agency { get; init; }
    public required Channel Channel { get; init; }
    public required ApplicantKind Kind { get; init; }
    public required Wanted Wanted { get; init; }

    /// <summary>The day on which it was handed in or arrived; its number is of this day.</summary>
    public required DateOnly Submitted { get; init; }

    /// <summary>收到申请之日, where it is known already; <c>null</c>: it waits for confirmation.</summary>
    public DateOnly? Received { get; init; }

    /// <summary>As a list may show the name.</summary>
    public required string MaskedName { get; init; }

    public string? IdentityMark { get; init; }

    /// <summary>The row with the sealed data, given the request's id.</summary>
    public required Func<Guid, RequestApplicant> Applicant { get; init; }

    /// <summary>The keyed hash of the query code, given the number.</summary>
    public Func<string, string>? CodeMark { get; init; }

    public Guid? Parent { get; init; }
    public Guid? Reopens { get; init; }
    public bool FiledByClerk { get; init; }
    public string? Assistance { get; init; }
    public string? Note { get; init; }
}

/// <summary>登记: gives a request its number and begins its file.</summary>
public static class Intake
{
    extension(Store store)
    {
        /// <summary>Takes a request in. Only inside <see cref="Store.Write"/>: number, request, applicant and file stand or fall together.</summary>
        public async Task<CaseFile> TakeIn(Arrival arrival, Act act, WorkingCalendar? calendar = null)
        {
            if (store.Database.CurrentTransaction is null) throw new InvalidOperationException("A request is taken in inside Store.Write, or its number could be lost.");
            var number = await store.NextRequestNumber(arrival.Agency, arrival.Submitted);
            var request = new InformationRequest
            {
                AgencyId = arrival.Agency, Number = number, Channel = arrival.Channel, Kind = arrival.Kind, Wanted = arrival.Wanted, CodeMark = arrival.CodeMark?.Invoke(number),
                ParentId = arrival.Parent, ReopensId = arrival.Reopens, FiledByClerk = arrival.FiledByClerk, Assistance = arrival.Assistance,
            };
            request.Know(arrival.MaskedName, arrival.IdentityMark);
            store.Add(request);
            store.Add(arrival.Applicant(request.Id));
            var file = new CaseFile(store, request, [], calendar ?? await store.CalendarOf(arrival.Agency), await store.TermsOf(arrival.Agency));
            file.Write(new CaseFact.Submitted(arrival.Submitted), act.At, act.By, arrival.Note);
            if (arrival.Received is { } received) file.Write(new CaseFact.Received(received), act.At, act.By, null);
            return file;
        }

        async Task<string> NextRequestNumber(Guid agency, DateOnly day)
        {
            var last = (await store.Database.SqlQuery<int>($"""
                INSERT INTO request_counters ("AgencyId", "Day", "Last") VALUES ({agency}, {day}, 1)
                ON CONFLICT ("AgencyId", "Day") DO UPDATE SET "Last" = request_counters."Last" + 1 RETURNING "Last" AS "Value"
                """).ToListAsync()).Single();
            return string.Create(CultureInfo.InvariantCulture, $"{day:yyyyMMdd}{last:00000}");
        }
    }
}

/// <summary>The last number of a day. Taking the next locks this row until the act ends.</summary>
sealed class RequestCounter
{
    public required Guid AgencyId { get; init; }
    public required DateOnly Day { get; init; }
    public required int Last { get; set; }

    sealed class Mapping : IEntityTypeConfiguration<RequestCounter>
    {
        public void Configure(EntityTypeBuilder<RequestCounter> builder)
        {
            builder.ToTable("request_counters");
            builder.IsUntrailed("each number that it gives is a record; this row only says where to go on");
            builder.HasKey(counter => new { counter.AgencyId, counter.Day });
        }
    }
}
